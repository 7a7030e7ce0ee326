import type { LiveDocument, LiveKey, LiveSnapshot, Tag } from '../../contract/generated/types.ts';
import {
  keyArn,
  placeOf,
  snapshotArn,
  type Caller,
  type Setting,
  type SnapshotShape,
} from '../../model/index.ts';
import type { Callable } from '../target/endpoint/connection.ts';
import { describeFault } from '../target/endpoint/fault-words.ts';
import { describeSnapshot, listTags } from '../target/endpoint/observe.ts';

/** What an account has of what its file names, as it describes it. */
export interface Inventory {
  readonly snapshots: Readonly<
    Record<string, { readonly shape: SnapshotShape; readonly tags: readonly Tag[] }>
  >;
}

/** A place in the file, and what the account says otherwise. */
export interface InventoryProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * Looks at all that a file names, and changes nothing: whatever is not as it is told there would make verdicts worthless.
 * Policies of keys are not looked at.
 */
export async function takeInventory(
  connection: Callable,
  live: LiveDocument,
  setting: Setting,
): Promise<{ readonly inventory: Inventory; readonly problems: readonly InventoryProblem[] }> {
  const problems: InventoryProblem[] = [];
  const snapshots: Record<string, Inventory['snapshots'][string]> = {};
  for (const [name, entry] of Object.entries(live.snapshots ?? {})) {
    const tell = (message: string): unknown => problems.push({ path: ['snapshots', name], message });
    const found = await lookAtSnapshot(connection, live, entry, setting, tell);
    if (found !== undefined) snapshots[name] = found;
  }
  for (const [name, entry] of Object.entries(live.keys ?? {})) {
    const tell = (message: string): unknown => problems.push({ path: ['keys', name], message });
    await lookAtKey(connection, entry, placeOf(entry, setting), tell);
  }
  return { inventory: { snapshots }, problems };
}

async function lookAtSnapshot(
  connection: Callable,
  live: LiveDocument,
  entry: LiveSnapshot,
  setting: Setting,
  tell: (message: string) => void,
): Promise<Inventory['snapshots'][string] | undefined> {
  const place = placeOf(entry, setting);
  const arn = snapshotArn(place, entry.identifier);
  const seen = await describeSnapshot(connection, place, entry.identifier);
  if (!seen.ok) tell(`it cannot be described: ${seen.reason}`);
  if (!seen.ok || seen.value === undefined) {
    if (seen.ok) tell(`the account has no such snapshot in ${place.region}`);
    return undefined;
  }
  const shape = seen.value as SnapshotShape;
  const expected: Partial<SnapshotShape> = {
    DBClusterSnapshotArn: arn,
    Engine: 'neptune',
    Status: 'available',
    SnapshotType: entry.type ?? 'manual',
    StorageEncrypted: entry.encryptedWith !== undefined,
    ...encryption(live, entry, setting),
  };
  for (const [member, value] of Object.entries(expected)) {
    const actual = shape[member as keyof SnapshotShape];
    if (actual !== value)
      tell(`the account describes its ${member} as ${String(actual)}, not ${String(value)}`);
  }
  const tags = await listTags(connection, place, arn);
  if (!tags.ok) tell(`its tags cannot be listed: ${tags.reason}`);
  else if (textOf(tags.value) !== textOf(entry.tags ?? []))
    tell(`its tags are ${textOf(tags.value) || 'none'}, not ${textOf(entry.tags ?? []) || 'none'}`);
  const wanted = (entry.sharedWith ?? []).map((account) => placeOf({ account }, setting).account);
  if (wanted.length > 0) await lookAtShares(connection, entry.identifier, place, wanted, tell);
  return { shape, tags: tags.ok ? tags.value : [] };
}

/** The key that a snapshot is encrypted with; of that which AWS manages, nobody knows the id beforehand. */
function encryption(
  live: LiveDocument,
  { encryptedWith }: LiveSnapshot,
  setting: Setting,
): { KmsKeyId?: string } {
  const key = encryptedWith === undefined ? undefined : live.keys?.[encryptedWith];
  return key === undefined ? {} : { KmsKeyId: keyArn(placeOf(key, setting), key.id) };
}

async function lookAtShares(
  connection: Callable,
  name: string,
  place: Caller,
  wanted: readonly string[],
  tell: (message: string) => void,
): Promise<void> {
  const result = await connection.call('neptune', 'DescribeDBClusterSnapshotAttributes', place, {
    DBClusterSnapshotIdentifier: name,
  });
  if (!result.ok) {
    tell(`with whom it is shared cannot be told: ${describeFault(result.fault)}`);
    return;
  }
  const attributes = result.output['DBClusterSnapshotAttributesResult'] as
    | { readonly DBClusterSnapshotAttributes?: readonly { readonly AttributeValues?: readonly string[] }[] }
    | undefined;
  const shared = (attributes?.DBClusterSnapshotAttributes ?? []).flatMap(
    ({ AttributeValues = [] }) => AttributeValues,
  );
  if ([...shared].sort().join() !== [...wanted].sort().join())
    tell(`it is shared with ${shared.join(', ') || 'nobody'}, not with ${wanted.join(', ')}`);
}

async function lookAtKey(
  connection: Callable,
  { id, state = 'Enabled', spec = 'SYMMETRIC_DEFAULT', alias }: LiveKey,
  place: Caller,
  tell: (message: string) => void,
): Promise<void> {
  const seen = await connection.call('kms', 'DescribeKey', place, { KeyId: id });
  if (!seen.ok) {
    tell(`the key cannot be described: ${describeFault(seen.fault)}`);
    return;
  }
  const { KeyState, KeySpec } = (seen.output['KeyMetadata'] ?? {}) as { KeyState?: string; KeySpec?: string };
  if (KeyState !== state) tell(`its state is ${String(KeyState)}, not ${state}`);
  if (KeySpec !== spec) tell(`its spec is ${String(KeySpec)}, not ${spec}`);
  if (alias === undefined) return;
  const named = await connection.call('kms', 'DescribeKey', place, { KeyId: alias });
  const { KeyId } = (named.ok ? (named.output['KeyMetadata'] ?? {}) : {}) as { KeyId?: string };
  if (KeyId !== id) tell(`${alias} does not lead to it but to ${KeyId ?? 'none'}`);
}

/** Tags in an order of their own. */
const textOf = (tags: readonly { readonly Key: string; readonly Value?: string }[]): string =>
  tags
    .map(({ Key, Value = '' }) => `${Key}=${Value}`)
    .sort()
    .join(', ');
