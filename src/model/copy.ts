import type { PreconditionId } from '../spec/generated/catalogue.ts';
import { snapshotArn } from './arn.ts';
import type { Fault } from './faults.ts';
import { gatherFacts, tagsOf, type CopyRequest, type Facts } from './facts.ts';
import { precedence, type PreconditionEntry } from './judge.ts';
import type { Caller } from './place.ts';
import type { AcceptedFacts } from './postconditions.ts';
import { preconditions } from './preconditions.ts';
import { isSystemTag } from './tags.ts';
import { putSnapshot, type Snapshot, type SnapshotShape, type World } from './world.ts';

/** How a copy ends: AWS faults are values. */
export type Outcome =
  | { readonly kind: 'copied'; readonly snapshot: Snapshot }
  | { readonly kind: 'rejected'; readonly fault: Fault; readonly rule: PreconditionId };

/**
 * CopyDBClusterSnapshot, one canonical way: rejected with the first fault of the first broken rule of the
 * catalogue, accepted wherever the rules leave it open. The outcome lies in the verdict of `judge`.
 */
export function copy(world: World, caller: Caller, request: CopyRequest): readonly [World, Outcome] {
  const facts = gatherFacts(world, caller, request);
  const broken = precedence.find(({ id }) => preconditions[id](facts) === 'broken');
  if (broken !== undefined) {
    return [world, { kind: 'rejected', rule: broken.id, fault: faultOf(broken, facts) }];
  }
  const snapshot = makeCopy(facts as AcceptedFacts);
  return [putSnapshot(world, snapshot), { kind: 'copied', snapshot }];
}

function makeCopy(facts: AcceptedFacts): Snapshot {
  const { world, caller, source, target, crossRegion } = facts;
  const inProgress = world.copyDuration > 0;
  return {
    place: { account: caller.account, region: caller.region },
    name: target,
    shape: {
      ...inheritedShape(facts),
      DBClusterSnapshotIdentifier: target,
      DBClusterSnapshotArn: snapshotArn(caller, target),
      SourceDBClusterSnapshotArn: source.shape.DBClusterSnapshotArn,
      SnapshotType: 'manual',
      Status: inProgress ? 'copying' : 'available',
      PercentProgress: inProgress ? 0 : 100,
    },
    tags: copiedTags(facts),
    sharedWith: [],
    ...(inProgress && {
      progress: { startedAt: world.clock, finishesAt: world.clock + world.copyDuration, crossRegion },
    }),
  };
}

/** What the source passes on: elsewhere its VPC and zones mean nothing, and a new key replaces its key. */
function inheritedShape({ source, key, crossAccount, crossRegion }: AcceptedFacts): SnapshotShape {
  const { VpcId, AvailabilityZones, KmsKeyId, ...shape } = source.shape;
  const keyArn = key?.kind === 'found' ? key.key.arn : KmsKeyId;
  const local = !crossAccount && !crossRegion;
  return {
    ...shape,
    ...(local && VpcId !== undefined && { VpcId }),
    ...(local && AvailabilityZones !== undefined && { AvailabilityZones }),
    ...(keyArn !== undefined && { KmsKeyId: keyArn }),
  };
}

function copiedTags(facts: AcceptedFacts): Snapshot['tags'] {
  const given = tagsOf(facts);
  if (given.length > 0) return given;
  return facts.copyTags ? facts.source.tags.filter((tag) => !isSystemTag(tag)) : [];
}

function faultOf(broken: PreconditionEntry, facts: Facts): Fault {
  const { request, here, sourceKeyArn } = facts;
  const values: Record<string, string | number | undefined> = {
    source: request.SourceDBClusterSnapshotIdentifier,
    target: request.TargetDBClusterSnapshotIdentifier,
    key: request.KmsKeyId,
    sourceKey: sourceKeyArn,
    copyTags: String(request.CopyTags),
    quota: here.quotas.manualSnapshots,
    copiesQuota: here.quotas.crossRegionCopies,
  };
  const message = broken.message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  return { shape: broken.faults[0], message };
}
