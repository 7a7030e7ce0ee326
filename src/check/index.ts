/** Planned copies and the policies of an organisation: documents in, a report out. */
export { checkPlan, type PlanOptions } from './check-plan.ts';
export { contextsOf } from './contexts.ts';
export { createPolicyReader, duplicateIds } from './read-policy.ts';
export { readPlan, type PlanFile } from './read-plan.ts';
export { unreadableReport } from './unreadable.ts';
export { testPolicies } from './test-policies.ts';
export type { KnownCaller, PlannedCopy } from './plan.ts';
export type { CheckOptions } from './report.ts';
export type { Policy } from './policy.ts';
