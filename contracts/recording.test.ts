import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { startServer, type RunningServer } from '../src/server/index.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { judgeRecording, verify } from '../src/verify/index.ts';
import { runCli } from '../test-support/process.ts';
import { startProxy } from '../test-support/proxy.ts';

const cases = directedCases().filter(({ rule }) =>
  ['target-unique', 'copy-arn', 'copy-tags-all'].includes(rule),
);

let folder: string;
let server: RunningServer;
let found: Report;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ncc-recording-'));
  server = await startServer();
  found = await verify({ endpoint: server.url, cases, journal: false, record: join(folder, 'whole') });
  await server.close();
});
afterAll(() => rm(folder, { recursive: true }));

/** A copy of the recording that something is done to. */
async function altered(name: string, alter: (copy: string) => Promise<void>): Promise<string> {
  const copy = join(folder, name);
  await cp(join(folder, 'whole'), copy, { recursive: true });
  await alter(copy);
  return copy;
}

const filesOf = async (recording: string): Promise<readonly string[]> =>
  (await readdir(recording, { recursive: true })).filter((file) => file.endsWith('.json'));

const replaceIn = async (file: string, from: string | RegExp, to: string): Promise<void> => {
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(from);
  await writeFile(file, text.replace(from, to));
};

const first = async (recording: string): Promise<string> =>
  join(recording, (await filesOf(recording)).find((file) => file.startsWith('cases')) ?? '');

describe('a recording', () => {
  it('is judged as its run was, when the server is gone', async () => {
    const again = await judgeRecording(join(folder, 'whole'), { cases });
    expect(again.summary).toEqual(found.summary);
    expect(again.summary.cases.pass).toBeGreaterThan(10);
  });

  it('is inconclusive in cases that it does not have, and green in nothing that it did not measure', async () => {
    const { rules, summary } = await judgeRecording(join(folder, 'whole'));
    const missing = rules.filter(({ id }) => id === 'tag-count').flatMap((rule) => rule.cases);
    expect(missing.length).toBeGreaterThan(0);
    for (const { status, reason } of missing)
      expect([status, reason]).toEqual(['inconclusive', 'the recording does not have this call']);
    expect(summary.exitCode).toBe(2);
  });

  it('names neither the host nor the day, nor what signed', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const kept = (await filesOf(join(folder, 'whole'))).filter((file) => file !== 'recording.json');
    expect(kept.length).toBeGreaterThan(10);
    for (const file of kept) {
      const text = await readFile(join(folder, 'whole', file), 'utf8');
      for (const secret of [today, new URL(server.url).host, 'Signature=', 'X-Amz-Signature%3D[^%&]{20}'])
        expect(text, file).not.toMatch(new RegExp(secret));
    }
  });

  const broken: readonly {
    readonly name: string;
    readonly alter: (recording: string) => Promise<void>;
    readonly message: RegExp;
  }[] = [
    {
      name: 'with a status that was changed',
      alter: async (recording) => replaceIn(await first(recording), /"status": \d+/, '"status": 201'),
      message: /cases.*\.json was changed after it was recorded/,
    },
    {
      name: 'without one of its files',
      alter: async (recording) => rm(await first(recording)),
      message: /cases.*\.json is missing: the recording is not whole/,
    },
    {
      name: 'with one file more',
      alter: async (recording) => cp(await first(recording), join(recording, 'cases', 'more.json')),
      message: /more\.json is not of the recording: recording\.json does not name it/,
    },
    {
      name: 'without its index',
      alter: (recording) => rm(join(recording, 'recording.json')),
      message: /no-index is no recording: /,
    },
    {
      name: 'of another format',
      alter: (recording) => replaceIn(join(recording, 'recording.json'), '"format": 1', '"format": 7'),
      message: /recording\.json:2:\d+: format: /,
    },
    {
      name: 'that is no JSON',
      alter: (recording) => writeFile(join(recording, 'recording.json'), '{ "format": '),
      message: /recording\.json:1:\d+: /,
    },
  ];

  it.each(broken)('is refused $name', async ({ name, alter, message }) => {
    const called = name === 'without its index' ? 'no-index' : name.replaceAll(' ', '-');
    const recording = await altered(called, alter);
    await expect(judgeRecording(recording, { cases })).rejects.toThrow(message);
  });

  it('is partial where its run did not come to an end, and tells so', async () => {
    const recording = await altered('partial', async (copy) => {
      await replaceIn(join(copy, 'recording.json'), '"complete": true', '"complete": false');
      await rm(await first(copy));
    });
    const { summary, run } = await judgeRecording(recording, { cases });
    expect(summary.exitCode).toBe(2);
    expect(run.stopped?.reason).toBe('the recording is partial: its run did not come to an end');
    expect(summary.cases.pass).toBeGreaterThan(5);
  });

  it('is not made in a folder that has something, and nothing is sent then', async () => {
    let requests = 0;
    const proxy = await startProxy(server.url, { onRequest: () => (requests += 1) });
    const run = verify({ endpoint: proxy.url, cases, journal: false, record: folder });
    await expect(run).rejects.toThrow(/is not empty: a recording needs a folder of its own/);
    await proxy.close();
    expect(requests).toBe(0);
  });
});

describe('recording diff', () => {
  it('finds nothing between two runs at the same implementation, whose names, times and ids differ', async () => {
    const again = await startServer();
    await verify({ endpoint: again.url, cases, journal: false, record: join(folder, 'again') });
    await again.close();
    const { code, stdout } = await runCli('recording', 'diff', join(folder, 'whole'), join(folder, 'again'));
    expect(stdout).toMatch(/^[1-9]\d calls ended alike, 0 otherwise\n$/);
    expect(code).toBe(0);
  });

  it('shows what was answered otherwise, alike differences together, and what only one of them has', async () => {
    const other = await altered('other', async (copy) => {
      await replaceIn(join(copy, 'recording.json'), /"files": \{[^}]*\}/, '"files": {}');
      await replaceIn(join(copy, 'recording.json'), '"complete": true', '"complete": false');
      for (const file of (await filesOf(copy)).filter((each) => each.includes('target-unique/itself')))
        await replaceIn(join(copy, file), 'AlreadyExistsFault</Code>', 'Gone</Code>');
      await rm(await first(copy));
    });
    const { code, stdout } = await runCli('recording', 'diff', join(folder, 'whole'), other);
    expect(stdout).toMatch(
      /\d+ calls ended alike, \d+ otherwise\n\ntarget-unique\/[^]*, target-unique\/[^]*- DBClusterSnapshotAlreadyExistsFault \(HTTP 400\)\n {2}\+ DBClusterSnapshotGone \(HTTP 400\)/,
    );
    expect(stdout).toMatch(/\n\nOnly in the first\n {2}\S+\n$/);
    expect(code).toBe(1);
  });

  it('says what is no recording', async () => {
    const { code, stderr } = await runCli('recording', 'diff', join(folder, 'whole'), join(folder, 'none'));
    expect(stderr).toMatch(/none is no recording: /);
    expect(code).toBe(2);
  });
});

describe('verify --recording', () => {
  it('tells what verify would tell, and needs no endpoint', async () => {
    const { code, stdout, stderr } = await runCli(
      ...['verify', '--recording', join(folder, 'whole'), '--rule', 'target-unique', '--rule', 'copy-arn'],
    );
    expect(stderr).toContain('conforms');
    expect(stdout).toMatch(/rules: 2 pass/);
    expect(code).toBe(0);
  });

  it('leaves alone what a configuration says of an endpoint', async () => {
    const config = join(folder, 'config.yaml');
    await writeFile(config, 'endpoint: http://127.0.0.1:1\njobs: 2\nrule: [target-unique]\n');
    const { code, stdout } = await runCli(
      ...['verify', '--recording', join(folder, 'whole'), '--config', config],
    );
    expect(stdout).toMatch(/rules: 1 pass/);
    expect(code).toBe(0);
  });

  it.each([['--endpoint', 'http://127.0.0.1:1'], ['--record', 'x'], ['--jobs', '2'], ['--self-test']])(
    'is not to be had with %s',
    async (...flags) => {
      const { code, stderr } = await runCli('verify', '--recording', folder, ...flags);
      expect(stderr).toMatch(/exclude each other/);
      expect(code).toBe(2);
    },
  );
});
