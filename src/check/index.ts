/** Planned copies and the policies of an organisation: documents in, a report out. */
export { checkPlan, type PlanFile } from './check-plan.ts';
export { createPolicyReader, duplicateIds } from './read-policy.ts';
export { readPlan } from './read-plan.ts';
export { testPolicies } from './test-policies.ts';
export type { KnownCaller } from './plan.ts';
export type { Policy } from './policy.ts';
