import { parseArn, snapshotArn } from '../../model/world/arn.ts';
import { gatherFacts, type CopyRequest, type SourceName } from '../../model/rules/facts.ts';
import { addKey } from '../../model/world/fixture.ts';
import { keyArn, type KmsKey } from '../../model/world/kms.ts';
import type { Caller, Place } from '../../model/world/place.ts';
import { emptyWorld, placeState, putSnapshot, withPlace, type World } from '../../model/world/world.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { unknownCaller } from './callers.ts';
import { shapeOf } from './known-shape.ts';
import type { Heard } from './sayings.ts';

/** Who may have asked, and of which world. */
export interface Supposed {
  readonly caller: Caller;
  readonly world: World;
}

/**
 * The world that speaks most for an accepted copy: what the mock has said holds, and whatever it has not said is
 * as the answer needs it. What breaks a rule even there cannot have happened.
 */
export function suppose(
  heard: Heard,
  here: Caller,
  request: CopyRequest,
  answered: DBClusterSnapshot,
): Supposed {
  const { sourceName } = gatherFacts(emptyWorld(0), here, request);
  const caller = supposedCaller(here, sourceName);
  let world = withRoom(emptyWorld(0), caller);
  world = withRequestKey(world, caller, request.KmsKeyId ?? '', answered);
  world = withTarget(world, heard, caller, request);
  if (sourceName.kind === 'name')
    world = withSource(world, heard, caller, sourceName.name, request, answered);
  if (sourceName.kind === 'arn')
    world = withSource(world, heard, sourceName.address, sourceName.address.name, request, answered, caller);
  return { caller, world };
}

/** A caller of whom nothing is told is where its source is. */
function supposedCaller(here: Caller, source: SourceName): Caller {
  const { account, region } = source.kind === 'arn' ? source.address : here;
  return {
    account: here.account === unknownCaller.account ? account : here.account,
    region: here.region === unknownCaller.region ? region : here.region,
  };
}

const withRoom = (world: World, caller: Caller): World =>
  withPlace(world, caller, {
    ...placeState(world, caller),
    quotas: { manualSnapshots: Infinity, crossRegionCopies: Infinity },
  });

/** What stands for a key of which nothing is told. */
const unknownKey = '<key>';

function withSource(
  world: World,
  heard: Heard,
  { account, region }: Place,
  name: string,
  request: CopyRequest,
  answered: DBClusterSnapshot,
  caller?: Caller,
): World {
  const place = { account, region };
  const said = heard.of(place, name);
  if (said !== undefined && said.shape === undefined) return world;
  const known = said?.shape ?? {};
  const { KmsKeyId: answeredKey, SourceDBClusterSnapshotArn: _source, ...inherited } = answered;
  const encrypted = isEncrypted(known) ?? (Boolean(request.KmsKeyId) || isEncrypted(answered) === true);
  const key = keyOf(known.KmsKeyId ?? (request.KmsKeyId ? undefined : answeredKey), place);
  const { KmsKeyId: _key, ...rest } = { ...inherited, Status: 'available', SnapshotType: 'manual', ...known };
  const shape = shapeOf(place, name, {
    ...rest,
    DBClusterSnapshotIdentifier: name,
    DBClusterSnapshotArn: snapshotArn(place, name),
    StorageEncrypted: encrypted,
    ...(encrypted && { KmsKeyId: key.arn }),
  });
  const sharedWith = caller === undefined ? [] : [caller.account];
  return putSnapshot(addKey(world, key), { place, name, shape, tags: [], sharedWith });
}

/** A snapshot of the new name, if the mock has shown one that is not on its way out. */
function withTarget(world: World, heard: Heard, caller: Caller, request: CopyRequest): World {
  const name = request.TargetDBClusterSnapshotIdentifier?.toLowerCase() ?? '';
  const shape = heard.of(caller, name)?.shape;
  if (shape === undefined || shape.Status === 'deleting') return world;
  const full = shapeOf(caller, name, shape);
  return putSnapshot(world, { place: caller, name, shape: full, tags: [], sharedWith: [] });
}

function isEncrypted({ StorageEncrypted, KmsKeyId }: DBClusterSnapshot): boolean | undefined {
  return StorageEncrypted ?? (KmsKeyId === undefined ? undefined : true);
}

/** The key that a request names, enabled and open to everybody; an alias leads to the key of the answer. */
function withRequestKey(
  world: World,
  { account, region }: Caller,
  reference: string,
  { KmsKeyId }: DBClusterSnapshot,
): World {
  if (reference === '') return world;
  const arn = parseArn(reference);
  if (reference.startsWith('arn:') && arn?.service !== 'kms') return world;
  const place = arn === undefined ? { account, region } : { account: arn.account, region: arn.region };
  const resource = arn === undefined ? reference : arn.resource;
  if (!resource.startsWith('alias/')) return addKey(world, usableKey(place, resource.replace(/^key\//, '')));
  const answered = keyOf(KmsKeyId, place);
  const isThere = answered.place.account === place.account && answered.place.region === place.region;
  return addKey(world, isThere ? answered : usableKey(place, unknownKey), resource);
}

/** The key of an ARN; one of which nothing is told when the text is no key's ARN. */
function keyOf(text: string | undefined, place: Place): KmsKey {
  const arn = parseArn(text ?? '');
  const id = arn?.service === 'kms' ? /^key\/([^/]+)$/.exec(arn.resource)?.[1] : undefined;
  if (arn === undefined || id === undefined) return usableKey(place, unknownKey);
  return usableKey({ account: arn.account, region: arn.region }, id);
}

const usableKey = (place: Place, id: string): KmsKey => ({
  place,
  id,
  arn: keyArn(place, id),
  state: 'Enabled',
  spec: 'SYMMETRIC_DEFAULT',
  manager: 'CUSTOMER',
  multiRegion: false,
  usableBy: ['*'],
});
