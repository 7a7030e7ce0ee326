import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../src/server/index.ts';
import { startMoto } from '../test-support/moto.ts';
import { findPython } from '../test-support/python.ts';
import { commandsOf, filesToWrite, missingLines } from '../test-support/readme-blocks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ncc-package-'));
const project = join(folder, 'project');

/** A command as somebody types it in the project; its output in plain text. */
function play(command: string): Promise<{ readonly code: number; readonly output: string }> {
  const {
    FORCE_COLOR: _force,
    CI: _ci,
    NODE_OPTIONS: _options,
    NODE_TEST_CONTEXT: _test,
    ...env
  } = process.env;
  const options = { cwd: project, env: { ...env, NO_COLOR: '1' }, timeout: 240_000, maxBuffer: 64_000_000 };
  // Not spawnSync: the server that a command talks to may be a child of this process, and writes to it.
  return new Promise((resolve) => {
    execFile('bash', ['-c', command], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), output: stdout + stderr }),
    );
  });
}

/** What there is in a project of somebody else's: the packed package, installed, and the files that the README names. */
beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  const [entry] = JSON.parse(packed.slice(packed.indexOf('['))) as [{ filename: string }];
  const tarball = join(folder, entry.filename);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'theirs', type: 'module' }));
  const [install] = commandsOf('install');
  expect(existsSync(tarball) && install?.command.endsWith(` ../${entry.filename}`)).toBe(true);
  execFileSync('bash', ['-c', `${install?.command} --no-audit --no-fund aws-sdk-client-mock`], {
    cwd: project,
    stdio: 'pipe',
  });
  for (const [name, text] of filesToWrite) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command of the installed package', () => {
  it('says for each command what it does, with examples', async () => {
    const { output } = await play('npx neptune-copy-contract --help');
    const commands = [...output.matchAll(/^ {2}([a-z]+) .*/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
    expect(commands).toEqual(
      expect.arrayContaining([
        'verify',
        'doctor',
        'init',
        'check',
        'explain',
        'replay',
        'report',
        'drift',
        'serve',
        'completion',
      ]),
    );
    const groups = ['report', 'baseline', 'recording', 'live'];
    const ofGroups = [
      'report merge',
      'report compare',
      'baseline upgrade',
      'recording diff',
      'live init',
      'live plan',
      'live run',
    ];
    const single = commands.filter((name) => name !== undefined && !groups.includes(name));
    for (const command of [...single, ...ofGroups])
      expect((await play(`npx neptune-copy-contract ${command} --help`)).output, command).toContain(
        '\nExamples:\n',
      );
  });

  it('loads little for --help: neither the AWS SDK nor what judges', async () => {
    const { code, output } = await play(
      `NODE_DEBUG=esm node node_modules/neptune-copy-contract/dist/cli/main.js --help`,
    );
    expect(code).toBe(0);
    expect(output).toContain('/dist/cli/program.js');
    expect(output).not.toMatch(
      /@aws-sdk|@smithy|fast-check|immutable|ajv|\/dist\/(?:verify|search|server|model)\//,
    );
  });

  it('keeps to plain text where no colour is wanted, and to colour where it is', async () => {
    const run = 'npx neptune-copy-contract verify --rule tag-count --pairs 0';
    const escape = String.fromCharCode(27);
    expect((await play(run)).output).not.toContain(escape);
    expect((await play(`unset NO_COLOR; FORCE_COLOR=1 ${run}`)).output).toContain(`${escape}[`);
  });
});

describe('played from the README, in a project of its own', () => {
  it('somebody whose code copies snapshots', async () => {
    for (const { command, output: expected } of commandsOf('code')) {
      const { code, output } = await play(command);
      expect(missingLines(expected, output), output).toEqual([]);
      expect(code).toBe(0);
    }
  });

  it('somebody who begins', async () => {
    const [init, verify] = commandsOf('init');
    const server = await startServer({ copyDuration: 50 });
    try {
      const first = await play((init?.command ?? '').replace('http://127.0.0.1:4566', server.url));
      expect(missingLines(init?.output ?? 'a command', first.output), first.output).toEqual([]);
      expect(first.code).toBe(0);
      const then = await play(verify?.command ?? '');
      expect(missingLines(verify?.output ?? 'a command', then.output), then.output).toEqual([]);
      expect(then.code).toBe(0);
    } finally {
      await server.close();
      // What follows is played without its configuration.
      rmSync(join(project, 'neptune-copy-contract.yaml'));
    }
  });

  it('somebody who records a run, and judges it when the server is gone', async () => {
    const [record, ...others] = commandsOf('recording');
    const server = await startServer();
    const first = await play((record?.command ?? '').replace('http://127.0.0.1:4566', server.url));
    await server.close();
    expect(first.code, first.output).toBe(0);
    expect(others).toHaveLength(3);
    for (const { command, output: expected } of others) {
      const { code, output } = await play(command);
      expect(missingLines(expected, output), output).toEqual([]);
      expect(code).toBe(0);
    }
  });

  it('somebody who plans copies', async () => {
    const [tests, check] = commandsOf('plans');
    const [asFunction] = commandsOf('function');
    const [imports, inWorld] = commandsOf('world');
    for (const [played, exit] of [
      [tests, 0],
      [check, 1],
      [asFunction, 1],
      [imports, 0],
      [inWorld, 1],
    ] as const) {
      const { code, output } = await play(played?.command ?? '');
      expect(missingLines(played?.output ?? 'a command', output), output).toEqual([]);
      expect(code).toBe(exit);
    }
  });

  const python = findPython();
  it.skipIf(python === undefined)('somebody who maintains an emulator', async () => {
    if (python === undefined) return;
    const moto = await startMoto(python);
    try {
      const [update, reason, gate] = commandsOf('emulator');
      const at = (command = ''): string => command.replace('http://127.0.0.1:5000', moto.url);
      expect((await play(at(update?.command))).code).toBe(1);
      expect((await play(at(reason?.command))).code).toBe(0);
      const { code, output } = await play(at(gate?.command));
      expect(missingLines(gate?.output ?? 'a command', output), output).toEqual([]);
      expect(code).toBe(0);
      for (const file of ['moto.xml', 'moto.html']) expect(existsSync(join(project, file))).toBe(true);
    } finally {
      await moto.close();
    }
  });
});
