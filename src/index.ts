/**
 * An executable contract for Amazon Neptune's CopyDBClusterSnapshot: judging an endpoint, serving the reference model,
 * and asking it. The model alone is at `neptune-copy-contract/model`, what tests need at `neptune-copy-contract/testing`.
 */
export { HarnessError, TargetError, UsageError } from './errors.ts';
export { advance } from './model/lifecycle.ts';
export { copy, type Outcome } from './model/copy.ts';
export type { CopyRequest } from './model/facts.ts';
export { judge, type Verdict } from './model/judge.ts';
export type { Caller } from './model/place.ts';
export { emptyWorld, type World } from './model/world.ts';
export { reporters, type Reporter, type RenderOptions } from './reporters/index.ts';
export { startServer, type RunningServer, type ServerOptions } from './server/index.ts';
export type { DirectedCase } from './spec/case.ts';
export { cases } from './spec/generated/cases.ts';
export { rules, specHash, type RuleId } from './spec/generated/catalogue.ts';
export type { LeftOutName } from './report/capabilities.ts';
export type { MinMeasured, Report } from './spec/generated/types.ts';
export { verify, type SearchLimits, type VerifyOptions } from './verify/index.ts';
