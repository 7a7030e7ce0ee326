import type {
  KeyDocument,
  LiveDocument,
  LiveKey,
  LiveSnapshot,
  SnapshotDocument,
  WorldDocument,
} from '../../contract/generated/types.ts';

/** Who plays the parts of a world: names in the file of what the account has, by names in the world. */
export interface Parts {
  readonly keys: Readonly<Record<string, string>>;
  readonly snapshots: Readonly<Record<string, string>>;
}

/** The parts of a world, or what keeps an account from playing it, in words. */
export type Cast =
  { readonly ok: true; readonly parts: Parts } | { readonly ok: false; readonly lacks: string };

type Demand<Entry, Has> = readonly [
  /** What is wanted, in words; undefined where that goes without saying. */
  wanted: (entry: Entry) => string | undefined,
  /** Whether what the account has will do; where there is none, no account can be asked for what is wanted. */
  met?: (entry: Entry, has: Has) => boolean,
];

const sameSet = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
const tagsOf = (tags: SnapshotDocument['tags'] = []): string[] =>
  tags.map(({ Key, Value = '' }) => `${Key}=${Value}`);

/** A set in words: none goes without saying, but where it matters that there is none. */
const told = (what: string, names: readonly string[], always = false): string | undefined =>
  names.length > 0 ? `${what} ${names.join(', ')}` : always ? `${what} nobody` : undefined;

/** Where an entry is, as roles. Any other account or Region than these plays no role. */
const placed = ({ account = 'self', region = 'here' }: { account?: string; region?: string }): string =>
  `${account === 'self' ? '' : `, of the account ${account}`}${region === 'here' ? '' : `, in the Region ${region}`}`;
const samePlaces = (
  a: { account?: string; region?: string },
  b: { account?: string; region?: string },
): boolean => placed(a) === placed(b);

/** What a world may want of a snapshot. Whatever is not here, an account's own snapshot cannot be brought to. */
const ofSnapshots: readonly Demand<SnapshotDocument, LiveSnapshot>[] = [
  [({ status = 'available' }) => (status === 'available' ? undefined : `that is ${status}`)],
  [({ copyOf }) => copyOf && 'that is a copy of another'],
  [({ cluster }) => cluster && 'of a certain cluster'],
  [({ describes }) => describes && 'that is described in a certain way'],
  [(entry) => (entry.identifier ?? entry.prefix) && 'of a certain name'],
  [({ type = 'manual' }) => type, ({ type = 'manual' }, has) => type === (has.type ?? 'manual')],
  [
    ({ encryptedWith: key }) =>
      key === undefined ? 'unencrypted' : key === 'default' ? 'with the AWS managed key' : 'encrypted',
    ({ encryptedWith: key }, has) =>
      key === undefined || key === 'default'
        ? has.encryptedWith === key
        : has.encryptedWith !== undefined && has.encryptedWith !== 'default',
  ],
  [
    ({ sharedWith = [], account }) => told('shared with', sharedWith, account === 'other'),
    // With whom one's own are shared is nothing to oneself.
    ({ sharedWith, account }, has) =>
      (account !== 'other' && sharedWith === undefined) || sameSet(sharedWith, has.sharedWith),
  ],
  [
    // Of a snapshot without tags, those that it has are as good: they are no part of what is asked for.
    ({ tags = [] }) => (tags.length === 0 ? undefined : `with the tags ${tagsOf(tags).join(', ')}`),
    ({ tags = [] }, has) => tags.length === 0 || sameSet(tagsOf(tags), tagsOf(has.tags)),
  ],
];

const ofKeys: readonly Demand<KeyDocument, LiveKey>[] = [
  [({ id }) => id && 'of a certain id'],
  [({ alias }) => (typeof alias === 'string' ? 'whose alias has a certain name' : undefined)],
  [
    ({ alias }) => (alias === true ? 'with an alias' : undefined),
    ({ alias }, has) => alias !== true || has.alias !== undefined,
  ],
  [({ state = 'Enabled' }) => state, ({ state = 'Enabled' }, has) => state === (has.state ?? 'Enabled')],
  [({ spec }) => spec, ({ spec = 'SYMMETRIC_DEFAULT' }, has) => spec === (has.spec ?? 'SYMMETRIC_DEFAULT')],
  [
    ({ replicas = [] }) => told('with replicas in', replicas),
    ({ replicas }, has) => sameSet(replicas, has.replicas),
  ],
  [
    ({ usableBy = [], account }) => told('usable by', usableBy, account === 'other'),
    ({ usableBy, account }, has) =>
      (account !== 'other' && usableBy === undefined) || sameSet(usableBy, has.usableBy),
  ],
];

/** A part that is to be played, and the names of those who could. */
interface Part {
  readonly kind: 'keys' | 'snapshots';
  readonly handle: string;
  readonly wanted: string;
  readonly able: readonly string[];
}

/**
 * Finds who of what an account has can play the parts of a world, each a part of its own, and snapshots encrypted with
 * the keys that play theirs. Pure: the same file gives the same parts.
 */
export function castOf(given: WorldDocument, live: LiveDocument): Cast {
  const { keys = {}, snapshots = {}, places = [] } = given;
  if (places.length > 0) return { ok: false, lacks: 'quotas of an account are not used up for a test' };
  const parts: readonly Part[] = [
    ...Object.entries(snapshots).map(([handle, entry]) =>
      partOf('snapshots', handle, entry, ofSnapshots, live.snapshots, tagless(entry)),
    ),
    ...Object.entries(keys).map(([handle, entry]) => partOf('keys', handle, entry, ofKeys, live.keys)),
  ];
  const vain = parts.find(({ able }) => able.length === 0);
  if (vain !== undefined) return { ok: false, lacks: vain.wanted };
  const found = assign(parts, { keys: {}, snapshots: {} }, (played) => agrees(given, live, played));
  return found === undefined
    ? { ok: false, lacks: `no ${parts.map(({ wanted }) => wanted).join(' together with ')}` }
    : { ok: true, parts: found };
}

function partOf<Entry extends { account?: string; region?: string }, Has extends { account?: string }>(
  kind: Part['kind'],
  handle: string,
  entry: Entry,
  demands: readonly Demand<Entry, Has>[],
  owned: Readonly<Record<string, Has>> = {},
  better: (has: Has) => boolean = () => true,
): Part {
  const fits = ([wanted, met]: Demand<Entry, Has>, has: Has): boolean =>
    met === undefined ? wanted(entry) === undefined : met(entry, has);
  const able = Object.entries(owned).filter(
    ([, has]) => samePlaces(entry, has) && demands.every((demand) => fits(demand, has)),
  );
  const words = demands.flatMap(([wanted]) => wanted(entry) ?? []);
  const what = kind === 'keys' ? 'key' : 'snapshot';
  return {
    kind,
    handle,
    wanted: `${what} (${words.join(', ')}${placed(entry)})`,
    able: able.toSorted(([, a], [, b]) => Number(better(b)) - Number(better(a))).map(([name]) => name),
  };
}

/** Who has no tags plays a part without tags best. */
const tagless =
  ({ tags = [] }: SnapshotDocument) =>
  (has: LiveSnapshot): boolean =>
    tags.length > 0 || (has.tags ?? []).length === 0;

/** The first way to give all parts away that agrees. */
function assign(
  [part, ...rest]: readonly Part[],
  played: Parts,
  mayBe: (played: Parts) => boolean,
): Parts | undefined {
  if (part === undefined) return played;
  const taken = new Set(Object.values(played[part.kind]));
  for (const name of part.able) {
    if (taken.has(name)) continue;
    const next = { ...played, [part.kind]: { ...played[part.kind], [part.handle]: name } };
    const found = mayBe(next) ? assign(rest, next, mayBe) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether snapshots that play are encrypted with the keys that play, as far as both do. */
const agrees = (given: WorldDocument, live: LiveDocument, { keys, snapshots }: Parts): boolean =>
  Object.entries(snapshots).every(([handle, name]) => {
    const key = given.snapshots?.[handle]?.encryptedWith;
    const plays = key === undefined || key === 'default' ? undefined : keys[key];
    return plays === undefined || live.snapshots?.[name]?.encryptedWith === plays;
  });
