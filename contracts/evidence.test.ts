import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { readDocument } from '../src/contract/document.ts';
import { contractValidator } from '../src/contract/contract-validator.ts';
import { conforming, serveVariant, type Variant } from '../src/selftest/mutants/index.ts';
import { evidenceOf, type Evidence, type RuleEvidence } from '../src/verify/evidence/index.ts';
import { patchOf } from '../src/verify/evidence/patch.ts';
import { verify } from '../src/verify/index.ts';
import { runCli } from '../test-support/process.ts';
import { sampleFinding, sampleReport } from '../test-support/sample-report.ts';
import { startServer } from '../src/server/index.ts';

/** What nobody knows of AWS, and how three stand-ins answer it. */
const standIns: Readonly<Record<string, Variant>> = {
  plain: { name: 'as the model' },
  merging: variant('CopyTags and Tags are merged'),
  timing: variant('a copy has a time of its own, as one of CopyDBSnapshot'),
};

function variant(name: string): Variant {
  const found = conforming.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no conforming endpoint is called ${name}`);
  return found;
}

const asked = [
  'copy-unencrypted-stays',
  'tags-over-copy-tags',
  'copy-create-time',
  'kms-unencrypted-source',
  'presigned-url-of-sdk',
];
const cases = directedCases().filter(({ rule }) => asked.includes(rule));

const folder = mkdtempSync(join(tmpdir(), 'ncc-evidence-'));
const pool = join(folder, 'pool');
const recorded = (name: string): string => join(pool, name);
const catalogue = readFileSync('spec/rules.yaml', 'utf8');

beforeAll(async () => {
  mkdirSync(pool);
  for (const [name, standIn] of Object.entries(standIns)) {
    const running = await serveVariant(standIn);
    await verify({ endpoint: running.url, cases, journal: false, record: recorded(name), targetName: name });
    await running.close();
    countAsAws(recorded(name));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Stand-ins for AWS: what they answer counts as if it had. */
function countAsAws(recording: string): void {
  const file = join(recording, 'recording.json');
  const index = JSON.parse(readFileSync(file, 'utf8')) as { target: object };
  writeFileSync(file, JSON.stringify({ ...index, target: { ...index.target, aws: true } }));
}

function ruleIn({ rules }: Evidence, rule: string): RuleEvidence {
  const found = rules.find((each) => each.rule === rule);
  if (found === undefined) throw new Error(`nothing is told of ${rule}`);
  return found;
}

const answersOf = ({ observations }: RuleEvidence): readonly string[] =>
  observations.flatMap(({ bearing, answers }) => answers.map(({ answer }) => `${bearing}: ${answer}`));

describe('evidence', () => {
  it.each([
    {
      name: 'plain',
      of: 'copy-create-time',
      seen: 'confirms',
      answer: /^confirms: a copy, SnapshotCreateTime like its source$/,
    },
    {
      name: 'timing',
      of: 'copy-create-time',
      seen: 'contradicts',
      answer: /^contradicts: SnapshotCreateTime/,
    },
    {
      name: 'plain',
      of: 'tags-over-copy-tags',
      seen: 'confirms',
      answer: /^confirms: a copy, tags "owner": "[^,]*$/,
    },
    {
      name: 'merging',
      of: 'tags-over-copy-tags',
      seen: 'confirms',
      answer: /^confirms: a copy, tags "[^,]*, "/,
    },
    {
      name: 'plain',
      of: 'kms-unencrypted-source',
      seen: 'confirms',
      answer: /^confirms: InvalidParameterCombination \(HTTP 400\)$/,
    },
    { name: 'plain', of: 'presigned-url-of-sdk', seen: 'settles', answer: /^settles: a copy$/ },
    { name: 'plain', of: 'tag-count', seen: 'open', answer: undefined },
  ])('tells of $name that it $seen $of', async ({ name, of, seen, answer }) => {
    const rule = ruleIn(await evidenceOf([recorded(name)]), of);
    expect(rule.seen).toBe(seen);
    const answers = answersOf(rule);
    if (answer === undefined) expect(answers).toEqual([]);
    else
      expect(
        answers.some((each) => answer.test(each)),
        answers.join('\n'),
      ).toBe(true);
  });

  it('tells what the time of a copy is where no rule says anything, which is the first of the open questions', async () => {
    const [plain, timing] = await Promise.all(
      ['plain', 'timing'].map((name) => evidenceOf([recorded(name)])),
    );
    const timeIn = (evidence: Evidence | undefined) =>
      evidence?.members
        .filter(({ member }) => member === 'SnapshotCreateTime')
        .flatMap(({ from, seen }) => seen.map(({ likeSource }) => [from, likeSource]));
    expect(timeIn(plain)).toEqual([
      ['another Region', true],
      ['another account', true],
    ]);
    expect(timeIn(timing)).toEqual([
      ['another Region', false],
      ['another account', false],
    ]);
  });

  it('keeps both of what conflicts', async () => {
    const evidence = await evidenceOf(Object.keys(standIns).map(recorded));
    const time = ruleIn(evidence, 'copy-create-time');
    expect(time.seen).toBe('conflicting');
    expect(new Set(time.observations.map(({ bearing }) => bearing))).toEqual(
      new Set(['confirms', 'contradicts']),
    );
    const rows = evidence.rows.filter(({ rule }) => rule === 'copy-create-time');
    expect(new Set(rows.map(({ as }) => as))).toEqual(new Set(['provenance', 'contradictedBy']));
    expect(ruleIn(evidence, 'tags-over-copy-tags').seen).toBe('conflicting');
    expect(ruleIn(evidence, 'kms-unencrypted-source').seen).toBe('confirms');
  });

  it('tells how a claim would stand, and whose verdict it would change', async () => {
    const finding = sampleFinding({ rule: 'source-not-blank', aspect: 'fault' });
    const emulator = sampleReport({ findings: [finding] });
    const blank = directedCases().filter(({ rule }) => rule === 'source-not-blank');
    const running = await startServer();
    await verify({ endpoint: running.url, cases: blank, journal: false, record: join(folder, 'blank') });
    await running.close();
    countAsAws(join(folder, 'blank'));
    const { rows } = await evidenceOf([join(folder, 'blank')], [emulator]);
    expect(rows.find(({ rule, of }) => rule === 'source-not-blank' && of === 'fault')).toMatchObject({
      from: 'inferred',
      to: 'observed',
      effects: [{ target: emulator.target.name, fails: true }],
    });
    expect(rows.find(({ of }) => of === 'behaviour')?.effects).toEqual([]);
  });

  it('proposes nothing of what is not AWS', async () => {
    const file = join(recorded('plain'), 'recording.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"aws":true', '"version":"1"'));
    const evidence = await evidenceOf([recorded('plain')]);
    writeFileSync(file, text);
    expect([evidence.rows, evidence.accounts, patchOf(evidence, catalogue)]).toEqual([[], 0, '']);
  });

  it('is a patch that applies, and leaves a catalogue that is valid', async () => {
    const { stdout, code } = await runCli('evidence', '--pool', pool, '--report', 'patch');
    expect(code).toBe(0);
    const work = join(folder, 'work');
    mkdirSync(join(work, 'spec'), { recursive: true });
    writeFileSync(join(work, 'spec/rules.yaml'), catalogue);
    writeFileSync(join(work, 'rows.patch'), stdout);
    execFileSync('git', ['init', '-q', '.'], { cwd: work });
    execFileSync('git', ['apply', 'rows.patch'], { cwd: work });
    const patched = readFileSync(join(work, 'spec/rules.yaml'), 'utf8');
    const read = readDocument<{ readonly rules: readonly Rule[]; readonly sources: Record<string, unknown> }>(
      patched,
      'rules.yaml',
      'neptune-copy-contract:rules',
      contractValidator(),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const rule = read.value.rules.find(({ id }) => id === 'kms-unencrypted-source');
    const added = rule?.provenance.filter(({ source }) => source.startsWith('recording-')) ?? [];
    expect(added.map(({ level }) => level)).toContain('observed');
    for (const { source } of added) expect(read.value.sources[source]).toMatchObject({ service: 'Neptune' });
  });

  it('counts accounts and Regions of a pool, and names neither account', async () => {
    const { stdout } = await runCli('evidence', '--pool', pool);
    expect(stdout).toMatch(/^3 recordings, 3 of AWS \(3 accounts; us-east-1\)\n/);
    expect(stdout).toContain('Conflicting: 2 rules\n');
  });

  it.each([
    { args: [], message: /evidence needs a recording/ },
    { args: ['--pool', 'src'], message: /src has no recordings: none of its folders has recording\.json/ },
    { args: ['nowhere'], message: /nowhere is no recording/ },
  ])('refuses $args', async ({ args, message }) => {
    const { code, stderr } = await runCli('evidence', ...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

interface Rule {
  readonly id: string;
  readonly provenance: readonly { readonly level: string; readonly source: string }[];
}
