import type { Verdict } from '../model/index.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { Finding, ProvenanceInfo, SdkAnswer, VerdictInfo } from '../contract/generated/types.ts';
import type { Exchange, HttpExchange, SdkResult } from '../harness/target/target.ts';
import { toExpected } from '../harness/checks/assess.ts';
import type { Deviation } from '../harness/checks/check.ts';
import { abstractDeviation, type AbstractDeviation } from '../harness/run/deviation.ts';
import { inCatalogueOrder } from './catalogue-order.ts';
import { gatingOf, type Gate } from '../contract/gate.ts';
import { contradictionsOf, provenanceOf, ruleEntry } from '../contract/provenance.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { Measured } from '../harness/run/unit.ts';

/** A finding of this contract: its rule is one of ours, which of a report that was read need not be so. */
export type JudgedFinding = Finding & { readonly rule: RuleId };

/** Makes the scripts that reproduce a deviation, by the name of their language. */
export type Reproducer = (measured: Measured, deviation: Deviation) => Readonly<Record<string, string>>;

/** The deviations of a run: what is alike but for names is one finding, in the order of the catalogue. */
export function collectFindings(
  run: RunResult,
  gate: Gate,
  reproduce: Reproducer,
  isWanted: (check: Deviation) => boolean,
): JudgedFinding[] {
  const findings = new Map<string, JudgedFinding & { cases: string[] }>();
  for (const result of run.results.values()) {
    if (result.kind !== 'measured') continue;
    for (const check of result.checks) {
      if (check.status !== 'fail' || !isWanted(check)) continue;
      const deviation = abstractDeviation(check, result);
      const known = findings.get(deviation.fingerprint);
      if (known === undefined)
        findings.set(deviation.fingerprint, makeFinding(result, check, deviation, gate, reproduce));
      else known.cases.push(result.unit.label);
    }
  }
  return inCatalogueOrder([...findings.values()]);
}

/** The same deviation, seen in cases and in sequences, as one finding with all of them. */
export function joined(findings: readonly JudgedFinding[]): JudgedFinding[] {
  const known = new Map<string, JudgedFinding>();
  for (const finding of findings) {
    const before = known.get(finding.fingerprint);
    const cases = [...new Set([...(before?.cases ?? []), ...finding.cases])];
    known.set(finding.fingerprint, { ...(before ?? finding), cases });
  }
  return [...known.values()];
}

function makeFinding(
  measured: Measured,
  check: Deviation,
  deviation: AbstractDeviation,
  gate: Gate,
  reproduce: Reproducer,
): JudgedFinding & { cases: string[] } {
  const { unit } = measured;
  return {
    ...describeDeviation(deviation, gate, measured.exchange),
    beside: besides(deviation, measured),
    cases: [unit.label],
    situation: situationOf(measured),
    verdict: describeVerdict(measured.verdict),
    reproduction: reproduce(measured, check),
  };
}

/** Fingerprints of the other deviations that the call showed, each once. */
function besides({ fingerprint }: AbstractDeviation, measured: Measured): string[] {
  const all = measured.checks.flatMap((other) =>
    other.status === 'fail' ? [abstractDeviation(other, measured).fingerprint] : [],
  );
  return [...new Set(all)].filter((other) => other !== fingerprint);
}

/** What the rules say of a call. */
export const describeVerdict = (verdict: Verdict): VerdictInfo => ({
  broken: verdict.broken,
  unspecified: verdict.unspecified,
  expected: toExpected(verdict),
});

/** What a finding says of a deviation whichever way it was found. */
export function describeDeviation(deviation: AbstractDeviation, gate: Gate, exchange: Exchange) {
  const rule = ruleEntry(deviation.rule);
  const isAbout = ({ of }: ProvenanceInfo): boolean => of === deviation.aspect;
  const against = contradictionsOf(rule).filter(isAbout);
  return {
    ...deviation,
    statement: rule.statement,
    provenance: provenanceOf(rule).filter(isAbout),
    ...(against.length > 0 && { contradictedBy: against }),
    ...gatingOf(rule, deviation.aspect, gate),
    ...(exchange.http !== undefined && { exchange: rawExchange(exchange.http) }),
    sdk: toSdkAnswer(exchange.sdk),
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

function toSdkAnswer(sdk: SdkResult): SdkAnswer {
  if (sdk.kind !== 'output') return sdk;
  return { kind: sdk.kind, ...(sdk.snapshot !== undefined && { snapshot: { ...sdk.snapshot } }) };
}
