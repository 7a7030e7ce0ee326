import { sayActual, sayExpected, saySdk } from '../../contract/deviation-words.ts';
import { visibleJson } from '../../protocol/visible.ts';
import type { Finding } from '../../contract/generated/types.ts';
import { contradictionText, howKnown } from '../kit/known.ts';
import { firstOf, firstScript, newCases, notShownText, withoutChatter } from './words.ts';

/** Cases that are named. */
const mostCases = 5;

/** What a finding is known by, as plain text: for formats that have one field for it. */
export function evidenceOf(finding: Finding): string {
  const {
    expected,
    actual,
    cases,
    fingerprint,
    provenance,
    contradictedBy = [],
    exchange,
    sdk,
    sequence,
  } = finding;
  const script = firstScript(finding);
  return [
    `expected: ${sayExpected(expected)}`,
    `actual: ${sayActual(actual)}`,
    `seen in: ${firstOf(cases, mostCases)}`,
    ...newCases(finding).map((names) => `new in: ${names}`),
    `id: ${fingerprint}`,
    ...provenance.map((entry) => `${howKnown(entry)}: ${entry.source}`),
    ...contradictedBy.map((entry) => `against, ${howKnown(entry)}: ${contradictionText(entry)}`),
    ...(sequence === undefined ? [] : ['calls:', ...sequence.calls.map((call) => visibleJson(call))]),
    ...(exchange === undefined
      ? [`SDK: ${saySdk(sdk)}`]
      : ['', withoutChatter(exchange.request), '', exchange.response]),
    ...(script === undefined
      ? []
      : ['', `reproduce with ${script[0]}${problemOf(finding, script[0])}:`, script[1].trimEnd()]),
  ].join('\n');
}

/** What is to be known of a script before it is run. */
function problemOf(finding: Finding, language: string): string {
  const problem = notShownText(finding, language);
  return problem === undefined ? '' : ` (${problem})`;
}
