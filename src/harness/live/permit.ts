import type { LiveDocument } from '../../contract/generated/types.ts';
import {
  isSnapshotName,
  judge,
  parseSnapshotArn,
  partitionOf,
  placeOf,
  samePlace,
  type Caller,
  type CopyRequest,
  type World,
} from '../../model/index.ts';
import { unmarked } from './mark.ts';
import { settingOf } from './setting.ts';

/** How far a run goes: what AWS should refuse, or copies as well. */
export type LiveLevel = 'rejections' | 'full';

/** What a call of a run depends on. */
export interface LiveSituation {
  readonly live: LiveDocument;
  readonly level: LiveLevel;
  readonly run: string;
  /** The world as the account describes it. */
  readonly world: World;
}

/** Whether a request may be sent to a real account, and whether AWS may make a copy for it; or why it may not. */
export type Permit =
  { readonly ok: true; readonly mayCopy: boolean } | { readonly ok: false; readonly reason: string };

/** Decides on a request, as it arrives there. Pure: a plan says what a run will do. */
export function permitFor(
  { live, level, run, world }: LiveSituation,
  caller: Caller,
  request: CopyRequest,
): Permit {
  const reason = !isNamed(live, caller)
    ? 'the file names no such account or Region'
    : request.form !== undefined
      ? 'it is in no form that an SDK writes, and nobody knows what AWS would read in it'
      : (unmarked(request, run) ?? unknownSource(live, caller, request, run));
  if (reason !== undefined) return { ok: false, reason };
  const mayCopy = judge(world, caller, request).copied !== undefined;
  return mayCopy && level === 'rejections'
    ? { ok: false, reason: 'AWS may make this copy, and only rejections are asked for' }
    : { ok: true, mayCopy };
}

/**
 * Why the source of a request must not be asked for: the account may have a snapshot of that name of which the file says
 * nothing, so that what comes of it shows nothing, and permissions are given for what the file names. What the run itself
 * makes up, nobody has.
 */
function unknownSource(
  live: LiveDocument,
  caller: Caller,
  { SourceDBClusterSnapshotIdentifier: source = '' }: CopyRequest,
  run: string,
): string | undefined {
  const address =
    parseSnapshotArn(source) ??
    (isSnapshotName(source) ? { ...caller, partition: partitionOf(caller.region), name: source } : undefined);
  if (address === undefined) return undefined;
  const setting = settingOf(live);
  const name = address.name.toLowerCase();
  const isOwn =
    name.startsWith(`ncc-${run}-`) && address.account === caller.account && isNamed(live, address);
  const isInFile = Object.values(live.snapshots ?? {}).some(
    (entry) => entry.identifier === name && samePlace(placeOf(entry, setting), address),
  );
  return (isOwn || isInFile) && address.partition === partitionOf(address.region)
    ? undefined
    : 'it names a source of which the file says nothing';
}

/** Whether a file names the account and the Region of a caller: no other is ever called. */
const isNamed = ({ accounts, regions }: LiveDocument, { account, region }: Caller): boolean =>
  [accounts.self.id, accounts.other?.id].includes(account) &&
  [regions.here, regions.elsewhere].includes(region);
