import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeState, realise, plainSetting, type World } from '../src/model/index.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import { leftIn } from '../test-support/leftovers.ts';
import { start, type Ended, type Running } from '../test-support/process.ts';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'ncc-cleanup-'));
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
let state = 0;
let home: string;

/** Somebody's account, before anybody judged anything. */
const somebodys: World = realise(
  {
    keys: { theirs: { alias: true } },
    snapshots: {
      n: {},
      'prod-backup': { tags: [{ Key: 'keep', Value: 'yes' }] },
      spare: { region: 'elsewhere' },
    },
  },
  { ...plainSetting, nameOf: (handle) => handle },
).world;

let server: RunningServer;
beforeEach(async () => {
  state += 1;
  home = join(folder, `state-${state}`);
  server = await startServer({ world: { ...somebodys, clock: Date.now() } });
});
afterEach(() => server.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (...args: readonly string[]): Running =>
  start(
    process.execPath,
    ['--import', 'tsx', main, ...args],
    { ...process.env, XDG_STATE_HOME: home },
    600_000,
  );
const verifying = (...args: readonly string[]): Running =>
  cli('verify', '--endpoint', server.url, '--runs', '0', '--report', 'json', ...args);
const before = leftIn(somebodys);

/** Resolves once so many copies, or so many keys, stand at the server. */
async function standing(count: number): Promise<void> {
  while (leftIn(server.world()).length < before.length + count) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Kills a run when so many things of it stand. */
async function killed(count: number, ...args: readonly string[]): Promise<string> {
  const run = verifying(...args);
  await standing(count);
  run.child.kill('SIGKILL');
  const { stderr } = await run.ended;
  return /^run ([a-z0-9]{6}) at /.exec(stderr)?.[1] ?? '';
}

const lines = ({ stdout }: Ended): string[] => stdout.trim().split('\n');

describe('what a killed run left', () => {
  it.each([1, 2, 4, 7])('is told, looked at, and removed: %i things', async (count) => {
    const run = await killed(count);
    const left = leftIn(server.world());
    expect(left.length).toBeGreaterThan(before.length);

    expect(await cli('cleanup').ended).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`${run}: `) as string,
    });
    const dry = await cli('cleanup', run, '--dry-run').ended;
    expect(dry.code).toBe(1);
    expect(leftIn(server.world())).toEqual(left);

    const done = await cli('cleanup', run).ended;
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(lines(done).every((line) => line.startsWith(`${run}: removed `))).toBe(true);
    expect(leftIn(server.world())).toEqual(before);
    expect(await cli('cleanup').ended).toMatchObject({ code: 0, stdout: 'no run left anything\n' });
  });

  it('is told by the next run at the same endpoint, which leaves it alone', async () => {
    const first = await killed(3);
    const left = leftIn(server.world());
    const { stderr } = await verifying('--rule', 'source-exists').ended;
    expect(stderr).toContain(`cleanup ${first}\` removes what is still there`);
    expect(leftIn(server.world())).toEqual(left);
    expect((await cli('cleanup', '--all', '--endpoint', 'http://127.0.0.1:1').ended).stdout).toBe(
      'nothing was left\n',
    );
    expect((await cli('cleanup', '--all', '--endpoint', server.url).ended).code).toBe(0);
    expect(leftIn(server.world())).toEqual(before);
  });

  it('is removed by a journal of its own, too', async () => {
    const journal = join(folder, `own-${state}.jsonl`);
    await killed(3, '--journal', journal);
    expect(await cli('cleanup').ended).toMatchObject({ code: 0, stdout: 'no run left anything\n' });
    expect((await cli('cleanup', '--journal', journal).ended).code).toBe(0);
    expect(leftIn(server.world())).toEqual(before);
  });
});

describe('a journal', () => {
  const run = (entries: readonly object[], id = 'abc123'): string => {
    const file = join(folder, `crafted-${state}.jsonl`);
    const head = {
      event: 'run',
      format: 1,
      run: id,
      endpoint: server.url,
      startedAt: '2026-11-24T00:00:00Z',
      pid: 0x3fffffff,
    };
    writeFileSync(file, [head, ...entries].map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    return file;
  };
  const place = { account: plainSetting.accounts.self, region: plainSetting.regions.here };
  const keyId = [...placeState(somebodys, place).keys.keys()][0] ?? '';

  it.each([
    { event: 'made', kind: 'snapshot', name: 'n', place },
    { event: 'asked', kind: 'snapshot', name: 'prod-backup', place },
    { event: 'made', kind: 'snapshot', name: 'prod-backup', place },
  ])('that was made up leads to nobody’s things: $event $name', async (entry) => {
    const done = await cli('cleanup', '--journal', run([entry])).ended;
    expect(done.code).toBe(1);
    expect(leftIn(server.world())).toEqual(before);
    expect(keyId).not.toBe('');
  });

  it('goes with a run that left nothing, and stays where it was asked for', async () => {
    const file = join(folder, `kept-${state}.jsonl`);
    await verifying('--rule', 'source-exists').ended;
    expect(await cli('cleanup').ended).toMatchObject({ code: 0, stdout: 'no run left anything\n' });
    await verifying('--rule', 'source-exists', '--journal', file).ended;
    const events = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event);
    expect([events[0], events.at(-1)]).toEqual(['run', 'end']);
    expect(new Set(events)).toEqual(
      new Set(['run', 'accounts', 'asked', 'made', 'refused', 'removed', 'end']),
    );
  });

  it.each([
    { name: 'no JSON', text: 'x\n', says: ':1: this is no line of a journal' },
    { name: 'no run', text: '{"event":"end"}\n', says: ':1: a journal begins with its run' },
    {
      name: 'a name that is none',
      text: '{"event":"made","kind":"snapshot"}\n',
      says: ':1: this is no line',
    },
  ])('that is none is refused, by its line: $name', async ({ text, says }) => {
    const file = join(folder, `broken-${state}.jsonl`);
    writeFileSync(file, text);
    const done = await cli('cleanup', '--journal', file).ended;
    expect(done).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`${file}${says}`) as string,
    });
  });

  it('that cannot be kept stops the run before anything is made', async () => {
    const done = await verifying('--journal', join(folder, 'no', 'such', 'folder.jsonl')).ended;
    expect(done).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot keep a journal') as string,
    });
    expect(leftIn(server.world())).toEqual(before);
  });
});

describe('AWS itself', () => {
  it.each([
    'https://rds.us-east-1.amazonaws.com',
    'https://RDS.us-east-1.AMAZONAWS.COM.',
    'https://rds.cn-north-1.amazonaws.com.cn',
    'https://rds.us-east-1.api.aws',
    'https://neptune.eusc-de-east-1.amazonaws.eu',
  ])('is refused by whatever makes or removes: %s', async (url) => {
    const failure = join(folder, 'none.json');
    for (const args of [
      ['verify', '--endpoint', url],
      ['verify', '--endpoint', server.url, '--kms-endpoint', url],
    ]) {
      const done = await cli(...args).ended;
      expect(done).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('AWS itself') as string,
      });
    }
    writeFileSync(failure, '{}');
  });
});
