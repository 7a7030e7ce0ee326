/**
 * For unit tests of code that copies Neptune snapshots: the reference model behind a mocked SDK client, and an audit
 * of what a test's own stubs answer. Needs no test runner in particular; jest must be told to load ES modules
 * (`NODE_OPTIONS=--experimental-vm-modules`), and `expect.extend(contractMatchers)` gives it the matchers, whose types
 * are `ContractMatchers`.
 */
export { assertAudit, auditMock, type Audit, type AuditOptions } from './audit/index.ts';
export type { AuditFinding, MockRuleId, UnspecifiedCall } from './audit/finding.ts';
export { usualCaller, type WhoCalls } from './caller.ts';
export type { Duration } from '../server/duration.ts';
export { contractMatchers, type ContractMatchers, type MatcherResult } from './matchers.ts';
export type {
  CallingClient,
  Command,
  CredentialsProvider,
  MockedCall,
  MockedClient,
} from './mocked-client.ts';
export { installReferenceModel, type ReferenceModel, type ReferenceModelOptions } from './reference-model.ts';
export { assertRejectedFor, rejectedFor, type RejectedFor } from './rejected-for.ts';
export type { Choice, Unspecified } from './unspecified.ts';
export { worldOf, type WorldOptions } from './world-of.ts';
export type { ServiceFault } from '../model/operations/reply.ts';
export { snapshotArn } from '../model/world/arn.ts';
export { aliasArn, keyArn } from '../model/world/kms.ts';
export type { Caller } from '../model/world/place.ts';
export { findSnapshot, placeState, type Snapshot, type World } from '../model/world/world.ts';
export type { WorldDocument } from '../contract/generated/types.ts';
