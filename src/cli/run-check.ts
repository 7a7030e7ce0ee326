import { readFileSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { UsageError } from '../errors.ts';
import type { Caller } from '../model/place.ts';
import {
  checkPlan,
  createPolicyReader,
  duplicateIds,
  readPlan,
  testPolicies,
  type KnownCaller,
  type PlanFile,
  type Policy,
} from '../policy/index.ts';
import { checkReporters } from '../policy/reporters/index.ts';
import { formatProblem, type DocumentProblem } from '../spec/document.ts';
import type { CheckReport } from '../spec/generated/types.ts';
import type { CheckFlags } from './check.ts';
import { complain } from './complain.ts';
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
  await writeSinks(
    sinks,
    async (format, color) => (await checkReporters[format]?.())?.(report, { color }) ?? '',
  );
  return report.summary.exitCode;
}

type Made =
  | { readonly ok: true; readonly report: CheckReport }
  | { readonly ok: false; readonly problems: readonly string[] };

async function makeReport(files: readonly string[], flags: CheckFlags): Promise<Made> {
  const options = { failOn: flags.failOn, version: version() };
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
  const world = flags.world === undefined ? undefined : await readWorldFile(flags.world, Date.parse(now));
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

async function readPlans(
  files: readonly string[],
  caller: KnownCaller,
): Promise<{ ok: true; files: readonly PlanFile[] } | { ok: false; problems: readonly string[] }> {
  const read = (await readAllTexts(files)).map(({ file, text }) => ({
    file,
    plan: readPlan(text, file, caller),
  }));
  const problems = read.flatMap(({ plan }) => (plan.ok ? [] : plan.problems));
  if (problems.length > 0) return { ok: false, problems: problems.map(formatProblem) };
  return {
    ok: true,
    files: read.flatMap(({ file, plan }) => (plan.ok ? [{ file, copies: plan.copies }] : [])),
  };
}

async function readPolicies(
  files: readonly string[],
): Promise<{ ok: true; policies: readonly Policy[] } | { ok: false; problems: readonly string[] }> {
  if (files.length === 0) return { ok: true, policies: [] };
  const reader = createPolicyReader();
  const read = (await readAllTexts(files)).map(({ file, text }) => reader(text, file));
  if (read.length === 0) throw new UsageError(`no policy is in ${files.join(', ')}.`);
  const policies = read.flatMap((each) => (each.ok ? [each.policy] : []));
  const problems: DocumentProblem[] = read.flatMap((each) => (each.ok ? [] : each.problems));
  problems.push(...duplicateIds(policies));
  return problems.length > 0 ? { ok: false, problems: problems.map(formatProblem) } : { ok: true, policies };
}

/** The texts of files, and of those in folders. A file that is named twice is read once. */
async function readAllTexts(names: readonly string[]): Promise<{ file: string; text: string }[]> {
  const piped = names.includes('-') ? await readAll(process.stdin) : '';
  const files = new Set(names.flatMap((name) => (name === '-' ? [name] : filesIn(name))));
  return [...files].map((file) =>
    file === '-' ? { file: '<stdin>', text: piped } : { file: shown(file), text: readText(file) },
  );
}

/** The file itself, or the documents in a folder and below, in the order of their names. */
function filesIn(name: string): string[] {
  return reading(name, () => statSync(name)).isDirectory() ? filesBelow(name) : [name];
}

function filesBelow(folder: string): string[] {
  return reading(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /\.(?:ya?ml|json)$/.test(entry.name) ? [path] : [];
    });
}

// Synchronous: of ten thousand small files, promises would take longer than everything else.
const readText = (file: string): string => reading(file, () => readFileSync(file, 'utf8'));

/** How reports name a file: from the working directory where it is below it, with slashes. */
function shown(file: string): string {
  const path = isAbsolute(file) ? relative(process.cwd(), file) : file;
  return (path.startsWith('..') ? file : path).split(sep).join('/');
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
