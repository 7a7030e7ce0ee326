import { abroad, arn, copied, fault, key, seen, tagged, tagsOf, type WrongStubs } from './stub.ts';

const vault = { StorageEncrypted: true, KmsKeyId: key('vault') };

/** Copies that cannot be. */
export const wrongCopies: readonly WrongStubs[] = [
  {
    name: 'a source that is still creating is copied',
    contradicts: 'Must specify a valid system snapshot in the "available" state.',
    calls: [seen('nightly', { Status: 'creating', PercentProgress: 10 }), copied('weekly')],
  },
  {
    name: 'a name is taken by two copies',
    contradicts: 'User already has a DB cluster snapshot with the given identifier.',
    calls: [copied('weekly'), copied('weekly')],
  },
  {
    name: 'the copy is of another source',
    contradicts:
      'If the DB cluster snapshot was copied from a source DB cluster snapshot, the Amazon Resource Name (ARN) for the source DB cluster snapshot, otherwise, a null value.',
    calls: [copied('weekly', { SourceDBClusterSnapshotArn: arn('cluster-snapshot', 'monthly') })],
  },
  {
    name: 'an encrypted snapshot of another account is copied without a key',
    contradicts:
      'If you copy an encrypted DB cluster snapshot that is shared from another Amazon account, then you must specify a value for KmsKeyId.',
    calls: [
      copied(
        'weekly',
        { ...vault, SourceDBClusterSnapshotArn: arn('cluster-snapshot', 'nightly', abroad) },
        { SourceDBClusterSnapshotIdentifier: arn('cluster-snapshot', 'nightly', abroad) },
      ),
    ],
  },
  {
    name: 'a copy encrypts what was not encrypted',
    contradicts: 'You cannot encrypt an unencrypted DB cluster snapshot when you copy it.',
    calls: [seen('nightly'), copied('weekly', vault, { KmsKeyId: 'vault' })],
  },
  {
    name: 'a copy has another key than its source, for which nobody has asked',
    contradicts:
      "If you don't specify a value for KmsKeyId, then the copy of the DB cluster snapshot is encrypted with the same KMS key as the source DB cluster snapshot.",
    calls: [seen('nightly', vault), copied('weekly', { ...vault, KmsKeyId: key('other') })],
  },
  {
    name: 'copying fails for the want of a cluster',
    contradicts: 'DBClusterIdentifier does not refer to an existing DB cluster.',
    calls: [{ ...copied('weekly'), answer: fault('DBClusterNotFoundFault') }],
  },
  {
    name: 'the tags of the request are lost',
    contradicts: 'The tags to assign to the new DB cluster snapshot copy.',
    calls: [copied('weekly', {}, { Tags: tagsOf({ team: 'graph' }) }), tagged('weekly', {})],
  },
  {
    name: 'tags of the source come along for which nobody has asked',
    contradicts:
      'True to copy all tags from the source DB cluster snapshot to the target DB cluster snapshot, and otherwise false. The default is false.',
    calls: [tagged('nightly', { secret: 'yes' }), copied('weekly'), tagged('weekly', { secret: 'yes' })],
  },
  {
    name: 'tags of the source do not come along that were asked for',
    contradicts:
      'True to copy all tags from the source DB cluster snapshot to the target DB cluster snapshot, and otherwise false.',
    calls: [
      tagged('nightly', { team: 'graph' }),
      copied('weekly', {}, { CopyTags: true }),
      tagged('weekly', {}),
    ],
  },
];
