import * as sdk from '@aws-sdk/client-neptune';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faults } from '../../contract/generated/catalogue.ts';
import { declaredFaults, neighbourCodes, neighbourStatuses } from './declared-faults.ts';

const folder = new URL('../../../node_modules/@aws-sdk/client-neptune/', import.meta.url);

/** The faults that the SDK's documentation of a command names. */
function thrown(operation: string): string[] {
  const text = readFileSync(new URL(`dist-types/commands/${operation}Command.d.ts`, folder), 'utf8');
  return [...text.matchAll(/@throws \{@link (\w+)\} \(/g)].map(([, name]) => name ?? '');
}

interface Traits {
  readonly awsQueryError?: readonly [code?: string, status?: number];
  readonly httpError?: number;
}

/** The code on the wire and the HTTP status of a fault, by the SDK's runtime schema of it. */
function traitsOf(shape: string): { code: string; status: number } {
  const schemas = sdk as unknown as Record<
    string,
    readonly [kind: number, in_: string, name: string, Traits]
  >;
  const [, , name, { awsQueryError: [code = name] = [], httpError: status = 0 }] =
    schemas[`${shape}$`] ?? expect.fail(`no schema of ${shape}`);
  return { code, status };
}

describe('the faults of each operation', () => {
  it.each(Object.entries(declaredFaults))('%s', (operation, declared) => {
    const forgotten = /Tags/.test(operation) ? ['DBClusterSnapshotNotFoundFault'] : [];
    expect([...declared].sort()).toEqual([...thrown(operation), ...forgotten].sort());
  });

  it('have the codes and statuses of the SDK', () => {
    const catalogued: readonly string[] = faults.map(({ shape }) => shape);
    const others = [...new Set(Object.values(declaredFaults).flat())].filter(
      (each) => !catalogued.includes(each),
    );
    const codes = Object.fromEntries(Object.entries(neighbourCodes).map(([code, shape]) => [shape, code]));
    expect(others.length).toBeGreaterThan(20);
    for (const shape of others) {
      const { code, status } = traitsOf(shape);
      expect([shape, codes[shape] ?? shape]).toEqual([shape, code]);
      expect([shape, neighbourStatuses[shape] ?? (/NotFound/.test(shape) ? 404 : 400)]).toEqual([
        shape,
        status,
      ]);
    }
  });
});
