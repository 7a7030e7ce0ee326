import { describe, expect, it } from 'vitest';
import { directedCase, missingSource, plainRequest, situation } from '../../../test-support/fakes.ts';
import type { DirectedCase, Situation } from '../../contract/case.ts';
import { directedCases } from '../../contract/directed-cases.ts';
import { absentIn, excuseFor, leaveOut, needsOf, needsOfCase, resultOfLeftOut } from './needs.ts';

const cases = directedCases();

const source = (different: object): Partial<Situation> => ({ given: { snapshots: { source: different } } });

describe('what a situation takes', () => {
  const table: { name: string; given: Partial<Situation>; expected: readonly string[] }[] = [
    { name: 'a plain copy', given: {}, expected: [] },
    { name: 'a key', given: { given: { keys: { k: {} } } }, expected: ['KMS keys'] },
    {
      name: 'a disabled key',
      given: { given: { keys: { k: { state: 'Disabled' } } } },
      expected: ['KMS keys', 'KMS key states'],
    },
    { name: 'an encrypted source', given: source({ encryptedWith: 'default' }), expected: ['KMS keys'] },
    {
      name: 'a key in the request',
      given: { request: { ...plainRequest, KmsKeyId: 'x' } },
      expected: ['KMS keys'],
    },
    { name: 'a key in the form', given: { wire: { KmsKeyId: 'x' } }, expected: ['KMS keys'] },
    {
      name: 'a key a second time',
      given: { http: { doubled: { KmsKeyId: 'x' } } },
      expected: ['KMS keys', 'wire'],
    },
    { name: 'a shared source', given: source({ sharedWith: ['all'] }), expected: ['sharing'] },
    {
      name: 'a source shared with another account',
      given: source({ sharedWith: ['other'] }),
      expected: ['second account', 'sharing'],
    },
    {
      name: 'a source of another account',
      given: source({ account: 'other' }),
      expected: ['second account'],
    },
    {
      name: 'another account that calls',
      given: { caller: { account: 'other', region: 'here' } },
      expected: ['second account'],
    },
    { name: 'a source elsewhere', given: source({ region: 'elsewhere' }), expected: ['second Region'] },
    {
      name: 'a call elsewhere',
      given: { caller: { account: 'self', region: 'elsewhere' } },
      expected: ['second Region'],
    },
    {
      name: 'copies from elsewhere in progress',
      given: { given: { places: [{ copiesInProgress: 5 }] } },
      expected: ['second Region'],
    },
    { name: 'a tagged source', given: source({ tags: [] }), expected: ['tags'] },
    { name: 'a tagged cluster', given: source({ cluster: { tags: [] } }), expected: ['tags'] },
    { name: 'tags in the request', given: { request: { ...plainRequest, Tags: [] } }, expected: ['tags'] },
    { name: 'tags in the form', given: { wire: { 'Tags.member.1.Key': 'x' } }, expected: ['tags', 'wire'] },
    { name: 'CopyTags', given: { request: { ...plainRequest, CopyTags: true } }, expected: ['tags'] },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect([...needsOf(situation(given))].sort()).toEqual([...expected].sort());
  });

  it('is told of control cases, and of the way in which a rule shows, too', () => {
    const claim: DirectedCase['claim'] = {
      kind: 'rejected',
      breaks: [],
      unspecified: [],
      control: situation({ given: { keys: { k: {} } } }),
    };
    expect(needsOfCase({ ...missingSource, claim })).toEqual(['KMS keys']);
    expect(needsOfCase(directedCase({ rule: 'copy-no-tags-by-default' }))).toEqual(['tags']);
    expect(needsOfCase(directedCase({ rule: 'wire-request-lists' }))).toEqual(['tags']);
    expect(needsOfCase(directedCase({ rule: 'wire-namespace' }))).toEqual(['wire']);
  });
});

describe('an excuse', () => {
  const entry = directedCase({ situation: situation(source({ encryptedWith: 'default' })) });

  it('is what a case needs and the target says it has not', () => {
    expect(excuseFor(entry, ['tags', 'KMS keys'])).toEqual({
      excuse: { kind: 'capability', name: 'KMS keys' },
    });
    expect(excuseFor(entry, ['tags'])).toEqual({});
    expect(excuseFor(directedCase(), ['KMS keys'])).toEqual({});
  });

  it('is none where nothing was answered', () => {
    const absent = absentIn([
      { name: 'KMS keys', available: false, detail: 'refused', silent: true },
      { name: 'tags', available: false, detail: 'InvalidAction' },
      { name: 'sharing', available: true, detail: 'answered' },
    ]);
    expect(absent).toEqual(['tags']);
  });
});

describe('leaving out', () => {
  it('parts the cases, and says with what they were left out', () => {
    const { kept, leftOut } = leaveOut(cases, ['kms', 'sharing']);
    expect(kept.length + leftOut.length).toBe(cases.length);
    expect(
      kept.filter((entry) => needsOfCase(entry).some((need) => /^(KMS keys|sharing)$/.test(need))),
    ).toEqual([]);
    expect(new Set(leftOut.map(({ by }) => by))).toEqual(new Set(['kms', 'sharing']));
    const [first] = leftOut;
    expect(first && resultOfLeftOut(first)).toMatchObject({
      status: 'inconclusive',
      reason: `left out by --without ${first?.by}`,
      excuse: { kind: 'asked', name: first?.by },
    });
  });

  it('leaves out nothing unless told', () => {
    expect(leaveOut(cases, [])).toEqual({ kept: cases, leftOut: [] });
  });
});
