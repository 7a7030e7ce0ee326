import { aliasName, placeOf } from '../../../model/index.ts';
import type { KeyDocument } from '../../../contract/generated/types.ts';
import type { Stage } from './stage-so-far.ts';
import { impossible } from './staging-stopped.ts';

/** Provides a KMS key with its replicas, and makes its alias. Its state comes last, when what it encrypts stands. */
export async function stageKey(stage: Stage, handle: string, entry: KeyDocument): Promise<void> {
  if (entry.id !== undefined) impossible('no AWS call makes a key with a chosen id');
  const { fixtureBuilder, setting, keyRing } = stage;
  const place = placeOf(entry, setting);
  const key = await keyRing.take(fixtureBuilder, handle, {
    place,
    ...(entry.spec !== undefined && { spec: entry.spec }),
    ...(entry.replicas !== undefined && {
      replicas: entry.replicas.map((region) => placeOf({ region }, setting).region),
    }),
    ...(entry.usableBy !== undefined && {
      usableBy: entry.usableBy.map((account) => placeOf({ account }, setting).account),
    }),
  });
  stage.keys[handle] = key.id;
  stage.keyArns[handle] = key.arn;
  if (entry.alias !== undefined && entry.alias !== false) {
    await fixtureBuilder.call('kms', 'CreateAlias', place, {
      AliasName: aliasName(handle, entry, setting),
      TargetKeyId: key.id,
    });
  }
}

/** Brings a key into its state, and makes sure that it is in it. */
export async function bringKeyToState(stage: Stage, handle: string, entry: KeyDocument): Promise<void> {
  const { fixtureBuilder, setting, keyRing } = stage;
  const caller = placeOf(entry, setting);
  const [id, arn] = [stage.keys[handle] ?? '', stage.keyArns[handle] ?? ''];
  const wanted = entry.state ?? 'Enabled';
  await keyRing.bring(fixtureBuilder, { id, arn }, wanted);
  const seen = await fixtureBuilder.call('kms', 'DescribeKey', caller, { KeyId: id });
  fixtureBuilder.steps.pop();
  const state = (seen['KeyMetadata'] as { KeyState?: string } | undefined)?.KeyState;
  if (state !== wanted) impossible(`DescribeKey shows the key as ${String(state)}, not ${wanted}`);
}
