import { describe, expect, it } from 'vitest';
import { judge } from '../rules/judge.ts';
import { anotherRegion, isKnownRegion, knownPartitionOf, partitionOf } from './partitions.ts';
import { emptyWorld } from './world.ts';

describe('the partition of a Region', () => {
  it.each([
    ['us-east-1', 'aws'],
    ['mx-central-1', 'aws'],
    ['us-east-9', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['mars-north-1', undefined],
    ['xx-north-1', undefined],
    ['us-east-1a', undefined],
    ['aus-east-1', undefined],
  ])('%s: %s', (region, partition) => {
    expect(knownPartitionOf(region)).toBe(partition);
    expect(partitionOf(region)).toBe(partition ?? 'aws');
  });

  it('says nothing of whether there is such a Region', () => {
    const regions = ['us-east-1', 'eusc-de-east-1', 'us-east-9', 'mars-north-1'];
    expect(regions.map(isKnownRegion)).toEqual([true, true, false, false]);
  });

  it.each([
    ['us-east-1', 'eu-west-1'],
    ['eu-west-1', 'us-east-1'],
    ['cn-north-1', 'cn-northwest-1'],
    ['us-gov-east-1', 'us-gov-west-1'],
    ['eusc-de-east-1', 'eusc-de-east-2'],
    ['mars-north-1', 'eu-west-1'],
  ])('has another one beside %s: %s', (region, another) => expect(anotherRegion(region)).toBe(another));
});

describe('a source by the ARN of a Region', () => {
  const arn = (partition: string, region: string): string =>
    `arn:${partition}:rds:${region}:111111111111:cluster-snapshot:a`;
  const [nowhere, wall] = [['source-exists'], ['source-partition']] as const;

  it.each<[string, here: string, source: string, broken: readonly string[], open: readonly string[]]>([
    ['that is on the list', 'us-east-1', arn('aws', 'eu-west-1'), nowhere, []],
    ['that is on no list', 'us-east-1', arn('aws', 'mars-north-1'), nowhere, wall],
    ['that may come', 'us-east-1', arn('aws', 'us-east-9'), nowhere, wall],
    ['that is on no list, beyond the wall', 'us-east-1', arn('aws-cn', 'mars-north-1'), wall, []],
    ['of another partition than it says', 'us-east-1', arn('aws', 'eusc-de-east-1'), wall, []],
    ['behind another wall', 'us-iso-east-1', arn('aws-iso-b', 'us-isob-east-1'), wall, []],
    ['behind the same wall', 'us-iso-east-1', arn('aws-iso', 'us-iso-west-1'), nowhere, []],
    ['that is called, though on no list', 'mars-north-1', arn('aws', 'mars-north-1'), nowhere, []],
    ['called from one on no list', 'mars-north-1', arn('aws-cn', 'cn-north-1'), nowhere, []],
  ])('%s', (_, region, SourceDBClusterSnapshotIdentifier, broken, open) => {
    const request = { SourceDBClusterSnapshotIdentifier, TargetDBClusterSnapshotIdentifier: 'b' };
    const verdict = judge(emptyWorld(), { account: '111111111111', region }, request);
    expect(verdict).toMatchObject({ broken, unspecified: open });
  });
});
