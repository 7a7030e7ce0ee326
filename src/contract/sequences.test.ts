import { describe, expect, it } from 'vitest';
import { judge, type World } from '../model/index.ts';
import { playCall, worldWithKeys, type PlayedCall } from '../../test-support/play-calls.ts';
import { directedCases } from './directed-cases.ts';
import { directedSequences, namedCases, type DirectedSequence } from './directed-sequences.ts';

const sequences = directedSequences();

/** What the calls of a sequence do in the model. */
function played({ calls }: Pick<DirectedSequence, 'calls'>): readonly PlayedCall[] {
  let world: World = worldWithKeys();
  return calls.map((call) => {
    const done = playCall(world, call);
    world = done.after;
    return done;
  });
}

describe.each(sequences.map((sequence) => [sequence.id, sequence] as const))('%s', (_, sequence) => {
  it('breaks what it says, each copy one rule at most, and leaves nothing unspecified', () => {
    const verdicts = played(sequence).flatMap(({ before, copy }) =>
      copy === undefined ? [] : [judge(before, copy.caller, copy.request)],
    );
    expect(verdicts.flatMap(({ broken }) => broken)).toEqual(sequence.breaks);
    expect(verdicts.filter(({ broken }) => broken.length > 1)).toEqual([]);
    expect(verdicts.flatMap(({ unspecified }) => unspecified)).toEqual([]);
  });

  it('makes no call in vain', () => {
    const vain = played(sequence).filter(
      ({ before, after, copy }) => copy?.outcome.kind !== 'rejected' && after === before,
    );
    expect(vain.map(({ call }) => call)).toEqual([]);
  });

  it('is short, and begins with a snapshot', () => {
    expect(sequence.calls.length).toBeLessThanOrEqual(6);
    expect(sequence.calls[0]?.op).toBe('create');
  });
});

it('no sequence is called like another, or like a case', () => {
  expect(new Set(namedCases().map(({ id }) => id)).size).toBe(directedCases().length + sequences.length);
});
