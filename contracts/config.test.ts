import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyCommand } from '../src/cli/verify.ts';
import { spawn } from 'node:child_process';

const schema = JSON.parse(readFileSync(new URL('../spec/config.schema.json', import.meta.url), 'utf8')) as {
  readonly properties: Readonly<Record<string, { readonly type?: string | readonly string[] }>>;
};
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
const folder = mkdtempSync(join(tmpdir(), 'ncc-config-'));
const usual = join(folder, 'neptune-copy-contract.yaml');
beforeEach(() => rmSync(usual, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `verify` in the folder. */
function run(...args: readonly string[]) {
  return new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>(
    (resolve, reject) => {
      const child = spawn(process.execPath, ['--import', tsx, main, 'verify', ...args], { cwd: folder });
      const written = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const)
        child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += text));
      child.once('error', reject).once('close', (code) => resolve({ code, ...written }));
    },
  );
}

describe('the schema of the configuration', () => {
  it('has a member for each flag of verify that is worth keeping', () => {
    const { $schema: _ofEditors, ...properties } = schema.properties;
    const momentary = [
      ...['config', 'dry-run', 'list', 'record', 'recording', 'self-test', 'shard', 'update-baseline'],
    ];
    const flags = verifyCommand().options.map(({ long }) => long?.slice(2) ?? '');
    expect([...Object.keys(properties), ...momentary].sort()).toEqual([...flags].sort());
  });

  it('takes lists where flags are repeatable, and truths where they have no value', () => {
    for (const option of verifyCommand().options) {
      const member = schema.properties[option.long?.slice(2) ?? ''];
      if (member === undefined) continue;
      const isList = /repeatable|a second is the other one/.test(option.description);
      expect(member.type === 'array', option.flags).toBe(isList);
      expect([member.type].flat().includes('boolean'), option.flags).toBe(!option.required);
    }
  });
});

describe('a configuration', () => {
  const list = ['--list', '--report', 'json'];
  const cases = (stdout: string): readonly string[] =>
    (
      JSON.parse(stdout) as {
        readonly rules: readonly { readonly cases: readonly { readonly id: string }[] }[];
      }
    ).rules.flatMap((rule) => rule.cases.map(({ id }) => id));

  it('in the working folder is used, and told of', async () => {
    writeFileSync(usual, 'case: [quotas/five-in-progress]\n');
    const { code, stdout, stderr } = await run(...list);
    expect({ code, cases: cases(stdout) }).toEqual({ code: 0, cases: ['quotas/five-in-progress'] });
    expect(stderr).toBe('flags that are not given are taken from neptune-copy-contract.yaml\n');
  });

  it('gives way to flags, and to a file that is named', async () => {
    writeFileSync(usual, 'case: [quotas/five-in-progress]\n');
    const flag = await run(...list, '--case', 'quotas/four-in-progress');
    expect(cases(flag.stdout)).toEqual(['quotas/four-in-progress']);
    writeFileSync(join(folder, 'other.yaml'), 'grep: five\nexclude-rule: [tag-count]\nquiet: true\n');
    const named = await run(...list, '--config', 'other.yaml');
    expect(named.stderr).toBe('');
    expect(cases(named.stdout)).toContain('quotas/five-in-progress-local');
  });

  it('has all that flags have: numbers, shares, truths, lists', async () => {
    writeFileSync(
      usual,
      'rule: [copy-arn, target-unique]\nmin-measured: 100%\nbail: true\nquiet: true\ninsecure: false\nseed: 7\nrequirements: 2026-11\nreport: [json=out.json]\n',
    );
    expect(await run()).toEqual({ code: 0, stdout: '', stderr: 'neptune-copy-contract: conforms\n' });
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({
      seed: 7,
      requirements: '2026-11',
      demands: { minMeasured: { unit: 'share', value: 1 } },
      rules: [{ id: 'target-unique' }, { id: 'copy-arn' }],
    });
  });

  it.each([
    ['an unknown member', 'seed: 1\nendpiont: http://x\n', ':2:11: endpiont: unknown member "endpiont"'],
    ['a value of another kind', 'seed: 1\nruns: many\n', ':2:7: runs: '],
    [
      'an unknown rule',
      'seed: 1\nrule:\n  - copy-arm\n',
      ': rule: There is no rule "copy-arm"; did you mean "copy-arn"?',
    ],
    [
      'an unknown requirement set',
      'seed: 1\nrequirements: 2001-01\n',
      ': requirements: There is no requirement set "2001-01"; there are ',
    ],
    ['a gate that there is not', 'gate: certain\n', ':1:7: gate: '],
    ['an endpoint that is none', 'endpoint: localhost\n', ':1:11: endpoint: Not an http or https URL.'],
    ['a flag of a moment', 'list: true\n', ':1:7: list: unknown member "list"'],
    ['no YAML', 'seed: [\n', 'neptune-copy-contract.yaml:'],
  ])('is refused with its place: %s', async (_, text, words) => {
    writeFileSync(usual, text);
    const { code, stdout, stderr } = await run();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('neptune-copy-contract.yaml:');
    expect(stderr).toContain(words);
  });

  it('that is named and not there is refused', async () => {
    const { code, stderr } = await run('--config', 'none.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('none.yaml');
  });
});
