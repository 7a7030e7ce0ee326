import { shown } from '../kit/shown.ts';
import type { CheckFinding, CheckReport, CheckSeverity } from '../../contract/generated/types.ts';
import { workflowCommand, type AnnotationLevel } from '../kit/workflow-command.ts';

/** Workflow commands of GitHub Actions: an annotation for each finding, and a notice with the sum. */
export function renderGithub(report: CheckReport): string {
  const { findings, summary, what } = shown(report);
  const sum = `${summary.subjects} ${what}: ${summary.error} errors, ${summary.warning} warnings, ${summary.note} notes`;
  return [
    ...findings.map(annotation),
    workflowCommand('notice', { title: 'neptune-copy-contract check' }, sum),
    '',
  ].join('\n');
}

const levels: Readonly<Record<CheckSeverity, AnnotationLevel>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

function annotation({ severity, file, line, column, rule, message }: CheckFinding): string {
  return workflowCommand(levels[severity], { file, line, col: column, title: rule }, message);
}
