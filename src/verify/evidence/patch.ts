import { createTwoFilesPatch } from 'diff';
import { UsageError } from '../../errors.ts';
import type { Evidence, ProposedRow } from './index.ts';

/** What recordings say, with the rows that are proposed as a patch. */
export interface WrittenEvidence extends Evidence {
  readonly patch: string;
}

/** The file that rows are proposed for, as a patch names it. */
const file = 'spec/rules.yaml';

/**
 * The rows that evidence proposes, as a patch of the catalogue's text for a person to review; empty where there are
 * none. What is settled of a rule that says what is unspecified is a row, too: whether the rule may claim it is for the
 * person to say.
 */
export function patchOf({ rows }: Evidence, catalogue: string): string {
  if (rows.length === 0) return '';
  const lines = catalogue.split('\n');
  const sources = new Map(rows.map((row) => [sourceOf(row), row]));
  for (const row of rows) insertRow(lines, row);
  const rules = indexOf(lines, /^rules:/);
  lines.splice(
    lines[rules - 1] === '' ? rules - 1 : rules,
    0,
    ...[...sources].flatMap(([id, row]) => sourceLines(id, row)),
  );
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, catalogue, lines.join('\n'), undefined, undefined, {
    context: 3,
  });
}

/** Name of the source that a recording is. */
const sourceOf = ({ recording: { date, region, run } }: ProposedRow): string =>
  `recording-${date}-${region}-${run}`;

const sourceLines = (id: string, { recording: { run, region, date } }: ProposedRow): readonly string[] => [
  `  ${id}:`,
  `    title: Recording ${run} of Neptune in ${region}, CopyDBClusterSnapshot`,
  '    service: Neptune',
  `    date: ${date}`,
];

/** Puts a row after those of its kind; where there are none of what speaks against, after what speaks for. */
function insertRow(lines: string[], row: ProposedRow): void {
  const { rule, of, as, cases, says } = row;
  const start = indexOf(lines, new RegExp(`^  - id: ${rule}$`));
  const own = lines.slice(start + 1).findIndex((line) => /^ {2}(?:- |#)|^\S/.test(line));
  const end = own === -1 ? lines.length : start + 1 + own;
  const source = sourceOf(row);
  const section = quoted(`${as === 'provenance' ? `${says}: ` : ''}${cases.join(', ')}`);
  const text =
    as === 'provenance'
      ? [`      - { of: ${of}, level: observed, source: ${source}, section: ${section} }`]
      : [
          `      - of: ${of}`,
          '        level: observed',
          `        source: ${source}`,
          `        section: ${section}`,
          `        says: ${quoted(says)}`,
        ];
  const after = (key: string): number | undefined => {
    const at = lines.findIndex((line, i) => i > start && i < end && line === `    ${key}:`);
    if (at === -1) return undefined;
    const rest = lines.slice(at + 1, end).findIndex((line) => !line.startsWith('      '));
    return rest === -1 ? end : at + 1 + rest;
  };
  const among = after(as);
  if (among !== undefined) lines.splice(among, 0, ...text);
  else lines.splice(after('provenance') ?? end, 0, `    ${as}:`, ...text);
}

/** A text in single quotes, as YAML has it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function indexOf(lines: readonly string[], pattern: RegExp): number {
  const index = lines.findIndex((line) => pattern.test(line));
  if (index === -1) throw new UsageError(`${file} has no line like ${String(pattern)}`);
  return index;
}
