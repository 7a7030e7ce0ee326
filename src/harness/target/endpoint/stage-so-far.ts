import type { Caller, Setting, SnapshotShape } from '../../../model/index.ts';
import type { DBClusterSnapshot } from '../../../contract/generated/types.ts';
import type { Fillers } from './fillers.ts';
import type { Keys } from './key-ring.ts';
import type { FixtureBuilder } from './fixture-builder.ts';

/** What has been made so far, and who plays which role. */
export interface Stage {
  readonly fixtureBuilder: FixtureBuilder;
  readonly setting: Setting;
  readonly keyRing: Keys;
  /** Key ids, by the key's name in the document. */
  readonly keys: Record<string, string>;
  /** ARNs of the keys. */
  readonly keyArns: Record<string, string>;
  /** Snapshots as the target describes them. */
  readonly snapshots: Record<string, SnapshotShape>;
  /** Snapshots that are not available and must not become so. */
  readonly pending: { readonly caller: Caller; readonly name: string }[];
  readonly quotas: Quotas;
}

/** What is known of the target's quotas; kept from one world to the next. */
export interface Quotas {
  /** What the user told. */
  readonly told?: number;
  /** Whether the target has been seen to go beyond the usual quota of manual snapshots. */
  beyondUsual: boolean;
  /** The status in which a copy was seen that should have been under way. */
  copiesAtOnce?: string;
  /** What uses them up. */
  readonly fillers: Fillers;
}

/** Whether a snapshot is under way. */
export const isPending = (snapshot: DBClusterSnapshot | undefined): boolean =>
  snapshot?.Status !== undefined && ['creating', 'copying', 'pending'].includes(snapshot.Status);
