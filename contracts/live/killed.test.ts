/** Runs in a real account that lose their process, at whichever moment: nothing is left, and whoever resumes misses nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/contract/generated/types.ts';
import { cleanUpLive } from '../../src/harness/live/clean-up.ts';
import { Journal } from '../../src/harness/target/guard/journal.ts';
import { readJournal } from '../../src/harness/target/guard/read-journal.ts';
import { stateFileOf } from '../../src/live/state.ts';
import { leftIn } from '../../test-support/leftovers.ts';
import {
  removeSnapshot,
  findSnapshot,
  putSnapshot,
  plainSetting,
  type World,
} from '../../src/model/index.ts';
import { somebodys, withProfiles } from './account.ts';
import { casesOf, judgeLive, told } from './judge.ts';
import { standIn, type Manners, type StandIn } from './stand-in.ts';

let profiles: ReturnType<typeof withProfiles>;
beforeAll(() => (profiles = withProfiles()));
afterAll(() => profiles.close());

let at: StandIn;
afterEach(async () => {
  vi.restoreAllMocks();
  await at.close();
});

const before = leftIn(somebodys());
/** A service that overlooks that a key is wrong: what is to be told the same has something in it. */
const manners: Manners = {
  copyDuration: 20 * 60_000,
  lag: 30_000,
  overlooks: (body) => body.replace(/&KmsKeyId=[^&]*/, ''),
};
/** What AWS may do while a run is there: slow, late, busy, and silent now and then. */
const mannersOfAws: fc.Arbitrary<Manners> = fc.record(
  {
    copyDuration: fc.constantFrom(0, 60_000, 20 * 60_000, 90 * 60_000),
    lag: fc.constantFrom(0, 5_000, 30_000, 90_000),
    throttleEvery: fc.integer({ min: 4, max: 20 }),
    cutEvery: fc.integer({ min: 2, max: 5 }),
    mute: fc.integer({ min: 0, max: 2 }),
    overlooks: fc.constant(manners.overlooks ?? ((body: string) => body)),
  },
  { requiredKeys: [] },
);
const cases = casesOf(
  'copy-course/plain',
  'copy-course/progress',
  'copy-encryption/unencrypted-cross-region',
  'kms-key/unknown-id',
  'source-lookup/unknown-name',
);

/** Loses the process once so many lines stand in its journal: no line is written any more, and no call arrives. */
function loseAfter(lines: number): void {
  let written = 0;
  const { write } = Journal.prototype as { readonly write: (this: Journal, entry: never) => Promise<void> };
  vi.spyOn(Journal.prototype, 'write').mockImplementation(async function (this: Journal, entry) {
    if (written < lines) await write.call(this, entry as never);
    written += 1;
    if (written < lines) return;
    at.lose();
    throw new Error('the process is lost');
  });
}

const journals: string[] = [];
const nextJournal = (): string => {
  const file = join(profiles.folder, `killed-${journals.length}.jsonl`);
  journals.push(file);
  return file;
};

/** A run that is lost after so many lines; whether it was. */
async function lost(lines: number, journal: string): Promise<boolean> {
  loseAfter(lines);
  try {
    await judgeLive(at, profiles.folder, { cases, journal, runId: 'livekilled' });
    return false;
  } catch (error) {
    expect(String(error)).toContain('the process is lost');
    return true;
  } finally {
    vi.restoreAllMocks();
    at.restore();
  }
}

const resumed = (journal: string): Promise<Report> =>
  judgeLive(at, profiles.folder, { cases, journal, resume: 'livekilled' });

const linesOf = (journal: string): number => readFileSync(journal, 'utf8').trim().split('\n').length;

describe('a run that loses its process', () => {
  it('at each line of its journal in turn, and is resumed, ends as one left alone, with nothing left', async () => {
    at = await standIn(somebodys(), manners);
    const alone = nextJournal();
    const report = await judgeLive(at, profiles.folder, { cases, journal: alone, runId: 'livekilled' });
    expect(report.findings.length).toBeGreaterThan(0);
    const lines = linesOf(alone);
    expect(lines).toBeGreaterThan(15);
    let standing = 0;
    // The first line is that of the run: before it, and with it alone, nothing was kept that could go on.
    for (let line = 2; line < lines; line += 1) {
      await at.close();
      at = await standIn(somebodys(), manners);
      const journal = nextJournal();
      expect(await lost(line, journal)).toBe(true);
      standing += leftIn(at.world()).length - before.length;
      expect(told(await resumed(journal)), `resumed after line ${line}`).toEqual(told(report));
      expect(leftIn(at.world())).toEqual(before);
    }
    expect(standing).toBeGreaterThan(10);
  });

  it('and is cleaned up leaves exactly what was there before, whatever AWS does and wherever it was lost', async () => {
    let standing = 0;
    await fc.assert(
      fc.asyncProperty(mannersOfAws, fc.integer({ min: 2, max: 45 }), async (how, line) => {
        at = await standIn(somebodys(), how);
        try {
          const journal = nextJournal();
          // Where it comes to its end before, there is as little to be left.
          await lost(line, journal);
          standing += leftIn(at.world()).length - before.length;
          expect(await cleaned(journal)).toMatchObject({ left: [] });
          expect(leftIn(at.world())).toEqual(before);
        } finally {
          await at.close();
        }
      }),
      { seed: 20261127, numRuns: 30 },
    );
    expect(standing).toBeGreaterThan(10);
    at = await standIn(somebodys());
  });

  it('cannot go on as another run, nor while its process lives', async () => {
    at = await standIn(somebodys(), manners);
    const journal = nextJournal();
    await lost(4, journal);
    const as = (options: object): Promise<Report> =>
      judgeLive(at, profiles.folder, { cases, journal, resume: 'livekilled', ...options });
    await expect(as({ level: 'rejections' })).rejects.toThrow('of another level, of other cases');
    await expect(as({ cases: cases.slice(1) })).rejects.toThrow('of another level, of other cases');
    await expect(as({ resume: 'liveother' })).rejects.toThrow('cannot go on with the run liveother');
    writeFileSync(
      journal,
      readFileSync(journal, 'utf8').replace(`"pid":${process.pid}`, `"pid":${process.ppid}`),
    );
    await expect(as({})).rejects.toThrow('its process lives');
  });

  it('goes on behind half a line', async () => {
    at = await standIn(somebodys(), manners);
    const journal = nextJournal();
    await lost(9, journal);
    const state = stateFileOf(journal);
    const text = readFileSync(state, 'utf8');
    // Nothing in it gives anybody a way in.
    expect(text).toContain('Credential');
    expect(text).not.toMatch(/Signature=[\da-f]{8}/);
    const copies = (): number => at.asked.filter((each) => each.startsWith('Copy')).length;
    const asked = copies();
    const half = text.slice(0, -20);
    writeFileSync(state, half);
    const report = await resumed(journal);
    expect(report.summary.cases.pass).toBeGreaterThan(2);
    // Beside the first line and half a line: what was found out before is not asked again.
    const known = half.split('\n').length - 2;
    expect(known).toBeGreaterThan(0);
    expect(copies() - asked).toBe(report.run.calls - known);
  });
});

async function cleaned(journal: string) {
  const [run] = await readJournal(journal);
  if (run === undefined) throw new Error('the journal tells of no run');
  return cleanUpLive(run, { timeout: 5_000, dryRun: false, clock: at.clock });
}

describe('cleaning up', () => {
  const { accounts, regions } = plainSetting;
  const place = { account: accounts.self, region: regions.here };
  const changed =
    (change: (world: World, name: string) => World) =>
    (world: World): World => {
      const name = leftIn(world).flatMap((line) => /ncc-livekilled-\S+/.exec(line) ?? [])[0] ?? '';
      return change(world, name);
    };

  it('leaves alone what lacks the tag of the run, though the journal names it', async () => {
    at = await standIn(somebodys(), manners);
    const journal = nextJournal();
    await lost(5, journal);
    const foreign = changed((world, name) => {
      const snapshot = findSnapshot(world, place, name);
      if (snapshot === undefined) throw new Error(`no snapshot ${name}`);
      return putSnapshot(removeSnapshot(world, place, name), { ...snapshot, tags: [] });
    })(at.world());
    await at.close();
    at = await standIn(foreign);
    // The journal names where the run was.
    writeFileSync(
      journal,
      readFileSync(journal, 'utf8').replace(/"endpoint":"[^"]*"/, `"endpoint":"${at.url}"`),
    );
    const { removed, left } = await cleaned(journal);
    expect(removed).toEqual([]);
    await expect(resumed(journal)).rejects.toThrow('what it left is still there');
    expect(left).toEqual([
      expect.stringContaining('does not carry the tag neptune-copy-contract=livekilled') as string,
    ]);
    expect(leftIn(at.world())).toEqual(leftIn(foreign));
  });

  it('does not wait for what AWS has refused', async () => {
    at = await standIn(somebodys());
    const journal = nextJournal();
    const refused = casesOf('source-lookup/unknown-name', 'kms-key/disabled-by-alias');
    await judgeLive(at, profiles.folder, { cases: refused, journal, level: 'rejections' });
    const begun = at.clock.now();
    expect(await cleaned(journal)).toEqual({ removed: [], left: [] });
    expect(at.clock.now() - begun).toBeLessThan(10_000);
    expect((await readJournal(journal))[0]?.leftovers).toEqual([]);
  });

  it('is never done as for an emulator', async () => {
    at = await standIn(somebodys(), manners);
    const journal = nextJournal();
    await lost(5, journal);
    const [run] = await readJournal(journal);
    const { cleanUp } = await import('../../src/harness/target/guard/cleanup.ts');
    await expect(cleanUp(run as never, { timeout: 5_000, dryRun: false })).rejects.toThrow('was live');
  });
});
