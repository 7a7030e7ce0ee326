import { KMS, type KMSServiceException } from '@aws-sdk/client-kms';
import { STS } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from './index.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const self = '111111111111';
const other = '222222222222';
const now = Date.UTC(2026, 0, 1);
let server: RunningServer;

const clients: (KMS | STS)[] = [];
const options = (accessKeyId: string, region: string) => ({
  endpoint: server.url,
  region,
  credentials: { accessKeyId, secretAccessKey: 'any' },
  maxAttempts: 1,
});
function kms(account = self, region = 'us-east-1'): KMS {
  const client = new KMS(options(account, region));
  clients.push(client);
  return client;
}
function sts(account = self): STS {
  const client = new STS(options(account, 'us-east-1'));
  clients.push(client);
  return client;
}

async function fault(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as KMSServiceException,
  );
  return error === undefined ? 'accepted' : `${error.name} ${error.$metadata.httpStatusCode ?? 0}`;
}

beforeEach(async () => {
  server = await startServer({ now: () => now });
});
afterEach(() => server.close());
afterAll(() => clients.forEach((client) => client.destroy()));

const allow = (AWS: unknown, Effect = 'Allow') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Principal: { AWS }, Action: 'kms:*' }] });

test('a key is described by id, ARN, alias name and alias ARN', async () => {
  const client = kms();
  const { KeyMetadata: key } = await client.createKey({ Description: 'd', Tags: [] });
  expect(key).toMatchObject({
    AWSAccountId: self,
    Arn: `arn:aws:kms:us-east-1:${self}:key/${key?.KeyId ?? ''}`,
    Description: 'd',
    Enabled: true,
    KeyState: 'Enabled',
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyManager: 'CUSTOMER',
    MultiRegion: false,
  });
  await client.createAlias({ AliasName: 'alias/x', TargetKeyId: key?.KeyId });
  for (const KeyId of [key?.KeyId, key?.Arn, 'alias/x', `arn:aws:kms:us-east-1:${self}:alias/x`]) {
    expect((await client.describeKey({ KeyId })).KeyMetadata).toEqual(key);
  }
  await client.deleteAlias({ AliasName: 'alias/x' });
  expect(await fault(client.describeKey({ KeyId: 'alias/x' }))).toBe('NotFoundException 400');
});

test('a key goes through its states', async () => {
  const client = kms();
  const KeyId = (await client.createKey({})).KeyMetadata?.KeyId;
  const state = async () => (await client.describeKey({ KeyId })).KeyMetadata?.KeyState;
  await client.disableKey({ KeyId });
  expect(await state()).toBe('Disabled');
  await client.enableKey({ KeyId });
  expect(await state()).toBe('Enabled');
  const scheduled = await client.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
  expect(scheduled).toMatchObject({
    DeletionDate: new Date(now + 7 * 86_400_000),
    KeyState: 'PendingDeletion',
    PendingWindowInDays: 7,
  });
  expect(await fault(client.enableKey({ KeyId }))).toBe('KMSInvalidStateException 400');
  expect(await fault(client.scheduleKeyDeletion({ KeyId }))).toBe('KMSInvalidStateException 400');
  expect(await fault(client.createAlias({ AliasName: 'alias/y', TargetKeyId: KeyId }))).toBe(
    'KMSInvalidStateException 400',
  );
  await client.cancelKeyDeletion({ KeyId });
  expect(await state()).toBe('Disabled');
  expect(await fault(client.cancelKeyDeletion({ KeyId }))).toBe('KMSInvalidStateException 400');
});

test('a multi-Region key has the same id in each Region, and its own state', async () => {
  const client = kms();
  const { KeyMetadata: key } = await client.createKey({ MultiRegion: true });
  expect(key?.KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
  const replicate = { KeyId: key?.KeyId, ReplicaRegion: 'eu-west-1' };
  const { ReplicaKeyMetadata } = await client.replicateKey(replicate);
  expect(ReplicaKeyMetadata?.Arn).toBe(`arn:aws:kms:eu-west-1:${self}:key/${key?.KeyId ?? ''}`);
  expect(await fault(client.replicateKey(replicate))).toBe('AlreadyExistsException 400');
  await client.disableKey({ KeyId: key?.KeyId });
  expect((await kms(self, 'eu-west-1').describeKey({ KeyId: key?.KeyId })).KeyMetadata?.KeyState).toBe(
    'Enabled',
  );
  const single = (await client.createKey({})).KeyMetadata?.KeyId;
  expect(await fault(client.replicateKey({ KeyId: single, ReplicaRegion: 'eu-west-1' }))).toBe(
    'UnsupportedOperationException 400',
  );
});

test.each([
  { name: 'no policy', given: undefined, expected: 'AccessDeniedException 400' },
  { name: 'the account', given: allow(other), expected: 'accepted' },
  { name: 'its root', given: allow(['arn:aws:iam::222222222222:root']), expected: 'accepted' },
  { name: 'everybody', given: allow('*'), expected: 'accepted' },
  { name: 'somebody else', given: allow('333333333333'), expected: 'AccessDeniedException 400' },
  { name: 'a denial', given: allow(other, 'Deny'), expected: 'AccessDeniedException 400' },
])("another account's key, its policy naming $name", async ({ given, expected }) => {
  const { KeyMetadata: key } = await kms().createKey({ ...(given !== undefined && { Policy: given }) });
  expect(await fault(kms(other).describeKey({ KeyId: key?.Arn }))).toBe(expected);
  expect(await fault(kms(other).disableKey({ KeyId: key?.Arn }))).toBe('AccessDeniedException 400');
});

test('the AWS managed key is made when it is asked for, and serves its own account only', async () => {
  const { KeyMetadata: key } = await kms().describeKey({ KeyId: 'alias/aws/rds' });
  expect(key).toMatchObject({ KeyManager: 'AWS', KeyState: 'Enabled' });
  expect((await kms().describeKey({ KeyId: 'alias/aws/rds' })).KeyMetadata).toEqual(key);
  expect(await fault(kms(other).describeKey({ KeyId: key?.Arn }))).toBe('AccessDeniedException 400');
  expect(await fault(kms().disableKey({ KeyId: key?.KeyId }))).toBe('AccessDeniedException 400');
});

const table: { name: string; given: (client: KMS, KeyId: string) => Promise<unknown>; expected: string }[] = [
  { name: 'unknown key', given: (c) => c.describeKey({ KeyId: 'none' }), expected: 'NotFoundException 400' },
  { name: 'no key', given: (c) => c.describeKey({ KeyId: undefined }), expected: 'ValidationException 400' },
  {
    name: 'unknown alias',
    given: (c) => c.deleteAlias({ AliasName: 'alias/none' }),
    expected: 'NotFoundException 400',
  },
  {
    name: 'no such spec',
    given: (c) => c.createKey({ KeySpec: 'X' as 'RSA_2048' }),
    expected: 'ValidationException 400',
  },
  {
    name: 'policy is no JSON',
    given: (c) => c.createKey({ Policy: '{' }),
    expected: 'MalformedPolicyDocumentException 400',
  },
  {
    name: 'policy names nobody',
    given: (c) => c.createKey({ Policy: allow('me') }),
    expected: 'MalformedPolicyDocumentException 400',
  },
  {
    name: 'alias without prefix',
    given: (c, TargetKeyId) => c.createAlias({ AliasName: 'x', TargetKeyId }),
    expected: 'InvalidAliasNameException 400',
  },
  {
    name: 'alias of AWS',
    given: (c, TargetKeyId) => c.createAlias({ AliasName: 'alias/aws/x', TargetKeyId }),
    expected: 'InvalidAliasNameException 400',
  },
  {
    name: 'alias taken',
    given: (c, TargetKeyId) => c.createAlias({ AliasName: 'alias/taken', TargetKeyId }),
    expected: 'AlreadyExistsException 400',
  },
  {
    name: 'alias to nothing',
    given: (c) => c.createAlias({ AliasName: 'alias/x', TargetKeyId: 'none' }),
    expected: 'NotFoundException 400',
  },
  {
    name: 'window too short',
    given: (c, KeyId) => c.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 6 }),
    expected: 'ValidationException 400',
  },
  {
    name: 'number for a text',
    given: (c) => c.describeKey({ KeyId: 1 as unknown as string }),
    expected: 'SerializationException 400',
  },
  {
    name: 'unknown operation',
    given: (c) => c.listGrants({ KeyId: 'any' }),
    expected: 'UnknownOperationException 400',
  },
  {
    name: 'replica in another partition',
    given: (c, KeyId) => c.replicateKey({ KeyId, ReplicaRegion: 'cn-north-1' }),
    expected: 'ValidationException 400',
  },
];
test.each(table)('KMS fault: $name', async ({ given, expected }) => {
  const client = kms();
  const KeyId = (await client.createKey({})).KeyMetadata?.KeyId ?? '';
  await client.createAlias({ AliasName: 'alias/taken', TargetKeyId: KeyId });
  expect(await fault(given(client, KeyId))).toBe(expected);
});

test('an access key id of twelve digits is the account, any other that of the endpoint', async () => {
  expect(await sts().getCallerIdentity({})).toMatchObject({
    Account: self,
    Arn: `arn:aws:iam::${self}:root`,
  });
  expect((await sts('AKIDEXAMPLE').getCallerIdentity({})).Account).toBe('123456789012');
});

test('a role gives credentials of its account', async () => {
  const RoleArn = `arn:aws:iam::${other}:role/path/copier`;
  const { Credentials, AssumedRoleUser } = await sts().assumeRole({ RoleArn, RoleSessionName: 'me' });
  expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${other}:assumed-role/copier/me`);
  expect(Credentials?.Expiration).toEqual(new Date(now + 3_600_000));
  expect((await sts(Credentials?.AccessKeyId).getCallerIdentity({})).Account).toBe(other);
});

test.each([
  { name: 'no role', given: { RoleArn: 'arn:aws:iam::222222222222:user/x', RoleSessionName: 'me' } },
  { name: 'no ARN', given: { RoleArn: 'x', RoleSessionName: 'me' } },
  { name: 'bad session', given: { RoleArn: 'arn:aws:iam::222222222222:role/x', RoleSessionName: '?' } },
  {
    name: 'too short',
    given: { RoleArn: 'arn:aws:iam::222222222222:role/x', RoleSessionName: 'me', DurationSeconds: 1 },
  },
])('AssumeRole is refused: $name', async ({ given }) => {
  expect(await fault(sts().assumeRole(given))).toBe('ValidationError 400');
});
