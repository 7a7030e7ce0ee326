import { shown } from '../kit/shown.ts';
import type { DriftDifference, DriftReport, DriftVerdict } from '../../contract/generated/types.ts';
import { workflowCommand, type AnnotationLevel } from '../kit/workflow-command.ts';
import { verdictText } from './verdict.ts';

/**
 * Workflow commands of GitHub Actions: an error for what is broken or stale, a warning for what was added, and the
 * verdict. What is allowed is no news.
 */
export function renderGithub(whole: DriftReport): string {
  const report = shown(whole);
  const { sdk, differences, stale, verdict } = report;
  return [
    ...differences.flatMap((each) => (each.allowed === undefined ? [annotation(each)] : [])),
    ...stale.map(({ file, line, column, message }) =>
      workflowCommand('error', { file, line, col: column, title: 'stale allowance' }, message),
    ),
    workflowCommand(levels[verdict], { title: `drift of ${sdk.name} ${sdk.version}` }, verdictText(report)),
    '',
  ].join('\n');
}

const levels: Readonly<Record<DriftVerdict, AnnotationLevel>> = {
  same: 'notice',
  additions: 'warning',
  stale: 'error',
  broken: 'error',
};

const annotation = ({ path, kind, change, contract = 'nothing', sdk = 'nothing' }: DriftDifference): string =>
  workflowCommand(
    change === 'broken' ? 'error' : 'warning',
    { title: `${path}: ${kind}` },
    `the contract says ${contract}, the SDK ${sdk}`,
  );
