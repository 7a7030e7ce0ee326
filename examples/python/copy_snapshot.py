"""Copies a Neptune snapshot and waits until the copy can be used."""

import time

SECONDS_BETWEEN_LOOKS = 15.0


class CopyFailed(Exception):
    """The copy came to an end other than available."""


def copy_and_wait(neptune, source, target, wait=time.sleep, **members):
    """Copies `source` to `target`, or takes up a copy that an earlier run has begun, and returns the finished copy.

    `neptune` is a boto3 client, `members` are more members of the request, such as KmsKeyId, CopyTags and Tags.
    Faults of AWS are raised as boto3 raises them.
    """
    try:
        neptune.copy_db_cluster_snapshot(
            SourceDBClusterSnapshotIdentifier=source,
            TargetDBClusterSnapshotIdentifier=target,
            **members,
        )
    except neptune.exceptions.DBClusterSnapshotAlreadyExistsFault:
        pass
    while True:
        answer = neptune.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier=target)
        copy = answer["DBClusterSnapshots"][0]
        if copy["Status"] == "available":
            return copy
        if copy["Status"] not in ("creating", "copying"):
            raise CopyFailed(f"{target} is {copy['Status']}")
        wait(SECONDS_BETWEEN_LOOKS)
