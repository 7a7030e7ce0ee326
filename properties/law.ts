import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyInputs, type CopyInput } from '../src/testing/arbitraries/index.ts';
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
export interface Law<Input, S = Subject> {
  /** One English sentence. */
  readonly states: string;
  readonly inputs: Arbitrary<Input>;
  /** Throws an assertion error where the law does not hold. */
  readonly holds: (subject: S, input: Input) => void;
  /** Implementations, each with one bug, that break the law: what is wrong, and how. */
  readonly bugs: Readonly<Record<string, NoInfer<Partial<S>>>>;
  /** The input that goes with an input, for laws of which each input is a test. */
  readonly ofCopyInput?: (copyInput: CopyInput) => NoInfer<Input>;
}

/** A law whose inputs are nobody else's business. */
export interface StatedLaw<S = Subject> {
  readonly states: string;
  readonly bugs: Readonly<Record<string, Partial<S>>>;
  readonly property: (subject: S) => fc.IRawProperty<unknown>;
  /** The part of the usual number of inputs that has to do, where each takes long. */
  readonly share?: number;
  /** Tries the law on one input; absent from laws that are not about one. */
  readonly tryCopyInput?: (subject: S, copyInput: CopyInput) => void;
}

/** Laws of one kind. */
export interface Family<S = Subject> {
  readonly name: string;
  readonly laws: readonly StatedLaw<S>[];
}

/** States a law. */
export const law = <Input, S = Subject>({
  states,
  inputs,
  holds,
  bugs,
  ofCopyInput,
}: Law<Input, S>): StatedLaw<S> => ({
  states,
  bugs,
  property: (subject) => fc.property(inputs, (input) => holds(subject, input)),
  ...(ofCopyInput !== undefined && {
    tryCopyInput: (subject, copyInput) => holds(subject, ofCopyInput(copyInput)),
  }),
});

/** States a law about a request to a world. */
export const copyLaw = (stated: Omit<Law<CopyInput>, 'inputs' | 'ofCopyInput'>): StatedLaw =>
  law({ ...stated, inputs: copyInputs(), ofCopyInput: (copyInput) => copyInput });

/** States a law about something that takes its time, such as a client. */
export const asyncLaw = <Input, S>({
  states,
  inputs,
  holds,
  bugs,
  share = 1,
}: Omit<Law<Input, S>, 'holds' | 'ofCopyInput'> & {
  readonly holds: (subject: S, input: Input) => Promise<void>;
  readonly share?: number;
}): StatedLaw<S> => ({
  states,
  bugs,
  share,
  property: (subject) => fc.asyncProperty(inputs, (input) => holds(subject, input)),
});

/** Puts laws together. */
export const family = <S = Subject>(name: string, laws: readonly StatedLaw<S>[]): Family<S> => ({
  name,
  laws,
});

/** Runs until a seeded bug is caught; far more than any of them has been seen to need. */
const mostRuns = 5000;

/** Tests that the subject obeys the laws, and that each seeded bug is caught by its law. */
export function testLaws<S>({ name, laws }: Family<S>, subject: S): void {
  describe(name, () => {
    for (const { states, bugs, property, share = 1 } of laws) {
      it(states, async () => {
        const usual = fc.readConfigureGlobal().numRuns ?? 100;
        await fc.assert(property(subject), { numRuns: Math.ceil(usual * share) });
      });
      it.each(Object.entries(bugs))(`${states} Broken by: %s`, async (_, wrong) => {
        const spoilt = property({ ...subject, ...wrong });
        const details = await fc.check(spoilt, { numRuns: mostRuns, endOnFailure: true });
        expect(details.failed, 'the bug went unnoticed').toBe(true);
      });
    }
  });
}
