import { snapshotArn, type Caller, type SnapshotMember, type SnapshotShape } from '../../model/index.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';

/** Members without which nothing could be judged: where a target does not tell them of what was made, they are as they were asked for. */
export const supplied = [
  'DBClusterSnapshotArn',
  'SnapshotType',
  'Status',
  'PercentProgress',
  'StorageEncrypted',
] as const satisfies readonly SnapshotMember[];

/** A description in which the members that a target does not tell are as they were asked for. The rules about them see the answers as they came. */
export function completed(described: DBClusterSnapshot, place: Caller, type = 'manual'): SnapshotShape {
  const name = described.DBClusterSnapshotIdentifier ?? '';
  const asked: Pick<SnapshotShape, (typeof supplied)[number]> = {
    DBClusterSnapshotArn: snapshotArn(place, name),
    SnapshotType: type,
    Status: 'available',
    PercentProgress: 100,
    StorageEncrypted: false,
  };
  return { ...asked, ...described, DBClusterSnapshotIdentifier: name };
}
