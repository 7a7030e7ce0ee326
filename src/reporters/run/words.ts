import { largestAnswer, mostParts } from '../../harness/target/endpoint/answer-limits.ts';
import { notImplemented } from '../../report/conclude.ts';
import { failsRun, isFresh, withoutSymptoms } from '../../report/symptoms.ts';
import type {
  Cause,
  Finding,
  MeasuredRules,
  InconclusiveRules,
  Report,
  Status,
  StatusCounts,
} from '../../contract/generated/types.ts';

/** The result of a run in a sentence: a target conforms without more ado only where all rules were measured. */
export const verdictOf = (report: Report): string =>
  `${headlineOf(report)}${besides(report)}${cutShort(report)}`;

/** Of a run that was not finished and yet came to a verdict. */
const cutShort = ({ run: { stopped }, summary }: Report): string =>
  stopped === undefined || summary.exitCode === 2 ? '' : `; not finished: ${stopped.reason}`;

/** The result of a run without what was inconclusive, where that is told apart. */
export function briefVerdictOf(report: Report): string {
  const { summary } = report;
  if (summary.exitCode === 2) return verdictOf(report);
  const { rules, of } = measuredOf(summary);
  const measured = summary.exitCode === 1 && rules < of ? `, ${rules} of ${of} rules measured` : '';
  return `${headlineOf(report)}${measured}${cutShort(report)}`;
}

/** The result of a run in a few words, as a headline. */
export function headlineOf(report: Report): string {
  const { summary, baseline } = report;
  const { exitCode, deviations, known, new: fresh = 0 } = summary;
  if (exitCode === 2) return 'could not be judged';
  const missing = notImplemented(report.target);
  if (exitCode === 1 && missing !== undefined) return `not implemented: ${oneLine(missing)}`;
  const { rules, of } = measuredOf(summary);
  const excused = [
    ...(known === 0 ? [] : [plural(known, 'known deviation')]),
    ...(fresh === 0 ? [] : [plural(fresh, 'new deviation')]),
  ];
  const butFor = excused.length === 0 ? '' : ` but for ${excused.join(' and ')}`;
  if (exitCode === 0) return `conforms${rules === of ? '' : ` in ${rules} of ${of} rules`}${butFor}`;
  const problems = baseline?.problems.length ?? 0;
  const found = plural(deviations, 'deviation');
  return problems === 0 ? found : `${found}, ${plural(problems, 'problem')} of the baseline`;
}

/** What a run took: how many calls were judged, in how many seconds, and how many HTTP requests that were in all. */
export function effortOf({ run: { calls, milliseconds, requests } }: Report): string {
  const sent = requests === undefined ? '' : `, ${requestsText(requests)}`;
  return `${plural(calls, 'call')} judged in ${secondsText(milliseconds)}${sent}`;
}

/** How long a call took, as short as it can be told. */
export const durationText = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : secondsText(milliseconds);

/** A time in seconds and tenths of one. */
export const secondsText = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** What came of running a script of a finding; undefined where it shows the deviation, or was not to be run. */
export function notShownText({ reproduced }: Finding, language: string): string | undefined {
  const check = reproduced?.[language];
  if (check === undefined || check.result === 'shown') return undefined;
  const { result, reason } = check;
  const why = reason === undefined ? '' : `: ${oneLine(reason)}`;
  switch (result) {
    case 'not shown':
      return `does not show the deviation when run with ${language}${why}`;
    case 'no tool':
      return 'was not run: there is nothing here to run it';
    case 'not run':
      return `was not run${why}`;
  }
}

/** The languages whose scripts were run and do not show the deviation. */
export const notShown = ({ reproduced = {} }: Finding): readonly string[] =>
  Object.entries(reproduced).flatMap(([language, { result }]) => (result === 'not shown' ? [language] : []));

/** The script to show where there is room for one: the first that shows the deviation, as far as that is known. */
export function firstScript(finding: Finding): readonly [language: string, script: string] | undefined {
  const scripts = Object.entries(finding.reproduction);
  return scripts.find(([language]) => notShownText(finding, language) === undefined) ?? scripts[0];
}

/** So many HTTP requests. */
export const requestsText = (requests: number): string => `${plural(requests, 'HTTP request')} in all`;

/** What a run says of answers that it did not read whole; nothing, if there were none. */
export const tooLargeText = ({ run: { tooLarge } }: Report): string =>
  tooLarge === undefined
    ? ''
    : `${plural(tooLarge, 'answer')} larger than ${largestAnswer / 2 ** 20} MiB or ${mostParts.toLocaleString('en-US')} elements, taken for no answer`;

/** What belongs to a verdict besides its headline: why there is none, or what was inconclusive. */
function besides(report: Report): string {
  const { summary, demands: { excluded = [] } = {} } = report;
  const { exitCode, cause } = summary;
  if (exitCode === 2) return cause === undefined ? '' : `: ${causeOf(cause, summary)}`;
  return `${inconclusiveBesides(summary)}${excluded.length === 0 ? '' : `; not judged: ${excluded.join(', ')}`}`;
}

/** What was inconclusive, of a run that came to a verdict. */
function inconclusiveBesides(summary: Report['summary']): string {
  const { exitCode } = summary;
  const parts = (summary.inconclusiveRules ?? []).filter(({ kind }) => kind !== 'reason').map(lackOf);
  const others = (summary.inconclusiveRules ?? []).filter(({ kind }) => kind === 'reason');
  const number = others.reduce((sum, { rules }) => sum + rules.length, 0);
  if (number > 0) parts.push(`${number} (${others.map(({ what }) => cut(what)).join('; ')})`);
  if (parts.length === 0) return '';
  const { rules, of } = measuredOf(summary);
  return `${exitCode === 0 ? '' : `, ${rules} of ${of} rules measured`}; inconclusive: ${parts.join(', ')}`;
}

function causeOf({ reason, cases }: Cause, { cases: counts }: Report['summary']): string {
  return cases === undefined ? reason : `${reason} (${cases} of ${plural(totalOf(counts), 'case')})`;
}

/** How many rules were measured, of how many; reports of older versions tell it by their counts only. */
export function measuredOf({ measured, rules }: Report['summary']): MeasuredRules {
  const of = totalOf(rules);
  return measured ?? { rules: of - rules.inconclusive - rules.error, of };
}

/** How many there are of any status. */
export const totalOf = (counts: StatusCounts): number =>
  statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);

/** The statuses of which there are some. */
export const statusesIn = (counts: StatusCounts): readonly Status[] =>
  statuses.filter((status) => (counts[status] ?? 0) > 0);

function lackOf({ kind, what, rules }: InconclusiveRules): string {
  if (kind === 'capability') return `${rules.length} for want of ${what}`;
  return kind === 'asked' ? `${rules.length} left out by --without ${what}` : `${rules.length} not tried`;
}

/** As much of a reason as a sentence bears. */
const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** As much of a text as so many characters show; never half of a surrogate pair. */
export const cutTo = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).replace(/[\ud800-\udbff]$/, '')}…`;

/** The findings of a report by what they mean for the run. */
export interface SortedFindings {
  /** Those that fail it. */
  readonly gating: readonly Finding[];
  /** Those from what the requirement set does not ask for. */
  readonly fresh: readonly Finding[];
  /** Those from what is only inferred, or whatever else is below the gate. */
  readonly reported: readonly Finding[];
  /** Those in the baseline. */
  readonly known: readonly Finding[];
  /** Those that one of these explains. */
  readonly explained: readonly Finding[];
}

/** Sorts the findings by what they mean for the run; what another one explains is told there. */
export function sortFindings({ findings }: Pick<Report, 'findings'>): SortedFindings {
  const told = withoutSymptoms(findings);
  return {
    gating: told.filter(failsRun),
    fresh: told.filter(isFresh),
    reported: told.filter((finding) => !finding.gating && finding.known === undefined && !isFresh(finding)),
    known: told.filter(({ known }) => known !== undefined),
    explained: findings.filter((finding) => !told.includes(finding)),
  };
}

/** Why something was inconclusive, and which cases that is said of. */
export interface Inconclusive {
  readonly status: 'inconclusive' | 'error';
  readonly reason: string;
  readonly cases: readonly string[];
}

/** Reasons why something was inconclusive, each once. */
export function inconclusiveOf({ rules }: Pick<Report, 'rules'>): Inconclusive[] {
  const found = new Map<string, Inconclusive & { cases: string[] }>();
  for (const { id, status, reason = '' } of rules.flatMap((rule) => rule.cases)) {
    if (status !== 'inconclusive' && status !== 'error') continue;
    const key = `${status}: ${reason}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { status, reason, cases: [id] });
    else known.cases.push(id);
  }
  return [...found.values()];
}

/** How many there are of each status that occurs; what passed is always told. */
export const describeCounts = (counts: StatusCounts): string =>
  Object.entries(counts)
    .filter(([status, number]) => number > 0 || status === 'pass')
    .map(([status, number]) => `${number} ${status}`)
    .join(', ');

/** The statuses in the order in which they are told. */
export const statuses: readonly Status[] = ['pass', 'fail', 'known', 'new', 'inconclusive', 'error'];

/** The statuses that a table of such counts has columns for; new ones only where there are some. */
export const columnsFor = (all: readonly StatusCounts[]): readonly Status[] =>
  statuses.filter((status) => status !== 'new' || all.some((counts) => (counts.new ?? 0) > 0));

/** What fails the run, in short. */
export const gateText = ({ gate, requirements }: Pick<Report, 'gate' | 'requirements'>): string =>
  `gate ${gate}${requirements === undefined ? '' : `, requirements ${requirements}`}`;

/** So many of them. */
export const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** A text without its line breaks. */
export const oneLine = (text = ''): string => text.trim().replaceAll(/\s+/g, ' ');

/** A request without the headers that the SDK sends about itself. */
export const withoutChatter = (request: string): string =>
  request.replaceAll(
    /^(x-amz-user-agent|user-agent|host|amz-sdk-[\w-]+|x-amz-(date|content-sha256)): .*\n/gm,
    '',
  );

/** Names in lines of so many characters, where they are not longer themselves. */
export function wrap(names: readonly string[], width = 98): string {
  const lines: string[] = [];
  for (const each of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + each.length < width) lines[lines.length - 1] = `${last}, ${each}`;
    else lines.push(each);
  }
  return lines.join(',\n');
}

/** A text in lines of so many characters, broken between words; a word that is longer than a line is cut. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const each of text.split(' ').map((word) => cutTo(word, width))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + each.length <= width)
      lines[lines.length - 1] = `${last} ${each}`;
    else lines.push(each);
  }
  return lines;
}

/** The first names of a list, and how many more there are. */
export function firstOf(names: readonly string[], most: number): string {
  const more = names.length - most;
  return names.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The cases in which a deviation is not in the baseline, though it is in others: in one text, or none. */
export function newCases({ cases, knownCases = [] }: Finding): readonly string[] {
  const fresh = knownCases.length === 0 ? [] : cases.filter((id) => !knownCases.includes(id));
  return fresh.length === 0 ? [] : [firstOf(fresh, 5)];
}

/** Each line of a text behind so many blanks, or another sign; lines end with what they say. */
export const indent = (text: string, by = '  '): string =>
  text
    .split('\n')
    .map((line) => (by + line).trimEnd())
    .join('\n');

/** The colour of a verdict, by its exit code. */
export const verdictColors = ['green', 'red', 'yellow'] as const;
