import { describe, expect, it } from 'vitest';
import { isIdentifier, realise, type Setting } from '../../model/index.ts';
import { withNewName } from '../target/target.ts';
import { abstractNames, copyName, nameMaker, withoutTimes, withoutValues } from './names.ts';

const setting: Setting = {
  accounts: { self: '111111111111', other: '222222222222' },
  regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
  nameOf: nameMaker('abc123', 4),
};
const world = {
  keys: { own: { alias: true } },
  snapshots: { source: {}, 'source-two': {}, theirs: { account: 'other' as const } },
};
const real = realise(world, setting).bindings;
const bindings = withNewName(real, copyName('abc123', 7));
const key = real.keys['own'];

describe('abstractNames', () => {
  const table = [
    { name: 'a snapshot', given: 'ncc-abc123-4-source', expected: '{source}' },
    { name: 'the longest name wins', given: 'ncc-abc123-4-source-two', expected: '{source-two}' },
    {
      name: 'an ARN before the name in it',
      given: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:ncc-abc123-4-source',
      expected: '{source.arn}',
    },
    { name: 'the copy', given: '"ncc-abc123-u7-new"', expected: '"{new}"' },
    { name: 'other names of the run', given: 'ncc-abc123-4-source-cluster', expected: '{source}-cluster' },
    { name: 'names that the world does not have', given: 'ncc-abc123-4-filler-1', expected: '{run}filler-1' },
    { name: 'a key', given: `key ${key?.id ?? ''}`, expected: 'key {own.id}' },
    { name: 'the ARN of a key', given: key?.arn ?? '', expected: '{own.arn}' },
    { name: 'an alias', given: 'alias/ncc-abc123-4-own', expected: '{own.alias}' },
    { name: 'the ARN of an alias', given: key?.aliasArn ?? '', expected: '{own.aliasArn}' },
    { name: 'accounts', given: '111111111111 222222222222', expected: '{account.self} {account.other}' },
    { name: 'each time', given: 'ncc-abc123-u7-new ncc-abc123-u7-new', expected: '{new} {new}' },
    { name: 'nothing to do', given: 'a copy', expected: 'a copy' },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(abstractNames(given, bindings)).toBe(expected);
  });

  it('passes over names that are empty', () => {
    const nameless = { ...bindings, keys: { odd: { id: '', arn: '', alias: '', aliasArn: '' } } };
    expect(abstractNames('a copy', nameless)).toBe('a copy');
  });
});

describe('names of a run', () => {
  it('are valid identifiers, however long the handle', () => {
    const longest = nameMaker('zzzzzz', 9999)('a-handle-of-twenty-four-x');
    expect([longest, copyName('zzzzzz', 99_999)].every(isIdentifier)).toBe(true);
  });

  it('differ between worlds and between units', () => {
    expect(nameMaker('r', 1)('a')).not.toBe(nameMaker('r', 2)('a'));
    expect(copyName('r', 1)).not.toBe(copyName('r', 2));
  });
});

describe('withoutTimes', () => {
  const table = [
    { name: 'with milliseconds', given: 'at 2026-01-02T03:04:05.678Z!', expected: 'at {time}!' },
    { name: 'without', given: '2026-01-02T03:04:05Z', expected: '{time}' },
    { name: 'two', given: '2026-01-02T03:04:05Z 2027-01-02T03:04:05Z', expected: '{time} {time}' },
    { name: 'a date is no time', given: '2026-01-02', expected: '2026-01-02' },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(withoutTimes(given)).toBe(expected);
  });
});

describe('withoutValues', () => {
  it.each([
    { given: 'Port "1" and Engine "neptune"', expected: 'Port … and Engine …' },
    { given: 'KmsKeyId ""', expected: 'KmsKeyId …' },
    { given: 'a rejection with A (HTTP 400)\nor B', expected: 'a rejection with …' },
    { given: 'a copy, or A (HTTP 400)', expected: 'a copy, or …' },
    { given: 'a copy', expected: 'a copy' },
    { given: 'not a rejection with A', expected: 'not a rejection with A' },
  ])('$given', ({ given, expected }) => expect(withoutValues(given)).toBe(expected));
});
