import { describe, expect, it } from 'vitest';
import { sampleCase, sampleFinding, sampleRule } from '../../test-support/sample-report.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { RuleResult } from '../contract/generated/types.ts';
import type { JudgedFinding } from './findings.ts';
import { withMasked } from './masked.ts';

const finding = (rule: RuleId, id: number, different: Partial<JudgedFinding> = {}): JudgedFinding => ({
  ...sampleFinding({ fingerprint: `v2-${String(id).padStart(12, '0')}`, ...different }),
  rule,
});

describe('what is masked', () => {
  const cause = finding('source-exists', 1);
  const symptom = finding('tag-charset', 2, { cause: cause.fingerprint });
  const own = finding('tag-charset', 3);
  const rule = (...cases: RuleResult['cases']) => sampleRule('tag-charset', 'fail', cases);
  const failed = (id: string, ...findings: readonly JudgedFinding[]) =>
    sampleCase(id, 'fail', { findings: findings.map(({ fingerprint }) => fingerprint) });
  const statuses = (result: RuleResult, findings: readonly JudgedFinding[]) => {
    const [masked] = withMasked([result], findings);
    return [masked?.status, ...(masked?.cases ?? []).map(({ status, reason }) => reason ?? status)];
  };
  const reason = `masked by source-exists ${cause.fingerprint}`;

  it.each<[name: string, given: RuleResult, findings: readonly JudgedFinding[], expected: readonly string[]]>(
    [
      [
        'a rule that fails by symptoms only',
        rule(failed('arn/1', symptom)),
        [cause, symptom],
        ['inconclusive', reason],
      ],
      [
        'of a rule with a deviation of its own, the case that fails by a symptom',
        rule(failed('arn/1', symptom), failed('arn/3', own)),
        [cause, symptom, own],
        ['fail', reason, 'fail'],
      ],
      [
        'not a case with a deviation of its own',
        rule(failed('arn/1', symptom, own)),
        [cause, symptom, own],
        ['fail', 'fail'],
      ],
      ['not a case of which no deviation is told', rule(failed('arn/1')), [own], ['fail', 'fail']],
      [
        'no rule that failed by what was seen elsewhere: it stays so, inconclusive',
        rule(sampleCase('a', 'pass')),
        [cause, symptom],
        ['inconclusive', 'pass'],
      ],
    ],
  )('%s', (_, given, findings, expected) => expect(statuses(given, findings)).toEqual(expected));

  it('is nothing where nothing failed', () => {
    const passing = sampleRule('tag-charset', 'pass', [sampleCase('a', 'pass')]);
    expect(withMasked([passing], [cause, symptom])).toEqual([passing]);
  });
});
