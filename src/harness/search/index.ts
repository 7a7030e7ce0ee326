/** Stateful search: generated sequences of calls, judged by the model, shortened when they fail. */
export { executeSequence, type Execution, type ExecutionOptions, type Sighting } from './execute.ts';
export { needsOfSequence, sequencesLeft, type SequenceResult } from './directed.ts';
export { mostCreations } from './sequence-limits.ts';
export { whereKeysAre } from './stage-calls.ts';
export { search, type Counterexample, type SearchOptions, type SearchResult } from './search.ts';
export { deltaDebug, type Reduced } from './delta-debugging.ts';
