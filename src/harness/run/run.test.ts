import { mock } from 'node:test';
import { describe, expect, it } from 'vitest';
import {
  directedCase,
  fakeTarget,
  missingSource,
  oneSource,
  plainRequest,
  situation,
  staged,
} from '../../../test-support/fakes.ts';
import type { DirectedCase, Situation } from '../../contract/case.ts';
import type { WorldDocument } from '../../contract/generated/types.ts';
import type { Target } from '../target/target.ts';
import type { Progress } from './progress.ts';
import { runCases } from './run.ts';
import type { RunResult } from './result.ts';

const anotherWorld = directedCase({
  id: 'family/keyed',
  situation: situation({ given: { keys: { own: {} }, snapshots: { source: {} } } }),
});
const byOther = directedCase({
  id: 'family/other',
  situation: situation({ caller: { account: 'other', region: 'here' } }),
});

/** Results in short, in the order of the units. */
const outline = ({ results }: RunResult): string[] =>
  [...results]
    .sort(([a], [b]) => a - b)
    .map(([, result]) => result.kind + ('reason' in result ? `: ${result.reason}` : ''));

async function run(target: Target, cases: readonly DirectedCase[], signal?: AbortSignal) {
  const seen: Progress[] = [];
  const result = await runCases(target, {
    cases,
    onProgress: (progress) => seen.push(progress),
    ...(signal !== undefined && { signal }),
  });
  return { result, seen };
}

describe('runCases', () => {
  it('stages each world once, removes each copy, and cleans up', async () => {
    const target = fakeTarget();
    const { result, seen } = await run(target, [directedCase(), missingSource, anotherWorld]);
    expect(outline(result)).toEqual(['measured', 'measured', 'measured']);
    expect(target.journal).toEqual([
      'stage ncc-r1-0-x',
      'send ncc-r1-u0-new',
      'discard ncc-r1-u0-new',
      'send ncc-r1-u1-new',
      'clean up',
      'stage ncc-r1-1-x',
      'send ncc-r1-u2-new',
      'discard ncc-r1-u2-new',
      'clean up',
    ]);
    expect(seen).toEqual([
      { of: 'cases', done: 1, total: 3, failed: 0, label: 'family/plain' },
      { of: 'cases', done: 2, total: 3, failed: 0, label: 'family/missing' },
      { of: 'cases', done: 3, total: 3, failed: 0, label: 'family/keyed' },
    ]);
    expect(result.leftBehind).toEqual([]);
  });

  it('tells how long a call and what is looked at for it took, without its world', async () => {
    let now = 5;
    const clock = mock.method(performance, 'now', () => now);
    const plain = fakeTarget();
    const slow = <T>(milliseconds: number, answer: T): T => {
      now += milliseconds;
      return answer;
    };
    const target: Target = {
      ...plain,
      stage: (...of) => slow(1000, plain.stage(...of)),
      send: (...of) => slow(200.4, plain.send(...of)),
      describe: (...of) => slow(30, plain.describe(...of)),
      discard: (...of) => slow(4, plain.discard(...of)),
    };
    try {
      const { result } = await run(target, [directedCase(), missingSource]);
      expect([...result.results.values()].map(({ milliseconds }) => milliseconds)).toEqual([264, 230]);
    } finally {
      clock.mock.restore();
    }
  });

  it('counts cases with deviations', async () => {
    const target = fakeTarget({
      send: () => Promise.resolve({ attempts: 1, sdk: { kind: 'exception', name: 'Oops', message: '' } }),
    });
    const { seen } = await run(target, [directedCase(), missingSource]);
    expect(seen.map(({ failed }) => failed)).toEqual([1, 2]);
  });

  const table = [
    { name: 'is impossible', given: 'impossible', expected: 'inconclusive: why' },
    { name: 'fails', given: 'failed', expected: 'error: why' },
  ] as const;

  it.each(table)('goes on when staging $name', async ({ given, expected }) => {
    const fake = fakeTarget();
    const target = fakeTarget({
      ...fake,
      stage: (world, nameOf) =>
        world.keys === undefined
          ? Promise.resolve({ kind: given, reason: 'why' })
          : fake.stage(world, nameOf),
    });
    const { result, seen } = await run(target, [directedCase(), missingSource, anotherWorld]);
    expect(outline(result)).toEqual([expected, expected, 'measured']);
    expect(seen.map(({ done }) => done)).toEqual([1, 2, 3]);
  });

  it('does not measure what a second account would have to call', async () => {
    const target = fakeTarget({
      capabilities: [{ name: 'second account', available: false, detail: 'STS says no' }],
    });
    const { result, seen } = await run(target, [byOther, directedCase()]);
    expect(outline(result)).toEqual([
      'inconclusive: the target has no second account: STS says no',
      'measured',
    ]);
    expect(seen.map(({ label }) => label)).toEqual(['family/other', 'family/plain']);
  });

  it('stages nothing when there is nothing to send', async () => {
    const target = fakeTarget({ capabilities: [{ name: 'second account', available: false, detail: '' }] });
    await run(target, [byOther]);
    expect(target.journal).toEqual([]);
  });

  it('tells the run that the target is judged in', async () => {
    expect((await runCases(fakeTarget(), { cases: [] })).runId).toBe('r1');
  });
});

describe('a world that moves on', () => {
  /** A target whose rechecks complain as told, for ever after without complaint. */
  function moving(complaints: readonly (string | undefined)[], left: readonly string[] = []) {
    const queue = [...complaints];
    const names: string[] = [];
    let cleaned = 0;
    const target = fakeTarget({
      stage(_, nameOf) {
        names.push(nameOf('x'));
        return Promise.resolve(
          staged({
            recheck: () => Promise.resolve(queue.shift()),
            cleanUp: () => {
              cleaned += 1;
              return Promise.resolve(left);
            },
          }),
        );
      },
    });
    return { target, names, cleaned: () => cleaned };
  }

  it('is staged again for what was inconclusive, under other names', async () => {
    const { target, names, cleaned } = moving([undefined, 'done too soon', undefined]);
    const { result, seen } = await run(target, [directedCase(), missingSource]);
    expect(outline(result)).toEqual(['measured', 'measured']);
    expect(names).toEqual(['ncc-r1-0-x', 'ncc-r1-1-x']);
    expect(cleaned()).toBe(2);
    expect(seen.map(({ done, label }) => `${done} ${label}`)).toEqual(['1 family/plain', '2 family/missing']);
  });

  it('is an error after three times', async () => {
    const { target, names, cleaned } = moving(['a', 'b', 'c', 'd'], ['snapshot x']);
    const { result } = await run(target, [directedCase()]);
    expect(outline(result)).toEqual(['error: c']);
    expect(new Set(names).size).toBe(3);
    expect(cleaned()).toBe(3);
    expect(result.leftBehind).toEqual(['snapshot x', 'snapshot x', 'snapshot x']);
  });
});

describe('a world that stands', () => {
  const keyed = situation({
    given: { keys: { own: {} }, snapshots: { source: { encryptedWith: 'own' } } },
    request: { ...plainRequest, KmsKeyId: '{own}' },
  });

  it.each([
    ['has the names that the target made up', { keys: { own: 'k-9' } }, 'k-9'],
    [
      'has those of the model where the target tells none',
      undefined,
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ],
  ])('%s', async (_, found, expected) => {
    const asked: unknown[] = [];
    const target = fakeTarget({
      stage: () => Promise.resolve(staged({ ...(found && { found }) })),
      send(_where, { KmsKeyId }) {
        asked.push(KmsKeyId);
        return Promise.resolve({
          attempts: 1,
          sdk: { kind: 'exception', name: 'AccessDenied', message: '' },
        });
      },
    });
    await run(target, [directedCase({ situation: keyed })]);
    expect(asked).toEqual([expected]);
  });
});

describe('clean-up', () => {
  const left = () => Promise.resolve(['cluster c: why']);

  it('tells what is left behind, and goes on', async () => {
    const fake = fakeTarget();
    const target = fakeTarget({
      ...fake,
      async stage(given, nameOf) {
        const staging = await fake.stage(given, nameOf);
        return staging.kind === 'staged' ? staged({ cleanUp: left }) : staging;
      },
      discard: () => Promise.resolve('snapshot x: InternalFailure: why'),
    });
    const { result } = await run(target, [directedCase()]);
    expect(outline(result)).toEqual(['measured']);
    expect(result.leftBehind).toEqual(['snapshot x: InternalFailure: why', 'cluster c: why']);
  });

  it('is done even after a defect, which is not hidden', async () => {
    let cleaned = false;
    const target = fakeTarget({
      stage: () => Promise.resolve(staged({ cleanUp: () => ((cleaned = true), Promise.resolve([])) })),
      send: () => Promise.reject(new TypeError('a defect')),
    });
    await expect(run(target, [directedCase()])).rejects.toThrow('a defect');
    expect(cleaned).toBe(true);
  });
});

describe('an aborted run', () => {
  it('finishes the call, cleans up, and says what was not run', async () => {
    const interruption = new AbortController();
    const fake = fakeTarget();
    const target = fakeTarget({
      ...fake,
      send(caller, request, wire) {
        interruption.abort();
        return fake.send(caller, request, wire);
      },
    });
    const { result, seen } = await run(
      target,
      [directedCase(), missingSource, anotherWorld],
      interruption.signal,
    );
    const interrupted = 'error: the run was interrupted';
    expect(outline(result)).toEqual(['measured', interrupted, interrupted]);
    expect(seen).toHaveLength(1);
    expect(fake.journal).toEqual([
      'stage ncc-r1-0-x',
      'send ncc-r1-u0-new',
      'discard ncc-r1-u0-new',
      'clean up',
    ]);
  });

  it('before it began does nothing', async () => {
    const target = fakeTarget();
    const { result } = await run(target, [directedCase()], AbortSignal.abort());
    expect(outline(result)).toEqual(['error: the run was interrupted']);
    expect(target.journal).toEqual([]);
  });
});

describe('worlds side by side', () => {
  const worlds = ['a', 'b', 'c', 'd'].map((handle) => ({ snapshots: { source: {}, [handle]: {} } }));

  /** What of a name stands at once, most of all, when each of four worlds asks for it. */
  async function mostAtOnce(...names: readonly (string | undefined)[]): Promise<number> {
    let [standing, most] = [0, 0];
    const moment = () => new Promise((resolve) => setImmediate(resolve));
    const target = fakeTarget({
      stage: () => Promise.resolve(staged()),
      async send() {
        standing += 1;
        most = Math.max(most, standing);
        await moment();
        return { attempts: 1, sdk: { kind: 'output', snapshot: {} }, claim: { kind: 'ours' } };
      },
      async discard() {
        await moment();
        standing -= 1;
        return undefined;
      },
    });
    const request = {
      SourceDBClusterSnapshotIdentifier: '{source}',
    };
    const cases = worlds.map((given, i) => {
      const name = names[i % names.length];
      const asked = {
        ...request,
        ...(name !== undefined && { TargetDBClusterSnapshotIdentifier: name }),
      };
      return directedCase({ id: `family/${i}`, situation: situation({ given, request: asked }) });
    });
    const { results } = await runCases(target, { cases, jobs: 4 });
    expect(results.size).toBe(4);
    return most;
  }

  it('are judged at once', async () => {
    expect(await mostAtOnce('{new}')).toBe(4);
  });

  /** How many calls in one world are under way at once, most of all. */
  async function mostInOne(
    given: WorldDocument,
    jobs: number,
    different: Partial<Situation> = {},
  ): Promise<number> {
    let [under, most] = [0, 0];
    const target = fakeTarget({
      stage: () => Promise.resolve(staged()),
      async send() {
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        return { attempts: 1, sdk: { kind: 'exception', name: 'AccessDenied', message: 'no' } };
      },
    });
    const cases = ['a', 'b', 'c', 'd'].map((name) =>
      directedCase({
        id: `family/${name}`,
        situation: situation({
          given,
          ...different,
          request: {
            ...plainRequest,
            TargetDBClusterSnapshotIdentifier: '{new}',
            Tags: [{ Key: name }],
            ...different.request,
          },
        }),
      }),
    );
    const { results } = await runCases(target, { cases, jobs });
    expect(results.size).toBe(4);
    return most;
  }

  const asNamed = { TargetDBClusterSnapshotIdentifier: '{source}' };
  const elsewhere = { caller: { account: 'self', region: 'elsewhere' } } as const;
  it.each<[what: string, given: WorldDocument, jobs: number, different: Partial<Situation>, most: number]>([
    ['two, where other worlds stand beside it', oneSource, 4, {}, 2],
    ['one, where no other does', oneSource, 1, {}, 1],
    ['one, where something is on its way', { snapshots: { source: { status: 'copying' } } }, 4, {}, 1],
    ['one, where a quota is counted', { ...oneSource, places: [{ manualSnapshotsLeft: 0 }] }, 4, {}, 1],
    ['one, where copies cross Regions', oneSource, 4, elsewhere, 1],
    ['one, where they ask for a name of the world', oneSource, 4, { request: asNamed }, 1],
  ])('have so many calls at once: %s', async (_, given, jobs, different, most) => {
    expect(await mostInOne(given, jobs, different)).toBe(most);
  });

  it('of which some may leave lists that nobody can read come last, whichever case is first', async () => {
    const asked: string[] = [];
    const target = fakeTarget({
      send(_caller, { TargetDBClusterSnapshotIdentifier: name = '' }) {
        asked.push(name.replace(/.*-/, ''));
        return Promise.resolve({
          attempts: 1,
          sdk: { kind: 'exception', name: 'AccessDenied', message: 'no' },
        });
      },
    });
    const cases = ['{new}a<b', '{new}-plain', '{new}-two'].map((name, i) =>
      directedCase({
        id: `family/${i}`,
        situation: situation({
          ...(i === 1 && { given: worlds[0] }),
          request: { ...plainRequest, TargetDBClusterSnapshotIdentifier: name },
        }),
      }),
    );
    for (const jobs of [1, 4]) await runCases(target, { cases, jobs });
    expect(asked).toHaveLength(6);
    expect([asked[2], asked[5]]).toEqual(['newa<b', 'newa<b']);
  });

  it('of which one asks for no name comes first, before what another makes of none', async () => {
    const asked: (string | undefined)[] = [];
    const target = fakeTarget({
      send(_caller, { TargetDBClusterSnapshotIdentifier: name }) {
        asked.push(name);
        return Promise.resolve({
          attempts: 1,
          sdk: { kind: 'exception', name: 'AccessDenied', message: 'no' },
        });
      },
    });
    const { TargetDBClusterSnapshotIdentifier: _, ...nameless } = plainRequest;
    const cases = [plainRequest, plainRequest, nameless].map((request, i) =>
      directedCase({
        id: `family/${i}`,
        situation: situation({ ...(worlds[i] && { given: worlds[i] }), request }),
      }),
    );
    for (const jobs of [1, 4]) await runCases(target, { cases, jobs });
    expect(asked).toHaveLength(6);
    expect([asked[0], asked[3]]).toEqual([undefined, undefined]);
  });

  it.each([
    ['once more, three of them', { tooSoon: true } as const, 7],
    ['all of them once more', {}, 8],
  ])('that may be possible alone are tried %s where they are %j', async (_, how, stagings) => {
    let count = 0;
    const target = fakeTarget({
      stage() {
        count += 1;
        return Promise.resolve({ kind: 'impossible', reason: 'done at once', mayPass: true, ...how });
      },
    });
    const cases = worlds.map((given, i) =>
      directedCase({ id: `family/${i}`, situation: situation({ given }) }),
    );
    const result = await runCases(target, { cases, jobs: 4 });
    expect(outline(result)).toEqual(worlds.map(() => 'inconclusive: done at once'));
    expect(count).toBe(stagings);
  });

  // Some targets make something of a blank name: the worlds would find each other's.
  it.each([undefined, '', ' ', 'anybodys'])('ask in turn for what all of them call %j', async (name) => {
    expect(await mostAtOnce(name)).toBe(1);
  });

  // A target that does not escape it writes lists that cannot be read: who looks for a blank name reads the list.
  it('ask in turn for what all of them call blank, and for what XML must escape', async () => {
    expect(await mostAtOnce('{new}<&>', '')).toBe(1);
  });
});
