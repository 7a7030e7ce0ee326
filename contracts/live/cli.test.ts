/** `live` as somebody would call it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/cli/program.ts';
import type { Report } from '../../src/contract/generated/types.ts';
import { directedCases } from '../../src/contract/directed-cases.ts';
import { foresee } from '../../src/live/outlook.ts';
import { policiesOf } from '../../src/live/policy.ts';
import { findSnapshot, plainSetting, putSnapshot } from '../../src/model/index.ts';
import { readLive } from '../../src/live/read-live.ts';
import { startServer } from '../../src/server/index.ts';
import { leftIn } from '../../test-support/leftovers.ts';
import { liveFile, liveText, somebodys, withProfiles } from './account.ts';
import { standIn, type StandIn } from './stand-in.ts';

let profiles: ReturnType<typeof withProfiles>;
let file: string;
beforeAll(() => {
  profiles = withProfiles();
  file = join(profiles.folder, 'live.yaml');
  writeFileSync(file, liveText(somebodys()));
});
afterAll(() => profiles.close());

let at: StandIn;
const said = { out: '', err: '' };
beforeEach(async () => {
  at = await standIn(somebodys(), { copyDuration: 0 });
  Object.assign(said, { out: '', err: '' });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true));
  vi.stubEnv('XDG_STATE_HOME', profiles.folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await at.close();
});

/** Runs the command line. Resolves to its exit code. */
async function cli(...args: readonly string[]): Promise<unknown> {
  process.exitCode = undefined;
  await run(['node', 'neptune-copy-contract', 'live', ...args]);
  return process.exitCode;
}
const running = (...args: readonly string[]): Promise<unknown> =>
  cli('run', file, '--endpoint', at.url, '--calls-per-second', '50', ...args);
const state = join('neptune-copy-contract');

describe('live plan', () => {
  it('tells cases, copies, calls, time, cost and permissions, and calls nothing', async () => {
    expect(await cli('plan', file)).toBe(0);
    expect(said.out).toMatch(
      /At AWS itself, this run tries \d{3} cases, with at most:\n {2}copies: 40 of \d+ \(--max-copies\), \d+ between Regions; calls: \d+; time: [\d.]+ hours\n {2}cost: \d+\.\d\d USD, if no snapshot holds more than 10 GiB/,
    );
    expect(said.out).toContain('quotas of an account are not used up for a test');
    expect(said.out).toContain('The policy that the caller in 222222222222 needs:');
    expect(at.asked).toEqual([]);
  });

  it('prints policies alone', async () => {
    expect(await cli('plan', file, '--policy')).toBe(0);
    expect(JSON.parse(said.out)).toEqual(policiesOf(liveFile().live));
  });

  it.each([
    [['plan', 'no-such.yaml'], 'no-such.yaml'],
    [
      ['plan', 'FILE', '--question', 'creat-time'],
      'There is no question "creat-time"; did you mean "create-time"?',
    ],
    [['plan', 'FILE', '--question', 'create-time', '--case', 'a'], 'exclude each other'],
    [['run', 'FILE'], 'nobody can be asked whether to begin; --yes'],
  ])('%j is used wrongly', async (args, message) => {
    expect(await cli(...args.map((each) => (each === 'FILE' ? file : each)))).toBe(2);
    expect(said.err).toContain(message);
    expect(at.asked).toEqual([]);
  });
});

describe('live init', () => {
  it('writes a file of what there is, with which a run can be planned, and only reads', async () => {
    const server = await startServer({ world: somebodys() });
    vi.stubEnv('AWS_ENDPOINT_URL', server.url);
    const out = join(profiles.folder, 'first.yaml');
    const { here, elsewhere } = plainSetting.regions;
    const init = [
      'init',
      '--profile',
      'graph',
      '--region',
      here,
      '--elsewhere',
      elsewhere,
      '--other-profile',
      'partner',
      '--out',
      out,
    ];
    expect(await cli(...init)).toBe(0);
    expect(leftIn(server.world())).toEqual(leftIn(somebodys()));
    const { live } = readLive(readFileSync(out, 'utf8'), out);
    expect(live.accounts).toEqual(liveFile().live.accounts);
    expect(
      Object.values(live.snapshots ?? {})
        .map(({ identifier }) => identifier)
        .sort(),
    ).toEqual(
      Object.values(liveFile().live.snapshots ?? {})
        .map(({ identifier }) => identifier)
        .sort(),
    );
    expect(foresee(directedCases(), live, 'full', 'live1').calls).toEqual(
      foresee(directedCases(), liveFile().live, 'full', 'live1').calls,
    );
    expect(await cli(...init)).toBe(2);
    expect(said.err).toContain(`${out} is there already; --force replaces it.`);
    await server.close();
  });

  it('tells that there is nothing, or nobody to ask', async () => {
    const server = await startServer();
    vi.stubEnv('AWS_ENDPOINT_URL', server.url);
    expect(await cli('init', '--profile', 'graph', '--region', 'us-east-1')).toBe(2);
    expect(said.err).toContain('the account of graph has no snapshot in us-east-1');
    await server.close();
    expect(await cli('init', '--profile', 'nobody', '--region', 'us-east-1')).toBe(2);
    expect(said.err).toContain('AWS cannot be asked as nobody in us-east-1');
  });
});

describe('live run', () => {
  it('asks a question alone, removes its copy, and leaves no journal', async () => {
    const out = join(profiles.folder, 'report.json');
    await running('--question', 'create-time', '--yes', '--report', `json=${out}`, '--copies-at-once', '5');
    const report = JSON.parse(readFileSync(out, 'utf8')) as Report;
    expect(report.rules.find(({ id }) => id === 'copy-create-time')?.cases).toMatchObject([
      { status: 'pass' },
    ]);
    expect(at.asked.filter((each) => each.startsWith('Copy')).length).toBe(3);
    expect(leftIn(at.world())).toEqual(leftIn(somebodys()));
    expect(said.err).toMatch(/run live[a-z0-9]{6}; if it is killed, `neptune-copy-contract cleanup live/);
    expect(readdirSync(join(profiles.folder, state))).toEqual([]);
  });

  it('a run that met its limit is resumed by its id', async () => {
    const args = ['--case', 'source-lookup/unknown-name', '--rejections', '--yes', '--report', 'json'];
    expect(await running(...args, '--max-calls', '3')).toBe(2);
    expect(said.err).toContain('the budget of 3 calls is used up, before anything was tried');
    expect(await running(...args, '--max-calls', '17')).toBe(2);
    expect(said.err).toContain('the budget of 17 calls is used up: the report is partial; --resume live');
    const id = /partial; --resume (live[a-z0-9]{6})/.exec(said.err)?.[1] ?? '';
    expect(existsSync(join(profiles.folder, state, `${id}.jsonl`))).toBe(true);
    said.out = '';
    await running(...args, '--resume', id);
    const report = JSON.parse(said.out) as Report;
    expect(report.run).toMatchObject({ id, calls: 1 });
    expect(report.run.stopped).toBeUndefined();
  });

  it('an account that is not as its file tells is told by line and column', async () => {
    const other = join(profiles.folder, 'other.yaml');
    writeFileSync(other, liveText(somebodys()).replace('graph-far,', 'graph-near,'));
    expect(await cli('run', other, '--endpoint', at.url, '--calls-per-second', '50', '--yes')).toBe(2);
    expect(said.err).toContain(
      'other.yaml:9:8: snapshots.far: the account has no such snapshot in eu-west-1',
    );
  });
});

describe('cleanup of a live run', () => {
  it.each([
    ['removes what carries its tag', 'liveabc123', /^liveabc123: removed snapshot ncc-liveabc123-u0-new/, 0],
    [
      'leaves what does not',
      'liveabc999',
      /^liveabc123: left snapshot ncc-liveabc123-u0-new .*: it does not carry the tag/,
      1,
    ],
  ])('%s', async (_, tag, message, left) => {
    await at.close();
    const { accounts, regions } = plainSetting;
    const place = { account: accounts.self, region: regions.here };
    const source = findSnapshot(somebodys(), place, 'graph-small');
    if (source === undefined) throw new Error('there is no source');
    const name = 'ncc-liveabc123-u0-new';
    const shape = { ...source.shape, DBClusterSnapshotIdentifier: name };
    const tags = [{ Key: 'neptune-copy-contract', Value: tag }];
    at = await standIn(putSnapshot(somebodys(), { ...source, name, shape, tags }));
    const journal = join(profiles.folder, `left-${tag}.jsonl`);
    const head = {
      event: 'run',
      format: 1,
      run: 'liveabc123',
      endpoint: at.url,
      live: true,
      startedAt: '2026-11-27T00:00:00Z',
      pid: 0x3fffffff,
    };
    const known = { event: 'accounts', accounts: [{ id: place.account, by: 'profile', name: 'graph' }] };
    const made = { event: 'made', kind: 'snapshot', place, name };
    writeFileSync(
      journal,
      [head, known, made, ''].map((each) => (each === '' ? '' : JSON.stringify(each))).join('\n'),
    );
    await run([
      'node',
      'neptune-copy-contract',
      'cleanup',
      '--journal',
      journal,
      ...(left === 0 ? [] : ['--dry-run']),
    ]);
    expect(said.out).toMatch(message);
    expect(leftIn(at.world()).length).toBe(leftIn(somebodys()).length + left);
  });
});
