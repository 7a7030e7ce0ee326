import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  actualSamples,
  expectedSamples,
  sdkSamples,
  valuesOf,
} from '../../test-support/deviation-samples.ts';
import { sayActual, sayExpected, sayFaults, saySdk } from './deviation-words.ts';
import { schemas } from './generated/schemas.ts';
import { createValidator } from './validate.ts';

/** A value of the schema that may be of several kinds. */
interface Choice {
  readonly anyOf: readonly { readonly properties: { readonly kind: { readonly const: string } } }[];
}

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../spec/deviation.schema.json'), 'utf8'),
) as { readonly $defs: Readonly<Record<'expected' | 'actual' | 'sdk', Choice>> };

const kindsOf = ({ anyOf }: Choice): readonly string[] =>
  anyOf.map(({ properties }) => properties.kind.const);

describe.each([
  { name: 'expected', samples: expectedSamples, say: sayExpected },
  { name: 'actual', samples: actualSamples, say: sayActual },
  { name: 'sdk', samples: sdkSamples, say: saySdk },
] as const)('$name in words', ({ name, samples, say }) => {
  const table = Object.values(samples).flat() as unknown as readonly (readonly [never, string])[];

  it('has a sample of each kind of the schema, and of no other', () => {
    const kinds = kindsOf(schema.$defs[name]);
    expect(kinds.length).toBeGreaterThan(3);
    expect(Object.keys(samples).toSorted()).toEqual(kinds.toSorted());
    for (const [kind, rows] of Object.entries(samples) as [string, readonly unknown[]][])
      expect(rows, kind).not.toEqual([]);
  });

  it.each(table)('%j', (value, words) => {
    expect(say(value)).toBe(words);
  });
});

it('the samples are values of the schema', () => {
  const validator = createValidator(schemas);
  const [xml] = valuesOf(expectedSamples);
  const [copy] = valuesOf(actualSamples);
  const problems = [
    ...valuesOf(expectedSamples).map((expected) => ({ expected, actual: copy })),
    ...valuesOf(actualSamples).map((actual) => ({ expected: xml, actual })),
  ].flatMap((values) => validator.problems('neptune-copy-contract:deviation', values));
  expect(problems).toEqual([]);
});

it('faults are told by their wire codes, not by their shapes', () => {
  expect(sayFaults(['SnapshotQuotaExceededFault', 'DBClusterSnapshotNotFoundFault'])).toBe(
    'SnapshotQuotaExceeded (HTTP 400) or DBClusterSnapshotNotFoundFault (HTTP 404)',
  );
  expect(sayFaults([])).toBe('');
});
