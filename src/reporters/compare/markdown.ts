import type { Comparison } from '../../report/index.ts';
import { code, escapeMarkdown as escape, folded, table } from '../kit/markdown-text.ts';
import { shown } from '../kit/shown.ts';
import { columnsFor } from '../run/words.ts';
import { changedIn, changes, details, resultOf } from './words.ts';

/** A comparison as markdown: what changed, and the rules by report. */
export function renderMarkdown(whole: Comparison): string {
  const comparison = shown(whole);
  const { reports, rows, contractsDiffer } = comparison;
  const columns = columnsFor(reports.map(({ report }) => report.summary.rules));
  const counts = reports.map(({ name, report }) => [
    escape(name),
    ...columns.map((status) => String(report.summary.rules[status] ?? 0)),
  ]);
  const changed = changes.flatMap((change) =>
    changedIn(comparison, change).map(({ row, cell, name }) => [
      change === 'newly failing' && !cell.regression ? `${change}, does not fail the run` : change,
      code(row.id),
      escape(name),
      details(cell).map(escape).join('<br>'),
    ]),
  );
  const matrix = rows.map(({ id, cells }) => [
    code(id),
    ...cells.map(({ status = '', change }) => (change === undefined ? status : `**${status}**`)),
  ]);
  const names = reports.map(({ name }) => escape(name));
  const sections = [
    `## CopyDBClusterSnapshot: ${escape(resultOf(comparison))}`,
    ...(contractsDiffer ? ['The reports are of different contracts: what differs may be the contract.'] : []),
    table(['rules', ...columns], counts),
    ...(changed.length === 0 ? [] : [table(['change', 'rule', 'report', 'what is behind it'], changed)]),
    folded('All rules', table(['rule', ...names], matrix)),
  ];
  return `${sections.join('\n\n')}\n`;
}
