/** The reference model: pure, synchronous, without I/O or clock. */
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
