export { isSound, oneCaseARule, selfTest, type SelfTest } from './run.ts';
export { columns, renderSelfTest } from './table.ts';
export { judge, tryMutant, type Trial } from './trial.ts';
