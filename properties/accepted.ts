import type { CopyInput } from '../src/testing/arbitraries/index.ts';
import type { Snapshot } from '../src/model/index.ts';
import type { Law } from './law.ts';
import { sourceOf } from './source.ts';

/** A law of a rule, which states it. */
export type RuleLaw = Omit<Law<CopyInput>, 'states' | 'inputs' | 'ofCopyInput'>;

export /** An accepted copy, beside what it was made from. */
interface Accepted extends CopyInput {
  readonly source: Snapshot;
  readonly copied: Snapshot;
  readonly next: CopyInput['world'];
}

/** What a rule says of accepted copies, in words of its own: not those of the model's expectations. */
export const ofCopies =
  (says: (accepted: Accepted) => void): Law<CopyInput>['holds'] =>
  ({ copy }, copyInput) => {
    const [next, outcome] = copy(copyInput.world, copyInput.caller, copyInput.request);
    const source = sourceOf(copyInput.world, outcome);
    if (outcome.kind === 'rejected' || source === undefined) return;
    says({ ...copyInput, source, copied: outcome.snapshot, next });
  };
