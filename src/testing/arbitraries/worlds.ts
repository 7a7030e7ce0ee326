import fc, { type Arbitrary } from 'fast-check';
import type { PlaceDocument, SnapshotDocument, WorldDocument } from '../../contract/generated/types.ts';
import { keyCast, type KeyName } from './keys.ts';
import { sourceTags } from './tags.ts';

/** Where each snapshot of the cast is, who may copy it, and which keys may encrypt it. */
const cast = {
  alpha: { keys: ['own', 'disabled', 'replicated', 'theirs'] },
  beta: { keys: ['spare', 'dying', 'closed', 'asymmetric'] },
  nightly: { type: 'automated', keys: ['own', 'default'] },
  remote: { region: 'elsewhere', keys: ['abroad', 'replicated', 'default'] },
  // Of the same name as another one in the caller's own place.
  namesake: { region: 'elsewhere', identifier: 'alpha', keys: ['abroad'] },
  shared: { account: 'other', sharedWith: ['self'], keys: ['theirs', 'closed', 'default', 'theirsDisabled'] },
  open: { account: 'other', sharedWith: ['all'], keys: ['theirs', 'closed'] },
  private: { account: 'other', keys: ['theirs', 'default'] },
  far: { account: 'other', region: 'elsewhere', sharedWith: ['self'], keys: ['theirsAbroad', 'default'] },
  china: { region: 'cn-north-1', keys: [] },
} as const satisfies Record<string, SnapshotDocument & { keys: readonly (KeyName | 'default')[] }>;

/** Name of a snapshot of the cast. */
export type SnapshotName = keyof typeof cast;

/** Names of the snapshots that a generated world may have. */
export const snapshotNames = Object.keys(cast) as readonly SnapshotName[];

/**
 * Worlds of two accounts and two Regions, and a Region of another partition: up to ten snapshots in every
 * status and under every kind of key, keys in every state, quotas with room or nearly used up.
 */
export function worlds(): Arbitrary<WorldDocument> {
  return fc.record({
    keys: fc.constant(keyCast),
    snapshots: snapshotCasts(),
    places: fc.array(places(), { maxLength: 2 }),
  });
}

function snapshotCasts(): Arbitrary<Readonly<Record<string, SnapshotDocument>>> {
  const members = Object.fromEntries(
    snapshotNames.map((name) => [name, fc.option(snapshots(name), { nil: undefined, freq: 4 })]),
  );
  return fc
    .record(members)
    .map((all) =>
      Object.fromEntries(Object.entries(all).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))),
    );
}

function snapshots(name: SnapshotName): Arbitrary<SnapshotDocument> {
  const { keys, ...where } = cast[name];
  const keyNames: readonly string[] = keys;
  return fc
    .record({
      status: fc.oneof(
        { weight: 6, arbitrary: fc.constant('available' as const) },
        { weight: 1, arbitrary: fc.constantFrom('creating', 'copying', 'deleting', 'failed') },
      ),
      key: fc.option(keyNames.length === 0 ? fc.constant(undefined) : fc.constantFrom(...keyNames), {
        nil: undefined,
        freq: 2,
      }),
      tags: sourceTags(),
    })
    .map(({ status, key, tags }) => ({
      ...where,
      ...(status !== 'available' && { status }),
      ...(key !== undefined && { encryptedWith: key }),
      ...(tags.length > 0 && { tags }),
    }));
}

/** A place whose quotas are nearly used up, or quite. */
function places(): Arbitrary<PlaceDocument> {
  return fc.record(
    {
      account: fc.constantFrom('self', 'other'),
      region: fc.constantFrom('here', 'elsewhere'),
      manualSnapshotsLeft: fc.nat({ max: 3 }),
      copiesInProgress: fc.nat({ max: 6 }),
    },
    { requiredKeys: ['account', 'region'] },
  );
}
