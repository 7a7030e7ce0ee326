/** Policies that relate: expressions of CEL over the decision context, several policies in a file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPolicyReader, testPolicies } from '../src/check/index.ts';
import { formatProblem } from '../src/contract/document.ts';
import { schemas } from '../src/contract/generated/schemas.ts';
import { createValidator } from '../src/contract/validate.ts';
import { check, here, lines } from '../test-support/check-plans.ts';
import { runCli } from '../test-support/process.ts';

const plain = 'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n';
const policy = (expression: string, more = ''): string =>
  `id: p\nmessage: So it must be.\nvalidations:\n  - expression: ${JSON.stringify(expression)}\n${more}`;
const answer = (expression: string, plan = plain, against: Parameters<typeof check>[1] = {}): string =>
  lines(check(plan, { policies: [policy(expression)], ...against })).join();

describe('an expression', () => {
  it.each<readonly [string, string, string]>([
    ['true', 'copy.region == "us-east-1"', ''],
    ['false', 'copy.region == "eu-west-1"', '1:1 error policy/p'],
    ['about a member', 'request.TargetDBClusterSnapshotIdentifier == "x"', '2:36 error policy/p'],
    ['about what is not there', 'request.KmsKeyId == "x"', '1:1 error policy/p'],
    ['that asks first', '!has(request.KmsKeyId) || request.KmsKeyId == "x"', ''],
    ['with a default', 'request.?KmsKeyId.orValue("x") == "x"', ''],
    ['about the key, where there is none', '!has(key.region)', ''],
    ['about what is not known', 'source.Status == "available"', '1:36 undecided policy/p'],
    ['which does not matter', 'source.Status == "available" || copy.region == "us-east-1"', ''],
    [
      'which does not matter, the other way round',
      'copy.region == "eu-west-1" && source.Status == "available"',
      '1:1 error policy/p',
    ],
    ['whether something is there that is not known', 'has(source.Status)', '1:36 undecided policy/p'],
    ['a pattern', 'copy.DBClusterSnapshotIdentifier.matches("^[a-c]$")', ''],
    ['numbers', 'plan.size + 1 == 2 && plan.toPlace <= 1', ''],
    ['a time', 'timestamp(now).getFullYear() == 2026', ''],
    [
      'types that do not go together',
      'request.SourceDBClusterSnapshotIdentifier > plan.size',
      '1:36 error policy/p',
    ],
  ])('%s', (_, expression, expected) => {
    expect(answer(expression)).toBe(expected);
  });

  it('says what failed, in its own words or in those of the policy', () => {
    const told = (more: string): string | undefined =>
      check(plain, { policies: [policy('copy.region == "x"', more)] }).findings[0]?.message;
    expect(told('')).toBe('So it must be. (failed: copy.region == "x")');
    expect(told('    message: the Region is wrong\n')).toBe('So it must be. (the Region is wrong)');
    const { findings } = check(plain, { policies: [policy('request.KmsKeyId.matches("x")')] });
    expect(findings[0]?.message).toBe(
      'So it must be. (No such key: KmsKeyId in: request.KmsKeyId.matches("x"))',
    );
  });

  it('runs patterns in linear time', () => {
    const long = `${'a'.repeat(60)}!`;
    const plan = plain.replace(': b', `: ${long}`);
    const started = performance.now();
    expect(answer('request.TargetDBClusterSnapshotIdentifier.matches("^(a+)+$")', plan)).toContain(
      'policy/p',
    );
    // A backtracking engine takes centuries.
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('may decide to which copies a policy applies; where it cannot be evaluated, it does', () => {
    const on = (condition: string): string =>
      lines(
        check(plain, {
          policies: [policy('false', `matchConditions: [{ name: n, expression: '${condition}' }]\n`)],
        }),
      ).join();
    expect(on('copy.region == "eu-west-1"')).toBe('');
    expect(on('copy.region == "us-east-1"')).toBe('1:1 error policy/p');
    expect(on('request.KmsKeyId == "x"')).toBe('1:1 error policy/p');
    expect(on('source.Status == "x"')).toBe('1:36 undecided policy/p');
  });

  it('stands beside a schema, and both count', () => {
    const both = (schema: string, expression: string): string =>
      lines(check(plain, { policies: [policy(expression, `require: ${schema}\n`)] })).join();
    expect(both('{}', 'true')).toBe('');
    expect(both('{ required: [key] }', 'true')).toBe('1:1 error policy/p');
    expect(both('{}', 'false')).toBe('1:1 error policy/p');
    expect(both('{ required: [key] }', 'source.Status == "x"')).toBe('1:1 error policy/p');
    expect(both('{}', 'source.Status == "x"')).toBe('1:36 undecided policy/p');
  });
});

describe('the run', () => {
  const three = ['b', 'c', 'd'].map((name) => plain.replace(': b', `: ${name}`)).join('---\n');

  it.each<readonly [string, string, string, Parameters<typeof check>[1]]>([
    ['other copies', 'plan.copies.exists(o, o.DBClusterSnapshotIdentifier == "d")', '', {}],
    ['their places', 'plan.copies.all(o, o.account == copy.account && o.region == copy.region)', '', {}],
    [
      'how many go to one place',
      'plan.toPlace <= 2',
      '1:1 error policy/p,4:1 error policy/p,7:1 error policy/p',
      {},
    ],
    [
      'how many, where a place is not told',
      'plan.toPlace <= 3',
      '1:1 undecided policy/p,4:1 undecided policy/p,7:1 undecided policy/p',
      { caller: {} },
    ],
    [
      'how many were made today, without a world',
      'plan.madeToday == 0',
      '1:1 undecided policy/p,4:1 undecided policy/p,7:1 undecided policy/p',
      {},
    ],
    [
      'how many were made today',
      'plan.madeToday == 2',
      '',
      {
        today: '2026-11-22T09:00:00Z',
        world: {
          snapshots: {
            a: { describes: { SnapshotCreateTime: '2026-11-22T01:00:00.000Z' } },
            x: { describes: { SnapshotCreateTime: '2026-11-22T02:00:00.000Z' } },
            old: { describes: { SnapshotCreateTime: '2026-11-21T23:59:59.000Z' } },
            auto: { type: 'automated', describes: { SnapshotCreateTime: '2026-11-22T02:00:00.000Z' } },
            far: { region: 'elsewhere', describes: { SnapshotCreateTime: '2026-11-22T02:00:00.000Z' } },
          },
        },
      },
    ],
    [
      'how old the source is',
      'source.ageSeconds == 3600',
      '',
      {
        today: '2026-11-22T02:00:00Z',
        world: { snapshots: { a: { describes: { SnapshotCreateTime: '2026-11-22T01:00:00.000Z' } } } },
      },
    ],
  ])('%s', (_, expression, expected, against) => {
    expect(answer(expression, three, against)).toBe(expected);
  });

  it('has a place in it that is not told, so that nobody knows how many go to any', () => {
    const told = `caller: { account: '111111111111', region: us-east-1 }\nrequest: { SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: z }\n`;
    expect(
      lines(check(`${told}---\n${plain}`, { policies: [policy('plan.toPlace <= 1')], caller: {} })),
    ).toEqual(['2:10 undecided policy/p', '4:1 undecided policy/p']);
  });

  it('with many copies is not related copy by copy', () => {
    const many = Array.from({ length: 2001 }, (_, i) => plain.replace(': b', `: b${i}`)).join('---\n');
    const { findings, summary } = check(many, { policies: [policy('plan.copies.exists(o, true)')] });
    expect(summary).toMatchObject({ undecided: 2001, exitCode: 1 });
    expect(findings[0]?.reason).toBe('plan.copies not known');
    expect(check(many, { policies: [policy('plan.size == 2001')] }).findings).toEqual([]);
  });
});

describe('an expression that makes no sense is told where it stands', () => {
  it.each<readonly [string, string, string]>([
    ['no expression', "'1 +'", '4:21: validations.0.expression: Unexpected token: EOF'],
    [
      'a misspelt member',
      'copy.regoin == "x"',
      '4:22: validations.0.expression: copy has no member "regoin"; did you mean "region"?',
    ],
    ['a misspelt part', 'cpoy.region == "x"', '4:17: validations.0.expression: Unknown variable: cpoy'],
    [
      'a misspelt member further on',
      'has(copy.tags.x) && source.status == "x"',
      '4:44: validations.0.expression: source has no member "status"; did you mean "Status"?',
    ],
    [
      'a member of another part',
      '"copy.region == key.Region"',
      '4:37: validations.0.expression: key has no member "Region"',
    ],
    [
      'neither true nor false',
      'size(copy.tags)',
      '4:17: validations.0.expression: an expression is true or false, not of the type int',
    ],
    [
      'a block',
      '|\n      copy.region == "x"\n      && copy.account == now2\n',
      '6:26: validations.0.expression: Unknown variable: now2',
    ],
    [
      'folded',
      '>-\n      copy.region == "x"\n      && copy.acount == "x"\n',
      '5:1: validations.0.expression: copy has no member',
    ],
    ['types', 'now + 1 == 2', '4:17: validations.0.expression: no such overload: string + int'],
  ])('%s', (_, expression, expected) => {
    const text = `id: p\nmessage: m\nvalidations:\n  - expression: ${expression}\n`;
    const { problems, policies } = createPolicyReader()(text, 'p.yaml');
    expect(policies).toEqual([]);
    expect(problems.map(formatProblem)).toHaveLength(1);
    expect(formatProblem(problems[0] ?? never)).toContain(`p.yaml:${expected}`);
  });

  it('a schema for editors is none', () => {
    const text = `$schema: ../spec/policy.schema.json\n${policy('true')}`;
    expect(createPolicyReader()(text, 'p.yaml')).toMatchObject({ policies: [{ id: 'p' }], problems: [] });
  });

  it('so is a policy that asks nothing', () => {
    expect(createPolicyReader()('id: p\nmessage: m\n', 'p.yaml').problems.map(formatProblem)).toEqual([
      'p.yaml:1:1: the policy asks nothing: it has neither require nor validations',
    ]);
  });
});

describe('a file of several policies', () => {
  it('has them all, each with its place', () => {
    const text = `${policy('true')}---\n${policy('false').replace('id: p', 'id: q')}---\nid: r\n`;
    const { problems } = createPolicyReader()(text, 'p.yaml');
    expect(problems.map(formatProblem)).toEqual(['p.yaml:11:1: the member "message" is missing']);
    const both = createPolicyReader()(text.split('---\nid: r')[0] ?? '', 'p.yaml').policies;
    expect(both.map(({ id, locate }) => `${id} ${locate(['id']).line}`)).toEqual(['p 1', 'q 6']);
  });

  it('is among the examples, which pass their own tests', () => {
    const file = 'examples/gated-plans/policies/relations.yaml';
    const { policies, problems } = createPolicyReader()(readFileSync(file, 'utf8'), file);
    expect(problems).toEqual([]);
    expect(policies.map(({ id }) => id)).toHaveLength(6);
    const report = testPolicies(policies, { failOn: 'error', allowUndecided: false, version: '0' });
    expect(report.findings.map(({ message }) => message)).toEqual([]);
    expect(report.summary.subjects).toBeGreaterThan(10);
  });
});

describe('--print-context', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-context-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const plan = join(folder, 'plan.yaml');
  writeFileSync(plan, `${plain}---\n${plain.replace(': b', ': c')}`);
  const flags = ['--account', here.account, '--region', here.region, '--now', '2026-11-22T03:00:00+01:00'];

  it('prints what policies decide on, and what is not known', async () => {
    const { code, stdout } = await runCli('check', plan, '--print-context', ...flags);
    const contexts = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { context: object; unknown: string[] });
    expect(code).toBe(0);
    const validator = createValidator(schemas);
    for (const { context } of contexts)
      expect(validator.problems('neptune-copy-contract:decision-context', context)).toEqual([]);
    expect(contexts).toMatchObject([
      { name: 'b', file: plan, line: 1, context: { now: '2026-11-22T02:00:00.000Z', plan: { toPlace: 2 } } },
      { name: 'c', line: 4, context: { plan: { copies: [{ name: 'b', ...here }, { name: 'c' }] } } },
    ]);
    expect(contexts[0]?.unknown).toContain('source/Status');
  });

  it.each<readonly [string, string[], RegExp]>([
    [
      'with policies',
      [plan, '--policy', 'examples/gated-plans/policies/members'],
      /it goes without --policy/,
    ],
    ['of a plan that is wrong', ['bad.yaml'], /bad\.yaml:3:1: A request has no member "KmsKeyID"/],
  ])('ends with 2 %s', async (_, [file = '', ...more], says) => {
    writeFileSync(join(folder, 'bad.yaml'), `${plain}KmsKeyID: x\n`);
    const path = file === plan ? file : join(folder, file);
    const { code, stdout, stderr } = await runCli('check', path, '--print-context', ...more);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});

const never = { file: '', line: 0, column: 0, message: '' };
