import { existsSync } from 'node:fs';

/**
 * Mutation testing of the code that decides: the model, the protocol, and of the judging what a verdict hangs on. The
 * score counts every mutant, also those in messages, but for the few that a `Stryker disable` comment excuses with its
 * reason. It does not cover how worlds are staged, how calls are sent, nor how reports look.
 */

/** Of the harness and the report, what decides a verdict. */
const judging = [
  // The outcome, members and tags against the expected set; the form of the answer; the target afterwards.
  'harness/checks/assess',
  'harness/checks/wire-rules',
  'harness/checks/observe',
  'harness/checks/progress',
  'harness/checks/outcome',
  'harness/checks/check',
  // From checks to the status of a case and of a rule, and what a gate fails by.
  'harness/checks/measured-by',
  'report/rule-result',
  'harness/run/attribute-pairs',
  'contract/provenance',
  'report/coverage',
  // What a finding is, and whether it is known.
  'harness/checks/identity',
  'harness/run/names',
  'report/findings',
  'report/baseline',
  'report/baseline-entry',
  'report/baseline-fate',
].map((name) => `src/${name}.ts`);

// A pattern that matches nothing is no error to Stryker, and no mutants are a perfect score.
const missing = judging.filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')} to mutate`);

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  plugins: ['./scripts/mutation/runner.ts'],
  testRunner: 'in-process',
  testRunnerNodeArgs: ['--import', 'tsx'],
  checkerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  mutate: ['src/model/**/*.ts', 'src/protocol/*.ts', ...judging, '!src/**/*.test.ts'],
  ignorePatterns: ['dist', 'reports', 'coverage', '.venv', 'docs'],
  // Most mutants take hundredths of a second; an endless one is not waited for.
  timeoutMS: 3000,
  thresholds: { high: 98, low: 97.5, break: 97.5 },
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
};
