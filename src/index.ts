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
export type { World } from './model/world/world.ts';
export type { Duration } from './server/duration.ts';
export { worldOf, type WorldOptions } from './testing/world-of.ts';
export { formatsOf, render, type Format, type RenderOptions } from './reporters/index.ts';
export { startServer, type RunningServer, type ServerOptions } from './server/index.ts';
export type { DirectedCase } from './contract/case.ts';
export { directedCases } from './contract/directed-cases.ts';
export { directedSequences, type DirectedSequence } from './contract/directed-sequences.ts';
export { rules, specHash, type RuleId } from './contract/generated/catalogue.ts';
export type { LeftOutName } from './contract/capabilities.ts';
export type { MinMeasured, Report } from './contract/generated/types.ts';
export {
  judgeRecording,
  verify,
  type Bail,
  type RecordingOptions,
  type SearchLimits,
  type SeenDeviation,
  type VerifyOptions,
} from './verify/index.ts';
export { runLive, usualLimits, type LiveRunLimits, type LiveRunOptions } from './live/run-live.ts';
export { readLive, type LiveFile } from './live/read-live.ts';
export { planLive, type LivePlan } from './live/plan.ts';
export { runContract, type ContractOptions } from './verify/run-contract.ts';
export type { JudgedReport } from './report/report.ts';
export type {
  Capability,
  Claim,
  Exchange,
  HttpExchange,
  Observed,
  SdkResult,
  Staging,
  Step,
  Target,
  WireEdits,
} from './harness/target/target.ts';
export type { Setting } from './model/world/bindings.ts';
export type { Found } from './model/world/fixture.ts';
