import { sayActual, sayText } from '../../contract/deviation-words.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { Aspect } from '../../contract/provenance.ts';
import type { TagText } from '../../contract/generated/types.ts';
import { measuredByTags } from '../../harness/checks/measured-by.ts';
import type { Verdict } from '../../model/index.ts';
import { naming } from '../../harness/recording/outcome.ts';
import type { PlannedCase } from '../../harness/run/plan.ts';
import { withoutSymptoms } from '../../report/symptoms.ts';
import type { JudgedRecording } from '../recording.ts';
import type { HeldOutcome } from './outcomes.ts';

/** What a recording says of a claim: it is as claimed, otherwise, or nothing was claimed and now there is an answer. */
export type Bearing = 'confirms' | 'contradicts' | 'settles';

/** What was seen of a claim in a recording. */
export interface Observation {
  readonly rule: RuleId;
  readonly bearing: Bearing;
  /** The behaviour, or the fault that answers its violation. */
  readonly of: Aspect;
  /** Each answer once, with the cases in which it was given. */
  readonly answers: readonly { readonly answer: string; readonly cases: readonly string[] }[];
}

/** What a recording says, claim by claim; nothing of what it leaves open. */
export function observationsOf(
  { report, run }: JudgedRecording,
  outcomes: ReadonlyMap<number, HeldOutcome>,
): readonly Observation[] {
  const against = withoutSymptoms(report.findings).map((finding): Observation => {
    const { rule, aspect, actual, cases } = finding;
    return {
      rule: rule,
      bearing: 'contradicts',
      of: aspect,
      answers: [{ answer: sayActual(actual), cases }],
    };
  });
  const contradicted = new Set(against.map(({ rule, of }) => `${rule} ${of}`));
  const others = report.rules.flatMap(({ id, cases }): Observation[] => {
    const passed = new Set(cases.filter(({ status }) => status === 'pass').map((each) => each.id));
    const seen = run.plan.cases.filter(({ case: entry }) => entry.rule === id && passed.has(entry.id));
    const kinds = new Set(seen.map(({ case: { claim } }) => claim.kind));
    const about = (...claimed: readonly string[]): Observation['answers'] =>
      answersIn(
        outcomes,
        seen.filter(({ case: { claim } }) => claimed.includes(claim.kind)),
        id,
      );
    return [
      ...(kinds.has('rejected') || kinds.has('copied')
        ? [{ rule: id, bearing: 'confirms', of: 'behaviour', answers: about('rejected', 'copied') } as const]
        : []),
      ...(kinds.has('rejected')
        ? [{ rule: id, bearing: 'confirms', of: 'fault', answers: about('rejected') } as const]
        : []),
      ...(kinds.has('unspecified')
        ? [{ rule: id, bearing: 'settles', of: 'behaviour', answers: about('unspecified') } as const]
        : []),
    ];
  });
  // What is right in some cases and wrong in others is wrong.
  return [...against, ...others.filter(({ rule, of }) => !contradicted.has(`${rule} ${of}`))];
}

/** How these cases were answered, as far as it bears on the rule. */
function answersIn(
  outcomes: ReadonlyMap<number, HeldOutcome>,
  seen: readonly PlannedCase[],
  rule: RuleId,
): Observation['answers'] {
  const answers = new Map<string, string[]>();
  for (const { case: entry, unit } of seen) {
    const held = outcomes.get(unit);
    if (held === undefined) continue;
    const answer = sayOutcome(held, rule);
    answers.set(answer, [...(answers.get(answer) ?? []), entry.id]);
  }
  return [...answers].map(([answer, cases]) => ({ answer, cases }));
}

/** The members of a copy that a rule is about, of those that a source has as well. */
const membersOf = (rule: RuleId, { copied }: Verdict): readonly string[] =>
  Object.entries(copied?.members ?? {}).flatMap(([member, expectation]) =>
    expectation.rule === rule && !naming.includes(member) ? [member] : [],
  );

/** How a call ended, with what of a copy the rule is about: which members it has otherwise than its source, or its tags. */
function sayOutcome({ outcome, verdict }: HeldOutcome, rule: RuleId): string {
  if (outcome.kind === 'unmeasured') return outcome.reason;
  const { unlikeSource, tags } = outcome.copy ?? {};
  const members = membersOf(rule, verdict);
  const own = members.filter((member) => unlikeSource?.includes(member) === true);
  const details = [
    ...(members.length > 0 && unlikeSource !== undefined
      ? [own.length === 0 ? `${members.join(', ')} like its source` : `${own.join(', ')} unlike its source`]
      : []),
    ...(measuredByTags(rule) && tags !== undefined
      ? [tags.length === 0 ? 'without tags' : `tags ${tags.map(sayTag).join(', ')}`]
      : []),
  ];
  return [sayActual(outcome.actual), ...details].join(', ');
}

const sayTag = ({ Key, Value = '' }: TagText): string => `${sayText(Key)}: ${sayText(Value)}`;
