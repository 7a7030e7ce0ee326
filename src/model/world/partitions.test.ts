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

describe('the Regions of a partition, as botocore lists them', () => {
  it.each<[partition: string, regions: readonly string[]]>([
    [
      'aws',
      [
        'af-south-1',
        'ap-east-1',
        'ap-east-2',
        'ap-northeast-1',
        'ap-northeast-2',
        'ap-northeast-3',
        'ap-south-1',
        'ap-south-2',
        'ap-southeast-1',
        'ap-southeast-2',
        'ap-southeast-3',
        'ap-southeast-4',
        'ap-southeast-5',
        'ap-southeast-6',
        'ap-southeast-7',
        'ca-central-1',
        'ca-west-1',
        'eu-central-1',
        'eu-central-2',
        'eu-north-1',
        'eu-south-1',
        'eu-south-2',
        'eu-west-1',
        'eu-west-2',
        'eu-west-3',
        'il-central-1',
        'me-central-1',
        'me-south-1',
        'me-west-1',
        'mx-central-1',
        'sa-east-1',
        'sa-west-1',
        'us-east-1',
        'us-east-2',
        'us-west-1',
        'us-west-2',
      ],
    ],
    ['aws-cn', ['cn-north-1', 'cn-northwest-1']],
    ['aws-eusc', ['eusc-de-east-1']],
    ['aws-iso', ['us-iso-east-1', 'us-iso-west-1']],
    ['aws-iso-b', ['us-isob-east-1', 'us-isob-west-1']],
    ['aws-iso-e', ['eu-isoe-west-1']],
    ['aws-iso-f', ['us-isof-east-1', 'us-isof-south-1']],
    ['aws-us-gov', ['us-gov-east-1', 'us-gov-west-1']],
  ])('%s', (partition, regions) => {
    for (const region of regions) {
      expect([region, knownPartitionOf(region), isKnownRegion(region)]).toEqual([region, partition, true]);
      expect(isKnownRegion(`${region}1`)).toBe(false);
      for (const none of [
        `x${region}`,
        `${region}x`,
        region.replace(/\d+$/, ''),
        region.replace(/-\d+$/, ''),
      ])
        expect([none, knownPartitionOf(none)]).toEqual([none, undefined]);
      // The next one may come: its name tells its partition, and it is not on the list.
      const later = region.replace(/\d+$/, '12');
      expect([later, knownPartitionOf(later), isKnownRegion(later)]).toEqual([later, partition, false]);
      expect(partitionOf(later)).toBe(partition);
    }
  });
});
