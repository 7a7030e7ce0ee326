/** Failures as files of their own, and doing again what they describe. */
export { failuresOf, type Runtime } from './failure.ts';
export { readFailure, type ReadFailure } from './read.ts';
export { replayFailure, type Replayed, type ReplayOptions } from './replay.ts';
