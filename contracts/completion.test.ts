import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { requirementSets } from '../src/contract/generated/catalogue.ts';
import { runCli } from '../test-support/process.ts';

/** What bash offers after these words, the last of which is being written. */
function offered(script: string, words: readonly string[]): readonly string[] {
  const line = words.map((word) => `'${word}'`).join(' ');
  const ask = `${script}
COMP_WORDS=(neptune-copy-contract ${line}); COMP_CWORD=${words.length}
_neptune_copy_contract
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', ask], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.trim().split('\n');
}

describe('completion bash', () => {
  let script = '';
  beforeAll(async () => {
    script = (await runCli('completion', 'bash')).stdout;
  });

  it.each<[readonly string[], readonly string[]]>([
    [['ver'], ['verify']],
    [['verify', '--base'], ['--baseline']],
    [['verify', '--rule', 'copy-ar'], ['copy-arn']],
    [['verify', '--exclude-rule', 'copy-ar'], ['copy-arn']],
    [
      ['verify', '--case', 'quotas/five'],
      ['quotas/five-in-progress', 'quotas/five-in-progress-local', 'quotas/five-in-progress-elsewhere'],
    ],
    [['verify', '--without', 'sh'], ['sharing']],
    [
      ['verify', '--report', 'j'],
      ['json', 'junit'],
    ],
    [['doc'], ['doctor']],
    [['init', '--target'], ['--target-name']],
    [['doctor', '--kms'], ['--kms-endpoint']],
    [['doctor', '--report', 'j'], ['json']],
    [['check', '--report', 's'], ['sarif']],
    [['explain', 'copy-ar'], ['copy-arn']],
    [['explain', 'kms-key/by-alias-'], ['kms-key/by-alias-arn']],
    [
      ['verify', '--gate', ''],
      ['observed', 'documented', 'sibling', 'inferred'],
    ],
    [['verify', '--requirements', ''], requirementSets.map(({ name }) => name)],
    [['explain', '--h'], ['--help']],
    [['live', 'pl'], ['plan']],
    [['live', 'run', '--question', 'create'], ['create-time']],
    [['report', 'mer'], ['merge']],
    [
      ['completion', 'bash', '--'],
      ['--help', '--debug'],
    ],
  ])('offers after %j', (words, expected) => {
    expect(offered(script, words)).toEqual(expected);
  });
});

describe('completion', () => {
  it.each(['zsh', 'fish'])('has something for %s', async (shell) => {
    const { code, stdout } = await runCli('completion', shell);
    expect(code).toBe(0);
    expect(stdout).toContain('verify');
    expect(stdout).toContain('baseline');
  });

  it('has the values of flags for fish', async () => {
    const { stdout } = await runCli('completion', 'fish');
    expect(stdout).toMatch(/-l case -x -a '.*quotas\/five-in-progress.*' -d/);
    expect(stdout).toMatch(/__fish_seen_subcommand_from explain' -a '.*copy-arn/);
  });

  it('refuses another shell', async () => {
    const { code, stderr } = await runCli('completion', 'cmd');
    expect(code).toBe(2);
    expect(stderr).toContain('Allowed choices are bash, zsh, fish');
  });
});
