import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import type { File } from '@vitest/runner';
import { relative } from 'node:path';
import {
  compile,
  fileOf,
  findFastTests,
  idOf,
  nearestFirst,
  runFastTests,
  testsOf,
  type CompiledTest,
  type FastRun,
} from './fast-tests.ts';

/**
 * Stryker's test runner, inside Stryker's own process. @stryker-mutator/vitest-runner starts a thread and loads every
 * module again for each mutant, which takes 0.3 to 0.5 s; here each test file is one script, compiled once and
 * evaluated for each mutant, which takes a few hundredths. It also says so when a test file cannot be loaded, where
 * Vitest's silence would let mutants survive.
 */
class InProcessRunner implements TestRunner {
  private readonly scripts = new Map<string, CompiledTest>();

  /** Each run evaluates everything anew, with the mutant active from the beginning. */
  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    for (const file of await findFastTests()) this.scripts.set(file, await compile(file));
    // Without them nearly every mutant of a rule would survive, and a folder that was moved would look like weak tests.
    if (![...this.scripts.keys()].some((file) => folderOf(file) === casesFolder))
      throw new Error(`no fast test is in src/${casesFolder}, where the cases are tested`);
  }

  /** Runs all tests, and notes which mutants each of them covers. What runs while a file is loaded matters to all its tests. */
  async dryRun(): Promise<DryRunResult> {
    const perTest: Record<string, Record<string, number>> = {};
    const files: File[] = [];
    for (const path of this.scripts.keys()) {
      shared.mutantCoverage = { static: {}, perTest: {} };
      const run = await this.run({
        files: [path],
        bail: false,
        beforeTest: (id) => (shared.currentTestId = id),
        afterTest: () => (shared.currentTestId = undefined),
      });
      const { static: loaded, perTest: tested } = shared.mutantCoverage;
      for (const { id } of resultsOf(run)) perTest[id] = { ...loaded, ...tested[id] };
      files.push(...run);
    }
    const [broken] = brokenFiles(files);
    if (broken !== undefined) {
      return { status: DryRunStatus.Error, errorMessage: `${broken.name}: ${messageOf(broken)}` };
    }
    return {
      status: DryRunStatus.Complete,
      tests: resultsOf(files),
      mutantCoverage: { static: {}, perTest },
    };
  }

  async mutantRun({
    activeMutant,
    testFilter = [],
    hitLimit,
    sandboxFileName,
    disableBail,
  }: MutantRunOptions): Promise<MutantRunResult> {
    // Code has to be held by the tests of its own folder, or by the cases: what others notice of it is chance.
    const folders = [folderOf(sandboxFileName), casesFolder];
    const covering = [...new Set(testFilter.map(fileOf))].filter((path) => folders.includes(folderOf(path)));
    Object.assign(shared, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    try {
      const files = await this.run({
        files: nearestFirst(covering, sandboxFileName),
        bail: !disableBail,
        only: new Set(testFilter),
      });
      const endless = determineHitLimitReached(shared.hitCount, hitLimit);
      const tests = [...resultsOf(files), ...brokenFiles(files)];
      return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
    } finally {
      shared.activeMutant = undefined;
    }
  }

  private run(options: FastRun): Promise<File[]> {
    return runFastTests((file) => {
      const script = this.scripts.get(file);
      if (script === undefined) throw new Error(`${file} is none of the fast tests`);
      return script;
    }, options);
  }
}

/** What mutated code and Stryker tell each other. */
interface Shared {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: MutantCoverage;
  hitCount?: number;
  hitLimit?: number | undefined;
}

const shared = ((globalThis as Record<string, unknown>)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {}) as Shared;

/** The folder of `src` whose tests confirm the directed cases. */
const casesFolder = 'contract';

/** The folder of `src` that a file is in. */
const folderOf = (file: string): string | undefined => /.*\/src\/([^/]+)\//.exec(file)?.[1];

/** Results of the tests that were run. */
const resultsOf = (files: readonly File[]): TestResult[] =>
  testsOf(files).flatMap((test): TestResult[] => {
    const id = idOf(test);
    const told = { id, name: id.slice(fileOf(id).length + 1), timeSpentMs: test.result?.duration ?? 0 };
    if (test.result?.state === 'pass') return [{ ...told, status: TestStatus.Success }];
    if (test.result?.state !== 'fail') return [];
    const failureMessage = test.result.errors?.[0]?.message ?? 'it failed';
    return [{ ...told, status: TestStatus.Failed, failureMessage }];
  });

/** Files that could not be loaded, each as if it were a test: what imports a broken module has noticed it. */
const brokenFiles = (files: readonly File[]): TestResult[] =>
  files.flatMap(({ filepath, result }): TestResult[] => {
    const failureMessage = result?.errors?.[0]?.message;
    if (failureMessage === undefined) return [];
    const name = relative(process.cwd(), filepath);
    return [{ id: `${filepath}#`, name, timeSpentMs: 0, status: TestStatus.Failed, failureMessage }];
  });

const messageOf = (result: TestResult): string =>
  result.status === TestStatus.Failed ? result.failureMessage : '';

/** Where Stryker looks for the runner, which is called `in-process`. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
