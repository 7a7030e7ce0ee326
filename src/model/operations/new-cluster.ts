import type { Caller } from '../world/place.ts';
import { say } from '../world/say.ts';
import type { RawTag } from '../world/tags.ts';
import type { Cluster, World } from '../world/world.ts';
import type { Check, With } from './checks.ts';
import { describedSettings, type ClusterSettings } from './cluster-settings.ts';
import { findCluster } from './clusters.ts';
import { toTags } from './create-snapshot.ts';
import { refuse } from './reply.ts';

/** The port of clusters that ask for none. */
export const defaultPort = 8182;

/** What is said of a new cluster, whether it is created or restored. */
export interface NewClusterInput extends ClusterSettings {
  readonly DBClusterIdentifier?: string | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly Port?: number | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly AvailabilityZones?: readonly string[] | undefined;
  readonly Tags?: readonly RawTag[] | undefined;
}

/** What a new cluster has where the request does not say it, and the key that encrypts it, if any. */
interface Origin extends Pick<Cluster, 'engineVersion' | 'port'> {
  readonly keyArn: string | undefined;
}

/** Refuses a name that a cluster of the place has. */
export const checkFree = (world: World, caller: Caller, name: string): Check =>
  findCluster(world, caller, name.toLowerCase()) === undefined
    ? undefined
    : refuse('DBClusterAlreadyExistsFault', 400, say`DB Cluster ${name} already exists.`);

/** The cluster that a request asks for in the called place. */
export const newCluster = (
  { clock }: World,
  { account, region }: Caller,
  input: With<NewClusterInput, 'DBClusterIdentifier'>,
  { engineVersion, port, keyArn }: Origin,
): Cluster => ({
  place: { account, region },
  name: input.DBClusterIdentifier.toLowerCase(),
  createdAt: clock,
  engineVersion: input.EngineVersion || engineVersion,
  port: input.Port ?? port,
  ...(input.AvailabilityZones?.length && { zones: input.AvailabilityZones }),
  ...(keyArn !== undefined && { kmsKeyArn: keyArn }),
  iamAuthentication: input.EnableIAMDatabaseAuthentication ?? false,
  copyTagsToSnapshot: input.CopyTagsToSnapshot ?? false,
  tags: toTags(input.Tags ?? []),
  settings: describedSettings(input),
});
