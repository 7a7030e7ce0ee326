import { UsageError } from '../errors.ts';
import type { Caller } from '../model/world/place.ts';
import {
  checkPlan,
  contextsOf,
  createPolicyReader,
  duplicateIds,
  readPlan,
  testPolicies,
  unreadableReport,
  type CheckOptions,
  type KnownCaller,
  type PlannedCopy,
  type PlanFile,
  type PlanOptions,
  type Policy,
} from '../check/index.ts';
import { renderParts } from '../reporters/index.ts';
import { formatProblem, type DocumentProblem } from '../contract/document.ts';
import type { CheckReport } from '../contract/generated/types.ts';
import type { CheckFlags } from './flags.ts';
import { complain } from './complain.ts';
import { planLimit, policyLimit, readTexts } from './read-files.ts';
import { version } from '../contract/version.ts';
import { readWorldFile, serveSetting, type ReadWorld } from './world-file.ts';
import { checkSinks, writeSinks } from './write-reports.ts';

/**
 * Runs `check` and writes its reports, whatever happens to what it is to read. Resolves to the exit code: 2 when a file
 * is not valid, of which it tells the places. Throws a UsageError for files that cannot be read, once the reports are
 * written, and for flags that make no sense together.
 */
export async function runCheck(files: readonly string[], flags: CheckFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  refuseNonsense(files, flags);
  if (flags.printContext === true) return printContexts(files, flags);
  await checkSinks(sinks);
  const options: CheckOptions = {
    failOn: flags.failOn,
    allowUndecided: flags.allowUndecided === true,
    version: version(),
  };
  const write = (report: CheckReport): Promise<void> =>
    writeSinks(sinks, (format, color) => renderParts('check', format, report, { color }));
  const report = await makeReport(files, flags, options).catch(async (error: unknown) => {
    if (error instanceof UsageError) {
      const [file = '.'] = [...files, ...(flags.policy ?? [])];
      const problem = { file, line: 1, column: 1, message: error.message };
      await write(unreadableReport([problem], files.length, options));
    }
    throw error;
  });
  for (const finding of report.findings)
    if (finding.rule === 'input/unreadable') complain(formatProblem(finding));
  await write(report);
  return report.summary.exitCode;
}

/** Refuses flags that make no sense together. */
function refuseNonsense(files: readonly string[], flags: CheckFlags): void {
  const { testPolicies = false, policy, printContext = false, report } = flags;
  if (printContext && (testPolicies || policy !== undefined || report !== undefined))
    throw new UsageError(
      '--print-context judges nothing: it goes without --policy, --test-policies and --report.',
    );
  if (!testPolicies && files.length === 0)
    throw new UsageError('no file is given to check; `check --help` tells more.');
  if (!testPolicies) return;
  if (files.length > 0)
    throw new UsageError('--test-policies takes no files; check them in a run of their own.');
  if (policy === undefined) throw new UsageError('--test-policies needs --policy to know which.');
}

async function makeReport(
  files: readonly string[],
  flags: CheckFlags,
  options: CheckOptions,
): Promise<CheckReport> {
  const policies = await readPolicies(flags.policy ?? []);
  if (flags.testPolicies === true)
    return policies.problems.length > 0
      ? unreadableReport(policies.problems, 0, options)
      : testPolicies(policies.policies, options);
  const { plan, world, caller, now } = await readInputs(files, flags);
  const held = [...policies.problems, ...(world?.ok === false ? world.problems : [])];
  if (held.length > 0) {
    const problems = [...plan.flatMap((each) => each.problems), ...held];
    return unreadableReport(problems, plan.length, options);
  }
  if (plan.every(({ size, problems }) => size + problems.length === 0))
    throw new UsageError(`no copy is planned in ${files.join(', ')}: nothing was checked.`);
  return checkPlan(plan, {
    ...options,
    ...settingOf(world, caller),
    policies: policies.policies,
    now,
  });
}

/** What is judged, and in which world and by whom. */
interface Inputs {
  readonly plan: readonly PlanFile[];
  readonly world: ReadWorld | undefined;
  readonly caller: KnownCaller;
  readonly now: string;
}

async function readInputs(files: readonly string[], flags: CheckFlags): Promise<Inputs> {
  const { now = new Date().toISOString() } = flags;
  const caller: KnownCaller = {
    ...(flags.account !== undefined && { account: flags.account }),
    ...(flags.region !== undefined && { region: flags.region }),
  };
  const plan = await readPlans(files, caller, flags.planFormat);
  const world = flags.world === undefined ? undefined : readWorldFile(flags.world, Date.parse(now));
  return { plan, world, caller, now };
}

const settingOf = (world: ReadWorld | undefined, caller: KnownCaller): Pick<PlanOptions, 'setting'> =>
  world?.ok === true ? { setting: { world: world.world, caller: { ...worldCaller, ...caller } } } : {};

/** Prints what policies decide on, a line of JSON for each copy. Resolves to the exit code. */
async function printContexts(files: readonly string[], flags: CheckFlags): Promise<number> {
  const { plan, world, caller, now } = await readInputs(files, flags);
  const problems = [
    ...plan.flatMap((file) => [...file.problems, ...[...file.copies].flatMap(formProblems)]),
    ...(world?.ok === false ? world.problems : []),
  ];
  for (const problem of problems) complain(formatProblem(problem));
  if (problems.length > 0) return 2;
  for (const each of contextsOf(plan, { ...settingOf(world, caller), now }))
    process.stdout.write(`${JSON.stringify(each)}\n`);
  return 0;
}

const formProblems = ({ file, problems }: PlannedCopy): DocumentProblem[] =>
  problems.map(({ line, column, message }) => ({ file, line, column, message }));

/** Who calls in a world unless told: the roles that a world file speaks of. */
const worldCaller: Caller = { account: serveSetting.accounts.self, region: serveSetting.regions.here };

/** What is judged in one run: a report on more would not fit into 2 GB. */
const mostCopies = 250_000;

async function readPlans(
  files: readonly string[],
  caller: KnownCaller,
  format: CheckFlags['planFormat'],
): Promise<readonly PlanFile[]> {
  const read: PlanFile[] = [];
  let copies = 0;
  for await (const { file, text } of readTexts(files, planLimit)) {
    const plan = readPlan(text, file, caller, format);
    copies += plan.size;
    if (copies > mostCopies)
      throw new UsageError(
        `${file}:1:1: with this file there are more than ${mostCopies} copies; split them`,
      );
    read.push(plan);
  }
  return read;
}

async function readPolicies(
  files: readonly string[],
): Promise<{ policies: readonly Policy[]; problems: readonly DocumentProblem[] }> {
  if (files.length === 0) return { policies: [], problems: [] };
  const reader = createPolicyReader();
  const policies: Policy[] = [];
  const problems: DocumentProblem[] = [];
  for await (const { file, text } of readTexts(files, policyLimit)) {
    const read = reader(text, file);
    policies.push(...read.policies);
    problems.push(...read.problems);
  }
  if (policies.length + problems.length === 0) throw new UsageError(`no policy is in ${files.join(', ')}.`);
  return { policies, problems: [...problems, ...duplicateIds(policies)] };
}
