import { isFailing } from '../../check/report.ts';
import { shown } from '../kit/shown.ts';
import type { CheckFinding, CheckReport, CheckSeverity } from '../../contract/generated/types.ts';
import { workflowCommand, type AnnotationLevel } from '../kit/workflow-command.ts';

/** Workflow commands of GitHub Actions: an annotation for each finding, and a notice with the sum. */
export function renderGithub(report: CheckReport): string {
  const { findings, summary, what } = shown(report);
  const sum = `${summary.subjects} ${what}: ${summary.error} errors, ${summary.warning} warnings, ${summary.note} notes, ${summary.undecided} undecided, ${summary.excused} excused`;
  return [
    ...findings.map((finding) => annotation(finding, summary)),
    workflowCommand('notice', { title: 'neptune-copy-contract check' }, sum),
    '',
  ].join('\n');
}

const levels: Readonly<Record<CheckSeverity, AnnotationLevel>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

function annotation(finding: CheckFinding, summary: CheckReport['summary']): string {
  const { severity, standing, reason, file, line, column, rule, message } = finding;
  const mild = standing === 'undecided' ? 'warning' : 'notice';
  const level = standing === undefined || isFailing(finding, summary) ? levels[severity] : mild;
  const text = standing === undefined ? message : `${standing}: ${message} [${reason ?? ''}]`;
  return workflowCommand(level, { file, line, col: column, title: rule }, text);
}
