/**
 * The reference model: pure, synchronous, without I/O or clock, and for browsers too.
 *
 * @example
 * const caller = { account: '123456789012', region: 'us-east-1' };
 * const world = worldOf({ snapshots: { nightly: {} } }, { caller });
 * const [after, outcome] = copy(world, caller, {
 *   SourceDBClusterSnapshotIdentifier: 'nightly',
 *   TargetDBClusterSnapshotIdentifier: 'weekly',
 * });
 */
export { copy, type Outcome } from './operations/copy.ts';
export type { CopyRequest } from './rules/facts.ts';
export type { ExpectedCopy } from './rules/expectation.ts';
export { faultEntry, readCode, type Fault, type ReadCode } from './rules/faults.ts';
export { judge, type Verdict } from './rules/judge.ts';
export { applyWire } from './rules/wire.ts';
export { parseArn, parseSnapshotArn, snapshotArn, type Arn, type SnapshotAddress } from './world/arn.ts';
export { aliasArn, keyArn, type KmsKey } from './world/kms.ts';
export { advance } from './world/lifecycle.ts';
export type { Caller, Place } from './world/place.ts';
export {
  findSnapshot,
  putSnapshot,
  removeSnapshot,
  type Snapshot,
  type SnapshotShape,
  type World,
} from './world/world.ts';
export { worldOf, type WorldSetting } from './world/world-of.ts';
