import { expect, it } from 'vitest';
import { FixtureBuilder } from './fixture-builder.ts';
import type { Tools } from './tools.ts';

const here = { account: '111111111111', region: 'us-east-1' };
const there = { ...here, region: 'eu-west-1' };

/** A target that answers what it makes, and describes nothing. */
const silent = {
  call: (_service: string, operation: string, place: typeof here, input: Record<string, unknown>) =>
    Promise.resolve(
      operation === 'DescribeDBClusterSnapshots'
        ? { ok: true, output: { DBClusterSnapshots: [] } }
        : {
            ok: true,
            output: { DBClusterSnapshot: { DBClusterSnapshotIdentifier: 'a', Status: 'available' } },
            made: { kind: 'snapshot', place, name: input['DBClusterSnapshotIdentifier'] },
          },
    ),
} as unknown as Tools;

it('takes a snapshot that is not described for what was answered when it was made, in its place only', async () => {
  const builder = new FixtureBuilder(silent);
  await builder.call('neptune', 'CreateDBClusterSnapshot', here, { DBClusterSnapshotIdentifier: 'A' });
  expect(await builder.find(here, 'a')).toMatchObject({ Status: 'available' });
  await expect(builder.find(there, 'a')).rejects.toThrow('the snapshot a is not described');
});
