import { afterEach, describe, expect, it } from 'vitest';
import { conforming, serveVariant, type Running, type Variant } from '../src/selftest/mutants/index.ts';
import { alarmsIn, casesFor, oneCaseARule } from '../src/selftest/index.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { withoutSymptoms } from '../src/report/symptoms.ts';
import { verify } from '../src/verify/index.ts';
import { headline, notPassed, ordinary } from '../test-support/judge.ts';

/** Cases whose world no calls of AWS bring about, or only where copies take their time. */
const nowhere: readonly string[] = ['tags-copying/copy-tags-with-system-tag', 'quotas/five-in-progress'];

let running: Running | undefined;
afterEach(() => running?.close());

async function judge(variant: Variant, cases = casesFor(variant), pairs = 0): Promise<Report> {
  running = await serveVariant(variant);
  return verify({ ...ordinary, cases, pairs, endpoint: running.url });
}

describe('an endpoint that conforms, but differs from ours, raises no alarm', () => {
  it.each(conforming.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
    const report = await judge(variant);
    expect(alarmsIn(report.findings, variant).map(headline)).toEqual([]);
    const { told = [] } = variant;
    const held = new Set(withoutSymptoms(report.findings).map(({ rule }) => rule));
    expect([...held].sort()).toEqual([...told].sort());
    const others = report.rules.filter(({ id }) => !told.some((rule) => rule === id));
    expect(notPassed({ ...report, rules: others })).toEqual([]);
    expect(running?.differences()).toBeGreaterThan(0);
    if (variant.unmeasured === true) {
      expect(report.summary.cases.inconclusive).toBeGreaterThan(0);
      return;
    }
    expect(report.summary.exitCode).toBe(0);

    const left = report.rules.flatMap(({ cases }) => cases.filter(({ status }) => status === 'inconclusive'));
    const excuses = left.flatMap(({ excuse }) => (excuse === undefined ? [] : [excuse.name]));
    expect([...new Set(excuses)].sort()).toEqual([...(variant.lacks ?? [])].sort());
    const isMasked = (reason = ''): boolean => told.some((rule) => reason.startsWith(`masked by ${rule} `));
    const unexcused = left.filter(({ excuse, reason }) => excuse === undefined && !isMasked(reason));
    expect(unexcused.map(({ id }) => id).filter((id) => !nowhere.includes(id))).toEqual([]);
    expect(report.summary.cases.pass).toBeGreaterThan(oneCaseARule().length * 0.8);

    expect(running?.remains()).toBe(0);
    if (variant.leavesKeys !== true) expect(report.leftBehind).toEqual([]);
    else expect(report.leftBehind.every((left) => left.startsWith('key '))).toBe(true);
  });
});

describe('another order of precedence', () => {
  const orders = conforming.filter(({ name }) => name.includes('broken rule'));

  it.each(orders.map((variant) => [variant.name, variant] as const))(
    'raises no alarm where two rules are broken: %s',
    async (_, variant) => {
      const report = await judge(variant, oneCaseARule(), 1_000);
      expect(report.findings.map(headline)).toEqual([]);
      expect(notPassed(report)).toEqual([]);
      expect(report.precedence?.pairs.length).toBeGreaterThan(100);
    },
  );

  it('is told in the report', async () => {
    const reversed = conforming.find(({ name }) => name === 'the last broken rule answers');
    const order = async (variant: Variant): Promise<readonly string[]> =>
      (await judge(variant, fewFamilies, 1_000)).precedence?.order.flat() ?? [];
    const ours = await order({ name: 'ours' });
    await running?.close();
    expect(ours.indexOf('source-exists')).toBeLessThan(ours.indexOf('target-unique'));
    const theirs = await order(reversed ?? { name: 'none' });
    expect(theirs.indexOf('source-exists')).toBeGreaterThan(theirs.indexOf('target-unique'));
  });

  it('is told to be none where it changes from call to call', async () => {
    const random = conforming.find(({ name }) => name === 'any broken rule answers, another one each time');
    const report = await judge(random ?? { name: 'none' }, fewFamilies, 1_000);
    expect(report.precedence?.unordered.flat()).toContain('source-exists');
  });
});

/** Cases whose faults can be told apart. */
const fewFamilies = ordinary.cases.filter(({ id }) =>
  ['members', 'source-lookup', 'target-unique', 'target-identifier-syntax', 'kms-key', 'kms-source'].includes(
    id.split('/')[0] ?? '',
  ),
);
