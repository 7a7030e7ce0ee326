import type { World } from '../model/world/world.ts';
import type { Caller } from '../model/world/place.ts';
import type { CheckFinding, CheckReport, CheckSubject, NotChecked } from '../contract/generated/types.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import type { Judged } from './judged.ts';
import { judgeAlone } from './judge-alone.ts';
import { judgeInWorld } from './judge-in-world.ts';
import type { PlannedCopy } from './plan.ts';
import { policyFindings, sameTexts } from './policy-findings.ts';
import type { Policy } from './policy.ts';
import { buildCheckReport, type CheckOptions } from './report.ts';
import { brokenMessage, openMessage } from './rule-message.ts';
import { placeOfRule } from './rule-place.ts';
import type { PlanFile } from './read-plan.ts';
import { runFacts } from './run-facts.ts';
import { statementOf } from './rules.ts';
import { createTally } from './tally.ts';
import { unreadable } from './unreadable.ts';

/** What planned copies are held against. */
export interface PlanOptions extends CheckOptions {
  /** What there is, and who calls where a plan does not tell. Without it, only what needs no world is judged. */
  readonly setting?: { readonly world: World; readonly caller: Caller };
  readonly policies: readonly Policy[];
  /** When the copies are looked at, as a time with its zone; exceptions end by its day. */
  readonly now: string;
}

/** Judges the copies of a plan one after the other, in the order of the files and within them. */
export function checkPlan(plan: readonly PlanFile[], options: PlanOptions): CheckReport {
  const { setting, policies } = options;
  const judge = setting === undefined ? judgeAlone() : judgeInWorld(setting.world, setting.caller);
  const tallies = policies.map((policy) => ({
    policy,
    tally: createTally(policy, options.now.slice(0, 10)),
    said: sameTexts(),
  }));
  const run = runFacts(plan, options.now, setting);
  const subjects: CheckSubject[] = [];
  const findings: CheckFinding[] = [];
  const unchecked = uncheckedCounter();
  findings.push(...foreignFindings(plan));
  for (const { file, copies, size, foreign, problems } of plan) {
    findings.push(...problems.map(unreadable));
    if (size + foreign.length + problems.length === 0) findings.push(emptyFile(file));
    for (const copy of copies) {
      const subject = subjects.push({ name: copy.name, file, ...copy.at }) - 1;
      if (copy.problems.length > 0) {
        unchecked.add(copy.problems.every(isUntold) ? untold : malformed, []);
        for (const problem of copy.problems) {
          const standing = isUntold(problem) ? ({ standing: 'undecided' } as const) : {};
          findings.push({ severity: 'error', ...standing, ...problem, file, subject });
        }
        continue;
      }
      const judged = judge(copy);
      for (const { reason, rules } of judged.unchecked) unchecked.add(reason, rules);
      findings.push(
        ...ruleFindings(copy, judged, subject),
        ...policyFindings(copy, judged, subject, tallies, run),
      );
    }
  }
  const allRead = plan.every(({ problems }) => problems.length === 0);
  const allJudged = allRead && run.size === subjects.length;
  findings.push(...tallies.flatMap(({ tally }) => tally.exceptionFindings(allJudged)));
  return buildCheckReport(
    {
      what: 'copies',
      files: plan.length,
      subjects,
      findings,
      policies: tallies.map(({ tally }) => tally.summary()),
      notChecked: unchecked.list(),
      allRead,
    },
    policies,
    options,
  );
}

const isUntold = ({ rule }: PlannedCopy['problems'][number]): boolean => rule === 'plan/untold';

const untold = 'what they ask for is only known when they are made';
const malformed = 'how they are written must be put right first';

const emptyFile = (file: string): CheckFinding => ({
  rule: 'plan/empty',
  severity: 'warning',
  message: 'This file plans no copy.',
  file,
  line: 1,
  column: 1,
});

/** What is no plan, once for each kind: there may be hundreds in a folder. */
function foreignFindings(plan: readonly PlanFile[]): CheckFinding[] {
  const all = plan.flatMap(({ file, foreign }) => foreign.map((each) => ({ file, ...each })));
  const firsts = all.filter(({ what }, i) => all.findIndex((each) => each.what === what) === i);
  return firsts.map(({ what, ...place }) => {
    const others = all.filter((each) => each.what === what).length - 1;
    const more = others === 0 ? '' : ` (and ${others} more like it)`;
    const message = `This is ${what}: no planned copy here${more}.`;
    return { rule: 'plan/foreign', severity: 'note', message, ...place };
  });
}

function ruleFindings(copy: PlannedCopy, judged: Judged, subject: number): CheckFinding[] {
  const { broken, unspecified, undecided, facts } = judged;
  const finding = (
    rule: PreconditionId,
    severity: 'error' | 'note',
    message: string,
    standing: Pick<CheckFinding, 'standing' | 'reason'> = {},
  ): CheckFinding => ({
    rule,
    severity,
    ...standing,
    message,
    file: copy.file,
    ...copy.locate(placeOfRule(rule, facts)),
    subject,
  });
  return [
    ...broken.map((rule) => finding(rule, 'error', brokenMessage(rule, judged))),
    ...unspecified.map((rule) => finding(rule, 'note', openMessage(rule, statementOf(rule)))),
    ...undecided.map(({ rule, severity, reason }) =>
      finding(rule, severity, statementOf(rule), { standing: 'undecided', reason }),
    ),
  ];
}

/** Counts for how many copies something could not be judged. */
function uncheckedCounter(): { add(reason: string, rules: readonly string[]): void; list(): NotChecked[] } {
  const found = new Map<string, { copies: number; rules: readonly string[] }>();
  return {
    add(reason, rules) {
      const entry = found.get(reason);
      if (entry === undefined) found.set(reason, { copies: 1, rules });
      else entry.copies += 1;
    },
    list: () => [...found].map(([reason, entry]) => ({ reason, ...entry })),
  };
}
