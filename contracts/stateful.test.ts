import { describe, expect, it } from 'vitest';
import {
  culprits,
  serveVariant,
  stateful,
  type StatefulMutant,
  type Variant,
} from '../src/selftest/mutants/index.ts';
import { search, type SearchResult } from '../src/harness/search/index.ts';
import { connectEndpoint } from '../src/harness/target/endpoint/index.ts';

/** What a search with the default budget finds at an endpoint, and what is left there afterwards. */
async function searched(variant: Variant, seed = 1): Promise<SearchResult & { readonly remains: number }> {
  const server = await serveVariant(variant);
  const target = await connectEndpoint({
    url: server.url,
    region: 'us-east-1',
    timeout: 10_000,
    runId: 'test',
  });
  try {
    const found = await search(target, {
      seed,
      runs: 20,
      maxCalls: 30,
      // What is looked for is how short a sequence can be, however busy the machine is.
      maxTime: 600_000,
      known: new Set(),
    });
    const leftBehind = [...found.leftBehind, ...(await target.sweep())];
    return { ...found, leftBehind, remains: server.remains() };
  } finally {
    await target.close();
    await server.close();
  }
}

/** A bug that remembers nothing yet. */
const freshly = (bug: StatefulMutant): Variant => ({ name: bug.name, ...bug.variant() });

describe('a bug that shows in the course of several calls', () => {
  it.each(stateful.map((bug) => [bug.name, bug] as const))(
    'is found and shown with the fewest calls: an endpoint that %s',
    async (_, bug) => {
      const { counterexamples, remains, leftBehind } = await searched(freshly(bug));
      const found = counterexamples.filter(({ sighting }) => culprits(bug).includes(sighting.deviation.rule));
      expect(found.map(({ calls }) => calls.length)).toContain(bug.fewest);
      // What a rejection left is nobody's to remove, and told.
      expect(new Set(leftBehind).size).toBe(remains);
    },
  );

  it('is shown by a look at the snapshot that it is about', async () => {
    const [forgetful] = stateful;
    if (forgetful === undefined) throw new Error('no bug to look for');
    const { counterexamples } = await searched(freshly(forgetful));
    const names = counterexamples.map(
      ({ sighting }) => sighting.deviation.seenBy?.input['DBClusterSnapshotIdentifier'],
    );
    expect(names.map(String)).toContainEqual(expect.stringMatching(/-copy-1$/));
  });

  it('is not seen where there is none', async () => {
    const { counterexamples, stopped, runs, copies, remains } = await searched({ name: 'ours' });
    expect(counterexamples).toEqual([]);
    expect(stopped).toEqual([]);
    expect(runs).toBe(20);
    expect(copies).toBeGreaterThan(100);
    expect(remains).toBe(0);
  });

  it('is not seen where copies take their time', async () => {
    const { counterexamples, stopped } = await searched({ name: 'slow copies', copyDuration: 30 });
    expect(counterexamples).toEqual([]);
    expect(stopped).toEqual([]);
  });

  it('is the same for the same seed', async () => {
    const [bug] = stateful.slice(1);
    if (bug === undefined) throw new Error('no bug to look for');
    const calls = async (): Promise<unknown> =>
      (await searched(freshly(bug), 3)).counterexamples.map((found) => [
        found.path,
        found.replayPath,
        found.calls,
      ]);
    expect(await calls()).toEqual(await calls());
  });
});
