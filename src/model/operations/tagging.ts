import type { Tag } from '../../contract/generated/types.ts';
import { parseArn } from '../world/arn.ts';
import { samePlace, type Caller } from '../world/place.ts';
import { say } from '../world/say.ts';
import type { RawTag } from '../world/tags.ts';
import { maximumTags } from '../world/tags.ts';
import { findSnapshot, putSnapshot, type Cluster, type Snapshot, type World } from '../world/world.ts';
import { checkTags, invalidValue, present, refuseByRule } from './checks.ts';
import { findCluster, putCluster } from './clusters.ts';
import { clusterNotFound, toTags } from './create-snapshot.ts';
import { accept, isRefusal, refuseWith, type Operation, type Reply } from './reply.ts';

/** Operations on the tags of a snapshot or a cluster, which is named by its ARN. */
export interface ResourceInput {
  readonly ResourceName?: string | undefined;
}

/** Something with tags, and how to give it others. */
interface Tagged {
  readonly tags: readonly Tag[];
  retag(tags: readonly Tag[]): World;
}

/** ListTagsForResource. Faults: DBClusterSnapshotNotFoundFault, DBClusterNotFoundFault, InvalidParameterValue, AccessDenied. */
export const listTagsForResource: Operation<ResourceInput, { readonly TagList: readonly Tag[] }> = (
  world,
  caller,
  input,
) => {
  const given = present(input, 'ResourceName');
  if (isRefusal(given)) return [world, given];
  const resource = resourceOf(world, caller, given.ResourceName);
  return [world, isRefusal(resource) ? resource : accept({ TagList: resource.tags })];
};

/** AddTagsToResource: a key that is there already gets the new value. Faults: as above, and those of tags. */
export const addTagsToResource: Operation<
  ResourceInput & { readonly Tags?: readonly RawTag[] | undefined }
> = (world, caller, input) => {
  const given = present(input, 'ResourceName', 'Tags');
  if (isRefusal(given)) return [world, given];
  const problem = checkTags(given.Tags);
  if (problem !== undefined) return [world, problem];
  const resource = resourceOf(world, caller, given.ResourceName);
  if (isRefusal(resource)) return [world, resource];
  const tags = new Map([...resource.tags, ...toTags(given.Tags)].map((tag) => [tag.Key, tag]));
  if (tags.size > maximumTags) return [world, refuseByRule('tag-count')];
  return [resource.retag([...tags.values()]), accept({})];
};

/** RemoveTagsFromResource: keys that are not there do not matter. Faults: as for ListTagsForResource. */
export const removeTagsFromResource: Operation<
  ResourceInput & { readonly TagKeys?: readonly string[] | undefined }
> = (world, caller, input) => {
  const given = present(input, 'ResourceName', 'TagKeys');
  if (isRefusal(given)) return [world, given];
  const resource = resourceOf(world, caller, given.ResourceName);
  if (isRefusal(resource)) return [world, resource];
  const tags = resource.tags.filter(({ Key }) => !given.TagKeys.includes(Key));
  return [resource.retag(tags), accept({})];
};

function resourceOf(world: World, caller: Caller, name: string): Tagged | Reply<never> {
  const arn = parseArn(name);
  const [, type, resource = ''] = /^(cluster|cluster-snapshot):(.+)/s.exec(arn?.resource ?? '') ?? [];
  if (arn?.service !== 'rds' || type === undefined || arn.region !== caller.region) {
    return invalidValue(say`Invalid resource name: ${name}`);
  }
  if (!samePlace(arn, caller)) {
    return refuseWith({
      shape: 'AccessDenied',
      message: say`The caller is not authorized to access ${name}.`,
    });
  }
  if (type === 'cluster') {
    const cluster = findCluster(world, caller, resource.toLowerCase());
    return cluster === undefined ? clusterNotFound(resource) : taggedCluster(world, cluster);
  }
  const snapshot = findSnapshot(world, caller, resource.toLowerCase());
  return snapshot === undefined
    ? refuseByRule('source-exists', { source: resource })
    : taggedSnapshot(world, snapshot);
}

const taggedCluster = (world: World, cluster: Cluster): Tagged => ({
  tags: cluster.tags,
  retag: (tags) => putCluster(world, { ...cluster, tags }),
});

const taggedSnapshot = (world: World, snapshot: Snapshot): Tagged => ({
  tags: snapshot.tags,
  retag: (tags) => putSnapshot(world, { ...snapshot, tags }),
});
