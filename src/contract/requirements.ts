import { requirementSets, rules } from './generated/catalogue.ts';
import type { RequiredRule, RequirementSet } from './generated/types.ts';
import { standingOf, type Aspect, type Standing } from './provenance.ts';

/** A claim that stands otherwise than it did when a set was made. */
export interface Change {
  readonly rule: string;
  readonly aspect: Aspect;
  /** How it stood; absent where there was no such claim. */
  readonly then?: Standing;
  /** How it stands; absent where there is none any more. */
  readonly now?: Standing;
}

/** The requirement set of that name. Throws an Error where there is none. */
export function requirementSet(name: string): RequirementSet {
  const found = requirementSets.find((set) => set.name === name);
  if (found === undefined) throw new Error(`there is no requirement set ${name}`);
  return found;
}

/** How each claim of the contract stands today, as a set keeps it. */
export const standingsToday = (): Readonly<Record<string, RequiredRule>> =>
  Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      {
        behaviour: standingOf(rule, 'behaviour'),
        ...(rule.faults !== undefined && { fault: standingOf(rule, 'fault') }),
      },
    ]),
  );

/** What stands otherwise today than in a set, in the order of the catalogue, and then what is gone. */
export function changesSince({ rules: before }: Pick<RequirementSet, 'rules'>): readonly Change[] {
  const today = standingsToday();
  return [...new Set([...Object.keys(today), ...Object.keys(before)])].flatMap((rule) =>
    (['behaviour', 'fault'] as const).flatMap((aspect): Change[] => {
      const then = before[rule]?.[aspect];
      const now = today[rule]?.[aspect];
      if (then === now) return [];
      return [{ rule, aspect, ...(then !== undefined && { then }), ...(now !== undefined && { now }) }];
    }),
  );
}
