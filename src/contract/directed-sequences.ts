import type { DirectedCase } from './case.ts';
import { directedCases } from './directed-cases.ts';
import type { RuleId } from './generated/catalogue.ts';
import sequenceFiles from './generated/sequences.json' with { type: 'json' };
import type { CallSequence, SequenceFile } from './generated/types.ts';

/** A directed sequence: calls over one evolving world that put one rule to the test. */
export interface DirectedSequence {
  /** `family/name`, unique among cases and sequences. */
  readonly id: string;
  readonly title: string;
  readonly rule: RuleId;
  /** Rules that some of its copies break, in their order; all other copies are accepted. */
  readonly breaks: readonly RuleId[];
  readonly calls: CallSequence;
}

/** A file of sequences as it is shipped. */
interface Shipped {
  readonly family: string;
  readonly file: SequenceFile;
}

const sequences = (sequenceFiles as unknown as readonly Shipped[]).flatMap(({ family, file }) =>
  file.sequences.map(({ id, title, rule, breaks = [], calls }): DirectedSequence => ({
    id: `${family}/${id}`,
    title,
    rule: rule as RuleId,
    breaks: breaks as readonly RuleId[],
    calls,
  })),
);

/** The directed sequences. */
export const directedSequences = (): readonly DirectedSequence[] => sequences;

/** What a report tells of as a case. */
export type NamedCase = DirectedCase | DirectedSequence;

/** All that a report tells of as cases, in the order of the contract. */
export const namedCases = (): readonly NamedCase[] => [...directedCases(), ...directedSequences()];

/** Whether what is told of as a case is a sequence of calls. */
export const isDirectedSequence = (entry: NamedCase): entry is DirectedSequence => 'calls' in entry;
