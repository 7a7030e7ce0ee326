import { shown } from '../kit/shown.ts';
import type { RenderOptions } from '../kit/render-options.ts';
import { painter, type Paint } from '../kit/paint.ts';
import { oneLine, plural, wrap } from '../run/words.ts';
import { harmless } from '../../contract/shown.ts';
import type {
  CheckFinding,
  CheckReport,
  CheckRule,
  CheckSeverity,
  PolicySummary,
} from '../../contract/generated/types.ts';

/**
 * The report for people at a terminal: findings in the form that editors jump to, a line each, then what they rest on.
 * There may be hundreds of thousands, so that they are rendered one after the other.
 */
export function* renderText({ findings, ...rest }: CheckReport, options: RenderOptions): Generator<string> {
  const paint = painter(options);
  for (const finding of findings) yield `${findingLine(shown(finding), paint)}\n`;
  if (findings.length > 0) yield '\n';
  const report = shown(rest);
  const sections = [
    section('Rules', report.rules.map(ruleText), paint),
    section('Policies', report.policies.map(policyLine(report)), paint),
    section('Not checked', report.notChecked.map(notCheckedLine), paint),
    summaryLine(report, paint),
  ];
  yield `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

const styles = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Readonly<
  Record<CheckSeverity, string>
>;

function findingLine(finding: CheckFinding, paint: Paint): string {
  const { file, line, column, severity, standing, reason, message, rule } = finding;
  const word =
    standing === undefined ? paint(styles[severity], severity) : paint(standingStyles[standing], standing);
  const why = reason === undefined ? '' : ` [${safe(reason)}]`;
  return `${file}:${line}:${column}: ${word}: ${safe(message)}${why}  ${paint('dim', rule)}`;
}

const standingStyles = { undecided: 'yellow', excused: 'dim' } as const;

/** One line that does nothing to a terminal: a policy's own words may be anybody's. */
const safe = (text: string): string => harmless(oneLine(text));

const section = (title: string, lines: readonly string[], paint: Paint): string =>
  lines.length === 0 ? '' : [paint('bold', title), ...lines].join('\n');

const ruleText = ({ id, statement, help, url }: CheckRule): string =>
  [
    `  ${id}`,
    `    ${safe(statement)}`,
    `    ${safe(help)}`,
    ...(url === undefined ? [] : [`    ${url}`]),
  ].join('\n');

const policyLine =
  ({ what }: Pick<CheckReport, 'what'>) =>
  ({ id, applied, denied, excepted, undecided, unknown }: PolicySummary): string => {
    const parts = [
      applied === 0 ? `matched no ${what === 'copies' ? 'planned copy' : 'test'}` : `applied to ${applied}`,
      ...(denied > 0 ? [`${denied} denied`] : []),
      ...(excepted > 0 ? [`${excepted} excepted`] : []),
      ...(undecided > 0 ? [`${undecided} undecided: ${unknown.join(', ')} not known`] : []),
    ];
    return `  ${id}: ${parts.join(', ')}`;
  };

const notCheckedLine = ({ reason, copies, rules }: CheckReport['notChecked'][number]): string => {
  const title = `  of ${copies} ${copies === 1 ? 'copy' : 'copies'}, because ${reason}:`;
  return rules.length === 0
    ? `${title} everything else`
    : `${title}\n${wrap(rules, 92).replaceAll(/^/gm, '    ')}`;
};

function summaryLine({ summary, what, notChecked }: Omit<CheckReport, 'findings'>, paint: Paint): string {
  const { subjects, files, exitCode } = summary;
  const counts = [
    plural(summary.error, 'error'),
    plural(summary.warning, 'warning'),
    plural(summary.note, 'note'),
    ...(summary.undecided > 0 ? [`${summary.undecided} undecided`] : []),
    ...(summary.excused > 0 ? [`${summary.excused} excused`] : []),
  ];
  const verdict = exitCode === 0 ? paint('green', 'passed') : paint('red', 'failed');
  const limits = notChecked.length > 0 && exitCode === 0 ? ', as far as it could be checked' : '';
  const whose = subjects === 1 ? what.replace('copies', 'copy').replace('tests', 'test') : what;
  return `${verdict}${limits}: ${subjects} ${whose} in ${plural(files, 'file')}, ${counts.join(', ')}`;
}
