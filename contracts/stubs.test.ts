import * as sdk from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { operations } from '../src/model/operations/index.ts';
import { auditMock, type AuditFinding } from '../src/testing/index.ts';
import { honest, wrong } from './stubs/index.ts';
import type { Stubs } from './stubs/stub.ts';

const client = new sdk.NeptuneClient({ region: 'us-east-1' });
const mock = mockClient(client);
beforeEach(() => mock.reset());

type AnyCommand = typeof sdk.DescribeDBClusterSnapshotsCommand;

/** Makes the calls, each with its stub, and has them audited. */
async function findings({ calls, options }: Stubs): Promise<readonly AuditFinding[]> {
  mock.reset();
  for (const { operation, input, answer } of calls) {
    const Command = (sdk as unknown as Record<string, AnyCommand>)[`${operation}Command`] as AnyCommand;
    const stub = mock.on(Command);
    if (answer instanceof Error) stub.rejects(answer);
    else stub.resolves(answer);
    await client.send(new Command(input)).catch(() => undefined);
  }
  return (await auditMock(mock, options)).findings;
}

const said = (found: readonly AuditFinding[]): string[] =>
  found.map(
    ({ call, command, rule, expected, actual }) => `${call} ${command} ${rule}: ${expected}, not ${actual}`,
  );

describe('the audit tells', () => {
  // By hand, so that a change that makes it worse fails, and one that makes it better is seen here.
  const floor = { wrong: 40, honest: 22 };

  it(`${floor.wrong} of ${wrong.length} wrong stubs by their last call, and by no other`, async () => {
    const missed: string[] = [];
    for (const stubs of wrong) {
      const found = await findings(stubs);
      const isTold = found.length > 0 && found.every(({ call }) => call === stubs.calls.length - 1);
      if (!isTold) missed.push([stubs.name, ...said(found)].join('\n  '));
    }
    const told = wrong.length - missed.length;
    expect(told, `not told:\n${missed.join('\n')}`).toBe(floor.wrong);
  });

  it(`nothing of ${floor.honest} of ${honest.length} honest ones`, async () => {
    const accused: string[] = [];
    for (const stubs of honest) {
      const found = await findings(stubs);
      if (found.length > 0) accused.push([stubs.name, ...said(found)].join('\n  '));
    }
    expect(honest.length - accused.length, `accused:\n${accused.join('\n')}`).toBe(floor.honest);
  });
});

describe('the lists', () => {
  it('are forty and twenty-two, each with a name of its own', () => {
    expect([wrong.length, honest.length]).toEqual([40, 22]);
    expect(new Set([...wrong, ...honest].map(({ name }) => name)).size).toBe(62);
  });

  it('have every operation of Neptune that is modelled, on both sides', () => {
    const called = (lists: readonly Stubs[]): string[] =>
      [...new Set(lists.flatMap(({ calls }) => calls.map(({ operation }) => operation)))].sort();
    // What was modelled after they were written has tests of its own (testing/audit/events.test.ts).
    const modelled = Object.keys(operations.neptune)
      .filter((operation) => operation !== 'DescribeEvents')
      .sort();
    expect(called(wrong)).toEqual(modelled);
    expect(modelled.filter((each) => !called(honest).includes(each))).toEqual(['CreateDBCluster']);
  });

  it('quote the documentation as the SDK carries it', () => {
    const folder = new URL('../node_modules/@aws-sdk/client-neptune/dist-types/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.d.ts'),
    );
    const text = files
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n')
      .replace(/\n\s*\*/g, ' ')
      .replace(/<[^>]+>/g, ' ');
    const plain = (words: string): string =>
      words
        .replace(/\s+/g, ' ')
        .replace(/ (?=[.,])/g, '')
        .trim();
    const all = plain(text);
    expect(wrong.filter(({ contradicts }) => !all.includes(contradicts)).map(({ name }) => name)).toEqual([]);
  });
});
