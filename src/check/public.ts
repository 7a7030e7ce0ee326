/**
 * What the command `check` does, as functions: planned copies and policies in, a report out, which `render('check', …)`
 * of `neptune-copy-contract` turns into text, JSON, JUnit, SARIF or annotations. Members are called as the flags are.
 *
 * @example
 * import { check } from 'neptune-copy-contract/check';
 *
 * const { summary, findings } = check({
 *   plans: { 'nightly.json': [{ SourceDBClusterSnapshotIdentifier: 'a', TargetDBClusterSnapshotIdentifier: 'b' }] },
 *   account: '111122223333',
 *   region: 'eu-west-1',
 * });
 */
import type { DocumentProblem } from '../contract/document.ts';
import type { CheckReport, CheckSeverity } from '../contract/generated/types.ts';
import { quoted } from '../contract/shown.ts';
import { version } from '../contract/version.ts';
import { UsageError } from '../errors.ts';
import { isAccount, isRegion } from '../model/world/place.ts';
import type { World } from '../model/world/world.ts';
import { checkPlan } from './check-plan.ts';
import type { PlanFormatName } from './formats/names.ts';
import type { KnownCaller } from './plan.ts';
import type { Policy } from './policy.ts';
import { readPlan } from './read-plan.ts';
import { createPolicyReader, duplicateIds } from './read-policy.ts';
import type { CheckOptions } from './report.ts';
import { testPolicies as hold } from './test-policies.ts';
import { unreadableReport } from './unreadable.ts';

export type { CheckFinding, CheckReport, CheckSeverity } from '../contract/generated/types.ts';
export { importWorld, type ImportedWorld } from './import/import-world.ts';
export type { World } from '../model/world/world.ts';
export type { PlanFormatName } from './formats/names.ts';

/**
 * Documents by the names that findings have for them: texts, or values as they would be in a file of JSON. A name that
 * ends with .json, .jsonl or .ndjson says how a text is read; any other is YAML.
 */
export type Documents = Readonly<Record<string, string | object>>;

/** When a run fails. */
export interface FailOptions {
  /** The mildest severity that fails it; `error` unless told. */
  readonly failOn?: CheckSeverity;
  /** Whether what cannot be decided may pass. */
  readonly allowUndecided?: boolean;
}

/** What is to be judged, and by what. */
export interface CheckInput extends FailOptions {
  /** Planned copies (`spec/plan.schema.json`, or what Terraform, Step Functions, CloudTrail or AWS Backup write). */
  readonly plans: Documents;
  /** How they are written, where that is not to be recognised. */
  readonly planFormat?: PlanFormatName;
  /** Policies (`spec/policy.schema.json`). */
  readonly policies?: Documents;
  /** What there is; then it must be told who calls. Without it, only what needs no world is judged. */
  readonly world?: World;
  /** Who calls, where a plan does not tell: twelve digits. */
  readonly account?: string;
  /** The Region that is called, where a plan does not tell. */
  readonly region?: string;
  /** When the copies are looked at; now unless told. */
  readonly now?: Date;
}

/**
 * Judges planned copies. What is wrong in documents is a finding with its place, and `summary.exitCode` is that of the
 * command. Throws a UsageError for members that make no sense, and where no copy is planned.
 */
export function check(input: CheckInput): CheckReport {
  const { plans, planFormat, policies = {}, world, account, region, now = new Date() } = input;
  const caller = callerOf(account, region);
  const options = optionsOf(input);
  const plan = Object.entries(plans).map(([file, document]) =>
    readPlan(textOf(document), file, caller, planFormat),
  );
  const read = readPolicies(policies);
  if (read.problems.length > 0) {
    const problems = [...plan.flatMap((each) => each.problems), ...read.problems];
    return unreadableReport(problems, plan.length, options);
  }
  if (plan.every(({ size, problems }) => size + problems.length === 0))
    throw new UsageError(
      `no copy is planned in ${Object.keys(plans).join(', ') || 'plans'}: nothing was checked.`,
    );
  const settled = { ...options, policies: read.policies, now: now.toISOString() };
  if (world === undefined) return checkPlan(plan, settled);
  if (account === undefined || region === undefined)
    throw new UsageError('with a world, account and region must be told.');
  return checkPlan(plan, { ...settled, setting: { world, caller: { account, region } } });
}

/** Holds policies against the tests that they bring along, as `check --test-policies` does. */
export function testPolicies(policies: Documents, options: FailOptions = {}): CheckReport {
  const read = readPolicies(policies);
  if (read.policies.length + read.problems.length === 0) throw new UsageError('no policy is given.');
  return read.problems.length > 0
    ? unreadableReport(read.problems, 0, optionsOf(options))
    : hold(read.policies, optionsOf(options));
}

const optionsOf = ({ failOn = 'error', allowUndecided = false }: FailOptions): CheckOptions => ({
  failOn,
  allowUndecided,
  version: version(),
});

/** Values as the text of a file that people could have written. */
const textOf = (document: string | object): string =>
  typeof document === 'string' ? document : JSON.stringify(document, null, 2);

function callerOf(account: string | undefined, region: string | undefined): KnownCaller {
  if (account !== undefined && !isAccount(account))
    throw new UsageError(`account: ${quoted(account)} is not an account of twelve digits.`);
  if (region !== undefined && !isRegion(region))
    throw new UsageError(`region: ${quoted(region)} is not the name of a Region, such as us-east-1.`);
  return { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
}

function readPolicies(documents: Documents): {
  readonly policies: readonly Policy[];
  readonly problems: readonly DocumentProblem[];
} {
  const reader = createPolicyReader();
  const read = Object.entries(documents).map(([file, document]) => reader(textOf(document), file));
  const policies = read.flatMap((each) => each.policies);
  return { policies, problems: [...read.flatMap((each) => each.problems), ...duplicateIds(policies)] };
}
