import type { Comparison } from '../../src/report/index.ts';
import { changedIn, changes, details } from '../../src/reporters/compare/words.ts';
import { code, escapeMarkdown as escape, table } from '../../src/reporters/kit/markdown-text.ts';
import { describeCounts } from '../../src/reporters/run/words.ts';
import type { Cell, Column, Matrix } from './matrix.ts';
import { alsoBy, measuredIn, nameOf, oldText, signOf, signs, tell, verdictOf } from './words.ts';

/** The page of the repository: each cell leads to its evidence further below. */
export function matrixMarkdown({ columns, rows, history, old }: Matrix): string {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(signOf)));
  const sections = [
    '# Emulators',
    'Generated from `contracts/emulators` by `npm run emulators`. Do not edit.',
    'What stored runs of emulators came to, the search left out. `npm run emulators -- --run` runs them again.',
    table(
      ['emulator', 'verdict', 'rules', 'run on', 'contract'],
      columns.map((column) => [
        `[${nameOf(column)}](#${column.id})`,
        escape(verdictOf(column)),
        describeCounts(column.stored.summary.rules),
        column.stored.date,
        column.stored.contract.version,
      ]),
    ),
    ...(old.length === 0 ? [] : [escape(oldText(old))]),
    '## Rules by emulator',
    Object.entries(signs)
      .filter(([sign]) => used.has(sign as keyof typeof signs))
      .map(([, [sign, meaning]]) => `- ${sign} ${meaning}`)
      .join('\n'),
    'Most harmful first. Each sign leads to what is behind it.',
    table(
      ['rule', ...columns.map(nameOf)],
      rows.map(({ id, cells }) => [`[${id}](rules.md#${id})`, ...cells.map(linked)]),
    ),
    '## History',
    ...history.map(historySection),
    ...columns.map((column) =>
      evidence(
        column,
        rows.flatMap(({ cells }) => cells.filter((cell) => cell.column === column)),
      ),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function linked(cell: Cell): string {
  const [sign] = signs[signOf(cell)];
  return `[${sign}](#${cell.rule === undefined ? cell.column.id : cell.anchor})`;
}

function historySection(comparison: Comparison): string {
  const targets = comparison.reports.map(({ report }) => report.target);
  const names = targets.map(({ name, version = '' }) => `${name} ${version}`);
  const [, after] = targets;
  const parts = changes.flatMap((change) => {
    const changed = changedIn(comparison, change);
    if (changed.length === 0) return [];
    const lines = changed.map(({ row, cell }) =>
      [
        `- [${row.id}](#${after?.name ?? ''}-${after?.version ?? ''}-${row.id})`,
        ...details(cell).map((line) => `  - ${escape(line)}`),
      ].join('\n'),
    );
    return [`${titles[change]} (${changed.length}):`, lines.join('\n')];
  });
  const told = parts.length === 0 ? ['Nothing changed.'] : parts;
  return [`### ${names.join(' → ')}`, ...told].join('\n\n');
}

const titles = {
  'newly failing': 'Newly failing',
  'newly measured': 'Measured now, and fails',
  'newly inconclusive': 'No longer measured',
  changed: 'Fails otherwise',
  'newly passing': 'Mended',
} as const;

function evidence(column: Column, cells: readonly Cell[]): string {
  const { id } = column;
  const result = `../contracts/emulators/results/${id}.json`;
  return [
    `## <a id="${id}"></a>${nameOf(column)}`,
    `${escape(verdictOf(column))}. All cases are in the [stored result](${result}), reasons and how to see each in the [baseline](../contracts/emulators/${id}.yaml).`,
    cells
      .filter(({ rule }) => rule !== undefined)
      .map((cell) => entry(cell))
      .join('\n'),
  ].join('\n\n');
}

function entry(cell: Cell): string {
  const { anchor, rule, findings, others, column } = cell;
  const [sign] = signs[signOf(cell)];
  return [
    `- <a id="${anchor}"></a>${sign} **${rule?.id ?? ''}** ${escape(measuredIn(cell))}`,
    ...findings.map((finding) => {
      const { expected, actual, cases, cause } = tell(column, finding);
      const because = cause === undefined ? '' : `; explained by ${code(cause)}`;
      return `  - ${code(finding.fingerprint)} expected ${code(expected)}, actual ${code(actual)}${because}; ${escape(cases)}`;
    }),
    ...(others.length === 0 ? [] : [`  - cases of it also fail by ${alsoBy(cell)}`]),
  ].join('\n');
}
