/** fast-check generators of worlds, callers and requests, biased towards the boundaries of the rules. */
export * from './arns.ts';
export * from './histories.ts';
export * from './identifiers.ts';
export * from './keys.ts';
export * from './requests.ts';
export * from './situations.ts';
export * from './tags.ts';
export * from './texts.ts';
export * from './twists.ts';
export * from './worlds.ts';
export * from './calls.ts';
