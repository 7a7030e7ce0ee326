import { sayActual, sayExpected, saySdk } from '../../contract/deviation-words.ts';
import { baselineText } from './text-baseline.ts';
import { contradictionText, howKnown } from '../kit/known.ts';
import { painter, type Paint } from '../kit/paint.ts';
import { explainedTitle, inferredTitle, newTitle } from './impact-words.ts';
import { precedenceLines } from './precedence.ts';
import { shown } from '../kit/shown.ts';
import { symptomsOf } from '../../report/symptoms.ts';
import { visibleJson } from '../../protocol/visible.ts';
import type { Finding, Report, RuleResult } from '../../contract/generated/types.ts';
import {
  firstScript,
  notShownText,
  newCases,
  describeCounts as counts,
  effortOf,
  gateText,
  indent,
  oneLine,
  sortFindings,
  tooLargeText,
  inconclusiveOf,
  verdictColors,
  verdictOf,
  withoutChatter,
  wrap,
} from './words.ts';

/** The report for people at a terminal with all that is known: evidence, exchanges, a script for each deviation. */
export function renderLongText(whole: Report, options: { readonly color: boolean }): string {
  const report = shown(whole);
  const paint = painter(options);
  const { gating, fresh, reported } = sortFindings(report);
  const sections = [
    header(report, paint),
    findings('Deviations', gating, paint),
    findings(newTitle, fresh, paint),
    findings(inferredTitle, reported, paint),
    symptoms(report, paint),
    baselineText(report, paint),
    inconclusive(report, paint),
    unspecifiedAnswers(report, paint),
    precedence(report, paint),
    left(report, paint),
    summary(report, paint),
  ];
  return sections.filter((section) => section !== '').join('\n\n') + '\n';
}

function header({ tool, target, rules }: Report, paint: Paint): string {
  const { accounts, regions, capabilities } = target;
  const cases = rules.reduce((sum, rule) => sum + rule.cases.length, 0);
  const can = capabilities.filter(({ available }) => available).map(({ name }) => name);
  const cannot = capabilities.filter(({ available }) => !available);
  return [
    paint('bold', `CopyDBClusterSnapshot at ${target.name}`) +
      `  (${tool.name} ${tool.version}, ${rules.length} rules, ${cases} cases)`,
    `accounts ${accounts.self}, ${accounts.other}; Regions ${regions.here}, ${regions.elsewhere}`,
    ...(can.length > 0 ? [`can: ${can.join(', ')}`] : []),
    ...cannot.map(({ name, detail }) => `cannot: ${name} (${detail})`),
  ].join('\n');
}

function findings(title: string, list: readonly Finding[], paint: Paint): string {
  if (list.length === 0) return '';
  const texts = list.map((finding, i) => findingText(finding, i + 1, paint));
  return `${paint('bold', title)}\n\n${texts.join('\n\n')}`;
}

/** What other deviations explain: which of them, and no evidence besides. */
function symptoms(report: Report, paint: Paint): string {
  const told = [...symptomsOf(report.findings)].flatMap(([cause, list]) =>
    list.map(
      ({ rule, fingerprint, expected, actual }) =>
        `${fingerprint} ${rule}, by ${cause}\n   expected ${sayExpected(expected)}\n   actual   ${sayActual(actual)}`,
    ),
  );
  return told.length === 0 ? '' : `${paint('bold', explainedTitle)}\n\n${told.join('\n')}`;
}

function findingText(finding: Finding, number: number, paint: Paint): string {
  const [first, ...others] = finding.cases;
  const sources = finding.provenance.map((entry) => `           ${howKnown(entry)}: ${entry.source}`);
  const against = (finding.contradictedBy ?? []).map(
    (entry) => `           ${howKnown(entry)}: ${contradictionText(entry)}`,
  );
  return [
    `${number}. ${paint('red', finding.rule)}  ${oneLine(finding.statement)}`,
    `   expected ${sayExpected(finding.expected)}`,
    `   actual   ${paint('yellow', sayActual(finding.actual))}`,
    `   seen in  ${first ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`}`,
    ...newCases(finding).map((names) => `   new in   ${names}`),
    `   id       ${finding.fingerprint}`,
    `   known    ${sources.join('\n').trimStart()}`,
    ...(against.length === 0 ? [] : [`   against  ${against.join('\n').trimStart()}`]),
    ...(finding.exchange === undefined
      ? [`   SDK      ${oneLine(saySdk(finding.sdk))}`]
      : [
          paint('dim', indent(withoutChatter(finding.exchange.request), '   > ')),
          paint('dim', indent(finding.exchange.response, '   < ')),
        ]),
    ...sequenceLines(finding),
    ...reproductionLines(finding),
  ].join('\n');
}

/** The script that most people can paste; the others stand in the JSON report. */
function reproductionLines(finding: Finding): string[] {
  const first = firstScript(finding);
  if (first === undefined) return [];
  const others = Object.entries(finding.reproduction).filter(([name]) => name !== first[0]);
  const problem = notShownText(finding, first[0]);
  const also =
    others.length === 0 ? '' : ` (in the JSON report also with ${others.map(([name]) => name).join(', ')})`;
  const ran = problem === undefined ? '' : `, which ${problem}`;
  return [`   reproduce with ${first[0]}${also}${ran}:\n${indent(first[1].trimEnd(), '     ')}`];
}

/** The calls that a search needed, one a line. */
const sequenceLines = ({ sequence }: Finding): string[] =>
  sequence === undefined
    ? []
    : ['   calls', ...sequence.calls.map((call, i) => `     ${i + 1}. ${visibleJson(call)}`)];

/** Reasons why something was inconclusive, each once. */
function inconclusive(report: Report, paint: Paint): string {
  const lines = inconclusiveOf(report).map(
    ({ status, reason, cases }) => `  ${status}: ${reason}\n${indent(wrap(cases), '    ')}`,
  );
  return lines.length === 0 ? '' : `${paint('bold', 'Inconclusive')}\n${lines.join('\n')}`;
}

function unspecifiedAnswers({ unspecified }: Report, paint: Paint): string {
  if (unspecified.length === 0) return '';
  const lines = unspecified.map(({ title, rule, actual }) => `  ${title} (${rule}): ${sayActual(actual)}`);
  return `${paint('bold', 'Where AWS is silent, this target answers')}\n${lines.join('\n')}`;
}

function precedence(report: Report, paint: Paint): string {
  const lines = precedenceLines(report);
  if (lines.length === 0) return '';
  return `${paint('bold', 'When two rules are broken, this target answers')}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function left({ leftBehind }: Report, paint: Paint): string {
  return leftBehind.length === 0
    ? ''
    : `${paint('yellow', 'Left behind at the target')}\n${indent(leftBehind.join('\n'), '  ')}`;
}

function summary(report: Report, paint: Paint): string {
  const { summary: sum, rules, seed, run, search, coverage } = report;
  const failing = rules.filter(({ status }) => status === 'fail').map(name);
  const verdict = paint(verdictColors[sum.exitCode], verdictOf(report));
  return [
    ...(failing.length === 0 ? [] : [`failing  ${wrap(failing).replaceAll('\n', '\n         ')}`]),
    `rules    ${counts(sum.rules)}`,
    `cases    ${counts(sum.cases)}`,
    ...(coverage === undefined
      ? []
      : [`pairs    ${coverage.pairs.broken} of ${coverage.pairs.possible} pairs of rules broken together`]),
    ...(run.tooLarge === undefined ? [] : [`limits   ${tooLargeText(report)}`]),
    ...(search === undefined ? [] : [`search   ${search.runs} sequences, ${search.copies} copies judged`]),
    `${paint('bold', verdict)}  (${effortOf(report)}, seed ${seed}, ${gateText(report)})`,
  ].join('\n');
}

const name = (rule: RuleResult): string => rule.id;
