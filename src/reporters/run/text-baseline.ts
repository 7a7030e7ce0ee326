import { sayActual } from '../../contract/deviation-words.ts';
import type { BaselineInfo, Finding, Report } from '../../contract/generated/types.ts';
import type { Paint } from '../kit/paint.ts';
import { firstOf, oneLine } from './words.ts';

/** The known deviations, and what is wrong with the baseline, for people at a terminal. */
export function baselineText({ findings, baseline, target }: Report, paint: Paint): string {
  if (baseline === undefined) return '';
  const known = findings.filter((finding) => finding.known !== undefined);
  const sections = [known.length === 0 ? '' : knownText(known, paint), problemsText(baseline, paint)];
  return [...sections, `baseline ${baseline.file}: ${baselineCounts(baseline, target.name)}`]
    .filter((section) => section !== '')
    .join('\n\n');
}

function knownText(known: readonly Finding[], paint: Paint): string {
  const texts = known.map(({ rule, fingerprint, actual, cases, known: entry }) =>
    [
      `  ${paint('yellow', rule)} ${fingerprint} (${cases.length} case${cases.length === 1 ? '' : 's'})  ${sayActual(actual)}`,
      `    ${[entry?.owner, entry?.link].filter((part) => part !== undefined).join(', ')}: ${oneLine(entry?.reason)}`,
    ].join('\n'),
  );
  return `${paint('bold', 'Known deviations, which do not fail the run')}\n${texts.join('\n')}`;
}

function problemsText({ file, problems }: BaselineInfo, paint: Paint): string {
  if (problems.length === 0) return '';
  const lines = problems.map(
    ({ kind, rule, cases, fingerprint, line, column, message }) =>
      `  ${file}:${line}:${column}: ${paint('red', kind)}: ${rule} (${firstOf(cases, 3)}) ${fingerprint}: ${oneLine(message)}`,
  );
  return `${paint('bold', 'Entries of the baseline that fail the run')}\n${lines.join('\n')}`;
}

/** How many entries hold, and how many do not or were not looked at. */
export function baselineCounts(
  { matched, unchecked, elsewhere, problems }: BaselineInfo,
  target: string,
): string {
  const parts = [
    `${matched} entries hold`,
    ...(problems.length > 0 ? [`${problems.length} problems`] : []),
    ...(unchecked > 0 ? [`${unchecked} not looked at in this run`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} for targets with another name than "${target}"`] : []),
  ];
  return parts.join(', ');
}
