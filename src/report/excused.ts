import type { CaseResult, Finding, RuleResult } from '../contract/generated/types.ts';
import { isFresh } from './symptoms.ts';

/**
 * The results of rules with what excuses their failures: a case is known when all it fails by is in the baseline, and
 * new when whatever else it fails by is new to the requirement set; a rule, when that holds of its deviations and of
 * its cases.
 */
export function withExcuses<R extends RuleResult>(rules: readonly R[], findings: readonly Finding[]): R[] {
  const byId = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const isKnown = (finding: Finding | undefined, id?: string): boolean =>
    finding?.known !== undefined || (id !== undefined && finding?.knownCases?.includes(id) === true);
  const excused = (each: CaseResult): CaseResult => {
    const own = (each.findings ?? []).map((id) => byId.get(id));
    if (!isFailing(each) || own.length === 0) return each;
    if (own.every((finding) => isKnown(finding, each.id))) return { ...each, status: 'known' };
    return own.every((finding) => isKnown(finding, each.id) || (finding !== undefined && isFresh(finding)))
      ? { ...each, status: 'new' }
      : each;
  };
  return rules.map((rule) => {
    const cases = rule.cases.map(excused);
    if (!isFailing(rule)) return { ...rule, cases };
    const own = findings.filter((finding) => finding.rule === rule.id);
    const isFresher = own.some(isFresh) || cases.some(({ status }) => status === 'new');
    if (cases.some(({ status }) => status === 'fail')) return { ...rule, cases };
    const isExcused =
      own.length > 0 ? own.every((finding) => isKnown(finding) || isFresh(finding)) : cases.some(isExcuse);
    return isExcused ? { ...rule, cases, status: isFresher ? 'new' : 'known' } : { ...rule, cases };
  });
}

const isExcuse = ({ status }: CaseResult): boolean => status === 'known' || status === 'new';

const isFailing = ({ status }: Pick<RuleResult, 'status'>): boolean => status === 'fail' || status === 'new';
