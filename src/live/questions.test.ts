import { describe, expect, it } from 'vitest';
import { casesOfQuestion, questions } from './questions.ts';

describe('open questions', () => {
  it.each(questions.map((question) => [question.id, question] as const))(
    '%s has all of its cases',
    (_, question) => {
      expect(
        casesOfQuestion(question)
          .map(({ id }) => id)
          .sort(),
      ).toEqual([...question.cases].sort());
    },
  );
});
