import type { DirectedCase } from '../../contract/case.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { CaseReplay, Failure } from '../../contract/generated/types.ts';
import type { EndpointTarget } from '../../harness/target/endpoint/index.ts';
import { collectFindings } from '../../report/findings.ts';
import { runCases } from '../../harness/run/run.ts';
import type { Attempt, ReplayOptions } from './attempt.ts';

/** Makes the call of a directed case again, judged as `verify` does. */
export async function replayCase(
  target: EndpointTarget,
  { cases, statement }: Failure,
  { kind: _, rule, wire = {}, ...situation }: CaseReplay,
  options: ReplayOptions,
): Promise<Attempt> {
  const directed: DirectedCase = {
    id: cases[0] ?? rule,
    title: statement,
    rule: rule as RuleId,
    situation: { ...situation, wire },
    claim: { kind: 'unspecified', unspecified: [] },
  };
  const run = await runCases(target, { cases: [directed], ...options });
  const { leftBehind } = run;
  const result = run.results.get(0);
  if (result?.kind !== 'measured') return { ok: false, reason: result?.reason ?? 'not run', leftBehind };
  const findings = collectFindings(
    run,
    { gate: 'inferred' },
    () => ({}),
    () => true,
  );
  return { ok: true, findings, leftBehind };
}
