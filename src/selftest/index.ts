export { findersOf } from './finders.ts';
export { knownBugs } from './known-bugs.ts';
export { alarmsIn, casesFor, isSound, oneCaseARule, selfTest, type SelfTest } from './run.ts';
export { toSpans } from './spans.ts';
export { judge, tryMutant, type Trial } from './trial.ts';
export { isToThePoint, tellOf, type Told } from './told.ts';
