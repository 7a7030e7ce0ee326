import { describe, expect, it } from 'vitest';
import { failed, actualValue, wanted } from '../../../test-support/said.ts';
import { caller, measured, plainRequest, unit } from '../../../test-support/fakes.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { Step } from '../target/target.ts';
import { lookFor, scenarioOf } from './scenario.ts';

describe('what shows a deviation', () => {
  const table: { given: RuleId; expected: string }[] = [
    { given: 'copy-arn', expected: 'answer' },
    { given: 'source-exists', expected: 'answer' },
    { given: 'copy-tags-boolean', expected: 'answer' },
    { given: 'copy-described', expected: 'description' },
    { given: 'fault-leaves-no-trace', expected: 'description' },
    { given: 'copy-inherits', expected: 'source' },
    { given: 'copy-create-time', expected: 'source' },
    { given: 'copy-leaves-source', expected: 'source' },
    { given: 'copy-no-tags-by-default', expected: 'tags' },
    { given: 'copy-tags-all', expected: 'tags' },
    { given: 'copy-assigns-tags', expected: 'tags' },
    { given: 'tags-over-copy-tags', expected: 'tags' },
    { given: 'wire-request-lists', expected: 'tags' },
    { given: 'wire-namespace', expected: 'wire' },
    { given: 'wire-request-id', expected: 'wire' },
  ];

  it.each(table)('$given: $expected', ({ given, expected }) => {
    expect(lookFor(failed(given, 'x z', 'y'))).toBe(expected);
  });
});

describe('a scenario', () => {
  const target = { access: new Map(), endpoint: 'http://127.0.0.1:1' };
  const deviation = failed('copy-arn', 'x z', 'y');

  it('has the edits of the request if there are any', () => {
    const http = { method: 'GET' } as const;
    expect(scenarioOf(measured({ unit: unit({ http }) }), deviation, target).edits).toEqual(http);
    expect(scenarioOf(measured(), deviation, target)).not.toHaveProperty('edits');
  });

  it('says what it shows', () => {
    expect(scenarioOf(measured(), deviation, target)).toMatchObject({
      title: 'copy-arn (family/plain)',
      expected: wanted('x z'),
      actual: actualValue('y'),
      endpoint: 'http://127.0.0.1:1',
      look: 'answer',
    });
  });
});

describe('the steps of a scenario', () => {
  const step = (about?: string): Step => ({
    service: 'kms',
    operation: 'CreateKey',
    caller,
    input: {},
    ...(about !== undefined && { about }),
  });
  const given = { keys: { own: {}, spare: {} }, snapshots: { source: {} } };
  const all = [step('own'), step('spare'), step('source'), step()];
  const kept = (different: Parameters<typeof measured>[0]): unknown =>
    scenarioOf(measured({ given, steps: all, ...different }), failed('copy-arn', 'x z', 'y'), {
      access: new Map(),
    } as unknown as Parameters<typeof scenarioOf>[2]).steps.map(({ about }) => about);

  it('are those without keys that nobody needs', () => {
    expect(kept({})).toEqual(['source', undefined]);
  });

  it('make the keys that the request names', () => {
    const request = { ...plainRequest, KmsKeyId: '{spare.arn}' };
    expect(kept({ unit: unit({ request }) })).toEqual(['spare', 'source', undefined]);
    expect(kept({ unit: unit({ wire: { KmsKeyId: '{own}' } }) })).toEqual(['own', 'source', undefined]);
  });

  it('make the keys that snapshots are encrypted with', () => {
    const encrypted = { ...given, snapshots: { source: { encryptedWith: 'own' } } };
    expect(kept({ given: encrypted })).toEqual(['own', 'source', undefined]);
  });

  it('make the keys with an alias where one was given its name', () => {
    const request = { ...plainRequest, KmsKeyId: '{spare.alias}' };
    const named = { ...given, keys: { own: { alias: 'spare/deep' }, spare: { alias: true }, none: {} } };
    const steps = [...all, step('none')];
    expect(kept({ given: named, steps, unit: unit({ request }) })).toEqual([
      'own',
      'spare',
      'source',
      undefined,
    ]);
    const usual = { ...named, keys: { own: { alias: true }, spare: { alias: true } } };
    expect(kept({ given: usual, unit: unit({ request }) })).toEqual(['spare', 'source', undefined]);
  });
});
