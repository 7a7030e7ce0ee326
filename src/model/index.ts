/**
 * The reference model: pure, synchronous, without I/O or clock, and for browsers too.
 *
 * @example
 * const { world } = realise({ snapshots: { nightly: {} } }, plainSetting);
 * const caller = { account: plainSetting.accounts.self, region: plainSetting.regions.here };
 * const [after, outcome] = copy(world, caller, {
 *   SourceDBClusterSnapshotIdentifier: 'nightly',
 *   TargetDBClusterSnapshotIdentifier: 'weekly',
 * });
 */
export * from './arn.ts';
export * from './bindings.ts';
export * from './copy.ts';
export * from './expectation.ts';
export * from './facts.ts';
export * from './faults.ts';
export * from './fixture.ts';
export * from './judge.ts';
export * from './kms.ts';
export * from './lifecycle.ts';
export * from './place.ts';
export * from './postconditions.ts';
export * from './ternary.ts';
export * from './wire.ts';
export * from './world.ts';
