import { describe, expect, it } from 'vitest';
import { addKey } from './fixture.ts';
import {
  aliasArn,
  isSymmetric,
  isUsable,
  keyArn,
  keyByArn,
  resolveKey,
  usability,
  type KmsKey,
} from './kms.ts';
import { emptyWorld } from './world.ts';

const caller = { account: '111111111111', region: 'us-east-1' };
const other = { account: '222222222222', region: 'us-east-1' };
const elsewhere = { account: '111111111111', region: 'eu-west-1' };

const key = (place: typeof caller, id: string, traits: Partial<KmsKey> = {}): KmsKey => ({
  place,
  id,
  arn: keyArn(place, id),
  state: 'Enabled',
  spec: 'SYMMETRIC_DEFAULT',
  manager: 'CUSTOMER',
  multiRegion: false,
  usableBy: [],
  ...traits,
});

const [own, foreign, far] = [key(caller, 'own'), key(other, 'foreign'), key(elsewhere, 'far')];
const world = [
  [own, 'alias/own'],
  [foreign, 'alias/foreign'],
  [far, 'alias/far'],
].reduce((now, [each, alias]) => addKey(now, each as KmsKey, alias as string), emptyWorld());

describe('a reference to a key', () => {
  const unknown = { kind: 'unknown' };
  const found = (one: KmsKey): object => ({ kind: 'found', key: one });
  const replaced = (text: string, by: string): string => keyArn(caller, 'own').replace(text, by);

  it.each<[name: string, reference: string, expected: object]>([
    ['its id', 'own', found(own)],
    ['its alias', 'alias/own', found(own)],
    ['its ARN', keyArn(caller, 'own'), found(own)],
    ['the ARN of its alias', aliasArn(caller, 'alias/own'), found(own)],
    ["another account's key by ARN", keyArn(other, 'foreign'), found(foreign)],
    ["another account's alias by ARN", aliasArn(other, 'alias/foreign'), found(foreign)],
    ["another account's key by id", 'foreign', unknown],
    ["another account's alias by name", 'alias/foreign', unknown],
    ["another Region's key by ARN", keyArn(elsewhere, 'far'), { kind: 'other-region' }],
    ["another Region's alias by ARN", aliasArn(elsewhere, 'alias/far'), { kind: 'other-region' }],
    ["another Region's key by id", 'far', unknown],
    ['an id that is not there', 'nowhere', unknown],
    ['an alias that is not there', 'alias/nowhere', unknown],
    ['an alias without its prefix', 'own2', unknown],
    ['an ARN of another service', replaced(':kms:', ':rds:'), unknown],
    ['an ARN of another partition', replaced('arn:aws:', 'arn:aws-cn:'), unknown],
    ['an ARN with parts missing', 'arn:aws:kms', unknown],
    ['an ARN with another resource', replaced(':key/', ':grant/'), unknown],
    ['an ARN with something before the resource', replaced(':key/', ':x/key/'), unknown],
    ['an ARN with something behind the id', `${keyArn(caller, 'own')}/x`, unknown],
    ['an ARN without an id', keyArn(caller, ''), unknown],
    ['a bare id behind the account', replaced('key/', ''), unknown],
  ])('%s', (_, reference, expected) => expect(resolveKey(world, caller, reference)).toEqual(expected));
});

describe('the key of an ARN', () => {
  it.each<[name: string, arn: string, expected: KmsKey | undefined]>([
    ['in the same place', own.arn, own],
    ['in another account', foreign.arn, foreign],
    ['in another Region', far.arn, far],
    ['that is not there', keyArn(caller, 'nowhere'), undefined],
    ['that is no ARN', 'own', undefined],
  ])('%s', (_, arn, expected) => expect(keyByArn(world, arn)).toBe(expected));
});

describe('a key', () => {
  it.each<[name: string, key: KmsKey, account: string, expected: boolean]>([
    ['of the account', own, caller.account, true],
    ['of the account, disabled', key(caller, 'k', { state: 'Disabled' }), caller.account, false],
    [
      'of the account, pending deletion',
      key(caller, 'k', { state: 'PendingDeletion' }),
      caller.account,
      false,
    ],
    ['of the account, managed by AWS', key(caller, 'k', { manager: 'AWS' }), caller.account, true],
    ["another account's", own, other.account, false],
    [
      "another account's that lets it in",
      key(caller, 'k', { usableBy: [other.account] }),
      other.account,
      true,
    ],
    [
      "another account's that lets a third one in",
      key(caller, 'k', { usableBy: ['333333333333'] }),
      other.account,
      false,
    ],
    ["another account's that lets everybody in", key(caller, 'k', { usableBy: ['*'] }), other.account, true],
    [
      "another account's that lets it in, disabled",
      key(caller, 'k', { usableBy: [other.account], state: 'Disabled' }),
      other.account,
      false,
    ],
    [
      "another account's, managed by AWS, whatever its policy",
      key(caller, 'k', { usableBy: [other.account, '*'], manager: 'AWS' }),
      other.account,
      false,
    ],
  ])('%s: usable is told', (_, one, account, expected) => expect(isUsable(one, account)).toBe(expected));

  it.each([
    ['its own', key(other, 'k'), 'kept'],
    ['that nobody lets it use', key(caller, 'k'), 'broken'],
    [
      'that it may use if constraints are met',
      key(caller, 'k', { maybeUsableBy: [other.account] }),
      'unspecified',
    ],
    ['that everybody may use if they are', key(caller, 'k', { maybeUsableBy: ['*'] }), 'unspecified'],
    ['that somebody else may use so', key(caller, 'k', { maybeUsableBy: ['333333333333'] }), 'broken'],
    [
      'that it may use so, disabled',
      key(caller, 'k', { maybeUsableBy: [other.account], state: 'Disabled' }),
      'broken',
    ],
  ])('a key %s', (_, one, expected) => expect(usability(one, other.account)).toBe(expected));

  it('encrypts storage only if it is symmetric', () => {
    expect(isSymmetric(own)).toBe(true);
    expect(isSymmetric(key(caller, 'k', { spec: 'RSA_2048' }))).toBe(false);
  });
});
