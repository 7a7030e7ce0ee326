import type { DirectedCase } from '../spec/case.ts';
import type { RuleId } from '../spec/generated/catalogue.ts';
import type { CaseReplay, Failure } from '../spec/generated/types.ts';
import type { EndpointTarget } from '../targets/endpoint/index.ts';
import { collectFindings } from '../verify/findings.ts';
import { runCases } from '../verify/run.ts';
import type { Attempt, ReplayOptions } from './replay.ts';

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
    claim: { kind: 'open', leavesOpen: [] },
  };
  const run = await runCases(target, { cases: [directed], ...options });
  const { leftBehind } = run;
  const result = run.results.get(0);
  if (result?.kind !== 'measured') return { ok: false, reason: result?.reason ?? 'not run', leftBehind };
  const findings = collectFindings(
    run,
    'inferred',
    () => ({}),
    () => true,
  );
  return { ok: true, findings, leftBehind };
}
