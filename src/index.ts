/**
 * An executable contract for Amazon Neptune's CopyDBClusterSnapshot: judging an endpoint, serving the reference model,
 * and asking it. The model alone is at `neptune-copy-contract/model`, what tests need at `neptune-copy-contract/testing`.
 */
export { HarnessError, TargetError, UsageError } from './errors.ts';
export { advance } from './model/world/lifecycle.ts';
export { copy, type Outcome } from './model/operations/copy.ts';
export type { CopyRequest } from './model/rules/facts.ts';
export { judge, type Verdict } from './model/rules/judge.ts';
export type { Caller } from './model/world/place.ts';
export { emptyWorld, type World } from './model/world/world.ts';
export { reporters, type Reporter, type RenderOptions } from './reporters/index.ts';
export { startServer, type RunningServer, type ServerOptions } from './server/index.ts';
export type { DirectedCase } from './contract/case.ts';
export { cases } from './contract/generated/cases.ts';
export { rules, specHash, type RuleId } from './contract/generated/catalogue.ts';
export type { LeftOutName } from './contract/capabilities.ts';
export type { MinMeasured, Report } from './contract/generated/types.ts';
export { verify, type SearchLimits, type VerifyOptions } from './verify/index.ts';
