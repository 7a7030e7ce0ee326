import { snapshotArn } from '../../model/world/arn.ts';
import type { Place } from '../../model/world/place.ts';
import type { SnapshotShape } from '../../model/world/world.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';

/** A snapshot as the model needs it: what is known of it, and for the rest what is usual. */
export function shapeOf(place: Place, name: string, known: DBClusterSnapshot): SnapshotShape {
  return {
    DBClusterSnapshotIdentifier: name,
    DBClusterSnapshotArn: snapshotArn(place, name),
    SnapshotType: 'manual',
    Status: 'available',
    PercentProgress: 100,
    StorageEncrypted: known.KmsKeyId !== undefined,
    ...known,
  };
}
