import type { InconclusiveRules, Report } from '../../../contract/generated/types.ts';
import type { Paint } from '../../kit/paint.ts';
import { cutTo, firstOf, inconclusiveOf, plural, wrapWords } from '../words.ts';
import { width } from './brief.ts';

/** Reasons that are told, of rules and of cases. */
const mostReasons = { rules: 6, cases: 3 };

/** Rules that are named for a reason, and lines that a reason may take. */
const mostNames = 3;
const mostLines = 2;

/** What neither passed nor failed, in few lines: rules by what stood in the way, and the cases of others. */
export function unmeasuredLines(report: Report, paint: Paint): readonly string[] {
  const rules = report.summary.inconclusiveRules ?? [];
  const told = new Set(rules.flatMap((each) => each.rules));
  const others = report.rules.filter(({ id }) => !told.has(id));
  const lines = [...ruleLines(rules), ...caseLines(others)];
  return lines.length === 0 ? [] : ['', paint('bold', 'Not measured, so neither right nor wrong'), ...lines];
}

function ruleLines(groups: readonly InconclusiveRules[]): readonly string[] {
  const lines = groups.slice(0, mostReasons.rules).flatMap((group) => {
    const told = wrapWords(`${firstOf(group.rules, mostNames)}: ${whyOf(group)}`, width - 4);
    const kept =
      told.length <= mostLines ? told : [...told.slice(0, mostLines - 1), `${told[mostLines - 1] ?? ''}…`];
    return kept.map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`));
  });
  const rest = groups.slice(mostReasons.rules).flatMap(({ rules }) => rules);
  return rest.length === 0 ? lines : [...lines, `  ${plural(rest.length, 'more rule')} for other reasons`];
}

const whyOf = ({ kind, what }: InconclusiveRules): string => {
  if (kind === 'capability') return `for want of ${what}`;
  return kind === 'asked' ? `left out by --without ${what}` : what;
};

/** Cases that say nothing, of rules of which others do. */
function caseLines(rules: Report['rules']): readonly string[] {
  const reasons = inconclusiveOf({ rules }).sort((a, b) => b.cases.length - a.cases.length);
  const lines = reasons.slice(0, mostReasons.cases).map(({ reason, cases }) => {
    const head = `  ${plural(cases.length, 'case')}: `;
    return head + cutTo(reason, width - head.length);
  });
  const rest = reasons.slice(mostReasons.cases);
  const number = rest.reduce((sum, { cases }) => sum + cases.length, 0);
  return number === 0
    ? lines
    : [...lines, `  ${plural(number, 'more case')} for ${plural(rest.length, 'other reason')}`];
}
