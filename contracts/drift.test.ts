import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { DriftReport } from '../src/contract/generated/types.ts';
import { runCli } from '../test-support/process.ts';

const installed = dirname(createRequire(import.meta.url).resolve('@aws-sdk/client-neptune/package.json'));
const declarations = 'dist-types/commands/CopyDBClusterSnapshotCommand.d.ts';
const declared = readFileSync(join(installed, declarations), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'ncc-drift-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** How a doctored SDK departs from the installed one. */
interface Doctored {
  /** Statements that change `sdk`, the exports of the installed one. */
  readonly change?: string;
  /** What the declaration of the command says. */
  readonly declaration?: string;
}

/** Installs a doctored SDK in a folder of its own. Its schemas are those of the installed one, changed. */
function install(name: string, { change = '', declaration = declared }: Doctored): string {
  const root = join(folder, name, 'node_modules/@aws-sdk/client-neptune');
  mkdirSync(join(root, dirname(declarations)), { recursive: true });
  const manifest = {
    name: '@aws-sdk/client-neptune',
    version: '9.9.9',
    main: 'index.js',
    types: 'dist-types/index.d.ts',
  };
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(root, declarations), declaration);
  writeFileSync(
    join(root, 'index.js'),
    `const sdk = { ...require(${JSON.stringify(installed)}) };\n${change}\nmodule.exports = sdk;\n`,
  );
  return join(folder, name);
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function drift(...args: readonly string[]): Promise<{ code: number | null; report: DriftReport }> {
  const { code, stdout, stderr } = await runCli('drift', '--report', 'json', ...args);
  expect(stderr).toBe('');
  return { code, report: JSON.parse(stdout) as DriftReport };
}

/** What is new, as `path: kind`. */
const news = ({ differences }: DriftReport): string[] =>
  differences.flatMap(({ path, kind, allowed }) => (allowed === undefined ? [`${path}: ${kind}`] : []));

describe('drift', () => {
  it('finds nothing changed in the installed SDK, but for what the contract means', async () => {
    const { code, stdout, stderr } = await runCli('drift');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('@aws-sdk/client-neptune 3.');
    expect(stdout).toMatch(/spec [0-9a-f]{12};/);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('nothing changed but for 3 known differences');
  });

  const input = 'sdk.CopyDBClusterSnapshotMessage$';
  it.each<readonly [string, Doctored, string[], number]>([
    ['nothing in a copy', {}, [], 0],
    [
      'compatible additions',
      {
        change: `${input}[4].push('Kind'); ${input}[5].push(0);
          sdk.DBClusterSnapshot$[4].push('Kind'); sdk.DBClusterSnapshot$[5].push(1);`,
        declaration: declared.replace(
          '@throws',
          '@throws {@link DBClusterNotFoundFault} (client fault)\n * @throws',
        ),
      },
      ['input.Kind: added', 'output.DBClusterSnapshot.Kind: added', 'faults.DBClusterNotFoundFault: added'],
      3,
    ],
    [
      'what breaks the contract',
      {
        change: `${input}[6] = 3; ${input}[5][2] = [0, { xmlName: 'Key' }];
          ${input}[4][3] = 'Url'; ${input}[5][4] = 0;
          const missing = sdk.DBClusterSnapshotNotFoundFault$;
          missing[3] = { ...missing[3], awsQueryError: ['DBClusterSnapshotNotFoundFault', 400] };`,
        declaration: declared.replace('@throws {@link KMSKeyNotAccessibleFault}', ''),
      },
      [
        'input.KmsKeyId: required',
        'input.KmsKeyId: wire-name',
        'input.PreSignedUrl: gone',
        'input.CopyTags: type',
        'input.Url: added',
        'faults.DBClusterSnapshotNotFoundFault: status',
        'faults.KMSKeyNotAccessibleFault: gone',
      ],
      1,
    ],
    [
      'that the operation is gone',
      { change: 'delete sdk.CopyDBClusterSnapshot$; delete sdk.CopyDBClusterSnapshotCommand;' },
      ['operation: gone'],
      1,
    ],
  ])('sees %s', async (name, doctored, expected, exitCode) => {
    const { code, report } = await drift('--sdk', install(name, doctored));
    expect(news(report)).toEqual(expected);
    expect(report.sdk.version).toBe('9.9.9');
    expect(code).toBe(exitCode);
  });

  const added = install('added', { change: `${input}[4].push('Kind'); ${input}[5].push(0);` });
  const allowed = (sdk: string): string =>
    `entries: [{ path: input.Kind, kind: added, sdk: '${sdk}', reason: not yet documented }]\n`;

  it('ends with 0 where additions are no news', async () => {
    const { code, report } = await drift('--sdk', added, '--allow-additions');
    expect({ code, verdict: report.verdict }).toEqual({ code: 0, verdict: 'additions' });
  });

  it('takes an allow-list besides its own', async () => {
    const file = write('known.yaml', allowed('string, optional'));
    const { code, report } = await drift('--sdk', added, '--allow', file);
    expect({ code, verdict: report.verdict, news: news(report) }).toEqual({
      code: 0,
      verdict: 'same',
      news: [],
    });
  });

  it('fails where an entry no longer matches', async () => {
    const file = write('stale.yaml', allowed('string, required'));
    const { code, report } = await drift('--sdk', added, '--allow', file, '--allow-additions');
    expect({ code, verdict: report.verdict }).toEqual({ code: 1, verdict: 'stale' });
    expect(report.stale).toMatchObject([{ file, line: 1, path: 'input.Kind' }]);
  });

  it('fails where its own list no longer matches', async () => {
    const required = install('required', { change: 'sdk.Tag$[6] = 1;' });
    const { code, report } = await drift('--sdk', required);
    expect({ code, verdict: report.verdict }).toEqual({ code: 1, verdict: 'stale' });
    expect(report.stale).toMatchObject([{ file: 'spec/drift.yaml', path: 'input.Tags[].Key' }]);
  });

  it.each<readonly [string, () => readonly string[], string]>([
    ['an SDK that is not there', () => ['--sdk', folder], `npm install --prefix ${folder}`],
    [
      'an SDK that cannot be loaded',
      () => ['--sdk', install('torn', { change: 'throw new Error("torn")' })],
      'torn',
    ],
    [
      'an SDK without schemas',
      () => ['--sdk', install('old', { change: 'delete sdk.CopyDBClusterSnapshot$' })],
      'not understood',
    ],
    [
      'declarations that tell no faults',
      () => ['--sdk', install('mute', { declaration: '' })],
      'tell no faults',
    ],
    ['an allow-list that is not there', () => ['--allow', join(folder, 'nowhere')], 'nowhere'],
    [
      'an allow-list that is none',
      () => ['--allow', write('none.yaml', 'entries:\n  - { path: x }\n')],
      'none.yaml:2:5: entries[0]: ',
    ],
    [
      'an unknown format',
      () => ['--report', 'junit'],
      'There is no format "junit"; there are text, json, github.',
    ],
  ])('ends with 2 and says why: %s', async (_, args, words) => {
    const ended = await runCli('drift', ...args());
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) as string });
  });
});
