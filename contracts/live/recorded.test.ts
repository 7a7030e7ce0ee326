/** A run in a real account, recorded, and judged again by anybody. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/generated/types.ts';
import { judgeRecording } from '../../src/verify/recording.ts';
import { somebodys, withProfiles } from './account.ts';
import { judgeLive, someCases } from './judge.ts';
import { standIn, type StandIn } from './stand-in.ts';

let profiles: ReturnType<typeof withProfiles>;
beforeAll(() => (profiles = withProfiles()));
afterAll(() => profiles.close());
let at: StandIn;
afterEach(() => at.close());

/** What was found, and what came of each case. */
const found = ({ findings, rules }: Report) => ({
  findings: findings.map(({ rule, fingerprint, cases }) => ({ rule, fingerprint, cases })),
  cases: rules.flatMap(({ cases }) => cases.map(({ id, status }) => ({ id, status }))),
});

describe('a recording of a run in a real account', () => {
  it('is judged as the run was, without an account, and gives nobody a way in', async () => {
    const overlooks = (body: string): string => body.replace(/&KmsKeyId=[^&]*/, '');
    at = await standIn(somebodys(), { overlooks, copyDuration: 600_000, lag: 20_000 });
    const record = join(profiles.folder, 'recording');
    const report = await judgeLive(at, profiles.folder, { cases: someCases, record });
    expect(report.findings).not.toEqual([]);
    expect(found(await judgeRecording(record, { cases: someCases, madeUp: false }))).toEqual(found(report));
    const texts = readdirSync(record, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(record, name), 'utf8'));
    expect(texts.length).toBeGreaterThan(someCases.length);
    expect(texts.join('\n')).not.toMatch(/Signature=[\da-f]{8}|hush-/);
  });

  it('is of a whole run', async () => {
    at = await standIn(somebodys());
    const going = judgeLive(at, profiles.folder, {
      resume: 'liveabcdef',
      record: join(profiles.folder, 'second'),
    });
    await expect(going).rejects.toThrow('a recording has the whole of a run');
  });
});
