import { aliasArn, keyArn, placeOf, type Caller } from '../../model/index.ts';
import type { KeyDocument } from '../../spec/generated/types.ts';
import type { Stage } from './stage.ts';
import { impossible } from './workshop.ts';

/** Makes a KMS key, its alias and its replicas. Its state comes last, when what it encrypts stands. */
export async function stageKey(stage: Stage, handle: string, entry: KeyDocument): Promise<void> {
  if (entry.id !== undefined) impossible('no AWS call makes a key with a chosen id');
  const { workshop, setting } = stage;
  const caller = placeOf(entry, setting);
  const output = await workshop.make('kms', 'CreateKey', caller, {
    Description: `neptune-copy-contract ${setting.nameOf(handle)}`,
    ...(entry.spec !== undefined && { KeySpec: entry.spec, KeyUsage: usageOf(entry.spec) }),
    ...(entry.replicas !== undefined && { MultiRegion: true }),
    ...(entry.usableBy !== undefined && { Policy: policyFor(stage, caller, entry.usableBy) }),
  });
  const { KeyId: id, Arn: arn } = (output['KeyMetadata'] ?? {}) as { KeyId?: string; Arn?: string };
  if (id === undefined || arn !== keyArn(caller, id)) {
    impossible(
      `CreateKey answered the key ARN ${String(arn)}, which is not of the account ${caller.account} in ${caller.region}`,
    );
  }
  workshop.noteInvention(variableOf(handle), 'KeyMetadata.KeyId', id);
  leaveKey(stage, caller, id);
  stage.keys[handle] = id;
  stage.keyArns[handle] = keyArn(caller, id);

  for (const role of entry.replicas ?? []) {
    const there = placeOf({ account: caller.account, region: role }, setting);
    await workshop.make('kms', 'ReplicateKey', caller, { KeyId: id, ReplicaRegion: there.region });
    leaveKey(stage, there, id);
  }
  if (entry.alias === true) {
    const alias = `alias/${setting.nameOf(handle)}`;
    await workshop.make('kms', 'CreateAlias', caller, { AliasName: alias, TargetKeyId: id });
    workshop.leave(aliasArn(caller, alias), 'kms', 'DeleteAlias', caller, { AliasName: alias });
  }
}

/** Brings a key into its state, and makes sure that it is in it. */
export async function settleKey(stage: Stage, handle: string, entry: KeyDocument): Promise<void> {
  const { workshop, setting } = stage;
  const caller = placeOf(entry, setting);
  const KeyId = stage.keys[handle];
  if (entry.state === 'Disabled') await workshop.make('kms', 'DisableKey', caller, { KeyId });
  if (entry.state === 'PendingDeletion') {
    await workshop.make('kms', 'ScheduleKeyDeletion', caller, { KeyId, PendingWindowInDays: 7 });
  }
  const seen = await workshop.make('kms', 'DescribeKey', caller, { KeyId });
  workshop.steps.pop();
  const state = (seen['KeyMetadata'] as { KeyState?: string } | undefined)?.KeyState;
  const wanted = entry.state ?? 'Enabled';
  if (state !== wanted) impossible(`DescribeKey shows the key as ${String(state)}, not ${wanted}`);
}

/** Name of the shell variable for a key's id. */
export const variableOf = (handle: string): string => `key_${handle.replaceAll(/[^A-Za-z0-9]/g, '_')}`;

/** KMS keys cannot be deleted, only scheduled for it. */
function leaveKey({ workshop }: Stage, caller: Caller, id: string): void {
  workshop.leave(keyArn(caller, id), 'kms', 'ScheduleKeyDeletion', caller, {
    KeyId: id,
    PendingWindowInDays: 7,
  });
}

const usageOf = (spec: string): string =>
  spec === 'SYMMETRIC_DEFAULT'
    ? 'ENCRYPT_DECRYPT'
    : spec.startsWith('HMAC')
      ? 'GENERATE_VERIFY_MAC'
      : 'SIGN_VERIFY';

function policyFor({ setting }: Stage, caller: Caller, usableBy: readonly string[]): string {
  const accounts = [caller.account, ...usableBy.map((account) => placeOf({ account }, setting).account)];
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: accounts.map((account) => `arn:aws:iam::${account}:root`) },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
}
