import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLiedTo, staleIds } from '../../test-support/hostile/lied-to.ts';
import { lieNames, type ToldLie } from '../../test-support/hostile/lies.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 30);

/** Calls of a run, about. */
const length = 250;

const toldLies: fc.Arbitrary<readonly ToldLie[]> = fc.uniqueArray(
  fc.record({
    at: fc.nat(length),
    lie: fc.constantFrom(...lieNames),
    salt: fc.nat(1_000),
  }),
  { selector: ({ at }) => at, maxLength: 60, size: 'max' },
);

const folder = mkdtempSync(join(tmpdir(), 'ncc-liar-'));
const state = process.env['XDG_STATE_HOME'];
beforeAll(() => void (process.env['XDG_STATE_HOME'] = folder));
afterAll(() => {
  if (state === undefined) delete process.env['XDG_STATE_HOME'];
  else process.env['XDG_STATE_HOME'] = state;
  rmSync(folder, { recursive: true, force: true });
});

// Most of a run against a liar is waiting, so several are made at once.
describe.concurrent('a target that lies in random ways', () => {
  it('is tried with cases that there are', () => expect(staleIds()).toEqual([]));

  it('does not bring a run to touch what it did not make', async () => {
    await fc.assert(
      fc.asyncProperty(toldLies, async (told) => {
        const byCall = new Map(told.map((lie) => [lie.at, lie]));
        const { changes, attempts } = await runLiedTo((index) => byCall.get(index));
        expect({ changes, attempts }).toEqual({ changes: [], attempts: [] });
      }),
      { numRuns },
    );
  });

  it.each(lieNames)('does not either with one lie all the time: %s', async (lie) => {
    const { changes, attempts } = await runLiedTo((index) =>
      index > 20 ? { at: index, lie, salt: index * 7 } : undefined,
    );
    expect({ changes, attempts }).toEqual({ changes: [], attempts: [] });
  });
});
