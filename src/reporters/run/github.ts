import { sayActual, sayExpected } from '../../contract/deviation-words.ts';
import type { Finding, Report } from '../../contract/generated/types.ts';
import { workflowCommand } from '../kit/workflow-command.ts';
import { shown } from '../kit/shown.ts';
import { firstOf, newCases, plural, sortFindings, inconclusiveOf, verdictOf } from './words.ts';

/** Cases that an annotation names. */
const mostCases = 5;

/**
 * The report as workflow commands of GitHub Actions: an error for what fails the run or leaves it without a verdict, a warning for what does not,
 * and the verdict. Known deviations are no news. The command line adds the step summary, which is the markdown.
 */
export function renderGithub(whole: Report): string {
  const report = shown(whole);
  const { gating, fresh, reported, known } = sortFindings(report);
  const { baseline, target, leftBehind } = report;
  const conforms = report.summary.exitCode === 0;
  return [
    ...gating.map((finding) => ofFinding('error', finding)),
    ...(baseline?.problems ?? []).map(({ kind, rule, cases, message, line, column }) =>
      workflowCommand(
        'error',
        { file: baseline?.file, line, col: column, title: `${kind}: ${rule}` },
        `${firstOf(cases, mostCases)}: ${message}`,
      ),
    ),
    ...inconclusiveOf(report)
      .filter(({ status }) => status === 'error')
      .map(({ reason, cases }) =>
        workflowCommand(
          conforms ? 'warning' : 'error',
          { title: `${plural(cases.length, 'case')} not judged` },
          `${reason}\n${firstOf(cases, mostCases)}`,
        ),
      ),
    ...[...fresh, ...reported].map((finding) => ofFinding('warning', finding)),
    ...leftBehind.map((what) => workflowCommand('warning', { title: 'left behind at the target' }, what)),
    workflowCommand(
      conforms ? 'notice' : 'error',
      { title: `CopyDBClusterSnapshot at ${target.name}` },
      verdictOf(report) + (conforms || known.length === 0 ? '' : `, ${known.length} known`),
    ),
    '',
  ].join('\n');
}

const ofFinding = (level: 'error' | 'warning', finding: Finding): string => {
  const { rule, statement, expected, actual, cases, fingerprint } = finding;
  const fresh = newCases(finding).map((names) => `\nnew in ${names}`);
  return workflowCommand(
    level,
    { title: `${rule} ${fingerprint}` },
    `${statement}\nexpected ${sayExpected(expected)}\nactual ${sayActual(actual)}\nseen in ${firstOf(cases, mostCases)}${fresh.join('')}`,
  );
};
