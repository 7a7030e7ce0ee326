import fc, { type Arbitrary } from 'fast-check';
import { fillRequest, plainSetting, type Setting } from '../../model/world/bindings.ts';
import { applyWire } from '../../model/rules/wire.ts';
import type { CopyRequest } from '../../model/rules/facts.ts';
import { placeOf, realise } from '../../model/world/fixture.ts';
import type { Caller } from '../../model/world/place.ts';
import { emptyWorld, type Instant, type World } from '../../model/world/world.ts';
import type { Situation } from '../../contract/case.ts';
import { callers, recipes, writeRequest } from './requests.ts';
import { worlds } from './worlds.ts';

/** A situation made real: a world, a caller in it, and the request to judge. */
export interface CopyInput {
  readonly world: World;
  readonly caller: Caller;
  readonly request: CopyRequest;
}

/** Situations as directed cases write them down, so that a counterexample can become a case. */
export function situations(): Arbitrary<Situation> {
  return fc
    .record({ given: worlds(), caller: callers(), recipe: recipes() })
    .map(({ given, caller, recipe }) => ({ given, caller, ...writeRequest(recipe, given, caller) }));
}

/** CopyInput of such situations. */
export const copyInputs = (): Arbitrary<CopyInput> => situations().map((situation) => toCopyInput(situation));

/** Makes a situation real in the model. A counterexample shows the input as the situation. */
export function toCopyInput(situation: Situation, options: CopyInputOptions = {}): CopyInput {
  const { setting = plainSetting, clock, copyDuration } = options;
  const { world, bindings } = realise(situation.given, setting, {}, emptyWorld(clock, copyDuration));
  const copyInput: CopyInput = {
    world,
    caller: placeOf(situation.caller, setting),
    request: applyWire(fillRequest(situation.request, bindings), situation.wire),
  };
  return Object.defineProperty(copyInput, fc.toStringMethod, { value: () => fc.stringify(situation) });
}

/** What an input may have otherwise than usual. */
export interface CopyInputOptions {
  readonly setting?: Setting;
  readonly clock?: Instant;
  readonly copyDuration?: number;
}
