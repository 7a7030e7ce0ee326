import type {
  KeyDocument,
  LiveDocument,
  LiveKey,
  LiveSnapshot,
  SnapshotDocument,
  WorldDocument,
} from '../contract/generated/types.ts';
import { livePrefix } from '../harness/live/mark.ts';

/** Who plays the roles of the file that is made, and how they are reached. */
export type LiveRoles = Pick<LiveDocument, 'accounts' | 'regions'>;

/**
 * The file of what accounts have, of a world that was imported from them. Left out are snapshots of other engines, what is
 * not available, what copies of runs are, and whatever is in places that play no role.
 */
export function liveOf({ keys = {}, snapshots = {} }: WorldDocument, roles: LiveRoles): LiveDocument {
  const { accounts, regions } = roles;
  const roleOf = {
    account: (id: string | undefined) =>
      id === accounts.self.id ? 'self' : id === accounts.other?.id ? 'other' : undefined,
    region: (name: string | undefined) =>
      name === regions.here ? 'here' : name === regions.elsewhere ? 'elsewhere' : undefined,
  } as const;
  const placed = ({
    account,
    region,
  }: KeyDocument | SnapshotDocument): Pick<LiveKey, 'account' | 'region'> | undefined => {
    const [owner, place] = [roleOf.account(account), roleOf.region(region)];
    if (owner === undefined || place === undefined) return undefined;
    return {
      ...(owner === 'other' && { account: owner }),
      ...(place === 'elsewhere' && { region: place }),
    };
  };
  const keep = <Entry, Kept>(
    entries: Readonly<Record<string, Entry>>,
    of: (entry: Entry, name: string) => Kept | undefined,
  ) =>
    Object.fromEntries(
      Object.entries(entries).flatMap(([name, entry]) => {
        const kept = of(entry, name);
        return kept === undefined ? [] : [[name, kept] as const];
      }),
    );
  const ownKeys = keep(keys, (key, name): LiveKey | undefined => {
    const place = placed(key);
    if (place === undefined || key.id === undefined) return undefined;
    const { id, state, spec, alias, replicas = [] } = key;
    const roles = replicas.flatMap((region) => roleOf.region(region) ?? []);
    return {
      id,
      ...place,
      ...(state !== undefined && state !== 'Enabled' && { state }),
      ...(spec !== undefined && { spec }),
      ...(alias !== undefined && alias !== false && { alias: `alias/${alias === true ? name : alias}` }),
      ...(roles.length > 0 && { replicas: roles }),
    };
  });
  const ownSnapshots = keep(snapshots, (snapshot, name): LiveSnapshot | undefined => {
    const place = placed(snapshot);
    const {
      identifier = name,
      status = 'available',
      type,
      tags,
      encryptedWith: key,
      sharedWith = [],
    } = snapshot;
    const isOurs = identifier.startsWith(livePrefix) || /^awsbackup:/.test(identifier);
    const isKnown = key === undefined || key === 'default' || Object.hasOwn(ownKeys, key);
    const { Engine = 'neptune' } = snapshot.describes ?? {};
    if (place === undefined || status !== 'available' || Engine !== 'neptune' || isOurs || !isKnown)
      return undefined;
    const shares = sharedWith.map((account) => (account === 'all' ? account : roleOf.account(account)));
    // A share with somebody who plays no role is nothing that the file could tell.
    if (shares.includes(undefined)) return undefined;
    return {
      identifier,
      ...place,
      ...(type === 'automated' && { type }),
      ...(key !== undefined && { encryptedWith: key }),
      ...(tags !== undefined && tags.length > 0 && { tags }),
      ...(shares.length > 0 && { sharedWith: shares as NonNullable<LiveSnapshot['sharedWith']> }),
    };
  });
  return { ...roles, snapshots: ownSnapshots, keys: ownKeys };
}
