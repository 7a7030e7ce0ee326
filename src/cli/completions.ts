import type { Argument, Option } from 'commander';
import { requirementSets, rules } from '../contract/generated/catalogue.ts';

/** Words that may stand for a value. They are found only when somebody asks: help costs nothing of it. */
type Words = () => readonly string[] | Promise<readonly string[]>;

const completions = new WeakMap<Argument | Option, Words>();

/** Has a flag or an argument completed with words that it is not restricted to. */
export function completing<Completed extends Argument | Option>(of: Completed, words: Words): Completed {
  completions.set(of, words);
  return of;
}

/** What a flag or an argument is completed with: its choices, or words of its own. */
export const wordsFor = async (of: Argument | Option): Promise<readonly string[]> =>
  of.argChoices ?? (await completions.get(of)?.()) ?? [];

/** Ids of the rules. */
export const ruleIds: Words = () => rules.map(({ id }) => id);

/** Names of the requirement sets. */
export const setNames: Words = () => requirementSets.map(({ name }) => name);

/** Ids of the cases, and of the sequences that count as such. */
export const caseIds: Words = async () => {
  const { namedCases } = await import('../contract/directed-sequences.ts');
  return namedCases().map(({ id }) => id);
};

/** Ids of the open questions. */
export const questionIds: Words = async () => {
  const { questions } = await import('../live/questions.ts');
  return questions.map(({ id }) => id);
};
