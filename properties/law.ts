import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, copy, judge } from '../src/model/index.ts';

/** An implementation that the laws are about. */
export interface Subject {
  readonly judge: typeof judge;
  readonly copy: typeof copy;
  readonly advance: typeof advance;
}

/** The reference model. */
export const model: Subject = { judge, copy, advance };

/** Something that holds of every correct implementation, whatever the input. */
export interface Law<Input> {
  /** One English sentence. */
  readonly states: string;
  readonly inputs: Arbitrary<Input>;
  /** Throws an assertion error where the law does not hold. */
  readonly holds: (subject: Subject, input: Input) => void;
  /** Implementations, each with one bug, that break the law: what is wrong, and how. */
  readonly bugs: Readonly<Record<string, Partial<Subject>>>;
}

/** A law ready to be tried on an implementation. */
export interface StatedLaw {
  readonly states: string;
  readonly bugs: Readonly<Record<string, Partial<Subject>>>;
  readonly property: (subject: Subject) => fc.IProperty<unknown>;
}

/** States a law. */
export const law = <Input>({ states, inputs, holds, bugs }: Law<Input>): StatedLaw => ({
  states,
  bugs,
  property: (subject) => fc.property(inputs, (input) => holds(subject, input)),
});

/** Runs until a seeded bug is caught; far more than any of them has been seen to need. */
const patience = 5000;

/** Tests that the model obeys the laws, and that each seeded bug is caught by its law. */
export function testLaws(family: string, laws: readonly StatedLaw[]): void {
  describe(family, () => {
    for (const { states, bugs, property } of laws) {
      it(states, () => {
        fc.assert(property(model));
      });
      it.each(Object.entries(bugs))(`${states} Broken by: %s`, (_, wrong) => {
        const details = fc.check(property({ ...model, ...wrong }), { numRuns: patience, endOnFailure: true });
        expect(details.failed, 'the bug went unnoticed').toBe(true);
      });
    }
  });
}
