import { UsageError } from '../errors.ts';
import type { Caller } from '../model/world/place.ts';
import {
  checkPlan,
  createPolicyReader,
  duplicateIds,
  readPlan,
  testPolicies,
  type KnownCaller,
  type PlanFile,
  type Policy,
} from '../check/index.ts';
import { render } from '../reporters/index.ts';
import { formatProblem, type DocumentProblem } from '../contract/document.ts';
import type { CheckReport } from '../contract/generated/types.ts';
import type { CheckFlags } from './flags.ts';
import { complain } from './complain.ts';
import { planLimit, policyLimit, readTexts } from './read-files.ts';
import { version } from './version.ts';
import { readWorldFile, serveSetting } from './world-file.ts';
import { checkSinks, writeSinks } from './write-reports.ts';

/**
 * Runs `check` and writes its reports. Resolves to the exit code: 2 when a file is not valid, of which it tells the
 * places. Throws a UsageError for files that cannot be read and flags that make no sense together.
 */
export async function runCheck(files: readonly string[], flags: CheckFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  const made = await makeReport(files, flags);
  if (!made.ok) {
    made.problems.forEach(complain);
    return 2;
  }
  const { report } = made;
  await writeSinks(sinks, (format, color) => render('check', format, report, { color }));
  return report.summary.exitCode;
}

type Made =
  | { readonly ok: true; readonly report: CheckReport }
  | { readonly ok: false; readonly problems: readonly string[] };

async function makeReport(files: readonly string[], flags: CheckFlags): Promise<Made> {
  const options = {
    failOn: flags.failOn,
    allowUndecided: flags.allowUndecided === true,
    version: version(),
  };
  const policies = await readPolicies(flags.policy ?? []);
  if (flags.testPolicies === true) {
    if (files.length > 0)
      throw new UsageError('--test-policies takes no files; check them in a run of their own.');
    if (flags.policy === undefined) throw new UsageError('--test-policies needs --policy to know which.');
    return policies.ok
      ? { ok: true, report: testPolicies(policies.policies, options) }
      : { ok: false, problems: policies.problems };
  }
  if (files.length === 0) throw new UsageError('no file is given to check; `check --help` tells more.');
  const { now = new Date().toISOString().slice(0, 10) } = flags;
  const caller: KnownCaller = {
    ...(flags.account !== undefined && { account: flags.account }),
    ...(flags.region !== undefined && { region: flags.region }),
  };
  const plan = await readPlans(files, caller);
  const world = flags.world === undefined ? undefined : readWorldFile(flags.world, Date.parse(now));
  const problems = [plan, policies, ...(world === undefined ? [] : [world])].flatMap((read) =>
    read.ok ? [] : read.problems,
  );
  if (!plan.ok || !policies.ok || world?.ok === false) return { ok: false, problems };
  if (plan.files.every(({ copies }) => copies.length === 0))
    throw new UsageError(`no copy is planned in ${files.join(', ')}: nothing was checked.`);
  const setting =
    world === undefined ? undefined : { world: world.world, caller: { ...worldCaller, ...caller } };
  const report = checkPlan(plan.files, {
    ...options,
    ...(setting !== undefined && { setting }),
    policies: policies.policies,
    today: now,
  });
  return { ok: true, report };
}

/** Who calls in a world unless told: the roles that a world file speaks of. */
const worldCaller: Caller = { account: serveSetting.accounts.self, region: serveSetting.regions.here };

/** What is judged in one run: a report on more would not fit into 2 GB. */
const mostCopies = 250_000;

async function readPlans(
  files: readonly string[],
  caller: KnownCaller,
): Promise<{ ok: true; files: readonly PlanFile[] } | { ok: false; problems: readonly string[] }> {
  const read: PlanFile[] = [];
  const problems: string[] = [];
  let copies = 0;
  for await (const { file, text } of readTexts(files, planLimit)) {
    const plan = readPlan(text, file, caller);
    if (!plan.ok) {
      problems.push(...plan.problems.map(formatProblem));
      continue;
    }
    copies += plan.copies.length;
    if (copies > mostCopies)
      throw new UsageError(
        `${file}:1:1: with this file there are more than ${mostCopies} copies; split them`,
      );
    read.push({ file, copies: plan.copies });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files: read };
}

async function readPolicies(
  files: readonly string[],
): Promise<{ ok: true; policies: readonly Policy[] } | { ok: false; problems: readonly string[] }> {
  if (files.length === 0) return { ok: true, policies: [] };
  const reader = createPolicyReader();
  const policies: Policy[] = [];
  const problems: DocumentProblem[] = [];
  for await (const { file, text } of readTexts(files, policyLimit)) {
    const read = reader(text, file);
    if (read.ok) policies.push(read.policy);
    else problems.push(...read.problems);
  }
  if (policies.length + problems.length === 0) throw new UsageError(`no policy is in ${files.join(', ')}.`);
  problems.push(...duplicateIds(policies));
  return problems.length > 0 ? { ok: false, problems: problems.map(formatProblem) } : { ok: true, policies };
}
