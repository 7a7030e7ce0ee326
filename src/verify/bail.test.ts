import { describe, expect, it } from 'vitest';
import { measured, unit } from '../../test-support/fakes.ts';
import { actualValue, wanted } from '../../test-support/said.ts';
import { fail, pass, type Check } from '../harness/checks/check.ts';
import type { Counterexample } from '../harness/search/index.ts';
import type { Ending } from '../harness/target/allowance.ts';
import { Lookout, type LookoutOptions, type SeenDeviation } from './bail.ts';

/** A deviation from a rule that is documented. */
const deviation = (words: string, rule: Parameters<typeof fail>[0] = 'copy-arn'): Check =>
  fail(rule, wanted('a copy'), actualValue(words));

/** A lookout, and with what it ended the run. */
function watch(different: Partial<LookoutOptions> = {}) {
  const endings: Ending[] = [];
  const lookout = new Lookout({
    after: 1,
    gate: 'sibling',
    target: 'ours',
    end: (ending) => endings.push(ending),
    ...different,
  });
  return { lookout, endings };
}

describe('a lookout', () => {
  it('ends the run after the first deviation that fails it, and once only', () => {
    const { lookout, endings } = watch();
    lookout.measured(measured({ checks: [pass('copy-arn')] }));
    expect(endings).toEqual([]);
    lookout.measured(measured({ checks: [deviation('a'), deviation('b')] }));
    lookout.measured(measured({ checks: [deviation('c')] }));
    expect(endings.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['bail', 'it was to stop after the first deviation that fails the run'],
    ]);
  });

  it('counts what is alike but for names once', () => {
    const { lookout, endings } = watch({ after: 2 });
    lookout.measured(measured({ checks: [deviation('a')] }));
    lookout.measured(measured({ unit: unit({ id: 1, label: 'family/other' }), checks: [deviation('a')] }));
    expect(endings).toEqual([]);
    lookout.measured(measured({ checks: [deviation('b')] }));
    expect(endings.map(({ reason }) => reason)).toEqual([
      'it was to stop after 2 deviations that fail the run',
    ]);
  });

  it.each<[name: string, options: Partial<LookoutOptions>, checks: readonly Check[], ended: number]>([
    ['what is only inferred', {}, [deviation('a', 'kms-key-symmetric')], 0],
    ['what is only inferred, gated', { gate: 'inferred' }, [deviation('a', 'kms-key-symmetric')], 1],
    ['what is not told', { isTold: (rule) => rule !== 'copy-arn' }, [deviation('a')], 0],
    [
      'what is told because its case is asked for',
      { isTold: (rule) => rule === 'tag-count' },
      [{ ...deviation('a'), tested: 'tag-count' } as Check],
      1,
    ],
    ['what is known', { isKnown: () => true }, [deviation('a')], 0],
  ])('%s', (_, options, checks, ended) => {
    const { lookout, endings } = watch(options);
    lookout.measured(measured({ checks }));
    expect(endings).toHaveLength(ended);
  });

  it('asks whether a deviation is known by all that a baseline knows', () => {
    const asked: SeenDeviation[] = [];
    const { lookout } = watch({ isKnown: (seen) => (asked.push(seen), true) });
    lookout.measured(measured({ checks: [deviation('a')] }));
    expect(asked).toEqual([
      expect.objectContaining({
        rule: 'copy-arn',
        target: 'ours',
        cases: ['family/plain'],
        actual: actualValue('a'),
        fingerprint: expect.stringMatching(/^v2-[0-9a-f]{12}$/) as string,
      }),
    ]);
  });

  it('leaves to the end of the run which of two broken rules a call shows', () => {
    const { lookout, endings } = watch();
    const pair = unit({ pair: ['copy-arn', 'tag-count'] });
    lookout.measured(measured({ unit: pair, checks: [deviation('a')] }));
    expect(endings).toEqual([]);
    lookout.measured(measured({ unit: pair, checks: [deviation('a', 'copy-type-manual')] }));
    expect(endings).toHaveLength(1);
  });

  it('looks at what a search finds, too', () => {
    const { lookout, endings } = watch({ isTold: (rule) => rule === 'copy-arn' });
    const found = (rule: 'copy-arn' | 'tag-count'): Counterexample =>
      ({
        path: '3',
        sighting: { deviation: { ...deviation('a', rule), fingerprint: 'v2-aaaaaaaaaaaa' } },
      }) as unknown as Counterexample;
    lookout.found(found('tag-count'));
    expect(endings).toEqual([]);
    lookout.found(found('copy-arn'));
    expect(endings).toHaveLength(1);
  });
});
