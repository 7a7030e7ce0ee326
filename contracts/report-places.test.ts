import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, type Ended } from '../test-support/process.ts';
import { sampleFinding, sampleReport } from '../test-support/sample-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-places-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('verify tells its verdict and the files that it wrote on standard error', () => {
  it('where all reports go to files', async () => {
    const ended = await runCli(
      ...['verify', '--rule', 'copy-arn', '--failures', at('failures')],
      ...['--report', `json=${at('a.json')}`, '--report', `junit=${at('a.xml')}`],
    );
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    expect(lines(ended.stderr).slice(-5)).toEqual([
      `wrote 0 failure files to ${at('failures')}`,
      `wrote ${at('a.json')} (json)`,
      `wrote ${at('a.xml')} (junit)`,
      expect.stringMatching(/^\d+ HTTP requests in all$/),
      'neptune-copy-contract: conforms',
    ]);
  });

  it.each(['json', 'github', 'text', 'badge'])('where %s goes to standard output', async (format) => {
    const ended = await runCli('verify', '--rule', 'copy-arn', '--report', format);
    expect(ended.code).toBe(0);
    expect(lines(ended.stderr).at(-1)).toBe('neptune-copy-contract: conforms');
    expect(ended.stderr).not.toContain('wrote');
  });
});

describe('report merge does so, too', () => {
  it('of two parts', async () => {
    const parts = [1, 2].map((part) => at(`${part}.json`));
    for (const [i, file] of parts.entries()) {
      const { code } = await runCli(
        ...['verify', '--rule', 'copy-arn', '--shard', `${i + 1}/2`, '--report', `json=${file}`],
      );
      expect(code).toBe(0);
    }
    const ended = await runCli('report', 'merge', ...parts, '--report', `html=${at('whole.html')}`);
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    expect(ended.stderr).toBe(`wrote ${at('whole.html')} (html)\nneptune-copy-contract: conforms\n`);
  });
});

describe('what cannot be is refused before anything is done', () => {
  it.each<readonly [string, readonly string[], string]>([
    [
      'two files in one',
      ['verify', '--report', `json=${at('x')}`, '--report', `junit=${at('x')}`],
      '--report junit=FILE',
    ],
    ['two on standard output', ['verify', '--report', 'text', '--report', 'json'], '--report json=FILE'],
    [
      'of a comparison',
      ['report', 'compare', at('1.json'), at('2.json'), '--report', 'text', '--report', 'json'],
      '--report json=FILE',
    ],
    ['of a check', ['check', 'x', '--report', 'text', '--report', 'github'], '--report github=FILE'],
    ['verbose without a text', ['verify', '--verbose', '--report', 'json'], 'add --report text'],
    [
      'verbose of the self-test',
      ['verify', '--verbose', '--self-test'],
      '--self-test and --verbose exclude each other',
    ],
  ])('%s', async (_, args, words) => {
    const ended = await runCli(...args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(lines(ended.stderr)).toHaveLength(1);
    expect(ended.stderr).toContain(words);
  });
});

describe('explain of a stored report', () => {
  const finding = sampleFinding({
    cases: ['family/a', 'search/3', 'pairs/x+y'],
    beside: ['v2-deadbeef0000', 'v2-000000000000'],
    verdict: {
      broken: ['source-required'],
      unspecified: [],
      expected: { kind: 'outcome', copy: true, faults: [] },
    },
    sequence: { calls: [], path: '0', replayPath: '' },
  });
  const report = sampleReport({
    findings: [...sampleReport().findings.filter(({ rule }) => rule !== 'copy-arn'), finding],
  });
  const file = at('stored.json');
  let ended: Ended;
  beforeAll(async () => {
    writeFileSync(file, JSON.stringify(report));
    ended = await runCli('explain', file, finding.fingerprint);
  });

  it('shows all of one deviation: rule, sources, cases, evidence, exchange, every script', () => {
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    for (const line of [
      'copy-arn  The copy has an ARN of its own.',
      '  id        v2-f00df00df00d',
      '  at        a target',
      '  expected  an ARN of the copy',
      '  actual    the ARN of the source',
      '  means     what it breaks is documented, and the gate is sibling: it fails the run',
      '  sources   documented: the guide; ARNs; https://docs.example.com/arns.html; 2026-01-01',
      '            observed: a trace',
      '  broken    source-required',
      '  beside    v2-deadbeef0000 wire-status: the ARN of the source',
      '            v2-000000000000',
      'Cases that show it (3)',
      '  family/a: situation family/a',
      '  search/3, pairs/x+y',
      'HTTP request',
      '  Action=CopyDBClusterSnapshot',
      'HTTP response',
      '  <CopyDBClusterSnapshotResponse/>',
      'What the AWS SDK made of it',
      '  an output: {}',
      'Reproduce with aws-cli',
      '  aws neptune x',
      'Reproduce with curl',
      `  curl -d 'a=b' "$endpoint"`,
    ])
      expect(lines(ended.stdout)).toContain(line);
  });

  it('takes the beginning of an id, where it is of one only', async () => {
    expect(await runCli('explain', file, 'v2-f00')).toEqual(ended);
    expect((await runCli('explain', file, 'v2-')).stderr).toContain(
      'more than one deviation that begins with "v2-"',
    );
    expect((await runCli('explain', file, 'v2-77')).stderr).toContain('no deviation "v2-77"');
  });

  it('alone is its page', async () => {
    const { code, stdout } = await runCli('explain', file);
    expect(code).toBe(0);
    expect(lines(stdout)[0]).toBe('CopyDBClusterSnapshot at a target: 2 deviations, 4 of 6 rules measured');
    expect(stdout).toContain('explain FILE v2-f00df00df00d');
  });

  it('that is none, or of what is neither a rule nor a file, ends with 2', async () => {
    writeFileSync(at('none.json'), '{}');
    const none = await runCli('explain', at('none.json'), 'v2-1');
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('none.json:1:1: the member "format" is missing');
    const nope = await runCli('explain', 'nope');
    expect(nope).toMatchObject({ code: 2, stdout: '' });
    expect(nope.stderr).toMatch(
      /^neptune-copy-contract: There is no rule or case "nope", and no report of that name; .*\n$/,
    );
    expect(await runCli('explain', 'nope', 'v2-1')).toMatchObject({ code: 2, stdout: '' });
  });

  it('does not stand in the way of rules', async () => {
    expect((await runCli('explain', 'copy-arn')).stdout).toContain(
      readFileSync('spec/rules.yaml', 'utf8').match(/id: copy-arn[^]*?statement: (.*)/)?.[1] ?? '-',
    );
  });
});
