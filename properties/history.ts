import { toCopyInput, type History, type CopyInput, type Step } from '../src/testing/arbitraries/index.ts';
import type { Outcome } from '../src/model/operations/copy.ts';
import { placeOf } from '../src/model/world/fixture.ts';
import { plainSetting, removeSnapshot } from '../src/model/index.ts';
import type { World } from '../src/model/world/world.ts';
import type { Subject } from './law.ts';

/** What a step did. */
export interface Happened {
  readonly step: Step;
  readonly before: World;
  readonly after: World;
  /** Of a copy: who asked for what. */
  readonly copyInput?: CopyInput;
  /** Of a copy. */
  readonly outcome?: Outcome;
}

/** Lets a history happen. */
export function play(
  { copy, advance }: Subject,
  { given, copyDuration, steps }: History,
): readonly Happened[] {
  const caller = { account: 'self', region: 'here' } as const;
  let world = toCopyInput({ given, caller, request: {}, wire: {} }, { copyDuration }).world;
  return steps.map((step) => {
    const before = world;
    switch (step.kind) {
      case 'wait':
        world = advance(world, world.clock + step.milliseconds);
        return { step, before, after: world };
      case 'delete':
        world = removeSnapshot(world, placeOf(step.caller, plainSetting), step.name);
        return { step, before, after: world };
      case 'copy': {
        const copyInput = toCopyInput({ given, caller: step.caller, ...step.written });
        const [after, outcome] = copy(world, copyInput.caller, copyInput.request);
        world = after;
        return { step, before, after, copyInput, outcome };
      }
    }
  });
}
