import type { RuleResult } from '../contract/generated/types.ts';
import type { JudgedFinding } from './findings.ts';

/**
 * The results of rules as they are once symptoms are told from causes: what failed by symptoms only was not judged.
 * Which cause masks it is the reason.
 */
export function withMasked<R extends RuleResult>(
  rules: readonly R[],
  findings: readonly JudgedFinding[],
): R[] {
  const byId = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const maskOf = (own: readonly JudgedFinding[]): string | undefined => {
    const leads = new Set(own.map(({ cause }) => cause));
    if (own.length === 0 || leads.has(undefined)) return undefined;
    return [...leads].map((id = '') => `masked by ${byId.get(id)?.rule ?? ''} ${id}`).join(', ');
  };
  return rules.map((rule) => {
    if (rule.status !== 'fail') return rule;
    const cases = rule.cases.map((each) => {
      if (each.status !== 'fail') return each;
      const mask = maskOf((each.findings ?? []).flatMap((id) => byId.get(id) ?? []));
      if (mask === undefined) return each;
      const { findings: _masked, ...rest } = each;
      return { ...rest, status: 'inconclusive' as const, reason: mask };
    });
    const own = findings.filter((finding) => finding.rule === rule.id);
    const fails =
      cases.some(({ status }) => status === 'fail') || own.some(({ cause }) => cause === undefined);
    if (fails) return { ...rule, cases };
    const status = cases.some((each) => each.status === 'pass') && own.length === 0 ? 'pass' : 'inconclusive';
    return { ...rule, cases, status };
  });
}
