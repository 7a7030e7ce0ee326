// Package copysnapshot copies Neptune snapshots and waits until the copies can be used.
package copysnapshot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	"github.com/aws/aws-sdk-go-v2/service/neptune/types"
)

// Patience is how long it waits between two looks at a copy.
const Patience = 15 * time.Second

// Wait waits; it returns early, with an error, when the context is done.
type Wait func(context.Context, time.Duration) error

// Sleep waits by the clock.
func Sleep(ctx context.Context, duration time.Duration) error {
	timer := time.NewTimer(duration)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// CopyAndWait makes a copy, or takes up one that an earlier run has begun, and returns it once it is available.
// Faults of AWS are returned as the SDK returns them.
func CopyAndWait(
	ctx context.Context, client *neptune.Client, copy neptune.CopyDBClusterSnapshotInput, wait Wait,
) (*types.DBClusterSnapshot, error) {
	var exists *types.DBClusterSnapshotAlreadyExistsFault
	if _, err := client.CopyDBClusterSnapshot(ctx, &copy); err != nil && !errors.As(err, &exists) {
		return nil, err
	}
	for {
		look := &neptune.DescribeDBClusterSnapshotsInput{
			DBClusterSnapshotIdentifier: copy.TargetDBClusterSnapshotIdentifier,
		}
		output, err := client.DescribeDBClusterSnapshots(ctx, look)
		if err != nil {
			return nil, err
		}
		found := output.DBClusterSnapshots[0]
		switch status := aws.ToString(found.Status); status {
		case "available":
			return &found, nil
		case "creating", "copying":
			if err := wait(ctx, Patience); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("the copy %s is %s", aws.ToString(look.DBClusterSnapshotIdentifier), status)
		}
	}
}
