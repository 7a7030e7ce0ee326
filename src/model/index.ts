/** All of the model, for the rest of the project; what is exported of the package is in `public.ts`. */
export * from './world/arn.ts';
export * from './world/bindings.ts';
export * from './operations/copy.ts';
export * from './rules/expectation.ts';
export * from './rules/facts.ts';
export * from './rules/faults.ts';
export * from './world/fixture.ts';
export * from './rules/judge.ts';
export * from './world/kms.ts';
export * from './world/lifecycle.ts';
export * from './world/partitions.ts';
export * from './world/place.ts';
export * from './rules/postconditions.ts';
export * from './world/ternary.ts';
export * from './rules/wire.ts';
export * from './world/world.ts';
