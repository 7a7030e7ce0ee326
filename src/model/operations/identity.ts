import { parseArn } from '../world/arn.ts';
import { partitionOf } from '../world/partitions.ts';
import { isAccount } from '../world/place.ts';
import { say } from '../world/say.ts';
import { makeId } from '../world/world.ts';
import { accept, refuse, type Operation, type Reply } from './reply.ts';

/** GetCallerIdentityResponse. */
export interface IdentityOutput {
  readonly UserId: string;
  readonly Account: string;
  readonly Arn: string;
}

/** AssumeRoleRequest, as far as it matters. */
export interface AssumeRoleInput {
  readonly RoleArn?: string | undefined;
  readonly RoleSessionName?: string | undefined;
  readonly DurationSeconds?: number | undefined;
}

/** AssumeRoleResponse. */
export interface AssumeRoleOutput {
  readonly Credentials: {
    readonly AccessKeyId: string;
    readonly SecretAccessKey: string;
    readonly SessionToken: string;
    readonly Expiration: string;
  };
  readonly AssumedRoleUser: { readonly AssumedRoleId: string; readonly Arn: string };
}

/** STS GetCallerIdentity. */
export const getCallerIdentity: Operation<object, IdentityOutput> = (world, { account, region }) => [
  world,
  accept({ UserId: account, Account: account, Arn: `arn:${partitionOf(region)}:iam::${account}:root` }),
];

/**
 * STS AssumeRole: credentials of the role's account, which their access key id tells (`ASIA` and the account).
 * Whether the role exists and trusts the caller is not looked at. Fault: ValidationError.
 */
export const assumeRole: Operation<AssumeRoleInput, AssumeRoleOutput> = (world, _caller, input) => {
  const { RoleArn = '', RoleSessionName: session = '', DurationSeconds: seconds = 3600 } = input;
  const arn = parseArn(RoleArn);
  if (arn?.service !== 'iam' || !isAccount(arn.account) || !/^role\/./.test(arn.resource)) {
    return [world, invalid(say`${RoleArn} is invalid`)];
  }
  if (!/^[\w+=,.@-]{2,64}$/.test(session))
    return [world, invalid(say`RoleSessionName ${session} is invalid`)];
  if (seconds < 900 || seconds > 43_200) return [world, invalid(say`DurationSeconds ${seconds} is invalid`)];
  const [next, id] = makeId(world);
  const role = arn.resource.slice(arn.resource.lastIndexOf('/') + 1);
  const assumed = `arn:${arn.partition}:sts::${arn.account}:assumed-role/${role}/${session}`;
  const output = {
    Credentials: {
      AccessKeyId: `ASIA${arn.account}`,
      SecretAccessKey: `secret-${id}`,
      SessionToken: `token-${id}`,
      Expiration: new Date(world.clock + seconds * 1000).toISOString(),
    },
    AssumedRoleUser: { AssumedRoleId: `AROA${arn.account}:${session}`, Arn: assumed },
  };
  return [next, accept(output)];
};

const invalid = (message: string): Reply<never> => refuse('ValidationError', 400, message);
