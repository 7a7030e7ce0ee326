import { expect, it } from 'vitest';
import { emptyWorld, uuidFrom } from '../world/world.ts';
import { operations } from './index.ts';

const { GetCallerIdentity, AssumeRole } = operations.sts;
const caller = { account: '111111111111', region: 'us-east-1' };
const world = emptyWorld(Date.parse('2026-01-01T00:00:00Z'));
const role = { RoleArn: 'arn:aws:iam::222222222222:role/path/name', RoleSessionName: 'session' };

it.each([
  { region: 'us-east-1', partition: 'aws' },
  { region: 'cn-north-1', partition: 'aws-cn' },
])('the caller in $region is the account itself', ({ region, partition }) => {
  const [next, reply] = GetCallerIdentity(world, { ...caller, region }, {});
  const Arn = `arn:${partition}:iam::111111111111:root`;
  expect(reply).toEqual({ ok: true, output: { UserId: '111111111111', Account: '111111111111', Arn } });
  expect(next).toBe(world);
});

it('a role has credentials that tell its account', () => {
  const [next, reply] = AssumeRole(world, caller, role);
  const id = uuidFrom(1);
  expect(reply).toEqual({
    ok: true,
    output: {
      Credentials: {
        AccessKeyId: 'ASIA222222222222',
        SecretAccessKey: `secret-${id}`,
        SessionToken: `token-${id}`,
        Expiration: '2026-01-01T01:00:00.000Z',
      },
      AssumedRoleUser: {
        AssumedRoleId: 'AROA222222222222:session',
        Arn: 'arn:aws:sts::222222222222:assumed-role/name/session',
      },
    },
  });
  expect(next.serial).toBe(1);
});

it.each([
  { name: '900 seconds', given: { DurationSeconds: 900 } },
  { name: '43200 seconds', given: { DurationSeconds: 43_200 } },
  { name: 'a session of 2 characters', given: { RoleSessionName: 'ab' } },
  { name: 'a session of 64 characters', given: { RoleSessionName: 'a'.repeat(64) } },
  { name: 'a session with signs', given: { RoleSessionName: 'A9_+=,.@-' } },
])('a role may be taken: $name', ({ given }) => {
  expect(AssumeRole(world, caller, { ...role, ...given })[1].ok).toBe(true);
});

it.each([
  { name: 'no role', given: { RoleArn: undefined }, message: / is invalid/ },
  { name: 'no ARN', given: { RoleArn: 'name' }, message: /^name is invalid/ },
  {
    name: 'another service',
    given: { RoleArn: 'arn:aws:sts::222222222222:role/x' },
    message: /role\/x is invalid/,
  },
  { name: 'no account', given: { RoleArn: 'arn:aws:iam:::role/x' }, message: /role\/x is invalid/ },
  { name: 'a long account', given: { RoleArn: 'arn:aws:iam::2222222222222:role/x' }, message: /is invalid/ },
  {
    name: 'something before the account',
    given: { RoleArn: 'arn:aws:iam::a222222222222:role/x' },
    message: /is invalid/,
  },
  { name: 'a user', given: { RoleArn: 'arn:aws:iam::222222222222:user/x' }, message: /user\/x is invalid/ },
  { name: 'a role of no name', given: { RoleArn: 'arn:aws:iam::222222222222:role/' }, message: /is invalid/ },
  {
    name: 'something before the role',
    given: { RoleArn: 'arn:aws:iam::222222222222:x/role/y' },
    message: /is invalid/,
  },
  { name: 'no session', given: { RoleSessionName: undefined }, message: /RoleSessionName  is/ },
  { name: 'a session of 1 character', given: { RoleSessionName: 'a' }, message: /RoleSessionName a is/ },
  {
    name: 'a session of 65 characters',
    given: { RoleSessionName: 'a'.repeat(65) },
    message: /RoleSessionName a/,
  },
  {
    name: 'a session with a space in front',
    given: { RoleSessionName: ' ab' },
    message: /RoleSessionName {2}ab/,
  },
  { name: 'a session with a space behind', given: { RoleSessionName: 'ab ' }, message: /RoleSessionName ab/ },
  { name: '899 seconds', given: { DurationSeconds: 899 }, message: /DurationSeconds 899 is/ },
  { name: '43201 seconds', given: { DurationSeconds: 43_201 }, message: /DurationSeconds 43201 is/ },
])('a role is refused: $name', ({ given, message }) => {
  const [next, reply] = AssumeRole(world, caller, { ...role, ...given });
  expect(reply).toMatchObject({
    ok: false,
    fault: { code: 'ValidationError', status: 400, message: expect.stringMatching(message) as string },
  });
  expect(next).toBe(world);
});
