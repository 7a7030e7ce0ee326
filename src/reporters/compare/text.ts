import type { Change, Comparison } from '../../report/index.ts';
import { painter, type Paint } from '../kit/paint.ts';
import { shown } from '../kit/shown.ts';
import { describeCounts, oneLine } from '../run/words.ts';
import { changedIn, changes, details, resultOf } from './words.ts';

/** A comparison for people at a terminal. */
export function renderText(whole: Comparison, options: { readonly color: boolean }): string {
  const comparison = shown(whole);
  const paint = painter(options);
  const { reports, contractsDiffer, exitCode } = comparison;
  const width = Math.max(...reports.map(({ name }) => name.length));
  const head = reports.map(
    ({ name, report }) => `${name.padEnd(width)}  ${describeCounts(report.summary.rules)}`,
  );
  const sections = [
    head.join('\n'),
    ...(contractsDiffer ? ['The reports are of different contracts: what differs may be the contract.'] : []),
    ...changes.map((change) => section(comparison, change, paint)).filter((text) => text !== ''),
    paint((['green', 'red', 'yellow'] as const)[exitCode], resultOf(comparison)),
  ];
  return `${sections.join('\n\n')}\n`;
}

const styles = {
  'newly failing': 'red',
  'newly measured': 'yellow',
  'newly inconclusive': 'yellow',
  changed: 'yellow',
  'newly passing': 'green',
} as const;

function section(comparison: Comparison, change: Change, paint: Paint): string {
  const several = comparison.reports.length > 2;
  const lines = changedIn(comparison, change).flatMap(({ row, cell, name }) => [
    `  ${paint(styles[change], row.id)}  ${oneLine(row.statement)}${several ? `  (${name})` : ''}${cell.regression || change !== 'newly failing' ? '' : '  (does not fail the run)'}`,
    ...details(cell).map((line) => `    ${line}`),
  ]);
  return lines.length === 0 ? '' : [paint('bold', title(change)), ...lines].join('\n');
}

const title = (change: Change): string => change.charAt(0).toUpperCase() + change.slice(1);
