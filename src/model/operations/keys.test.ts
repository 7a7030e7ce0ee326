import { describe, expect, it } from 'vitest';
import { keyArn } from '../world/kms.ts';
import { emptyWorld, placeState, uuidFrom, type World } from '../world/world.ts';
import { operations } from './index.ts';
import type { Operation } from './reply.ts';

const { kms } = operations;
const caller = { account: '111111111111', region: 'us-east-1' };
const other = { account: '222222222222', region: 'us-east-1' };
const there = { account: '111111111111', region: 'eu-west-1' };
const start = emptyWorld(Date.parse('2026-01-01T00:00:00Z'));

/** The world after calls that must succeed. */
function after(...calls: readonly ((world: World) => readonly [World, { readonly ok: boolean }])[]): World {
  return calls.reduce((world, call) => {
    const [next, reply] = call(world);
    expect(reply).toMatchObject({ ok: true });
    return next;
  }, start);
}

const call =
  <Input>(operation: Operation<Input>, input: Input, by = caller) =>
  (world: World) =>
    operation(world, by, input);

const id = uuidFrom(1);
const arn = keyArn(caller, id);
const metadata = {
  AWSAccountId: caller.account,
  KeyId: id,
  Arn: arn,
  Description: '',
  Enabled: true,
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeyState: 'Enabled',
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  KeySpec: 'SYMMETRIC_DEFAULT',
  CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
  MultiRegion: false,
};
const withKey = after(call(kms.CreateKey, {}));
const policyFor = (...principals: unknown[]): string =>
  JSON.stringify({ Statement: principals.map((Principal) => ({ Effect: 'Allow', Principal })) });
const shared = after(call(kms.CreateKey, { Policy: policyFor({ AWS: other.account }) }));
const pending = after(call(kms.CreateKey, {}), call(kms.ScheduleKeyDeletion, { KeyId: id }));
const disabled = after(call(kms.CreateKey, {}), call(kms.DisableKey, { KeyId: id }));
const managed = after(call(kms.DescribeKey, { KeyId: 'alias/aws/rds' }));
const aliased = after(
  call(kms.CreateKey, {}),
  call(kms.CreateAlias, { AliasName: 'alias/a', TargetKeyId: id }),
);
const stateOf = (world: World): string | undefined => placeState(world, caller).keys.get(id)?.state;

/** A refusal: the world stays, and the message names what is meant. */
interface Refusal {
  readonly name: string;
  readonly world?: World;
  readonly given: (world: World) => readonly [World, object];
  readonly code: string;
  readonly message: RegExp;
}

it.each<Refusal>([
  {
    name: 'DescribeKey of nothing',
    given: call(kms.DescribeKey, {}),
    code: 'ValidationException',
    message: /KeyId/,
  },
  {
    name: 'DescribeKey of an empty name',
    given: call(kms.DescribeKey, { KeyId: '' }),
    code: 'ValidationException',
    message: /KeyId/,
  },
  {
    name: 'DescribeKey of no key',
    given: call(kms.DescribeKey, { KeyId: 'x' }),
    code: 'NotFoundException',
    message: /'x'/,
  },
  {
    name: "DescribeKey of another's",
    given: call(kms.DescribeKey, { KeyId: arn }, other),
    code: 'AccessDeniedException',
    message: new RegExp(arn),
  },
  {
    name: "DescribeKey of another's AWS managed one",
    world: managed,
    given: call(kms.DescribeKey, { KeyId: arn }, other),
    code: 'AccessDeniedException',
    message: new RegExp(arn),
  },
  {
    name: 'EnableKey of nothing',
    given: call(kms.EnableKey, {}),
    code: 'ValidationException',
    message: /KeyId/,
  },
  {
    name: 'EnableKey of no key',
    given: call(kms.EnableKey, { KeyId: 'x' }),
    code: 'NotFoundException',
    message: /'x'/,
  },
  {
    name: "EnableKey of another's, even if its policy lets in",
    world: shared,
    given: call(kms.EnableKey, { KeyId: arn }, other),
    code: 'AccessDeniedException',
    message: new RegExp(arn),
  },
  {
    name: 'EnableKey of a pending one',
    world: pending,
    given: call(kms.EnableKey, { KeyId: id }),
    code: 'KMSInvalidStateException',
    message: /pending deletion/,
  },
  {
    name: 'EnableKey of an AWS managed one',
    world: managed,
    given: call(kms.EnableKey, { KeyId: id }),
    code: 'AccessDeniedException',
    message: new RegExp(arn),
  },
  {
    name: 'DisableKey of nothing',
    given: call(kms.DisableKey, {}),
    code: 'ValidationException',
    message: /KeyId/,
  },
  {
    name: 'DisableKey of a pending one',
    world: pending,
    given: call(kms.DisableKey, { KeyId: id }),
    code: 'KMSInvalidStateException',
    message: /pending deletion/,
  },
  {
    name: 'DisableKey of an AWS managed one',
    world: managed,
    given: call(kms.DisableKey, { KeyId: id }),
    code: 'AccessDeniedException',
    message: new RegExp(arn),
  },
  {
    name: 'ScheduleKeyDeletion of nothing',
    given: call(kms.ScheduleKeyDeletion, {}),
    code: 'ValidationException',
    message: /KeyId/,
  },
  {
    name: 'ScheduleKeyDeletion in 6 days',
    given: call(kms.ScheduleKeyDeletion, { KeyId: id, PendingWindowInDays: 6 }),
    code: 'ValidationException',
    message: /6.*7 to 30/,
  },
  {
    name: 'ScheduleKeyDeletion in 31 days',
    given: call(kms.ScheduleKeyDeletion, { KeyId: id, PendingWindowInDays: 31 }),
    code: 'ValidationException',
    message: /31.*7 to 30/,
  },
  {
    name: 'ScheduleKeyDeletion of a pending one',
    world: pending,
    given: call(kms.ScheduleKeyDeletion, { KeyId: id }),
    code: 'KMSInvalidStateException',
    message: /pending deletion/,
  },
  {
    name: 'CancelKeyDeletion of nothing',
    given: call(kms.CancelKeyDeletion, {}),
    code: 'ValidationException',
    message: /KeyId/,
  },
  {
    name: 'CancelKeyDeletion of a key that is not pending',
    given: call(kms.CancelKeyDeletion, { KeyId: id }),
    code: 'KMSInvalidStateException',
    message: /is not pending deletion/,
  },
  {
    name: 'CreateKey of an unknown spec',
    given: call(kms.CreateKey, { KeySpec: 'RSA_1024' }),
    code: 'ValidationException',
    message: /RSA_1024/,
  },
  {
    name: 'CreateKey of a spec that only ends well',
    given: call(kms.CreateKey, { KeySpec: 'X_SM2' }),
    code: 'ValidationException',
    message: /X_SM2/,
  },
  {
    name: 'CreateKey of a spec that only begins well',
    given: call(kms.CreateKey, { KeySpec: 'SM2_X' }),
    code: 'ValidationException',
    message: /SM2_X/,
  },
  {
    name: 'CreateKey with a policy that is none',
    given: call(kms.CreateKey, { Policy: '{' }),
    code: 'MalformedPolicyDocumentException',
    message: /not valid JSON/,
  },
  {
    name: 'CreateAlias without a name',
    given: call(kms.CreateAlias, { TargetKeyId: id }),
    code: 'ValidationException',
    message: /AliasName/,
  },
  {
    name: 'CreateAlias of an empty name',
    given: call(kms.CreateAlias, { AliasName: '', TargetKeyId: id }),
    code: 'ValidationException',
    message: /AliasName/,
  },
  {
    name: 'CreateAlias without its prefix',
    given: call(kms.CreateAlias, { AliasName: 'a', TargetKeyId: id }),
    code: 'InvalidAliasNameException',
    message: /^a is/,
  },
  {
    name: 'CreateAlias with something before its prefix',
    given: call(kms.CreateAlias, { AliasName: 'xalias/a', TargetKeyId: id }),
    code: 'InvalidAliasNameException',
    message: /xalias/,
  },
  {
    name: "CreateAlias of AWS's own",
    given: call(kms.CreateAlias, { AliasName: 'alias/aws/a', TargetKeyId: id }),
    code: 'InvalidAliasNameException',
    message: /aws/,
  },
  {
    name: 'CreateAlias with a space',
    given: call(kms.CreateAlias, { AliasName: 'alias/a b', TargetKeyId: id }),
    code: 'InvalidAliasNameException',
    message: /a b/,
  },
  {
    name: 'CreateAlias of nothing but the prefix',
    given: call(kms.CreateAlias, { AliasName: 'alias/', TargetKeyId: id }),
    code: 'InvalidAliasNameException',
    message: /alias/,
  },
  {
    name: 'CreateAlias of 257 characters',
    given: call(kms.CreateAlias, { AliasName: `alias/${'a'.repeat(251)}`, TargetKeyId: id }),
    code: 'InvalidAliasNameException',
    message: /alias/,
  },
  {
    name: 'CreateAlias for no key',
    given: call(kms.CreateAlias, { AliasName: 'alias/a', TargetKeyId: 'x' }),
    code: 'NotFoundException',
    message: /'x'/,
  },
  {
    name: 'CreateAlias for nothing',
    given: call(kms.CreateAlias, { AliasName: 'alias/a' }),
    code: 'ValidationException',
    message: /KeyId/,
  },
  {
    name: 'CreateAlias that is taken',
    world: aliased,
    given: call(kms.CreateAlias, { AliasName: 'alias/a', TargetKeyId: id }),
    code: 'AlreadyExistsException',
    message: /111111111111:alias\/a /,
  },
  {
    name: 'CreateAlias for a pending key',
    world: pending,
    given: call(kms.CreateAlias, { AliasName: 'alias/a', TargetKeyId: id }),
    code: 'KMSInvalidStateException',
    message: /pending deletion/,
  },
  {
    name: 'DeleteAlias without a name',
    given: call(kms.DeleteAlias, {}),
    code: 'ValidationException',
    message: /AliasName/,
  },
  {
    name: 'DeleteAlias of no name',
    given: call(kms.DeleteAlias, { AliasName: 'a' }),
    code: 'InvalidAliasNameException',
    message: /^a is/,
  },
  {
    name: 'DeleteAlias that is not there',
    given: call(kms.DeleteAlias, { AliasName: 'alias/a' }),
    code: 'NotFoundException',
    message: /111111111111:alias\/a /,
  },
  {
    name: 'ReplicateKey of nothing',
    given: call(kms.ReplicateKey, { ReplicaRegion: 'eu-west-1' }),
    code: 'ValidationException',
    message: /KeyId/,
  },
  {
    name: 'ReplicateKey of a key of one Region',
    given: call(kms.ReplicateKey, { KeyId: id, ReplicaRegion: 'eu-west-1' }),
    code: 'UnsupportedOperationException',
    message: /not a multi-Region key/,
  },
  {
    name: 'ReplicateKey to nowhere',
    given: call(kms.ReplicateKey, { KeyId: id }),
    code: 'ValidationException',
    message: /not a Region/,
  },
  {
    name: 'ReplicateKey to no Region',
    given: call(kms.ReplicateKey, { KeyId: id, ReplicaRegion: 'us-east-1a' }),
    code: 'ValidationException',
    message: /us-east-1a/,
  },
  {
    name: 'ReplicateKey to something before a Region',
    given: call(kms.ReplicateKey, { KeyId: id, ReplicaRegion: '1us-east-1' }),
    code: 'ValidationException',
    message: /1us/,
  },
  {
    name: 'ReplicateKey to a Region of another partition',
    given: call(kms.ReplicateKey, { KeyId: id, ReplicaRegion: 'cn-north-1' }),
    code: 'ValidationException',
    message: /cn-north-1/,
  },
])('refused: $name', ({ world = withKey, given, code, message }) => {
  const [next, reply] = given(world);
  expect(reply).toEqual({
    ok: false,
    fault: { code, status: 400, message: expect.stringMatching(message) as string },
  });
  expect(next).toBe(world);
});

describe('CreateKey', () => {
  it('makes an enabled key', () => {
    const [next, reply] = kms.CreateKey(start, caller, {});
    expect(reply).toEqual({ ok: true, output: { KeyMetadata: metadata } });
    expect(placeState(next, caller).keys.get(id)).toStrictEqual({
      place: caller,
      id,
      arn,
      state: 'Enabled',
      spec: 'SYMMETRIC_DEFAULT',
      manager: 'CUSTOMER',
      multiRegion: false,
      usableBy: [],
    });
  });

  it('keeps what its maker wrote of it', () => {
    const [next, reply] = kms.CreateKey(start, caller, { Description: 'mine' });
    expect(reply).toEqual({ ok: true, output: { KeyMetadata: { ...metadata, Description: 'mine' } } });
    expect(kms.DescribeKey(next, caller, { KeyId: id })[1]).toEqual(reply);
  });

  it.each([
    { given: { KeySpec: 'RSA_2048' }, spec: 'RSA_2048', usage: 'ENCRYPT_DECRYPT' },
    { given: { KeySpec: 'RSA_3072' }, spec: 'RSA_3072', usage: 'ENCRYPT_DECRYPT' },
    { given: { KeySpec: 'RSA_4096' }, spec: 'RSA_4096', usage: 'ENCRYPT_DECRYPT' },
    { given: { KeySpec: 'ECC_NIST_P256' }, spec: 'ECC_NIST_P256', usage: 'SIGN_VERIFY' },
    { given: { KeySpec: 'HMAC_256' }, spec: 'HMAC_256', usage: 'GENERATE_VERIFY_MAC' },
    { given: { KeySpec: 'SM2' }, spec: 'SM2', usage: 'ENCRYPT_DECRYPT' },
    { given: { CustomerMasterKeySpec: 'RSA_2048' }, spec: 'RSA_2048', usage: 'ENCRYPT_DECRYPT' },
    { given: { KeySpec: 'SM2', CustomerMasterKeySpec: 'RSA_2048' }, spec: 'SM2', usage: 'ENCRYPT_DECRYPT' },
  ])('makes a key of the spec: $given', ({ given, spec, usage }) => {
    expect(kms.CreateKey(start, caller, given)[1]).toMatchObject({
      output: { KeyMetadata: { KeySpec: spec, CustomerMasterKeySpec: spec, KeyUsage: usage } },
    });
  });

  it('makes a multi-Region key, whose id tells', () => {
    const KeyId = `mrk-${id.replaceAll('-', '')}`;
    expect(kms.CreateKey(start, caller, { MultiRegion: true })[1]).toMatchObject({
      output: { KeyMetadata: { KeyId, Arn: keyArn(caller, KeyId), MultiRegion: true } },
    });
  });
});

describe('a key policy that lets another account in', () => {
  const usableWith = (Action: unknown): boolean => {
    const Statement = [{ Effect: 'Allow', Principal: { AWS: other.account }, Action, Resource: '*' }];
    const [next] = kms.CreateKey(start, caller, { Policy: JSON.stringify({ Statement }) });
    const [key] = [...placeState(next, caller).keys.values()];
    return key?.usableBy.includes(other.account) === true;
  };
  // aurora-snapshot-tool issue 29: everything that KMS's guide lists for another account, and yet not enough.
  const listed = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];

  it.each<[actions: unknown, enough: boolean]>([
    [listed, false],
    [[...listed, 'kms:CreateGrant'], true],
    ['kms:CreateGrant', true],
    ['KMS:creategrant', true],
    ['kms:*', true],
    ['*', true],
    ['kms:Create*', true],
    ['kms:CreateGran?', true],
    ['*:*e*e*?t', true],
    ['*?'.repeat(15), true],
    ['*?'.repeat(10_000), false],
    ['kms:CreateGrant?', false],
    ['', false],
    ['kms:CreateGrants', false],
    ['kms.CreateGrant', false],
    ['kms:Create', false],
    [[], false],
    [[7], false],
    [undefined, true],
  ])('for %j, which is enough: %s', (actions, enough) => {
    expect(usableWith(actions)).toBe(enough);
  });
});

describe('a key policy lets in', () => {
  const statement = (Principal: unknown, Effect = 'Allow'): object => ({ Effect, Principal });
  it.each<[name: string, policy: unknown, accounts: readonly string[] | string]>([
    ['nobody without statements', {}, []],
    ['an account', { Statement: [statement({ AWS: '222222222222' })] }, ['222222222222']],
    ['an account of a single statement', { Statement: statement({ AWS: '222222222222' }) }, ['222222222222']],
    [
      'several',
      { Statement: [statement({ AWS: ['222222222222', '333333333333'] })] },
      ['222222222222', '333333333333'],
    ],
    [
      'the same once',
      { Statement: [statement({ AWS: ['222222222222', '222222222222'] })] },
      ['222222222222'],
    ],
    [
      'those of several statements',
      { Statement: [statement({ AWS: '222222222222' }), statement('*')] },
      ['222222222222', '*'],
    ],
    [
      'the account of an IAM ARN',
      { Statement: [statement({ AWS: 'arn:aws:iam::222222222222:root' })] },
      ['222222222222'],
    ],
    [
      'the account of an STS ARN',
      { Statement: [statement({ AWS: 'arn:aws:sts::222222222222:assumed-role/a/b' })] },
      ['222222222222'],
    ],
    ['everybody', { Statement: [statement('*')] }, ['*']],
    ['not the owner, who may anyway', { Statement: [statement({ AWS: '111111111111' })] }, []],
    ['nobody by Deny', { Statement: [statement({ AWS: '222222222222' }, 'Deny')] }, []],
    ['no services', { Statement: [statement({ Service: 'rds.amazonaws.com' })] }, []],
    ['nobody without a principal', { Statement: [{ Effect: 'Allow' }] }, []],
    ['nobody, being no document', 'x', 'not valid JSON'],
    ['nobody, being null', null, 'not valid JSON'],
    ['nobody, being a list', [], 'not valid JSON'],
    ['nobody, its statements being texts', { Statement: ['x'] }, 'not valid JSON'],
    ['nobody, a statement being none', { Statement: [statement('*'), 1] }, 'not valid JSON'],
    [
      'nobody, the principal being a number',
      { Statement: [statement({ AWS: 1 })] },
      'Invalid principal in policy: 1',
    ],
    [
      'nobody, the principal being an object',
      { Statement: [statement({ AWS: { toString: 1 } })] },
      'Invalid principal in policy: object',
    ],
    [
      'nobody, the principal being null',
      { Statement: [statement({ AWS: [null] })] },
      'Invalid principal in policy: null',
    ],
    [
      'nobody, the account being a number',
      { Statement: [statement({ AWS: 222222222222 })] },
      'Invalid principal',
    ],
    [
      'nobody, the ARN ending with a line feed',
      { Statement: [statement({ AWS: 'arn:aws:iam::222222222222:root\n' })] },
      'Invalid principal',
    ],
    [
      'nobody, the account being too short',
      { Statement: [statement({ AWS: '22222222222' })] },
      'Invalid principal',
    ],
    [
      'nobody, the account being too long',
      { Statement: [statement({ AWS: '2222222222222' })] },
      'Invalid principal',
    ],
    [
      'nobody, the account standing behind something',
      { Statement: [statement({ AWS: 'a222222222222' })] },
      'Invalid principal',
    ],
    [
      'nobody, the ARN being of another service',
      { Statement: [statement({ AWS: 'arn:aws:s3::222222222222:x' })] },
      'Invalid principal',
    ],
    [
      'nobody, the ARN having no account',
      { Statement: [statement({ AWS: 'arn:aws:iam:::x' })] },
      'Invalid principal',
    ],
    [
      'nobody, the ARN naming nothing',
      { Statement: [statement({ AWS: 'arn:aws:iam::222222222222:' })] },
      'Invalid principal',
    ],
    [
      'nobody, the ARN standing behind something',
      { Statement: [statement({ AWS: 'xarn:aws:iam::222222222222:root' })] },
      'Invalid principal',
    ],
    [
      'nobody, the ARN having no partition',
      { Statement: [statement({ AWS: 'arn::iam::222222222222:root' })] },
      'Invalid principal',
    ],
    [
      'nobody, a bare word being no principal',
      { Statement: [statement('me')] },
      'Invalid principal in policy: me',
    ],
    ['nobody, a bad principal being denied', { Statement: [statement('me', 'Deny')] }, 'Invalid principal'],
  ])('%s', (_, policy, accounts) => {
    const [next, reply] = kms.CreateKey(start, caller, { Policy: JSON.stringify(policy) });
    if (typeof accounts === 'string') {
      expect(reply).toMatchObject({
        fault: {
          code: 'MalformedPolicyDocumentException',
          message: expect.stringContaining(accounts) as string,
        },
      });
    } else expect(placeState(next, caller).keys.get(id)?.usableBy).toEqual(accounts);
  });
});

describe('DescribeKey', () => {
  it.each([
    { name: 'by id', world: withKey, KeyId: id, by: caller },
    { name: 'by ARN', world: withKey, KeyId: arn, by: caller },
    { name: 'by alias', world: aliased, KeyId: 'alias/a', by: caller },
    { name: "another account's by ARN, if its policy lets in", world: shared, KeyId: arn, by: other },
  ])('finds a key $name', ({ world, KeyId, by }) => {
    const [next, reply] = kms.DescribeKey(world, by, { KeyId });
    expect(reply).toEqual({ ok: true, output: { KeyMetadata: metadata } });
    expect(next).toBe(world);
  });

  it.each([
    { name: 'disabled', world: disabled, state: 'Disabled' },
    { name: 'pending deletion', world: pending, state: 'PendingDeletion' },
  ])('tells the state of a key that is $name', ({ world, state }) => {
    expect(kms.DescribeKey(world, caller, { KeyId: id })[1]).toMatchObject({
      output: { KeyMetadata: { Enabled: false, KeyState: state } },
    });
  });

  it('of a foreign key looks at its policy, not at its state', () => {
    const off = kms.DisableKey(shared, caller, { KeyId: id })[0];
    expect(kms.DescribeKey(off, other, { KeyId: arn })[1]).toMatchObject({ ok: true });
  });

  it('makes the AWS managed key when it is first asked for by its alias', () => {
    expect(placeState(managed, caller).aliases.toJS()).toEqual({ 'alias/aws/rds': id });
    expect(placeState(managed, caller).keys.get(id)).toMatchObject({
      manager: 'AWS',
      spec: 'SYMMETRIC_DEFAULT',
      multiRegion: false,
      usableBy: [],
    });
    const [again, reply] = kms.DescribeKey(managed, caller, { KeyId: 'alias/aws/rds' });
    expect(again).toBe(managed);
    expect(reply).toMatchObject({ output: { KeyMetadata: { KeyId: id, KeyManager: 'AWS' } } });
  });
});

describe('the state of a key', () => {
  it.each<[name: string, world: World, operation: Operation<{ KeyId?: string }>, state: string]>([
    ['disabled', withKey, kms.DisableKey, 'Disabled'],
    ['disabled again', disabled, kms.DisableKey, 'Disabled'],
    ['enabled', disabled, kms.EnableKey, 'Enabled'],
    ['enabled again', withKey, kms.EnableKey, 'Enabled'],
    ['scheduled', withKey, kms.ScheduleKeyDeletion, 'PendingDeletion'],
    ['cancelled, and then disabled', pending, kms.CancelKeyDeletion, 'Disabled'],
  ])('%s', (_, world, operation, state) => {
    const [next, reply] = operation(world, caller, { KeyId: arn });
    expect(reply.ok).toBe(true);
    expect(stateOf(next)).toBe(state);
    // The id stays, and what else the key is.
    expect(placeState(next, caller).keys.get(id)).toMatchObject({ id, arn, spec: 'SYMMETRIC_DEFAULT' });
  });

  it('is told by what is answered', () => {
    expect(kms.EnableKey(disabled, caller, { KeyId: id })[1]).toEqual({ ok: true, output: {} });
    expect(kms.DisableKey(withKey, caller, { KeyId: id })[1]).toEqual({ ok: true, output: {} });
    expect(kms.CancelKeyDeletion(pending, caller, { KeyId: id })[1]).toEqual({
      ok: true,
      output: { KeyId: arn },
    });
  });

  it.each([
    { days: undefined, date: '2026-01-31T00:00:00.000Z', window: 30 },
    { days: 7, date: '2026-01-08T00:00:00.000Z', window: 7 },
    { days: 30, date: '2026-01-31T00:00:00.000Z', window: 30 },
  ])('is scheduled to end in $window days', ({ days, date, window }) => {
    expect(kms.ScheduleKeyDeletion(withKey, caller, { KeyId: id, PendingWindowInDays: days })[1]).toEqual({
      ok: true,
      output: { KeyId: arn, DeletionDate: date, KeyState: 'PendingDeletion', PendingWindowInDays: window },
    });
  });
});

describe('aliases', () => {
  it.each(['alias/a', 'alias/a/b-c_D9', 'alias/awsome', `alias/${'a'.repeat(250)}`])(
    'lead to a key: %s',
    (AliasName) => {
      const [next, reply] = kms.CreateAlias(withKey, caller, { AliasName, TargetKeyId: arn });
      expect(reply).toEqual({ ok: true, output: {} });
      expect(placeState(next, caller).aliases.toJS()).toEqual({ [AliasName]: id });
    },
  );

  it('go, and the key stays', () => {
    const [next, reply] = kms.DeleteAlias(aliased, caller, { AliasName: 'alias/a' });
    expect(reply).toEqual({ ok: true, output: {} });
    expect(placeState(next, caller).aliases.size).toBe(0);
    expect(placeState(next, caller).keys.has(id)).toBe(true);
  });

  it('may lead to a key that is disabled', () => {
    expect(kms.CreateAlias(disabled, caller, { AliasName: 'alias/a', TargetKeyId: id })[1].ok).toBe(true);
  });
});

describe('ReplicateKey', () => {
  const multi = after(call(kms.CreateKey, { MultiRegion: true, Policy: policyFor({ AWS: other.account }) }));
  const KeyId = `mrk-${id.replaceAll('-', '')}`;
  const replicate = { KeyId, ReplicaRegion: there.region };

  it('makes a key of the same id in the other Region, with a policy of its own', () => {
    const [next, reply] = kms.ReplicateKey(multi, caller, replicate);
    expect(reply).toMatchObject({
      ok: true,
      output: { ReplicaKeyMetadata: { KeyId, Arn: keyArn(there, KeyId), MultiRegion: true } },
    });
    expect(placeState(next, there).keys.get(KeyId)).toEqual({
      ...placeState(multi, caller).keys.get(KeyId),
      place: there,
      arn: keyArn(there, KeyId),
      usableBy: [],
    });
    expect(placeState(next, caller)).toBe(placeState(multi, caller));
    const Policy = policyFor('*');
    const [open] = kms.ReplicateKey(multi, caller, { ...replicate, Policy });
    expect(placeState(open, there).keys.get(KeyId)?.usableBy).toEqual(['*']);
  });

  const off = kms.DisableKey(multi, caller, { KeyId })[0];
  const [twice] = kms.ReplicateKey(multi, caller, replicate);
  it.each<[name: string, world: World, input: object, code: string, message: RegExp]>([
    ['a key that is off', off, replicate, 'KMSInvalidStateException', /is Disabled/],
    ['where it is already', twice, replicate, 'AlreadyExistsException', /eu-west-1.*already exists/],
    ['with a bad policy', multi, { ...replicate, Policy: '{' }, 'MalformedPolicyDocumentException', /JSON/],
  ])('is refused: %s', (_, world, input, code, message) => {
    const [next, reply] = kms.ReplicateKey(world, caller, input);
    expect(reply).toMatchObject({
      ok: false,
      fault: { code, status: 400, message: expect.stringMatching(message) as string },
    });
    expect(next).toBe(world);
  });

  it('reaches Regions whose number has two digits', () => {
    expect(kms.ReplicateKey(multi, caller, { KeyId, ReplicaRegion: 'eu-west-12' })[1].ok).toBe(true);
  });
});
