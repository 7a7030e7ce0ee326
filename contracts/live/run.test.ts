/** Runs in a real account, tried at a stand-in that has AWS's manners. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { directedCases } from '../../src/contract/directed-cases.ts';
import type { Report } from '../../src/contract/generated/types.ts';
import { liveOperations } from '../../src/harness/live/meter.ts';
import { planLive } from '../../src/live/plan.ts';
import { readLive } from '../../src/live/read-live.ts';
import type { LiveRunOptions } from '../../src/live/run-live.ts';
import { leftIn } from '../../test-support/leftovers.ts';
import { liveFile, liveText, somebodys, start, withProfiles } from './account.ts';
import { boundless, casesOf, judgeLive, someCases, told } from './judge.ts';
import { standIn, type Manners, type StandIn } from './stand-in.ts';

let profiles: ReturnType<typeof withProfiles>;
beforeAll(() => (profiles = withProfiles()));
afterAll(() => profiles.close());

let at: StandIn;
afterEach(() => at.close());

const before = leftIn(somebodys());
const { live } = liveFile();

async function run(manners: Manners = {}, options: Partial<LiveRunOptions> = {}): Promise<Report> {
  at = await standIn(somebodys(), manners);
  return judgeLive(at, profiles.folder, options);
}

const measured = ({ rules }: Report): string[] =>
  rules
    .flatMap(({ cases }) => cases)
    .filter(({ status }) => status === 'pass')
    .map(({ id }) => id);
/** What was asked for, without the place. */
const operations = (): string[] => [...new Set(at.asked.map((each) => each.split(' ')[0] ?? ''))].sort();
const copiesAsked = (): number => at.asked.filter((each) => each.startsWith('Copy')).length;

describe('a full run', () => {
  it('finds no deviation at a stand-in that conforms, leaves what was there, and does what the plan says', async () => {
    const report = await run();
    expect(report.findings).toEqual([]);
    expect(report.leftBehind).toEqual([]);
    expect(leftIn(at.world())).toEqual(before);
    expect(report.summary.exitCode).toBe(0);

    const plan = planLive(live, 'full', directedCases(), boundless);
    const planned = plan.cases.map(({ id }) => id);
    expect(measured(report).filter((id) => !planned.includes(id))).toEqual([]);
    expect(measured(report).length).toBeGreaterThan(250);
    expect(at.asked.length).toBeLessThanOrEqual(plan.calls);
    expect((at.clock.now() - start) / 60_000).toBeLessThanOrEqual(plan.minutes);
    expect(at.most()).toBe(boundless.copiesAtOnce);
    expect(plan.copies.made).toBe(plan.copies.wanted);
    expect(copiesAsked()).toBeGreaterThan(plan.copies.made);
  });

  it('sends these operations, and nothing else', async () => {
    await run({}, { cases: someCases });
    expect(operations()).toEqual([...liveOperations.neptune, ...liveOperations.kms].sort());
    expect(operations()).toEqual([
      'CopyDBClusterSnapshot',
      'DeleteDBClusterSnapshot',
      'DescribeDBClusterSnapshotAttributes',
      'DescribeDBClusterSnapshots',
      'DescribeKey',
      'ListTagsForResource',
    ]);
  });

  it('comes to the same where AWS is slow, late, busy and loses connections', async () => {
    const calm = await run({}, { cases: someCases });
    await at.close();
    const manners = { copyDuration: 3 * 3_600_000, lag: 45_000, throttleEvery: 11, cutEvery: 3 };
    const rough = await run(manners, { cases: someCases });
    expect(told(rough)).toEqual(told(calm));
    expect(calm.summary.cases.pass).toBe(someCases.length);
    expect(leftIn(at.world())).toEqual(before);
  });

  it('what was made and never answered is removed, and asked for once more', async () => {
    // A call and the attempts that the SDK makes again.
    const report = await run({ mute: 3 }, { cases: casesOf('copy-course/plain') });
    expect(measured(report)).toEqual(['copy-course/plain']);
    expect(at.asked.filter((each) => each.startsWith('Delete')).length).toBe(2);
    expect(leftIn(at.world())).toEqual(before);
  });

  it('what is never answered is no deviation, and is removed', async () => {
    const report = await run({ mute: 99 }, { cases: casesOf('copy-course/plain') });
    expect(report.findings).toEqual([]);
    expect(report.summary.cases.error).toBe(1);
    expect(leftIn(at.world())).toEqual(before);
  });

  it('asks for the deletion of each copy once: when it is done', async () => {
    await run({ copyDuration: 3 * 3_600_000 }, { cases: someCases });
    const { made } = planLive(live, 'full', someCases, boundless).copies;
    expect(at.asked.filter((each) => each.startsWith('Delete')).length).toBe(made);
  });

  it('keeps nothing secret', async () => {
    const report = await run({ overlooks: withoutKey }, { cases: someCases });
    expect(report.findings).not.toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/hush|Signature=[0-9a-f]/);
  });
});

/** A service that overlooks that a key is wrong. */
const withoutKey = (body: string): string => body.replace(/&KmsKeyId=[^&]*/, '');

describe('rejections only', () => {
  it('no copy comes to be, and each refusal is looked at', async () => {
    const report = await run({}, { level: 'rejections' });
    expect(at.most()).toBe(0);
    const planned = planLive(live, 'rejections', directedCases(), boundless).cases.map(({ id }) => id);
    const sent = report.rules
      .flatMap(({ cases }) => cases)
      .filter(
        ({ status, reason = '' }) => status === 'pass' || reason.startsWith('its accepting control case'),
      );
    expect(sent.map(({ id }) => id).sort()).toEqual([...planned].sort());
    expect(planned.length).toBeGreaterThan(100);
    expect(report.findings).toEqual([]);
  });

  it('a copy that comes to be all the same is told, and removed', async () => {
    const report = await run(
      { overlooks: withoutKey },
      { level: 'rejections', cases: casesOf('kms-key/unknown-id') },
    );
    expect(at.most()).toBe(1);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['kms-key-accessible']);
    expect(report.leftBehind).toEqual([]);
    expect(leftIn(at.world())).toEqual(before);
  });

  it('so is one that comes to be although it was refused', async () => {
    const manners = { overlooks: withoutKey, denies: true, copyDuration: 0 };
    const report = await run(manners, { level: 'rejections', cases: casesOf('kms-key/unknown-id') });
    expect(at.most()).toBe(1);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['fault-leaves-no-trace']);
    expect(report.leftBehind).toEqual([]);
    expect(leftIn(at.world())).toEqual(before);
  });
});

describe('limits', () => {
  it('no more copies in all than may be; what AWS should refuse is tried all the same', async () => {
    const report = await run({}, { cases: someCases, limits: { copiesInAll: 2 } });
    expect(measured(report)).toContain('copy-course/plain');
    expect(JSON.stringify(report)).toContain('the 2 copies that may be made in all are made');
    expect(at.most()).toBe(2);
    expect(leftIn(at.world())).toEqual(before);
  });

  it('no more copies at once than may be', async () => {
    await run({}, { cases: someCases, limits: { copiesAtOnce: 1 } });
    expect(at.most()).toBe(1);
  });

  it.each([
    ['calls', { calls: 30 }, 'the budget of 30 calls is used up'],
    ['time', { deadline: 60_000, callsPerSecond: 2 }, 'the deadline of 60 s came first'],
  ])('a run ends when its %s are used up, and removes what it made', async (_, limits, reason) => {
    const report = await run({}, { cases: someCases, limits });
    expect(report.run.stopped?.reason).toBe(reason);
    expect(at.most()).toBeGreaterThan(0);
    expect(report.leftBehind).toEqual([]);
    expect(leftIn(at.world())).toEqual(before);
  });

  it('a file ends the run, and what it made is removed', async () => {
    const killSwitch = join(profiles.folder, 'stop');
    const report = await run(
      { overlooks: (body) => (body.includes('CopyDB') && writeFileSync(killSwitch, ''), body) },
      { cases: someCases, limits: { killSwitch } },
    );
    expect(existsSync(killSwitch)).toBe(true);
    expect(report.run.stopped?.reason).toContain(killSwitch);
    expect(copiesAsked()).toBe(1);
    expect(leftIn(at.world())).toEqual(before);
  });

  it('calls leave no faster than they may', async () => {
    await run({ copyDuration: 0 }, { level: 'rejections', cases: someCases, limits: { callsPerSecond: 2 } });
    expect((at.clock.now() - start) / 1000).toBeGreaterThanOrEqual((at.asked.length - 1) / 2);
  });
});

describe('an account that is not as its file tells', () => {
  it.each([
    [
      'small: { identifier: graph-small',
      'small: { identifier: graph-smal',
      'the account has no such snapshot',
    ],
    ['graph-second }', 'graph-second, encryptedWith: own }', 'its StorageEncrypted as false, not true'],
    ['encryptedWith: own', 'encryptedWith: vault', 'describes its KmsKeyId as arn:aws:kms'],
    ['graph-second }', 'graph-second, tags: [{ Key: a, Value: b }] }', 'its tags are none, not a=b'],
    ['sharedWith: [self]', 'sharedWith: [all]', 'it is shared with 111111111111, not with all'],
    ['alias: alias/vault', 'alias: alias/idle', 'alias/idle does not lead to it but to'],
    [', state: Disabled', '', 'its state is Disabled, not Enabled'],
    [
      'alias: alias/vault',
      'alias: alias/vault, spec: RSA_2048',
      'its spec is SYMMETRIC_DEFAULT, not RSA_2048',
    ],
  ])('%s as %s', async (text, other, message) => {
    at = await standIn(somebodys());
    const file = readLive(liveText(somebodys()).replace(text, other), 'live.yaml');
    const judging = judgeLive(at, profiles.folder, { file });
    await expect(judging).rejects.toThrow(message);
    await expect(judging).rejects.toThrow(/^live\.yaml:\d+:\d+: (snapshots|keys)\./);
    expect(copiesAsked()).toBe(0);
  });
});
