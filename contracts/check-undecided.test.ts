/** What cannot be decided does not pass, and what is excused is told: in every format, with the reason. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, describe, expect, it } from 'vitest';
import { formatsOf, render } from '../src/reporters/index.ts';
import { check, here, lines } from '../test-support/check-plans.ts';
import { runCli } from '../test-support/process.ts';

const plain = 'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n';
const key = 'KmsKeyId: arn:aws:kms:eu-west-1:111111111111:key/x\n';
const policyOn = (require: string, more = ''): string =>
  `id: p\nmessage: So it must be.\nrequire: { properties: { ${require} } }\n${more}`;
const onSource = policyOn('source: { properties: { Status: { const: available } } }');
const bySource = 'arn:aws:rds:us-east-1:222222222222:cluster-snapshot:a';

describe('a policy that cannot be decided', () => {
  it.each<readonly [string, string, Partial<typeof here>, string, string]>([
    ['the source', onSource, here, plain, 'source.Status not known; give --world'],
    [
      'the account',
      policyOn("caller: { properties: { account: { const: '1' } } }"),
      {},
      plain,
      'caller.account not known; give --account (or caller in the plan)',
    ],
    [
      'the Region',
      policyOn('copy: { properties: { region: { const: x } } }'),
      { account: here.account },
      plain,
      'copy.region not known; give --region (or caller in the plan)',
    ],
    [
      'the place of a bare name',
      policyOn('source: { properties: { account: { const: x }, region: { const: x } } }'),
      {},
      plain,
      'source.account, source.region not known; give --account (or caller in the plan) and --region (or caller in the plan)',
    ],
    [
      'whether it crosses Regions',
      policyOn('crossRegion: { const: false }'),
      {},
      plain.replace(': a', `: ${bySource}`),
      'crossRegion not known; give --region (or caller in the plan)',
    ],
    [
      'what an alias leads to',
      policyOn('key: { properties: { KeyId: { const: x } } }'),
      here,
      `${plain}KmsKeyId: alias/x\n`,
      'key.KeyId not known; give --world',
    ],
    [
      'the tags of the source',
      policyOn('copy: { properties: { tags: { required: [a] } } }'),
      here,
      `${plain}CopyTags: true\n`,
      'copy.tags not known; give --world',
    ],
    [
      'a source that the request does not name',
      onSource,
      here,
      'TargetDBClusterSnapshotIdentifier: b\n',
      'source not known',
    ],
  ])('fails the run and names what would decide: %s', (_, policy, caller, plan, reason) => {
    const report = check(plan, { policies: [policy], caller });
    const found = report.findings.filter(({ rule }) => rule === 'policy/p');
    expect(found).toMatchObject([{ standing: 'undecided', reason, message: 'So it must be.' }]);
    expect(report.summary.exitCode).toBe(1);
    // A flag that is named decides.
    const told = check(plan, {
      policies: [policy],
      world: { snapshots: { a: {} }, keys: { x: { alias: true } } },
    });
    expect(told.summary.undecided).toBe(reason.includes('give') ? 0 : 1);
  });

  it('passes with --allow-undecided, and where its severity would', () => {
    const allowed = check(plain, { policies: [onSource], allowUndecided: true });
    expect(allowed.summary).toMatchObject({ error: 0, undecided: 1, exitCode: 0 });
    const mild = check(plain, { policies: [`${onSource}severity: warning\n`] });
    expect(mild.summary).toMatchObject({ warning: 0, undecided: 1, exitCode: 0 });
  });
});

describe('a rule of AWS that depends on who calls', () => {
  it.each<readonly [string, string, Partial<typeof here>, string[]]>([
    ['a bare name asks for no place', plain, {}, []],
    ['an alias neither', `${plain}KmsKeyId: alias/x\n`, {}, []],
    ['a key by its ARN', `${plain}${key}`, { account: here.account }, ['3:11 undecided kms-key-region']],
    ['a key, and the Region is told', `${plain}${key}`, { region: 'eu-west-1' }, []],
    [
      'a source by its ARN, of which AWS is at worst not known to refuse one thing',
      plain.replace(': a', `: ${bySource}`),
      {},
      ['1:36 undecided source-partition', '1:36 undecided source-one-step'],
    ],
    [
      'one name twice, where the callers may be one',
      `${plain}---\ncaller: { region: eu-west-1 }\nrequest:\n  ${plain.replace('\n', '\n  ')}`,
      { account: here.account, region: undefined as unknown as string },
      ['7:38 undecided target-unique'],
    ],
    [
      'one name twice, where they are not',
      `caller: { region: eu-west-2 }\nrequest:\n  ${plain.replace('\n', '\n  ')}---\ncaller: { region: eu-west-1 }\nrequest:\n  ${plain.replace('\n', '\n  ')}`,
      {},
      [],
    ],
  ])('%s', (_, plan, caller, expected) => {
    expect(lines(check(plan, { caller }))).toEqual(expected);
  });

  it('fails the run unless it is never broken', () => {
    expect(check(`${plain}${key}`, { caller: {} }).summary.exitCode).toBe(1);
    const url = `${plain}PreSignedUrl: https://example.com\n`;
    expect(check(url, { caller: {} }).summary).toMatchObject({ undecided: 1, exitCode: 0 });
  });
});

describe('every format tells what is undecided and what is excused, and why', () => {
  const excused = policyOn(
    'request: { required: [KmsKeyId] }',
    "exceptions: [{ reason: 'It is retired with ticket BCK-412, which has a long name.', owner: graph-team, expires: '2030-12-31', when: {} }]\n",
  ).replace('id: p', 'id: q');
  const report = check(plain, { policies: [onSource, excused] });

  it.each(formatsOf('check'))('%s', async (format) => {
    const text = await render('check', format, report, { color: false });
    for (const each of [
      'undecided',
      'policy/p',
      'source.Status not known; give --world',
      'policy/q',
      'It is retired with ticket BCK-412, which has a long name. (until 2030-12-31, graph-team)',
    ])
      expect(text).toContain(each);
    expect(text).toMatch(/excused|suppressions/);
  });

  it('what is excused fails nothing', () => {
    expect(check(plain, { policies: [excused] }).summary).toMatchObject({ excused: 1, exitCode: 0 });
  });

  it('text says it in the last line, too', async () => {
    expect(await render('check', 'text', report, { color: false })).toMatch(
      /\nfailed: 1 copy in 1 file, 0 errors, 0 warnings, 0 notes, 1 undecided, 1 excused\n$/,
    );
  });

  it('SARIF suppresses what is excused, has what is undecided open, and knows both again', async () => {
    const results = async (of: typeof report) =>
      (JSON.parse(await render('check', 'sarif', of, { color: false })) as Log).runs[0]?.results ?? [];
    const [open, suppressed] = await results(report);
    expect(open).toMatchObject({ ruleId: 'policy/p', kind: 'open', level: 'none' });
    expect(suppressed?.suppressions).toMatchObject([{ kind: 'external', status: 'accepted' }]);
    expect(open?.suppressions).toBeUndefined();
    const prints = (of: Awaited<ReturnType<typeof results>>) =>
      of.map(({ partialFingerprints }) => partialFingerprints?.['plannedCopy/v1']);
    // A comment above moves every line.
    const moved = await results(check(`# moved\n${plain}`, { policies: [onSource, excused] }));
    expect(prints(moved)).toEqual(prints([open ?? {}, suppressed ?? {}] as typeof moved));
    expect(new Set(prints(moved)).size).toBe(2);
    const twice = prints(await results(check(`${plain}One: 1\nTwo: 2\n`)));
    expect(twice).toHaveLength(2);
    expect(new Set(twice).size).toBe(twice.length);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-undecided-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const plan = join(folder, 'plan.yaml');
  writeFileSync(plan, `${plain}${key}`);

  it.each<readonly [string[], number]>([
    [[], 1],
    [['--allow-undecided'], 0],
    [['--region', 'eu-west-1'], 0],
  ])('%j', async (flags, code) => {
    expect((await runCli('check', plan, ...flags)).code).toBe(code);
  });
});
