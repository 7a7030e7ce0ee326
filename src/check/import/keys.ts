import type { KeyDocument } from '../../contract/generated/types.ts';
import { parseArn } from '../../model/world/arn.ts';
import { isRecord } from '../request-shape.ts';
import { uniqueNames } from '../unique-names.ts';
import type { Losses, Members, Outputs } from './outputs.ts';

/** Keys of a world, and how the key of an ARN is called there. */
export interface ImportedKeys {
  readonly keys: Readonly<Record<string, KeyDocument>>;
  /** The name of a customer's key; `default` for one of AWS. */
  readonly nameOf: (arn: string) => string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What stands for a key in all of its Regions: its account and id. */
const identity = (arn: string): string => {
  const { account = '', resource = '' } = parseArn(arn) ?? {};
  return `${account}/${resource}`;
};

/**
 * The keys that were described, and those that only snapshots name. A world holds three states, three kinds of keys and
 * one alias of each, in lower case; what is more is told.
 */
export function importKeys({ keys, aliases, snapshots }: Outputs, losses: Losses): ImportedKeys {
  const names = uniqueNames();
  const found = new Map<string, { name: string; key: KeyDocument }>();
  const managed = new Set<string>();
  const isPrimary = (key: Members): boolean => multiRegion(key)['MultiRegionKeyType'] !== 'REPLICA';
  for (const described of [...keys.filter(isPrimary), ...keys.filter((key) => !isPrimary(key))]) {
    const own = identity(text(described['Arn']));
    if (described['KeyManager'] === 'AWS') managed.add(own);
    else if (!found.has(own))
      found.set(own, { name: names(text(described['KeyId'])), key: keyOf(described, losses) });
  }
  for (const { KmsKeyId } of snapshots) {
    const arn = text(KmsKeyId);
    const { account, region, resource = '' } = parseArn(arn) ?? {};
    const own = identity(arn);
    if (account === undefined || region === undefined || found.has(own) || managed.has(own)) continue;
    losses.add('keys that no describe-key is of are taken to be enabled and of the customer');
    const id = resource.slice('key/'.length);
    found.set(own, { name: names(id), key: { account, region, id } });
  }
  for (const alias of aliases) addAlias(alias, found, losses);
  return {
    keys: Object.fromEntries([...found.values()].map(({ name, key }) => [name, key])),
    nameOf: (arn) => found.get(identity(arn))?.name ?? 'default',
  };
}

const multiRegion = (key: Members): Members =>
  isRecord(key['MultiRegionConfiguration']) ? key['MultiRegionConfiguration'] : {};

function keyOf(described: Members, losses: Losses): KeyDocument {
  const { account = '', region = '' } = parseArn(text(described['Arn'])) ?? {};
  const { PrimaryKey, ReplicaKeys } = multiRegion(described);
  const others = [PrimaryKey, ...(Array.isArray(ReplicaKeys) ? (ReplicaKeys as unknown[]) : [])];
  const regions = others
    .flatMap((each) => (isRecord(each) ? text(each['Region']) : []))
    .filter((each) => each !== region);
  return {
    account,
    region,
    id: text(described['KeyId']),
    state: stateOf(text(described['KeyState']), losses),
    spec: specOf(text(described['KeySpec']), losses),
    ...(described['MultiRegion'] === true && { replicas: [...new Set(regions)] }),
  };
}

function stateOf(state: string, losses: Losses): NonNullable<KeyDocument['state']> {
  if (state === 'Enabled' || state === 'Disabled' || state === 'PendingDeletion') return state;
  losses.add(`keys in the state ${state} are taken to be disabled`);
  return 'Disabled';
}

function specOf(spec: string, losses: Losses): NonNullable<KeyDocument['spec']> {
  if (spec === 'SYMMETRIC_DEFAULT' || spec === 'RSA_2048' || spec === 'HMAC_256') return spec;
  const nearest = spec.startsWith('HMAC') ? 'HMAC_256' : 'RSA_2048';
  losses.add(`keys of the kind ${spec} are taken to be ${nearest}`);
  return nearest;
}

function addAlias(
  { AliasName, AliasArn, TargetKeyId }: Members,
  found: Map<string, { name: string; key: KeyDocument }>,
  losses: Losses,
): void {
  const name = text(AliasName).replace(/^alias\//, '');
  if (name.startsWith('aws/')) return;
  const { account = '' } = parseArn(text(AliasArn)) ?? {};
  const own = `${account}/key/${text(TargetKeyId)}`;
  const entry = found.get(own);
  if (entry === undefined) losses.add('aliases of keys that no describe-key is of are left out');
  else if (!/^[a-z][a-z0-9-]*(?:\/[a-z0-9-]+)*$/.test(name))
    losses.add('aliases with other characters than small letters, digits, hyphens and slashes are left out');
  else if (entry.key.alias !== undefined) losses.add('aliases of keys that have another are left out');
  else found.set(own, { ...entry, key: { ...entry.key, alias: name } });
}
