import type { Verdict } from '../model/index.ts';
import { rules } from '../contract/generated/catalogue.ts';
import type { Finding, VerdictInfo } from '../contract/generated/types.ts';
import type { Exchange, HttpExchange, SdkResult } from '../harness/target/target.ts';
import { describeFaults } from '../harness/checks/assess.ts';
import type { Deviation } from '../harness/checks/check.ts';
import { fingerprintOf } from './fingerprint.ts';
import { abstractNames } from '../harness/run/names.ts';
import { isGating, levelOf, provenanceOf, ruleEntry, type Level } from '../contract/provenance.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { Measured } from '../harness/run/unit.ts';

/** Makes the scripts that reproduce a deviation, by the name of their language. */
export type Reproducer = (measured: Measured, deviation: Deviation) => Readonly<Record<string, string>>;

/** The deviations of a run: what is alike but for names is one finding, in the order of the catalogue. */
export function collectFindings(
  run: RunResult,
  gate: Level,
  reproduce: Reproducer,
  isWanted: (check: Deviation) => boolean,
): Finding[] {
  const findings = new Map<string, Finding & { cases: string[] }>();
  for (const result of run.results.values()) {
    if (result.kind !== 'measured') continue;
    for (const check of result.checks) {
      if (check.status !== 'fail' || !isWanted(check)) continue;
      const fingerprint = fingerprintOf(check, result);
      const known = findings.get(fingerprint);
      if (known === undefined) findings.set(fingerprint, makeFinding(result, check, gate, reproduce));
      else known.cases.push(result.unit.label);
    }
  }
  return inCatalogueOrder([...findings.values()]);
}

/** Findings in the order of the catalogue; of one rule, in the order they came. */
export function inCatalogueOrder(findings: readonly Finding[]): Finding[] {
  const order = new Map<string, number>(rules.map((rule, i) => [rule.id, i]));
  const rank = (rule: string): number => order.get(rule) ?? order.size;
  return [...findings].sort((a, b) => rank(a.rule) - rank(b.rule));
}

function makeFinding(
  measured: Measured,
  check: Deviation,
  gate: Level,
  reproduce: Reproducer,
): Finding & { cases: string[] } {
  const { unit } = measured;
  return {
    ...describeDeviation(check, gate, measured.exchange),
    expected: plain(check.expected, measured),
    actual: plain(check.actual, measured),
    fingerprint: fingerprintOf(check, measured),
    beside: besides(check, measured),
    cases: [unit.label],
    situation: situationOf(measured),
    verdict: describeVerdict(measured.verdict),
    reproduction: reproduce(measured, check),
  };
}

/** Fingerprints of the other deviations that the call showed, each once. */
function besides(check: Deviation, measured: Measured): string[] {
  const all = measured.checks.flatMap((other) =>
    other.status === 'fail' ? [fingerprintOf(other, measured)] : [],
  );
  return [...new Set(all)].filter((other) => other !== fingerprintOf(check, measured));
}

/** What the rules say of a call, in words. */
export const describeVerdict = ({ broken, unspecified, copied, rejections }: Verdict): VerdictInfo => ({
  broken,
  unspecified,
  acceptable: [
    ...(copied === undefined ? [] : ['a copy']),
    ...rejections.map((shape) => describeFaults([shape])),
  ],
});

/** What a finding says of a deviation whichever way it was found. */
export function describeDeviation(check: Deviation, gate: Level, exchange: Exchange) {
  const rule = ruleEntry(check.rule);
  const level = levelOf(rule, check.aspect);
  return {
    rule: check.rule,
    statement: rule.statement,
    provenance: provenanceOf(rule).filter(({ of }) => of === check.aspect),
    aspect: check.aspect,
    level,
    gating: isGating(level, gate),
    ...(exchange.http !== undefined && { exchange: rawExchange(exchange.http) }),
    sdk: describeSdk(exchange.sdk),
  };
}

function situationOf({ unit, given }: Measured): NonNullable<Finding['situation']> {
  return {
    rule: unit.rule,
    given,
    caller: { ...unit.caller },
    request: { ...unit.request },
    ...(Object.keys(unit.wire).length > 0 && { wire: { ...unit.wire } }),
    ...(unit.http !== undefined && { http: { ...unit.http } }),
  };
}

const plain = (text: string, measured: Measured): string => abstractNames(text, measured.bindings);

/** The exchange as it went over the wire; credentials are not repeated. */
function rawExchange({ request, response }: HttpExchange): NonNullable<Finding['exchange']> {
  const kept = (headers: Readonly<Record<string, string>>): string =>
    Object.entries(headers)
      .filter(([name]) => !['authorization', 'x-amz-security-token'].includes(name))
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
  return {
    request: `${request.method} ${request.url}\n${kept(request.headers)}\n\n${request.body}`,
    response: `HTTP ${response.status}\n${kept(response.headers)}\n\n${response.body}`,
  };
}

function describeSdk(sdk: SdkResult): string {
  switch (sdk.kind) {
    case 'output':
      return sdk.snapshot === undefined
        ? 'an output without DBClusterSnapshot'
        : `an output: ${JSON.stringify(sdk.snapshot)}`;
    case 'exception':
      return `the exception ${sdk.name}: ${sdk.message}`;
    case 'no-answer':
      return `no answer: ${sdk.reason}`;
    case 'not-sent':
      return `not sent: ${sdk.reason}`;
  }
}
