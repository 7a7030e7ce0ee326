import type { Scene } from '../src/testing/arbitraries/index.ts';
import type { Snapshot } from '../src/model/index.ts';
import type { Law } from './law.ts';
import { sourceOf } from './source.ts';

/** A law of a rule, which states it. */
export type RuleLaw = Omit<Law<Scene>, 'states' | 'inputs' | 'ofScene'>;

export /** An accepted copy, beside what it was made from. */
interface Accepted extends Scene {
  readonly source: Snapshot;
  readonly copied: Snapshot;
  readonly next: Scene['world'];
}

/** What a rule says of accepted copies, in words of its own: not those of the model's expectations. */
export const ofCopies =
  (says: (accepted: Accepted) => void): Law<Scene>['holds'] =>
  ({ copy }, scene) => {
    const [next, outcome] = copy(scene.world, scene.caller, scene.request);
    const source = sourceOf(scene.world, outcome);
    if (outcome.kind === 'rejected' || source === undefined) return;
    says({ ...scene, source, copied: outcome.snapshot, next });
  };
