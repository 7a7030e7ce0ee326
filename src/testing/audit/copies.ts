import { gatherFacts, type CopyRequest } from '../../model/rules/facts.ts';
import { faultEntry, readCode } from '../../model/rules/faults.ts';
import type { ExpectedCopy } from '../../model/rules/expectation.ts';
import { judge, precedence } from '../../model/rules/judge.ts';
import type { Caller } from '../../model/world/place.ts';
import { emptyWorld } from '../../model/world/world.ts';
import type { PreconditionId, RuleId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { sayActual, sayExpected } from '../../contract/deviation-words.ts';
import { assessMembers, isExpectedOutcome, toExpected } from '../../harness/checks/assess.ts';
import { gatingOf } from '../../contract/gate.ts';
import { ruleEntry } from '../../contract/provenance.ts';
import { usual } from '../../contract/usual.ts';
import type { Belief } from './belief.ts';
import { rejectionOf } from './faults.ts';
import { problem, shown, type Problem } from './finding.ts';
import type { Heard } from './sayings.ts';

/** What of an accepted copy cannot be. Rules that are merely inferred are not held against anybody. */
export function copyProblems(
  belief: Belief,
  here: Caller,
  request: CopyRequest,
  answered: DBClusterSnapshot,
  partial: boolean,
): Problem[] {
  const { world, caller } = belief.copyInput(here, request, answered);
  const { broken, rejections, copied } = judge(world, caller, request);
  const problems: readonly (Problem & { readonly rule: RuleId })[] =
    copied === undefined
      ? broken.map((rule) => ({
          rule,
          message: `${ruleEntry(rule).statement}${reason(rule, belief.heard, caller, request)}`,
          expected: sayExpected(toExpected({ rejections })),
          actual: 'a copy',
        }))
      : assessMembers(partial ? onlyOf(copied, answered) : copied, answered).flatMap((check) => {
          if (check.status !== 'fail') return [];
          const { rule, expected, actual } = check;
          return [
            {
              rule,
              message: ruleEntry(rule).statement,
              expected: sayExpected(expected),
              actual: sayActual(actual),
            },
          ];
        });
  return problems.filter(({ rule }) => isKnown(rule, 'behaviour'));
}

/** What is expected of the members that are told. */
const onlyOf = ({ members, tags }: ExpectedCopy, answered: DBClusterSnapshot): ExpectedCopy => ({
  members: Object.fromEntries(Object.entries(members).filter(([member]) => member in answered)),
  tags,
});

/** What of a rejected copy cannot be, where the world is told: a fault for which it gives no reason. */
export function rejectionProblems(
  belief: Belief,
  here: Caller,
  request: CopyRequest,
  error: unknown,
): Problem[] {
  const rejection = rejectionOf(error);
  if (rejection === undefined || belief.world === undefined || !isAboutRequests(rejection.name)) return [];
  const { world, caller } = belief.copyInput(here, request, {});
  const verdict = judge(world, caller, request);
  if (isExpectedOutcome(verdict, { kind: 'rejected', code: rejection.name })) return [];
  if (verdict.broken.some((rule) => !isKnown(rule, 'fault'))) return [];
  const expected = sayExpected(toExpected(verdict));
  return [problem('mock/fault-unfounded', expected, rejection.name)];
}

/** Whether a fault answers what is wrong with a request; others may come at any time. */
function isAboutRequests(name: string): boolean {
  const read = readCode(name);
  if (read.kind === 'unknown' || faultEntry(read.shape).regardless !== undefined) return false;
  return precedence.some(({ faults }) => faults.includes(read.shape));
}

const isKnown = (rule: RuleId, aspect: 'behaviour' | 'fault'): boolean =>
  gatingOf(ruleEntry(rule), aspect, usual).gating;

/** What the mock has said before that breaks the rule. */
function reason(rule: PreconditionId, heard: Heard, caller: Caller, request: CopyRequest): string {
  const { sourceName, target = '' } = gatherFacts(emptyWorld(0), caller, request);
  const source =
    sourceName.kind === 'arn'
      ? heard.of(sourceName.address, sourceName.address.name)
      : sourceName.kind === 'name'
        ? heard.of(caller, sourceName.name)
        : undefined;
  const said = rule === 'target-unique' ? heard.of(caller, target) : source;
  if (said === undefined || !['source-available', 'source-exists', 'target-unique'].includes(rule)) return '';
  const what = said.shape === undefined ? 'is not there' : `has the status ${shown(said.shape.Status)}`;
  return ` Call ${said.call}, ${said.operation}, was answered that "${said.name}" ${what}.`;
}
