import { renderJson as render } from '../run/json.ts';
import type { Comparison } from '../../report/index.ts';

/** A comparison as JSON: what was compared, and the rules that changed. */
export function renderJson({ reports, rows, contractsDiffer, exitCode }: Comparison): string {
  const changed = rows.filter(({ cells }) => cells.some(({ change }) => change !== undefined));
  const value = {
    reports: reports.map(({ name, report: { target, tool, specHash, summary } }) => ({
      name,
      target: target.name,
      tool: tool.version,
      specHash,
      summary,
    })),
    contractsDiffer,
    exitCode,
    changed: changed.map(({ id, cells }) => ({
      rule: id,
      reports: cells.map(({ gained, lost, ...cell }) => ({
        ...cell,
        gained: gained.map(({ fingerprint }) => fingerprint),
        lost: lost.map(({ fingerprint }) => fingerprint),
      })),
    })),
  };
  return render(value);
}
