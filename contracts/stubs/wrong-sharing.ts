import { abroad, arn, attributes, call, key, seen, tagged, tagsOf, type WrongStubs } from './stub.ts';

const nightly = { DBClusterSnapshotIdentifier: 'nightly' };
const ofNightly = { ResourceName: arn('cluster-snapshot', 'nightly') };

const modified = (change: object, ...accounts: readonly string[]) =>
  call(
    'ModifyDBClusterSnapshotAttribute',
    { ...nightly, AttributeName: 'restore', ...change },
    attributes('nightly', ...accounts),
  );

/** Snapshots that are shared and tagged as they cannot be. */
export const wrongSharing: readonly WrongStubs[] = [
  {
    name: 'the attributes of another snapshot',
    contradicts: 'The identifier of the manual DB cluster snapshot that the attributes apply to.',
    calls: [call('DescribeDBClusterSnapshotAttributes', nightly, attributes('weekly'))],
  },
  {
    name: 'an account that was added is not there',
    contradicts:
      'A list of DB cluster snapshot attributes to add to the attribute specified by AttributeName.',
    calls: [modified({ ValuesToAdd: [abroad] })],
  },
  {
    name: 'an account that was removed is there',
    contradicts:
      'A list of DB cluster snapshot attributes to remove from the attribute specified by AttributeName.',
    calls: [modified({ ValuesToRemove: [abroad] }, abroad)],
  },
  {
    name: 'an encrypted snapshot is made public',
    contradicts: "You can't use all as a value for that parameter in this case.",
    calls: [
      seen('nightly', { StorageEncrypted: true, KmsKeyId: key('vault') }),
      modified({ ValuesToAdd: ['all'] }, 'all'),
    ],
  },
  {
    name: 'what was shared is not',
    contradicts:
      'returns the restore attribute and a list of IDs for the Amazon accounts that are authorized to copy or restore the manual DB cluster snapshot.',
    calls: [
      modified({ ValuesToAdd: [abroad] }, abroad),
      call('DescribeDBClusterSnapshotAttributes', nightly, attributes('nightly')),
    ],
  },
  {
    name: 'a tag that was added is not there',
    contradicts: 'Adds metadata tags to an Amazon Neptune resource.',
    calls: [
      call('AddTagsToResource', { ...ofNightly, Tags: tagsOf({ team: 'graph' }) }, {}),
      tagged('nightly', {}),
    ],
  },
  {
    name: 'a tag that was removed is there',
    contradicts: 'Removes metadata tags from an Amazon Neptune resource.',
    calls: [
      call('RemoveTagsFromResource', { ...ofNightly, TagKeys: ['team'] }, {}),
      tagged('nightly', { team: 'graph' }),
    ],
  },
];
