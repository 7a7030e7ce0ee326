import * as sdk from '@aws-sdk/client-neptune';
import { NormalizedSchema } from '@smithy/core/schema';
import { expect, it } from 'vitest';
import { memberKinds } from './member-kinds.ts';

/** What the SDK's runtime schema has as the kind of a member. */
function kindOf(schema: NormalizedSchema): string {
  if (schema.isNumericSchema()) return 'number';
  if (schema.isBooleanSchema()) return 'boolean';
  if (schema.isTimestampSchema()) return 'time';
  return schema.isListSchema() ? 'list' : 'other';
}

it('members are of the kind that the SDK has, in everything that has a member of the name', () => {
  const seen = new Map<string, Set<string>>();
  for (const shape of [
    'DBCluster',
    'DBInstance',
    'DBEngineVersion',
    'DBClusterSnapshot',
    'DBClusterSnapshotAttributesResult',
    'DBClusterSnapshotAttribute',
    'Event',
  ]) {
    const schemas = sdk as unknown as Record<string, Parameters<typeof NormalizedSchema.of>[0]>;
    for (const [member, schema] of NormalizedSchema.of(
      schemas[`${shape}$`] ?? expect.fail(shape),
    ).structIterator())
      seen.set(member, (seen.get(member) ?? new Set()).add(kindOf(schema)));
  }
  const told = Object.entries(memberKinds).flatMap(([kind, members]) =>
    members.map((member) => [member, kind]),
  );
  const expected = [...seen].flatMap(([member, kinds]) => {
    const [kind = 'other', ...others] = kinds;
    return kind === 'other' || others.length > 0 ? [] : [[member, kind]];
  });
  expect(told.sort()).toEqual(expected.sort());
});
