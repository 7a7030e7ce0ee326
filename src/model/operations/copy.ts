import type { PreconditionId } from '../../contract/generated/catalogue.ts';
import { snapshotArn } from '../world/arn.ts';
import type { Fault } from '../rules/faults.ts';
import { gatherFacts, tagsOf, type CopyRequest, type Facts } from '../rules/facts.ts';
import { precedence, type PreconditionEntry } from '../rules/judge.ts';
import type { Caller } from '../world/place.ts';
import { isAccepted, type AcceptedFacts } from '../rules/postconditions.ts';
import { fillMessage } from '../world/say.ts';
import { duplicateKey, isSystemTag, reservedPrefix } from '../world/tags.ts';
import { putSnapshot, type Snapshot, type SnapshotShape, type World } from '../world/world.ts';

/** How a copy ends: AWS faults are values. */
export type Outcome =
  | { readonly kind: 'copied'; readonly snapshot: Snapshot }
  | { readonly kind: 'rejected'; readonly fault: Fault; readonly rule: PreconditionId };

/**
 * CopyDBClusterSnapshot, one canonical way: rejected with the first fault of the first broken rule of the
 * catalogue, accepted wherever the rules leave it unspecified. The outcome lies in the verdict of `judge`.
 */
export function copy(world: World, caller: Caller, request: CopyRequest): readonly [World, Outcome] {
  const facts = gatherFacts(world, caller, request);
  const broken = precedence.find(({ predicate }) => predicate(facts) === 'broken');
  if (broken !== undefined) {
    return [world, { kind: 'rejected', rule: broken.id, fault: faultFor(broken, facts) }];
  }
  if (!isAccepted(facts)) throw new Error('a request without a source or a name for the copy breaks no rule');
  const snapshot = makeCopy(facts);
  return [putSnapshot(world, snapshot), { kind: 'copied', snapshot }];
}

function makeCopy(facts: AcceptedFacts): Snapshot {
  const { world, caller, target, crossRegion } = facts;
  const copy: Snapshot = {
    place: { account: caller.account, region: caller.region },
    name: target,
    shape: copiedShape(facts),
    tags: copiedTags(facts),
    sharedWith: [],
  };
  if (world.copyDuration === 0) return copy;
  const progress = {
    startedAt: world.clock,
    finishesAt: world.clock + world.copyDuration,
    crossRegion,
  };
  return { ...copy, progress };
}

/** What the source passes on, and what a copy has of its own. A key in the request replaces the source's. */
function copiedShape(facts: AcceptedFacts): SnapshotShape {
  const { world, caller, source, target, key } = facts;
  const inProgress = world.copyDuration > 0;
  const elsewhere = facts.crossAccount || facts.crossRegion;
  const inherited = elsewhere ? withoutNetwork(source.shape) : source.shape;
  // Six times as fast as a spread that is then overwritten.
  return Object.assign({}, inherited, {
    DBClusterSnapshotIdentifier: target,
    DBClusterSnapshotArn: snapshotArn(caller, target),
    SourceDBClusterSnapshotArn: source.shape.DBClusterSnapshotArn,
    SnapshotType: 'manual',
    Status: inProgress ? 'copying' : 'available',
    PercentProgress: inProgress ? 0 : 100,
    ...(key?.kind === 'found' && { KmsKeyId: key.key.arn }),
  });
}

/** In another account or Region, the VPC and the zones of the source mean nothing. */
function withoutNetwork({ VpcId: _vpc, AvailabilityZones: _zones, ...shape }: SnapshotShape): SnapshotShape {
  return shape;
}

function copiedTags(facts: AcceptedFacts): Snapshot['tags'] {
  const given = tagsOf(facts);
  if (given.length > 0) return given;
  return facts.copyTags ? facts.source.tags.filter((tag) => !isSystemTag(tag)) : [];
}

/** The canonical fault of a rule, with the names of this request. */
export const faultFor = (rule: PreconditionEntry, facts: Facts): Fault => ({
  shape: rule.faults[0],
  message: messageOf(rule, facts),
});

/** What a rejection for a broken rule says: the rule's message with the names of this request. */
export function messageOf({ message }: PreconditionEntry, facts: Facts): string {
  const { request, here, sourceKeyArn, tags } = facts;
  return fillMessage(message, {
    source: request.SourceDBClusterSnapshotIdentifier,
    target: request.TargetDBClusterSnapshotIdentifier,
    key: request.KmsKeyId,
    sourceKey: sourceKeyArn,
    copyTags: String(request.CopyTags),
    tagKey: duplicateKey(tags),
    prefix: reservedPrefix(tags),
    quota: here.quotas.manualSnapshots,
    copiesQuota: here.quotas.crossRegionCopies,
  });
}
