import { sayActual } from '../../contract/deviation-words.ts';
import type { Change, Comparison, RuleChange, RuleRow } from '../../report/index.ts';
import { firstOf, plural } from '../run/words.ts';

/** The changes, the worst first. */
export const changes: readonly Change[] = [
  'newly failing',
  'newly measured',
  'newly inconclusive',
  'changed',
  'newly passing',
];

/** A rule of which something changed in a report. */
export interface ChangedRule {
  readonly row: RuleRow;
  readonly cell: RuleChange;
  /** Which report, by its name. */
  readonly name: string;
}

/** The rules that changed in some way, report by report. */
export const changedIn = ({ reports, rows }: Comparison, wanted: Change): ChangedRule[] =>
  reports.flatMap(({ name }, i) =>
    rows.flatMap((row) => {
      const cell = row.cells[i];
      return cell?.change === wanted ? [{ row, cell, name }] : [];
    }),
  );

/** What a comparison comes to, in a few words. */
export function resultOf({ rows, exitCode }: Comparison): string {
  const cells = rows.flatMap((row) => row.cells);
  const counts = changes.flatMap((wanted) => {
    const number = cells.filter(({ change }) => change === wanted).length;
    return number === 0 ? [] : [`${number} ${wanted}`];
  });
  const told = counts.length === 0 ? 'nothing changed' : counts.join(', ');
  const regressions = cells.filter(({ regression }) => regression).length;
  if (exitCode === 1) return `${plural(regressions, 'regression')}: ${told}`;
  return exitCode === 2 ? `one of the runs could not be judged: ${told}` : told;
}

/** Cases that are named. */
const mostCases = 5;

/** What is behind a change: cases that ended otherwise, and deviations that came and went. */
export function details({ cases, gained, lost }: RuleChange): string[] {
  const groups = new Map<string, string[]>();
  for (const { id, from, to } of cases) {
    const kind = `${from} → ${to}`;
    groups.set(kind, [...(groups.get(kind) ?? []), id]);
  }
  return [
    ...[...groups].map(([kind, ids]) => `${kind}: ${firstOf(ids, mostCases)}`),
    ...gained.map(({ fingerprint, actual }) => `new deviation ${fingerprint}: ${sayActual(actual)}`),
    ...lost.map(({ fingerprint, actual }) => `gone deviation ${fingerprint}: ${sayActual(actual)}`),
  ];
}
