import { expect, it } from 'vitest';
import { withListNames } from './list-names.ts';

const snapshot = '<DBClusterSnapshotIdentifier>a</DBClusterSnapshotIdentifier>';

it.each<[name: string, given: string, expected: string, told: readonly string[]]>([
  [
    'entries that are called otherwise',
    `<DBClusterSnapshots><member>${snapshot}</member><member/></DBClusterSnapshots>`,
    `<DBClusterSnapshots><DBClusterSnapshot>${snapshot}</DBClusterSnapshot><DBClusterSnapshot/></DBClusterSnapshots>`,
    ['DBClusterSnapshots/member', 'DBClusterSnapshots/member'],
  ],
  [
    'lists in lists',
    '<DBClusterSnapshots><entry><AvailabilityZones><member>a</member></AvailabilityZones></entry></DBClusterSnapshots>',
    '<DBClusterSnapshots><DBClusterSnapshot><AvailabilityZones><AvailabilityZone>a</AvailabilityZone></AvailabilityZones></DBClusterSnapshot></DBClusterSnapshots>',
    ['DBClusterSnapshots/entry', 'AvailabilityZones/member'],
  ],
  [
    'prefixes and attributes',
    '<a:TagList xmlns:a="b"> <a:member c="d"><a:Key>k</a:Key></a:member></a:TagList>',
    '<a:TagList xmlns:a="b"> <Tag c="d"><a:Key>k</a:Key></Tag></a:TagList>',
    ['TagList/a:member'],
  ],
  [
    'nothing else',
    `<DBClusterSnapshots><DBClusterSnapshot>${snapshot}</DBClusterSnapshot></DBClusterSnapshots>`,
    '',
    [],
  ],
  ['no empty list', '<TagList/><DBClusterSnapshots></DBClusterSnapshots>', '', []],
  ['no other list', '<Others><member>a</member></Others>', '', []],
])('gives lists the names of AWS: %s', (_, given, expected, told) => {
  const renamed: string[] = [];
  expect(withListNames(given, (list, entry) => renamed.push(`${list}/${entry}`))).toBe(expected || given);
  expect(renamed).toEqual(told);
});
