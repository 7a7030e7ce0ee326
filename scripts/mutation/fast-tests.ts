import { startTests, type File, type Task, type Test, type VitestRunner } from '@vitest/runner';
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { createVitest } from 'vitest/node';
import * as vitest from './vitest-in-process.ts';

/** A test file with all it imports but packages, as one script that can be evaluated any number of times. */
export interface CompiledTest {
  /** Registers the file's tests with the runner. */
  evaluate(): void;
}

/** Tests to run, and what to be told of. */
export interface FastRun {
  readonly files: readonly string[];
  /** Whether the first failure ends the run. */
  readonly bail: boolean;
  /** Ids of the tests to run; all when absent. */
  readonly only?: ReadonlySet<string>;
  readonly beforeTest?: (id: string) => void;
  readonly afterTest?: () => void;
}

/** Finds the test files of `vitest.mutation.config.ts` under the working directory, and sets them up. */
export async function findFastTests(): Promise<string[]> {
  const context = await createVitest('test', { config: 'vitest.mutation.config.ts', watch: false });
  const files = (await context.globTestSpecifications()).map(({ moduleId }) => moduleId);
  const { setupFiles, env } = context.config;
  await context.close();
  Object.assign(process.env, env);
  for (const file of setupFiles) (await compile(file)).evaluate();
  return files;
}

/** Compiles a test file. */
export async function compile(file: string): Promise<CompiledTest> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // Only test files ask where they are.
    define: { 'import.meta.dirname': JSON.stringify(dirname(file)) },
    logLevel: 'silent',
  });
  const wrapped = `(function (require, module, exports) {${outputFiles[0]?.text ?? ''}\n})`;
  const script = new Script(wrapped, { filename: file });
  const requireFrom: (id: string) => unknown = createRequire(file);
  return {
    evaluate() {
      const load = script.runInThisContext() as (...names: unknown[]) => void;
      const module = { exports: {} };
      load((id: string): unknown => (id === 'vitest' ? vitest : requireFrom(id)), module, module.exports);
    },
  };
}

/** Runs test files one by one; each is evaluated anew, so that nothing is left of the run before. */
export async function runFastTests(
  compiled: (file: string) => CompiledTest | Promise<CompiledTest>,
  { files, bail, only, beforeTest, afterTest }: FastRun,
): Promise<File[]> {
  let failed = false;
  const runner: VitestRunner = {
    config,
    importFile: async (file) => (await compiled(file)).evaluate(),
    onCollected(collected) {
      for (const test of testsOf(collected)) if (only?.has(idOf(test)) === false) test.mode = 'skip';
    },
    onBeforeRunTask(test) {
      if (bail && failed) test.mode = 'skip';
    },
    onBeforeTryTask: (test) => beforeTest?.(idOf(test)),
    onAfterRunTask(test) {
      failed ||= test.result?.state === 'fail';
      afterTest?.();
    },
  };
  const results: File[] = [];
  for (const filepath of files) {
    if (bail && failed) break;
    const run = await startTests([{ filepath }], runner);
    results.push(...run);
    failed ||= run.some(({ result }) => result?.state === 'fail');
  }
  return results;
}

const config: VitestRunner['config'] = {
  root: process.cwd(),
  setupFiles: [],
  name: undefined,
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: 10_000,
  hookTimeout: 10_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};

/** The tests among tasks and within them. */
export const testsOf = (tasks: readonly Task[]): Test[] =>
  tasks.flatMap((task) => ('tasks' in task ? testsOf(task.tasks) : [task]));

/** What a test is known by: its file, and its name with those of the suites around it. */
export function idOf(test: Test): string {
  const names = [test.name];
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) names.unshift(suite.name);
  return `${test.file.filepath}#${names.join(' ')}`;
}

/** The file of the test of that id. */
export const fileOf = (id: string): string => id.slice(0, id.indexOf('#'));

/** Files in the order of how much of the path they share with the one that changed: they are the likeliest to notice. */
export function nearestFirst(files: readonly string[], changed: string): string[] {
  const shared = (file: string): number => {
    let length = 0;
    while (length < file.length && file[length] === changed[length]) length += 1;
    return length;
  };
  return [...files].sort((a, b) => shared(b) - shared(a));
}
