import { visibleJson } from '../../protocol/visible.ts';
import type { Report } from '../../contract/generated/types.ts';
import { measuredOf } from './words.ts';

/**
 * The report as a badge of shields.io (its endpoint schema). It tells how many rules were measured: a target that
 * can be brought into few situations must not look as good as one that was judged throughout.
 */
export function renderBadge({ summary }: Report): string {
  const { fail, known, new: fresh = 0 } = summary.rules;
  const measured = measuredOf(summary);
  const message = [
    `${measured.rules}/${measured.of} rules measured`,
    ...(fail > 0 ? [`${fail} deviate`] : []),
    ...(known > 0 ? [`${known} known to deviate`] : []),
    ...(fresh > 0 ? [`${fresh} new`] : []),
    ...(summary.exitCode === 2 ? ['could not be judged'] : []),
  ].join(', ');
  const badge = { schemaVersion: 1, label: 'CopyDBClusterSnapshot', message, color: colorOf(summary) };
  return `${visibleJson(badge)}\n`;
}

/** Green only where everything was measured and nothing deviates; red just when the run fails. */
function colorOf(summary: Report['summary']): string {
  const { exitCode, rules } = summary;
  const { rules: measured, of } = measuredOf(summary);
  if (exitCode === 1) return 'red';
  if (exitCode === 2) return 'lightgrey';
  if (rules.fail + (rules.new ?? 0) > 0) return 'yellow';
  return rules.known > 0 ? 'yellowgreen' : measured < of ? 'green' : 'brightgreen';
}
