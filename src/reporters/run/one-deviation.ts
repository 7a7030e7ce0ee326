import { sayActual, sayExpected, saySdk } from '../../contract/deviation-words.ts';
import type { Finding, Report } from '../../contract/generated/types.ts';
import { visibleJson } from '../../protocol/visible.ts';
import { contradictionText, howKnown } from '../kit/known.ts';
import { painter, type Paint } from '../kit/paint.ts';
import type { RenderOptions } from '../kit/render-options.ts';
import { shown } from '../kit/shown.ts';
import { indent, notShownText, oneLine, withoutChatter, wrap } from './words.ts';

/** All that a report knows of its deviations with this fingerprint, for people at a terminal. */
export function renderDeviation(whole: Report, fingerprint: string, options: RenderOptions): string {
  const report = shown(whole);
  const paint = painter(options);
  const texts = report.findings
    .filter((_, i) => whole.findings[i]?.fingerprint === fingerprint)
    .map((finding) => deviationText(finding, report, paint));
  return `${texts.join('\n\n')}\n`;
}

function deviationText(finding: Finding, report: Report, paint: Paint): string {
  const {
    rule,
    statement,
    fingerprint,
    expected,
    actual,
    provenance,
    contradictedBy = [],
    beside = [],
  } = finding;
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['at', [report.target.name]],
    ['expected', [sayExpected(expected)]],
    ['actual', [paint('yellow', sayActual(actual))]],
    ['means', [standingOf(finding, report)]],
    ['sources', provenance.map((entry) => `${howKnown(entry)}: ${entry.source}`)],
    ['against', contradictedBy.map((entry) => `${howKnown(entry)}: ${contradictionText(entry)}`)],
    ['broken', finding.verdict?.broken ?? []],
    ['beside', beside.map((other) => besideText(other, report))],
    ['seen in', finding.where === undefined ? [] : [`calls with ${finding.where}`]],
    ['cause', finding.cause === undefined ? [] : [besideText(finding.cause, report)]],
  ];
  const parts = [
    [
      `${paint('red', rule)}  ${oneLine(statement)}`,
      ...[['id', [fingerprint]] as const, ...facts].flatMap(([name, lines]) => factLines(name, lines)),
    ].join('\n'),
    part(`Cases that show it (${finding.cases.length})`, indent(casesText(finding, report)), paint),
    situationPart(finding, paint),
    sequencePart(finding, paint),
    ...exchangeParts(finding, paint),
    ...Object.entries(finding.reproduction).map(([language, script]) =>
      part(`Reproduce with ${language}${ranText(finding, language)}`, indent(script.trimEnd()), paint),
    ),
  ];
  return parts.filter((text) => text !== '').join('\n\n');
}

/** A fact with its name before its first line; none without lines. */
const factLines = (name: string, lines: readonly string[]): string[] =>
  lines.map((line, i) => `  ${(i === 0 ? name : '').padEnd(8)}  ${oneLine(line)}`);

/** Whether it fails the run, and why. */
function standingOf(
  { known, gating, new: isNew, level, aspect }: Finding,
  { gate, requirements = '' }: Report,
): string {
  const of = aspect === 'fault' ? 'only the fault differs, which' : 'what it breaks';
  if (known !== undefined) return `known: ${oneLine(known.reason)} (${known.owner})`;
  if (isNew === true)
    return `${of} is ${level}, but requirement set ${requirements} does not ask for it: it does not fail the run`;
  return `${of} is ${level}, and the gate is ${gate}: it ${gating ? 'fails the run' : 'does not fail the run'}`;
}

function besideText(fingerprint: string, { findings }: Report): string {
  const other = findings.find((finding) => finding.fingerprint === fingerprint);
  return other === undefined ? fingerprint : `${fingerprint} ${other.rule}: ${sayActual(other.actual)}`;
}

/** The cases with what they are about, where that is known; calls that are no case of their own in few lines. */
function casesText({ cases, knownCases = [] }: Finding, { rules }: Report): string {
  const titles = new Map(rules.flatMap((rule) => rule.cases.map(({ id, title }) => [id, title])));
  const titled = cases.filter((id) => titles.has(id));
  const known = (id: string): string => (knownCases.includes(id) ? ' (in the baseline)' : '');
  const others = cases.filter((id) => !titles.has(id)).map((id) => id + known(id));
  return [
    ...titled.map((id) => `${id}: ${titles.get(id) ?? ''}${known(id)}`),
    ...(others.length === 0 ? [] : [wrap(others)]),
  ].join('\n');
}

const situationPart = ({ situation }: Finding, paint: Paint): string =>
  situation === undefined
    ? ''
    : part(
        'World, caller and request of the first',
        indent(
          visibleJson({ given: situation.given, caller: situation.caller, request: situation.request }, 2),
        ),
        paint,
      );

const sequencePart = ({ sequence }: Finding, paint: Paint): string =>
  sequence === undefined
    ? ''
    : part(
        'The fewest calls that show it',
        indent(sequence.calls.map((call, i) => `${i + 1}. ${visibleJson(call)}`).join('\n')),
        paint,
      );

function exchangeParts({ exchange, sdk }: Finding, paint: Paint): readonly string[] {
  const ofSdk = part('What the AWS SDK made of it', indent(saySdk(sdk)), paint);
  if (exchange === undefined) return [ofSdk];
  return [
    part('HTTP request', indent(withoutChatter(exchange.request)), paint),
    part('HTTP response', indent(exchange.response), paint),
    ofSdk,
  ];
}

/** What came of running a script, where it was. */
function ranText(finding: Finding, language: string): string {
  const problem = notShownText(finding, language);
  if (problem !== undefined) return ` (${problem})`;
  return finding.reproduced?.[language] === undefined ? '' : ' (run, and it shows the deviation)';
}

const part = (title: string, text: string, paint: Paint): string => `${paint('bold', title)}\n${text}`;
