import { rules } from '../spec/generated/catalogue.ts';
import type { Finding } from '../spec/generated/types.ts';
import type { HttpExchange, SdkResult } from '../targets/target.ts';
import type { Deviation } from './check.ts';
import { fingerprintOf } from './fingerprint.ts';
import { abstractNames } from './names.ts';
import { isGating, levelOf, provenanceOf, ruleEntry, type Level } from './provenance.ts';
import type { RunResult } from './run.ts';
import type { Measured } from './unit.ts';

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
  const order = new Map<string, number>(rules.map((rule, i) => [rule.id, i]));
  const rank = (rule: string): number => order.get(rule) ?? order.size;
  return [...findings.values()].sort((a, b) => rank(a.rule) - rank(b.rule));
}

function makeFinding(
  measured: Measured,
  check: Deviation,
  gate: Level,
  reproduce: Reproducer,
): Finding & { cases: string[] } {
  const { unit, exchange } = measured;
  const rule = ruleEntry(check.rule);
  const level = levelOf(rule, check.aspect);
  return {
    rule: check.rule,
    statement: rule.statement,
    provenance: provenanceOf(rule).filter(({ of }) => of === check.aspect),
    aspect: check.aspect,
    level,
    gating: isGating(level, gate),
    expected: plain(check.expected, measured),
    actual: plain(check.actual, measured),
    fingerprint: fingerprintOf(check, measured),
    cases: [unit.label],
    situation: {
      given: measured.given,
      caller: { ...unit.caller },
      request: { ...unit.request },
      ...(Object.keys(unit.wire).length > 0 && { wire: { ...unit.wire } }),
    },
    ...(exchange.http !== undefined && { exchange: rawExchange(exchange.http) }),
    sdk: describeSdk(exchange.sdk),
    reproduction: reproduce(measured, check),
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
  }
}
