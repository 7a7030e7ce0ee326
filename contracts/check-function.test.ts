/** The command `check` as a function: the same documents give the same report. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check, testPolicies, type CheckInput } from '../src/check/public.ts';
import { runCheck } from '../src/cli/run-check.ts';
import { UsageError } from '../src/errors.ts';
import type { CheckReport } from '../src/contract/generated/types.ts';
import { worldOf } from '../src/testing/world-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-function-'));
afterAll(() => rmSync(folder, { recursive: true }));

const policy = readFileSync(
  new URL('../examples/gated-plans/policies/members/known-accounts.yaml', import.meta.url),
  'utf8',
);
const plain = { SourceDBClusterSnapshotIdentifier: 'a', TargetDBClusterSnapshotIdentifier: 'b' };
const who = { account: '123456789012', region: 'us-east-1' };
const plan = (text: string | object, others: Partial<CheckInput> = {}): CheckReport =>
  check({ plans: { 'plan.json': text }, ...who, ...others });

describe('check as a function', () => {
  it('gives the report that the command gives', async () => {
    const now = '2026-11-22T00:00:00.000Z';
    const text = JSON.stringify([plain, { ...plain, KmsKeyId: 'arn:x' }], null, 2);
    const files = Object.entries({ 'plan.json': text, 'p.yaml': policy }).map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const [file = '', ofPolicy = ''] = files;
    const out = join(folder, 'report.json');
    const flags = {
      ...who,
      policy: [ofPolicy],
      now,
      failOn: 'error',
      report: [{ format: 'json', file: out }],
    } as const;
    const code = await runCheck([file], flags);
    const report = check({
      plans: { [file]: text },
      policies: { [ofPolicy]: policy },
      now: new Date(now),
      ...who,
    });
    expect(report).toEqual(JSON.parse(readFileSync(out, 'utf8')));
    expect(report.summary).toMatchObject({ exitCode: code, subjects: 2 });
    expect(report.findings.length).toBeGreaterThan(2);
  });

  it('takes requests as values, and has exit codes as values', () => {
    const options = { allowUndecided: true } as const;
    expect(plan([plain], options).summary).toMatchObject({ subjects: 1, exitCode: 0 });
    expect(plan([plain, plain]).findings).toMatchObject([
      { rule: 'target-unique', file: 'plan.json', line: 8 },
    ]);
    expect(plan('[', options).summary.exitCode).toBe(2);
    expect(plan([plain], { policies: { 'p.yaml': 'id: 1' } })).toMatchObject({
      summary: { exitCode: 2 },
      findings: [{ file: 'p.yaml' }, {}],
    });
  });

  it('judges in a world', () => {
    const caller = { account: '111111111111', region: 'us-east-1' };
    const world = worldOf({ snapshots: { a: {}, b: {} } });
    expect(plan([plain], { world, ...caller }).findings).toMatchObject([{ rule: 'target-unique' }]);
    expect(() => check({ plans: { 'p.json': [plain] }, world })).toThrow('account and region must be told');
  });

  it('fails on what it is told to', () => {
    const unspecified = { ...plain, Tags: [{ Key: 'k', Value: '' }] };
    expect(plan([unspecified]).summary.exitCode).toBe(0);
    expect(plan([unspecified], { failOn: 'note' }).summary.exitCode).toBe(1);
  });

  it('tests policies', () => {
    expect(testPolicies({ 'p.yaml': policy }).summary).toMatchObject({ exitCode: 0, error: 0 });
    const wrong = policy
      .replace('allowed:', 'x-allowed:')
      .replace('denied:', 'allowed:')
      .replace('x-allowed:', 'denied:');
    expect(testPolicies({ 'p.yaml': wrong }).summary.exitCode).toBe(1);
    expect(() => testPolicies({})).toThrow(UsageError);
  });

  it.each<[says: string, input: CheckInput]>([
    ['no copy is planned in a.json', { plans: { 'a.json': [] } }],
    ['no copy is planned in plans', { plans: {} }],
    ['is not an account of twelve digits', { plans: { 'a.json': [plain] }, account: '1' }],
    ['is not the name of a Region', { plans: { 'a.json': [plain] }, region: 'x' }],
  ])('refuses what makes no sense: %s', (says, input) => {
    expect(() => check(input)).toThrow(UsageError);
    expect(() => check(input)).toThrow(says);
  });
});
