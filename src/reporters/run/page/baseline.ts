import type { BaselineProblem, Finding, Report } from '../../../contract/generated/types.ts';
import type { Paint } from '../../kit/paint.ts';
import { knownTitle } from '../impact-words.ts';
import { cutTo, firstOf, oneLine, sortFindings } from '../words.ts';
import { width } from './brief.ts';
import type { Section } from './fit.ts';

/** What a page tells of a baseline: entries that no longer hold, and deviations that are known. */
export function baselineSections(
  report: Report,
  paint: Paint,
): { readonly problems: Section; readonly known: Section } {
  const { baseline } = report;
  const { known } = sortFindings(report);
  return {
    problems: {
      title: paint('bold', 'Entries of the baseline that fail the run'),
      entries: (baseline?.problems ?? []).map((problem) =>
        problemLines(problem, baseline?.file ?? '', paint),
      ),
    },
    known: {
      title: `${paint('bold', knownTitle)} (${known.length})`,
      entries: known.map((finding) => [knownLine(finding, paint)]),
    },
  };
}

function problemLines(problem: BaselineProblem, file: string, paint: Paint): readonly string[] {
  const { kind, rule, cases, fingerprint, line, column, message } = problem;
  return [
    `${file}:${line}:${column}: ${paint('red', kind)}: ${cutTo(`${rule} (${firstOf(cases, 2)}) ${fingerprint}`, 70)}`,
    `  ${cutTo(oneLine(message), width - 2)}`,
  ];
}

function knownLine({ fingerprint, rule, known }: Finding, paint: Paint): string {
  const [id, name] = [cutTo(fingerprint, 20), cutTo(rule, 40)];
  const why = `${oneLine(known?.reason)} (${known?.owner ?? ''})`;
  return `${id} ${paint('yellow', name)}: ${cutTo(why, width - id.length - name.length - 3)}`;
}
