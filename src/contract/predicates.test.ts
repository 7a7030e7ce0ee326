import { expect, it } from 'vitest';
import {
  applyWire,
  fillHttp,
  fillRequest,
  gatherFacts,
  placeOf,
  plainSetting,
  realise,
  type Facts,
} from '../model/index.ts';
import { preconditions } from '../model/rules/preconditions.ts';
import type { Situation } from './case.ts';
import type { PreconditionId } from './generated/catalogue.ts';
import { directedCases } from './directed-cases.ts';

const cases = directedCases();

function factsOf({ given, caller, request, wire, http }: Situation): Facts {
  const { world, bindings } = realise(given, plainSetting);
  const arrived = applyWire(fillRequest(request, bindings), wire, fillHttp(http, bindings));
  return gatherFacts(world, placeOf(caller, plainSetting), arrived);
}

const ids = Object.keys(preconditions) as PreconditionId[];

/** What the predicates say of all directed cases, by rule. */
const said = new Map(ids.map((id) => [id, new Set<string>()]));

it('each predicate says what the directed cases claim, in these words and no others', () => {
  for (const { id: name, situation, claim } of cases) {
    const facts = factsOf(situation);
    const unspecified = claim.kind === 'copied' ? [] : claim.unspecified;
    const broken = claim.kind === 'rejected' ? claim.breaks : [];
    for (const id of ids) {
      const expected = broken.includes(id) ? 'broken' : unspecified.includes(id) ? 'unspecified' : 'kept';
      const answer = preconditions[id](facts);
      said.get(id)?.add(answer);
      expect(`${name}: ${id} is ${answer}`).toBe(`${name}: ${id} is ${expected}`);
    }
  }
});

it('each predicate is seen to say something else than kept', () => {
  expect(ids.filter((id) => said.get(id)?.size === 1)).toEqual([]);
});
