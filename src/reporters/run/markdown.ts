import { sayActual, sayExpected } from '../../contract/deviation-words.ts';
import type { Coverage, Finding, Report } from '../../contract/generated/types.ts';
import { evidenceOf } from './evidence.ts';
import { address, code, codeBlock, escapeMarkdown as escape, folded, table } from '../kit/markdown-text.ts';
import { newTitle } from './impact-words.ts';
import { precedenceLines } from './precedence.ts';
import { shown } from '../kit/shown.ts';
import {
  firstOf,
  describeCounts,
  effortOf,
  headlineOf,
  plural,
  sortFindings,
  columnsFor,
  gateText,
  tooLargeText,
  inconclusiveOf,
  verdictOf,
} from './words.ts';

/** Findings whose evidence is shown: GitHub takes no step summary of more than 1 MiB. */
const mostEvidence = 25;

/** Characters of one finding's evidence. */
const longestEvidence = 30_000;

/** The report as markdown as GitHub reads it: for a step summary, an issue, a wiki. */
export function renderMarkdown(whole: Report): string {
  const report = shown(whole);
  const { gating, fresh, reported, known } = sortFindings(report);
  const told = [...gating, ...fresh, ...reported];
  const evidence = told.slice(0, mostEvidence).map(evidenceText);
  if (told.length > mostEvidence)
    evidence.push(`The evidence of ${told.length - mostEvidence} more stands in the JSON and HTML reports.`);
  const sections: readonly (readonly [title: string, content: string])[] = [
    ['Deviations', findingsTable(gating)],
    [newTitle, findingsTable(fresh)],
    ['Deviations that do not fail the run', findingsTable(reported)],
    ['Evidence', evidence.join('\n\n')],
    ['Known deviations', knownTable(known)],
    ['Entries of the baseline that fail the run', problemsTable(report)],
    ['Inconclusive', inconclusiveTable(report)],
    ['Where AWS is silent', unspecifiedTable(report)],
    [
      'When two rules are broken',
      precedenceLines(report)
        .map((line) => `- ${escape(line)}`)
        .join('\n'),
    ],
    ['Coverage of the preconditions', coverageText(report.coverage)],
    ['Left behind at the target', report.leftBehind.map((what) => `- ${escape(what)}`).join('\n')],
  ];
  const texts = sections
    .filter(([, content]) => content !== '')
    .map(([title, content]) => `### ${title}\n\n${content}`);
  return `${[header(report), ...texts].join('\n\n')}\n`;
}

function header(report: Report): string {
  const { target, tool, summary, run, seed } = report;
  const columns = columnsFor([summary.rules, summary.cases]);
  const cells = (what: string, counts: Report['summary']['rules']): string[] => [
    what,
    ...columns.map((status) => String(counts[status] ?? 0)),
  ];
  const verdict = verdictOf(report);
  const headline = headlineOf(report);
  return [
    `## CopyDBClusterSnapshot at ${escape(target.name)}: ${escape(headline)}`,
    ...(verdict === headline ? [] : [`${escape(verdict)}.`]),
    table(['', ...columns], [cells('rules', summary.rules), cells('cases', summary.cases)]),
    escape(
      `${tool.name} ${tool.version}, ${effortOf(report)}, seed ${seed}, ${gateText(report)}, contract ${report.specHash.slice(0, 12)}`,
    ),
    ...(run.tooLarge === undefined ? [] : [escape(tooLargeText(report))]),
  ].join('\n\n');
}

const findingsTable = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? ''
    : table(
        ['rule', 'expected', 'actual', 'cases', 'id'],
        findings.map(({ rule, expected, actual, cases, fingerprint }) => [
          code(rule),
          escape(sayExpected(expected)),
          escape(sayActual(actual)),
          casesText(cases),
          code(fingerprint),
        ]),
      );

const casesText = ([first = '', ...others]: readonly string[]): string =>
  code(first) + (others.length === 0 ? '' : ` and ${others.length} more`);

const evidenceText = (finding: Finding): string =>
  folded(
    `<code>${escape(finding.rule)}</code> ${escape(finding.fingerprint)}: ${escape(finding.statement)}`,
    codeBlock('text', cut(evidenceOf(finding))),
  );

/** As much of the evidence as leaves room for that of others. */
const cut = (text: string): string =>
  text.length <= longestEvidence
    ? text
    : `${text.slice(0, longestEvidence)}\n… cut here: all of it stands in the JSON and HTML reports.`;

const knownTable = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? ''
    : table(
        ['rule', 'actual', 'why it is tolerated', 'owner', 'id'],
        findings.map(({ rule, actual, known, fingerprint }) => [
          code(rule),
          escape(sayActual(actual)),
          `${escape(known?.reason.trim() ?? '')} ${address(known?.link ?? '')}`.trim(),
          escape(known?.owner ?? ''),
          code(fingerprint),
        ]),
      );

const problemsTable = ({ baseline }: Report): string =>
  baseline === undefined || baseline.problems.length === 0
    ? ''
    : table(
        ['place', 'problem', 'rule', 'cases', 'message'],
        baseline.problems.map(({ line, column, kind, rule, cases, message }) => [
          code(`${baseline.file}:${line}:${column}`),
          kind,
          code(rule),
          escape(firstOf(cases, 3)),
          escape(message),
        ]),
      );

function inconclusiveTable(report: Report): string {
  const reasons = inconclusiveOf(report);
  if (reasons.length === 0) return '';
  const rows = reasons.map(({ status, reason, cases }) => [
    status,
    escape(reason),
    cases.map(code).join(', '),
  ]);
  return folded(describeCounts(report.summary.cases), table(['status', 'reason', 'cases'], rows));
}

const unspecifiedTable = ({ unspecified }: Report): string =>
  unspecified.length === 0
    ? ''
    : folded(
        `What this target answers in ${plural(unspecified.length, 'case')} that the documentation leaves unspecified`,
        table(
          ['situation', 'rule', 'actual'],
          unspecified.map(({ title, rule, actual }) => [
            escape(title),
            code(rule),
            escape(sayActual(actual)),
          ]),
        ),
      );

function coverageText(coverage: Coverage | undefined): string {
  if (coverage === undefined) return '';
  const { rules, pairs } = coverage;
  const rows = rules.map(({ id, brokenAlone, brokenWith, kept, unspecified }) => [
    code(id),
    ...[brokenAlone, brokenWith.length, kept, unspecified].map(String),
  ]);
  const missing = pairs.missing.map(({ rules: both, reason }) => [both.map(code).join(', '), escape(reason)]);
  return [
    folded(
      `${pairs.broken} of ${pairs.possible} pairs of rules broken together`,
      table(
        ['rule', 'calls that break it alone', 'rules broken with it', 'calls that keep it', 'unspecified'],
        rows,
      ),
    ),
    ...(missing.length === 0
      ? []
      : [folded(`${missing.length} pairs not tried`, table(['pair', 'reason'], missing))]),
  ].join('\n\n');
}
