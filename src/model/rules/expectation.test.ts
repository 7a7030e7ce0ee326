import { describe, expect, it } from 'vitest';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import {
  isAsExpected,
  isDue,
  meets,
  meetsTags,
  sameValue,
  type Expectation,
  type Look,
  type MemberExpectation,
  type MemberValue,
  type SnapshotMember,
} from './expectation.ts';

describe('values of a member', () => {
  it.each<[name: string, member: SnapshotMember, a: MemberValue, b: MemberValue, same: boolean]>([
    ['the same text', 'Engine', 'neptune', 'neptune', true],
    ['another text', 'Engine', 'neptune', 'Neptune', false],
    ['both absent', 'Engine', undefined, undefined, true],
    ['one absent', 'Engine', 'neptune', undefined, false],
    ['the other absent', 'Engine', undefined, 'neptune', false],
    ['one absent, one empty', 'KmsKeyId', undefined, '', true],
    ['one empty, one absent', 'KmsKeyId', '', undefined, true],
    ['an empty text and another', 'KmsKeyId', '', 'k', false],
    ['an absent number', 'Port', undefined, 0, false],
    ['an absent flag', 'StorageEncrypted', undefined, false, false],
    ['one absent, of a time', 'SnapshotCreateTime', undefined, '2026-01-01T00:00:00Z', false],
    ['the other absent, of a time', 'SnapshotCreateTime', '2026-01-01T00:00:00Z', undefined, false],
    ['zones in another order', 'AvailabilityZones', ['b', 'a', 'c'], ['c', 'b', 'a'], true],
    ['other zones', 'AvailabilityZones', ['a', 'b'], ['a', 'c'], false],
    ['fewer zones', 'AvailabilityZones', ['a', 'b'], ['a'], false],
    ['zones that only look alike put together', 'AvailabilityZones', ['ab', 'c'], ['a', 'bc'], false],
    ['a list and a text', 'AvailabilityZones', ['a'], 'a', false],
    ['a text and a list', 'AvailabilityZones', 'a', ['a'], false],
    [
      'a time written in another way',
      'SnapshotCreateTime',
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00.000Z',
      true,
    ],
    [
      'a time one millisecond later',
      'SnapshotCreateTime',
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:00:00.001Z',
      true,
    ],
    [
      'a time one millisecond earlier',
      'SnapshotCreateTime',
      '2026-01-01T00:00:00.001Z',
      '2026-01-01T00:00:00.000Z',
      true,
    ],
    [
      'a time two milliseconds later',
      'SnapshotCreateTime',
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:00:00.002Z',
      false,
    ],
    [
      'a time two milliseconds earlier',
      'SnapshotCreateTime',
      '2026-01-01T00:00:00.002Z',
      '2026-01-01T00:00:00.000Z',
      false,
    ],
    [
      'the time of the cluster, alike',
      'ClusterCreateTime',
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00.001Z',
      true,
    ],
    ['a time that is none', 'ClusterCreateTime', 'yesterday', '2026-01-01T00:00:00Z', false],
    ['times where none belong', 'EngineVersion', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z', false],
    ['numbers', 'Port', 8182, 8183, false],
  ])('%s', (_, member, a, b, same) => expect(sameValue(member, a, b)).toBe(same));

  it('are not put into another order by being compared', () => {
    const zones = ['b', 'a'];
    sameValue('AvailabilityZones', zones, ['a', 'b']);
    sameValue('AvailabilityZones', ['a', 'b'], zones);
    expect(zones).toEqual(['b', 'a']);
  });
});

describe('an expectation', () => {
  const statuses: Expectation = { kind: 'one-of', values: ['copying', 'available'] };
  const percentage: Expectation = { kind: 'between', low: 0, high: 100 };

  it.each<[name: string, member: SnapshotMember, expectation: Expectation, value: MemberValue, met: boolean]>(
    [
      ['a value that is it', 'Engine', { kind: 'is', value: 'neptune' }, 'neptune', true],
      ['a value that is not', 'Engine', { kind: 'is', value: 'neptune' }, 'mysql', false],
      ['absence', 'KmsKeyId', { kind: 'is', value: undefined }, undefined, true],
      ['presence where absence is asked for', 'KmsKeyId', { kind: 'is', value: undefined }, 'k', false],
      ['one of several', 'Status', statuses, 'available', true],
      ['none of several', 'Status', statuses, 'failed', false],
      ['the low end', 'PercentProgress', percentage, 0, true],
      ['the high end', 'PercentProgress', percentage, 100, true],
      ['below', 'PercentProgress', percentage, -1, false],
      ['above', 'PercentProgress', percentage, 101, false],
      ['absent', 'PercentProgress', percentage, undefined, false],
      ['a number as a text', 'PercentProgress', percentage, '50', false],
    ],
  )('%s', (_, member, expectation, value, met) => expect(meets(member, expectation, value)).toBe(met));
});

describe('what a member may be until it has to be as expected', () => {
  const one: MemberExpectation = { rule: 'copy-inherits', expect: { kind: 'is', value: 1 } };
  const moving: MemberExpectation = { ...one, until: { since: 'available', before: 'anything' } };
  const late: MemberExpectation = { ...one, until: { since: 'available', before: 'absent' } };
  const told: MemberExpectation = { ...one, until: { since: 'described', before: 'absent' } };

  it.each<[string, MemberExpectation, DBClusterSnapshot, look: Look, isDue: boolean, isAsExpected: boolean]>([
    ['always', one, { Status: 'copying', Port: 2 }, 'answer', true, false],
    ['always, and is', one, { Status: 'copying', Port: 1 }, 'answer', true, true],
    ['as expected long before', moving, { Status: 'copying', Port: 1 }, 'answer', false, true],
    ['still moving', moving, { Status: 'copying', Port: 2 }, 'description', false, true],
    ['settled', moving, { Status: 'available', Port: 2 }, 'answer', true, false],
    ['without a status, which counts as available', moving, { Port: 2 }, 'answer', true, false],
    ['not there yet', late, { Status: 'pending' }, 'description', false, true],
    ['there, and wrong', late, { Status: 'pending', Port: 2 }, 'description', false, false],
    ['never there', late, { Status: 'available' }, 'answer', true, false],
    ['not answered', told, { Status: 'available' }, 'answer', false, true],
    ['answered, and wrong', told, { Status: 'available', Port: 2 }, 'answer', false, false],
    ['not described yet', told, { Status: 'copying' }, 'description', false, true],
    ['not described', told, { Status: 'available' }, 'description', true, false],
  ])('%s', (_, expectation, seen, look, due, met) => {
    expect(isDue(expectation, seen, look)).toBe(due);
    expect(isAsExpected('Port', expectation, seen, look)).toBe(met);
  });

  it('an empty text is as good as an absent one', () => {
    const source: MemberExpectation = {
      rule: 'copy-source-arn',
      expect: { kind: 'is', value: 'arn:a' },
      until: { since: 'described', before: 'absent' },
    };
    const seen = { Status: 'copying', SourceDBClusterSnapshotArn: '' };
    expect(isAsExpected('SourceDBClusterSnapshotArn', source, seen, 'answer')).toBe(true);
  });
});

describe('expected tags', () => {
  const a = { Key: 'a', Value: '1' };
  const b = { Key: 'b', Value: '2' };
  const system = { Key: 'aws:x', Value: '3' };
  const rule = 'copy-tags-all';

  it.each([
    { name: 'none asked for, none there', required: [], optional: [], actual: [], met: true },
    { name: 'none asked for, one there', required: [], optional: [], actual: [a], met: false },
    { name: 'in another order', required: [a, b], optional: [], actual: [b, a], met: true },
    { name: 'one is missing', required: [a, b], optional: [], actual: [a], met: false },
    { name: 'one is too many', required: [a], optional: [], actual: [a, b], met: false },
    { name: 'one stands twice', required: [a], optional: [], actual: [a, a], met: false },
    { name: 'another value', required: [a], optional: [], actual: [{ Key: 'a', Value: '2' }], met: false },
    { name: 'another key', required: [a], optional: [], actual: [{ Key: 'A', Value: '1' }], met: false },
    { name: 'with an optional one', required: [a], optional: [system], actual: [a, system], met: true },
    { name: 'without the optional one', required: [a], optional: [system], actual: [a], met: true },
    { name: 'with only the optional one', required: [a], optional: [system], actual: [system], met: false },
    {
      name: 'an absent value for an empty one',
      required: [{ Key: 'a', Value: '' }],
      optional: [],
      actual: [{ Key: 'a' }],
      met: true,
    },
    {
      name: 'an empty value for an absent one',
      required: [{ Key: 'a' }],
      optional: [],
      actual: [{ Key: 'a', Value: '' }],
      met: true,
    },
  ])('$name', ({ required, optional, actual, met }) => {
    expect(meetsTags({ rule, required, optional }, actual)).toBe(met);
  });

  it.each([
    { name: 'the required ones', actual: [a], met: true },
    { name: 'the alternative', actual: [b, a], met: true },
    { name: 'the alternative, with an optional one', actual: [a, b, system], met: true },
    { name: 'a part of the alternative', actual: [b], met: false },
    { name: 'none', actual: [], met: false },
    { name: 'one beyond both', actual: [a, b, { Key: 'c' }], met: false },
    { name: 'one that stands twice', actual: [a, b, b], met: false },
  ])('in two ways: $name', ({ actual, met }) => {
    expect(meetsTags({ rule, required: [a], optional: [system], alternative: [a, b] }, actual)).toBe(met);
  });
});
