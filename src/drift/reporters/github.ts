import type { DriftDifference, DriftReport, DriftVerdict } from '../../spec/generated/types.ts';
import { verdictText } from './verdict.ts';

type Level = 'error' | 'warning' | 'notice';

/**
 * Workflow commands of GitHub Actions: an error for what is broken or stale, a warning for what was added, and the
 * verdict. What is allowed is no news.
 */
export function renderGithub(report: DriftReport): string {
  const { sdk, differences, stale, verdict } = report;
  return [
    ...differences.flatMap((each) => (each.allowed === undefined ? [annotation(each)] : [])),
    ...stale.map(({ file, line, column, message }) =>
      command('error', { file, line, col: column, title: 'stale allowance' }, message),
    ),
    command(levels[verdict], { title: `drift of ${sdk.name} ${sdk.version}` }, verdictText(report)),
    '',
  ].join('\n');
}

const levels: Readonly<Record<DriftVerdict, Level>> = {
  same: 'notice',
  additions: 'warning',
  stale: 'error',
  broken: 'error',
};

const annotation = ({ path, kind, change, contract = 'nothing', sdk = 'nothing' }: DriftDifference): string =>
  command(
    change === 'broken' ? 'error' : 'warning',
    { title: `${path}: ${kind}` },
    `the contract says ${contract}, the SDK ${sdk}`,
  );

/** A workflow command, escaped as the toolkit of GitHub Actions does it (actions/toolkit, core/src/command.ts). */
function command(level: Level, properties: Readonly<Record<string, string | number>>, text: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${escapeData(text)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
