import { sayActual, sayExpected, sayFaults, sayText } from '../../../contract/deviation-words.ts';
import { faults } from '../../../contract/generated/catalogue.ts';
import type { Actual, Expected, Finding } from '../../../contract/generated/types.ts';
import { cutTo, notShown, oneLine, plural } from '../words.ts';

/** Columns of a page. */
export const width = 100;

/**
 * A deviation in two lines of a page: which one it is and of which rule, and below it what was expected, what came, and
 * where; marked where a script was run that does not show it. Further lines of it may follow.
 */
export function deviationLines(finding: Finding, paintRule: (rule: string) => string): readonly string[] {
  const fingerprint = cutTo(finding.fingerprint, 20);
  const rule = cutTo(finding.rule, 40);
  const mark = notShown(finding).length === 0 ? '' : ' (unreproduced)';
  const room = width - fingerprint.length - rule.length - mark.length - 3;
  return [
    `${fingerprint} ${paintRule(rule)}${mark}: ${cutTo(oneLine(finding.statement), room)}`,
    `  ${differenceAndCases(finding, width - 2)}`,
  ];
}

/** Where a deviation is seen, and what it explains besides, in few lines; none where that is nothing. */
export function symptomLines({ where }: Finding, symptoms: readonly Finding[]): readonly string[] {
  if (symptoms.length === 0) return [];
  const rules = [...new Set(symptoms.map(({ rule }) => rule))];
  const cases = new Set(symptoms.flatMap((each) => each.cases)).size;
  const said = `explains ${plural(symptoms.length, 'finding')} more in ${plural(cases, 'case')}, of `;
  return [
    ...(where === undefined ? [] : [`  seen in calls with ${where}`]),
    `  ${said}${firstThatFit(rules, width - said.length - 2)}`,
  ];
}

/** Columns below which the first case is not named. */
const shortestName = 14;

/** What was expected, what came, and the cases that show it, in so many columns: where they are few, names give way. */
function differenceAndCases(finding: Finding, room: number): string {
  const { count, names } = casesOf(finding);
  const said = difference(finding, room - count.length - 2);
  const left = room - said.length - count.length - 4;
  const listed = firstThatFit(names, left);
  return `${said}; ${count}${listed === '' ? '' : `: ${listed}`}`;
}

/** The cases that are told, and how many they are. Where some are in the baseline, those that are not. */
function casesOf({ cases, knownCases = [] }: Finding): {
  readonly count: string;
  readonly names: readonly string[];
} {
  const fresh = cases.filter((id) => !knownCases.includes(id));
  if (knownCases.length === 0 || fresh.length === 0)
    return { count: plural(cases.length, 'case'), names: cases };
  return { count: `new in ${fresh.length} of ${plural(cases.length, 'case')}`, names: fresh };
}

/** As many names as fit; the first is cut where it must be, and left out where little would be left of it. */
function firstThatFit(names: readonly string[], room: number): string {
  const more = ', …';
  let text = '';
  for (const [i, name] of names.entries()) {
    const longer = i === 0 ? name : `${text}, ${name}`;
    const end = i === names.length - 1 ? '' : more;
    if (longer.length + end.length > room) {
      if (i > 0) return text + more;
      const left = room - end.length;
      return left < shortestName ? '' : cutTo(name, left) + end;
    }
    text = longer;
  }
  return text;
}

/** Both values side by side in so many columns: where both are long, each has half of them. */
function difference({ expected, actual }: Pick<Finding, 'expected' | 'actual'>, room: number): string {
  const [before, between] = ['expected ', ', actual '];
  const both = room - before.length - between.length;
  const values = [oneLine(briefExpected(expected)), oneLine(briefActual(actual, expected))] as const;
  const [wanted, came] = values.join('').length > both ? apart(...values) : values;
  const said = cutTo(wanted, Math.max(Math.ceil(both / 2), both - came.length));
  return `${before}${said}${between}${cutTo(came, both - said.length)}`;
}

/** So much of what two values have in common stays before the place where they part. */
const shownInCommon = 4;

/** Two values without most of what both of them begin with behind their quotation marks, which would be all that is seen. */
function apart(wanted: string, came: string): readonly [string, string] {
  const [beforeA, valueA] = atQuotationMark(wanted);
  const [beforeB, valueB] = atQuotationMark(came);
  let from = -shownInCommon;
  while (valueA[from + shownInCommon] === valueB[from + shownInCommon] && from < valueA.length) from += 1;
  return from < 2 ? [wanted, came] : [`${beforeA}…${valueA.slice(from)}`, `${beforeB}…${valueB.slice(from)}`];
}

/** A text up to its first quotation mark, and what comes after it. */
function atQuotationMark(text: string): readonly [string, string] {
  const at = text.indexOf('"') + 1;
  return [text.slice(0, at), text.slice(at)];
}

/** What was expected; of several faults the first, without its status, which is a rule of its own. */
export function briefExpected(expected: Expected): string {
  if (expected.kind !== 'outcome') return sayExpected(expected);
  const [first = '', ...others] = expected.faults;
  const codes = others.length === 0 ? codeOf(first) : `${codeOf(first)} or ${plural(others.length, 'other')}`;
  if (!expected.copy) return codes;
  return first === '' ? 'a copy' : `a copy, or ${codes}`;
}

const codeOf = (shape: string): string =>
  faults.find((fault) => fault.shape === shape)?.code ?? sayFaults([shape]);

/** What came. What the expected value names already is not named again. */
export function briefActual(actual: Actual, expected: Expected): string {
  switch (actual.kind) {
    case 'rejection':
      return (actual.status ?? 0) >= 500 ? sayActual(actual) : actual.code;
    case 'unintelligible':
      return sayUnreadable(actual.status, actual.reason);
    case 'members': {
      const [[name, value] = ['', null], ...others] = Object.entries(actual.members);
      const isNamed = expected.kind === 'members' && Object.keys(expected.members).join() === name;
      return isNamed && others.length === 0 ? sayText(value) : sayActual(actual);
    }
    default:
      return sayActual(actual);
  }
}

/** What makes a failure unreadable is mostly a page for people, and says nothing. */
function sayUnreadable(status: number | undefined, reason: string): string {
  if (status === undefined) return `an unreadable answer: ${reason}`;
  return status >= 500 ? `HTTP ${status}, unreadable` : `HTTP ${status}, unreadable: ${reason}`;
}
