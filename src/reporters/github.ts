import type { Finding, Report } from '../spec/generated/types.ts';
import { firstOf, plural, sortFindings, unmeasuredOf, verdictOf } from './words.ts';

/** Cases that an annotation names. */
const mostCases = 5;

/**
 * The report as workflow commands of GitHub Actions: an error for what fails the run, a warning for what does not,
 * and the verdict. Known deviations are no news. The command line adds the step summary, which is the markdown.
 */
export function renderGithub(report: Report): string {
  const { gating, reported, known } = sortFindings(report);
  const { baseline, target, leftBehind } = report;
  const conforms = report.summary.exitCode === 0;
  return [
    ...gating.map((finding) => ofFinding('error', finding)),
    ...(baseline?.problems ?? []).map(({ kind, rule, case: id, message, line, column }) =>
      command(
        'error',
        { file: baseline?.file, line, col: column, title: `${kind}: ${rule}` },
        `${id}: ${message}`,
      ),
    ),
    ...unmeasuredOf(report)
      .filter(({ status }) => status === 'error')
      .map(({ reason, cases }) =>
        command(
          'error',
          { title: `${plural(cases.length, 'case')} not judged` },
          `${reason}\n${firstOf(cases, mostCases)}`,
        ),
      ),
    ...reported.map((finding) => ofFinding('warning', finding)),
    ...leftBehind.map((what) => command('warning', { title: 'left behind at the target' }, what)),
    command(
      conforms ? 'notice' : 'error',
      { title: `CopyDBClusterSnapshot at ${target.name}` },
      verdictOf(report) + (conforms || known.length === 0 ? '' : `, ${known.length} known`),
    ),
    '',
  ].join('\n');
}

const ofFinding = (
  level: 'error' | 'warning',
  { rule, statement, expected, actual, cases, fingerprint }: Finding,
) =>
  command(
    level,
    { title: `${rule} ${fingerprint}` },
    `${statement}\naccepts ${expected}\ncame ${actual}\nseen in ${firstOf(cases, mostCases)}`,
  );

/** A workflow command, escaped as the toolkit of GitHub Actions does it (actions/toolkit, core/src/command.ts). */
function command(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name} ${written.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
