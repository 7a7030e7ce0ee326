import { describe, expect, it } from 'vitest';
import {
  clusterArn,
  instanceArn,
  isIdentifier,
  isSnapshotName,
  parseArn,
  parseSnapshotArn,
  snapshotArn,
} from './arn.ts';
import { partitionOf } from './partitions.ts';
import { placeKey, samePlace } from './place.ts';

const place = { account: '111111111111', region: 'us-east-1' };

describe('parseArn', () => {
  it.each<{ name: string; given: string; expected: object | undefined }>([
    {
      name: 'a resource with colons of its own',
      given: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:rds:a',
      expected: {
        partition: 'aws',
        service: 'rds',
        region: 'us-east-1',
        account: '111111111111',
        resource: 'cluster-snapshot:rds:a',
      },
    },
    {
      name: 'no Region and no account',
      given: 'arn:aws:s3:::bucket',
      expected: { partition: 'aws', service: 's3', region: '', account: '', resource: 'bucket' },
    },
    {
      name: 'an empty resource',
      given: 'arn:aws:s3:::',
      expected: { partition: 'aws', service: 's3', region: '', account: '', resource: '' },
    },
    { name: 'another first word', given: 'urn:aws:s3:::bucket', expected: undefined },
    { name: 'no partition', given: 'arn::s3:::bucket', expected: undefined },
    { name: 'no service', given: 'arn:aws::::bucket', expected: undefined },
    { name: 'five parts', given: 'arn:aws:s3:us-east-1:111111111111', expected: undefined },
    { name: 'four parts', given: 'arn:aws:s3:us-east-1', expected: undefined },
    { name: 'three parts', given: 'arn:aws:s3', expected: undefined },
    { name: 'a word', given: 'arn', expected: undefined },
  ])('$name', ({ given, expected }) => expect(parseArn(given)).toEqual(expected));
});

describe('parseSnapshotArn', () => {
  const address = { partition: 'aws', region: 'us-east-1', account: '111111111111' };
  const arn = ({
    partition = 'aws',
    service = 'rds',
    region = 'us-east-1',
    account = '111111111111',
    resource = 'cluster-snapshot:a',
  }: Partial<Record<'partition' | 'service' | 'region' | 'account' | 'resource', string>>): string =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;

  it.each<{ name: string; given: string; expected: object | undefined }>([
    { name: 'a plain one', given: arn({}), expected: { ...address, name: 'a' } },
    {
      name: 'a name in capitals, which mean nothing',
      given: arn({ resource: 'cluster-snapshot:My-Snapshot' }),
      expected: { ...address, name: 'my-snapshot' },
    },
    {
      name: 'an automated snapshot',
      given: arn({ resource: 'cluster-snapshot:rds:db-2025-12-01-08-30' }),
      expected: { ...address, name: 'rds:db-2025-12-01-08-30' },
    },
    {
      name: 'a snapshot of AWS Backup',
      given: arn({ resource: 'cluster-snapshot:awsbackup:copyjob-0a1b' }),
      expected: { ...address, name: 'awsbackup:copyjob-0a1b' },
    },
    {
      name: 'a Region of GovCloud',
      given: arn({ partition: 'aws-us-gov', region: 'us-gov-west-1' }),
      expected: { ...address, partition: 'aws-us-gov', region: 'us-gov-west-1', name: 'a' },
    },
    {
      name: 'a Region of the European sovereign cloud',
      given: arn({ partition: 'aws-eusc', region: 'eusc-de-east-1' }),
      expected: { ...address, partition: 'aws-eusc', region: 'eusc-de-east-1', name: 'a' },
    },
    {
      name: 'a Region of two digits',
      given: arn({ region: 'eu-west-12' }),
      expected: { ...address, region: 'eu-west-12', name: 'a' },
    },
    { name: 'no ARN', given: 'a', expected: undefined },
    { name: 'another service', given: arn({ service: 'neptune' }), expected: undefined },
    { name: 'an account of 11 digits', given: arn({ account: '11111111111' }), expected: undefined },
    { name: 'an account of 13 digits', given: arn({ account: '1111111111111' }), expected: undefined },
    { name: 'an account with a letter', given: arn({ account: '11111111111a' }), expected: undefined },
    { name: 'a letter before the account', given: arn({ account: 'a111111111111' }), expected: undefined },
    { name: 'no Region', given: arn({ region: '' }), expected: undefined },
    { name: 'a Region with an Availability Zone', given: arn({ region: 'us-east-1a' }), expected: undefined },
    { name: 'a Region in capitals', given: arn({ region: 'US-EAST-1' }), expected: undefined },
    { name: 'something before the Region', given: arn({ region: '1us-east-1' }), expected: undefined },
    { name: 'a Region of one letter', given: arn({ region: 'u-east-1' }), expected: undefined },
    { name: 'a Region without a direction', given: arn({ region: 'us-1' }), expected: undefined },
    { name: 'a Region with an empty direction', given: arn({ region: 'us--1' }), expected: undefined },
    {
      name: 'a Region with a digit in its direction',
      given: arn({ region: 'us-e4st-1' }),
      expected: undefined,
    },
    { name: 'a Region without a number', given: arn({ region: 'us-east' }), expected: undefined },
    {
      name: 'a Region with a letter for its number',
      given: arn({ region: 'us-east-x' }),
      expected: undefined,
    },
    { name: 'another resource', given: arn({ resource: 'cluster:a' }), expected: undefined },
    {
      name: 'a resource that only ends like one',
      given: arn({ resource: 'x-cluster-snapshot:a' }),
      expected: undefined,
    },
    { name: 'no name', given: arn({ resource: 'cluster-snapshot:' }), expected: undefined },
    {
      name: 'a name that can be none',
      given: arn({ resource: 'cluster-snapshot:a--b' }),
      expected: undefined,
    },
    {
      name: 'a line feed behind the name',
      given: arn({ resource: 'cluster-snapshot:a\n' }),
      expected: undefined,
    },
    {
      name: 'a line feed in the name',
      given: arn({ resource: 'cluster-snapshot:\na' }),
      expected: undefined,
    },
  ])('$name', ({ given, expected }) => expect(parseSnapshotArn(given)).toEqual(expected));
});

describe('ARNs', () => {
  it.each([
    { region: 'us-east-1', partition: 'aws' },
    { region: 'cn-north-1', partition: 'aws-cn' },
    { region: 'us-gov-west-1', partition: 'aws-us-gov' },
    { region: 'eusc-de-east-1', partition: 'aws-eusc' },
    { region: 'us-iso-east-1', partition: 'aws-iso' },
    { region: 'us-isob-west-1', partition: 'aws-iso-b' },
    { region: 'eu-isoe-west-1', partition: 'aws-iso-e' },
    { region: 'us-isof-south-1', partition: 'aws-iso-f' },
    // Parts of names that mean a partition only in front.
    { region: 'x-cn-us-gov-', partition: 'aws' },
  ])('of $region are of the partition $partition', ({ region, partition }) => {
    expect(partitionOf(region)).toBe(partition);
    expect(snapshotArn({ ...place, region }, 'a')).toBe(
      `arn:${partition}:rds:${region}:111111111111:cluster-snapshot:a`,
    );
    expect(clusterArn({ ...place, region }, 'a')).toBe(
      `arn:${partition}:rds:${region}:111111111111:cluster:a`,
    );
    expect(instanceArn({ ...place, region }, 'a')).toBe(`arn:${partition}:rds:${region}:111111111111:db:a`);
  });
});

describe('places', () => {
  it.each([
    { name: 'the same', other: { ...place }, same: true },
    { name: 'another account', other: { ...place, account: '222222222222' }, same: false },
    { name: 'another Region', other: { ...place, region: 'eu-west-1' }, same: false },
  ])('are told apart: $name', ({ other, same }) => {
    expect(samePlace(place, other)).toBe(same);
    expect(placeKey(place) === placeKey(other)).toBe(same);
  });
});

describe('isIdentifier', () => {
  it.each([
    { text: 'a', is: true },
    { text: 'Z', is: true },
    { text: 'a1', is: true },
    { text: 'a-1-B', is: true },
    { text: 'a'.repeat(63), is: true },
    { text: 'a'.repeat(64), is: false },
    { text: '', is: false },
    { text: '1a', is: false },
    { text: '-a', is: false },
    { text: 'a-', is: false },
    { text: 'a--b', is: false },
    { text: 'a_b', is: false },
    { text: 'a b', is: false },
    { text: ' a', is: false },
    { text: 'a\n', is: false },
    { text: 'é', is: false },
    { text: '\u212a', is: false },
    { text: 'a\u212a', is: false },
    { text: 'rds:a', is: false },
  ])('"$text": $is', ({ text, is }) => expect(isIdentifier(text)).toBe(is));
});

describe('isSnapshotName', () => {
  it.each([
    { text: 'a', is: true },
    { text: 'A-1', is: true },
    { text: 'rds:a-1', is: true },
    { text: 'RDS:A', is: true },
    { text: 'awsbackup:job-0a1b', is: true },
    { text: 'AWSBackup:CopyJob-1', is: true },
    { text: 'a'.repeat(300), is: true },
    { text: 'rds:', is: false },
    { text: 'rds:rds:a', is: false },
    { text: 'awsbackup:', is: false },
    { text: 'awsbackup:rds:a', is: false },
    { text: 'x:a', is: false },
    { text: 'xrds:a', is: false },
    { text: 'a--b', is: false },
    { text: 'a-', is: false },
    { text: '1', is: false },
    { text: 'a\n', is: false },
    { text: 'a:b', is: false },
  ])('"$text": $is', ({ text, is }) => expect(isSnapshotName(text)).toBe(is));
});
