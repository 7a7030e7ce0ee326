import type { Facts } from '../../model/rules/facts.ts';
import { snapshotArn } from '../../model/world/arn.ts';
import { precedence, uuidFrom, type Snapshot } from '../../model/index.ts';
import type { PreconditionId } from '../../contract/generated/catalogue.ts';
import type { Call } from './endpoint.ts';
import { answerCopy, isOnlyBroken, unhurried, type Mutant } from './mutant.ts';

/**
 * Preconditions that cannot be forgotten by making a copy all the same: those of the form come before there is a copy
 * to speak of (`misread.ts`), and some no request breaks, only leaves unspecified.
 */
const unforgettable: readonly PreconditionId[] = [
  'action-required',
  'action-known',
  'form-plain',
  'presigned-url-of-sdk',
  'source-one-step',
  'tag-value-reserved-prefix',
];

const forgettable = precedence.map(({ id }) => id).filter((id) => !unforgettable.includes(id));

/** Endpoints that have forgotten one precondition, whatever else they check. */
export const missingChecks: readonly Mutant[] = forgettable.map((rule) => ({
  name: `copies all the same: ${rule}`,
  direction: 'missing check',
  rule,
  variant: () => ({
    ...unhurried(rule),
    copy: (facts, call) =>
      isOnlyBroken(rule, facts) ? answerCopy(call.world, anyCopy(facts, call), call) : undefined,
  }),
}));

/** A copy of what was asked for, or of whatever there is, as far as it can be told. */
export function anyCopy(
  { world, caller, source, target, key, tags, request }: Facts,
  { requestId }: Call,
): Snapshot {
  const name = target || `copy-${requestId.slice(0, 8)}`;
  const origin = source ?? sourceAnywhere(world, request.SourceDBClusterSnapshotIdentifier);
  const taken = new Date(world.clock).toISOString();
  return {
    place: { account: caller.account, region: caller.region },
    name,
    shape: {
      Engine: 'neptune',
      SnapshotCreateTime: taken,
      StorageEncrypted: false,
      ...origin?.shape,
      DBClusterSnapshotIdentifier: name,
      DBClusterSnapshotArn: snapshotArn(caller, name),
      SourceDBClusterSnapshotArn: origin?.shape.DBClusterSnapshotArn ?? snapshotArn(caller, uuidFrom(0)),
      SnapshotType: 'manual',
      Status: 'available',
      PercentProgress: 100,
      ...(key?.kind === 'found' && { KmsKeyId: key.key.arn, StorageEncrypted: true }),
    },
    tags: tags.map(({ Key = '', Value = '' }) => ({ Key, Value })),
    sharedWith: [],
  };
}

/** The snapshot of that name, wherever it is. */
function sourceAnywhere(world: Facts['world'], named: string | undefined): Snapshot | undefined {
  const name = named?.split(':').at(-1)?.toLowerCase() ?? '';
  for (const { snapshots } of world.places.values()) {
    const found = snapshots.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
