import { describe, expect, it } from 'vitest';
import { directedSequences, type DirectedSequence } from '../../contract/directed-sequences.ts';
import type { Expected } from '../../contract/generated/types.ts';
import type { Capability } from '../target/target.ts';
import { needsOfSequence, notRun, resultOf, sequencesLeft, untried } from './directed.ts';
import type { Execution, Sighting } from './execute.ts';

const pick = (id: string): DirectedSequence => {
  const found = directedSequences().find((sequence) => sequence.id === id);
  if (found === undefined) throw new Error(`no sequence is called ${id}`);
  return found;
};

it.each<[string, readonly string[]]>([
  ['freshness/target-deleted', []],
  ['independence/source-retagged', ['tags']],
  ['independence/shared-source', ['second account', 'sharing']],
  ['freshness/alias-moved', ['KMS keys']],
  ['freshness/key-switched', ['KMS keys', 'KMS key states']],
  ['isolation/region', ['second Region']],
  // None of its calls has to do with tags it would have.
  ['order/refused-between', ['tags']],
])('%s takes %j', (id, needs) => {
  expect(needsOfSequence(pick(id))).toEqual(needs);
});

describe('a sequence is not run', () => {
  const sequence = pick('freshness/key-switched');
  const lacking = (different: Partial<Capability> = {}): Capability => ({
    name: 'KMS key states',
    available: false,
    detail: 'DisableKey: UnknownOperationException',
    ...different,
  });

  it('without what it needs', () => {
    expect(notRun(sequence, [], ['tags'])).toBeUndefined();
    expect(notRun(sequence, [], ['key-states'])?.result).toMatchObject({
      status: 'inconclusive',
      reason: 'left out by --without key-states',
      excuse: { kind: 'asked', name: 'key-states' },
    });
    const left = sequencesLeft(directedSequences(), ['key-states']);
    expect(left).not.toContain(sequence);
    expect(left).toContain(pick('freshness/alias-moved'));
  });

  it('where the target has not what it takes, which excuses it where the target says so', () => {
    expect(notRun(sequence, [lacking({ available: true })], [])).toBeUndefined();
    expect(notRun(sequence, [lacking({ name: 'tags' })], [])).toBeUndefined();
    expect(notRun(sequence, [lacking()], [])).toEqual({
      rule: 'kms-key-accessible',
      result: {
        id: sequence.id,
        title: sequence.title,
        status: 'inconclusive',
        reason: 'the target has not what it takes, KMS key states: DisableKey: UnknownOperationException',
        excuse: { kind: 'capability', name: 'KMS key states' },
      },
    });
    expect(notRun(sequence, [lacking({ silent: true })], [])?.result).not.toHaveProperty('excuse');
  });
});

describe('what came of a sequence', () => {
  const sequence = pick('independence/source-deleted');
  const outcome: Expected = { kind: 'outcome', copy: true, faults: [] };
  const members: Expected = { kind: 'members', of: 'copy', members: {} };
  const ran = (different: Partial<Execution> = {}): Parameters<typeof resultOf>[1] => ({
    sightings: [],
    copies: 2,
    leftBehind: [],
    milliseconds: 5,
    ...different,
  });
  const seen = (expected: Expected): Sighting =>
    ({ deviation: { rule: 'copy-source-arn', expected } }) as unknown as Sighting;

  it.each<[string, Partial<Execution>, readonly string[], object]>([
    ['nothing seen', {}, [], { status: 'pass' }],
    ['its own rule', {}, ['v2-000000000000'], { status: 'fail', findings: ['v2-000000000000'] }],
    ['a member of another rule', { sightings: [seen(members)] }, [], { status: 'pass' }],
    [
      'another end of a copy',
      { sightings: [seen(outcome)] },
      [],
      {
        status: 'inconclusive',
        reason:
          'a copy on its way deviates from copy-source-arn, which leaves nothing to be seen of the rule',
      },
    ],
    [
      'a call that is refused',
      { stopped: { kind: 'impossible', reason: 'no' } },
      [],
      { status: 'inconclusive', reason: 'no' },
    ],
    ['no answer', { stopped: { kind: 'failed', reason: 'no' } }, [], { status: 'error', reason: 'no' }],
  ])('%s', (_, different, findings, result) => {
    const { id, title } = sequence;
    expect(resultOf(sequence, ran(different), findings)).toEqual({
      rule: 'copy-described',
      result: { id, title, milliseconds: 5, ...result },
    });
  });

  it('where nobody came to it', () => {
    expect(untried(sequence, 'interrupted').result).toMatchObject({ status: 'error', reason: 'interrupted' });
  });
});
