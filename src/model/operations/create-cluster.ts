import type { Caller } from '../world/place.ts';
import { say } from '../world/say.ts';
import type { Cluster, World } from '../world/world.ts';
import {
  checkEngine,
  checkIdentifier,
  checkTags,
  invalidCombination,
  invalidValue,
  present,
  type Check,
  type With,
} from './checks.ts';
import { putCluster } from './clusters.ts';
import { clusterShape, type ClusterOutput } from './describe-clusters.ts';
import { defaultEngineVersion } from './engine-versions.ts';
import { encryptedWith, managedKey, type Encryption } from './keys.ts';
import { checkFree, defaultPort, newCluster, type NewClusterInput } from './new-cluster.ts';
import { accept, isRefusal, type Operation, type Reply } from './reply.ts';
import { automatedName, clusterTags, takeSnapshot } from './take-snapshot.ts';

/** CreateDBClusterMessage, as far as snapshots ask. */
export interface CreateClusterInput extends NewClusterInput {
  readonly StorageEncrypted?: boolean | undefined;
}

/**
 * CreateDBCluster: available at once, with a first automated snapshot unless BackupRetentionPeriod is 0. Faults:
 * those of identifiers and tags, DBClusterAlreadyExistsFault, KMSKeyNotAccessibleFault, InvalidParameterValue,
 * InvalidParameterCombination.
 */
export const createDBCluster: Operation<CreateClusterInput, ClusterOutput> = (world, caller, input) => {
  const given = present(input, 'DBClusterIdentifier', 'Engine');
  if (isRefusal(given)) return [world, given];
  const problem = checkInput(world, caller, given);
  if (problem !== undefined) return [world, problem];
  const encryption = encryptionOf(world, caller, given);
  if (isRefusal(encryption)) return [world, encryption];
  const { keyArn } = encryption;
  const cluster = newCluster(world, caller, given, {
    engineVersion: defaultEngineVersion,
    port: defaultPort,
    keyArn,
  });
  const created = putCluster(encryption.world, cluster);
  const next = given.BackupRetentionPeriod === 0 ? created : backUp(created, cluster);
  return [next, accept({ DBCluster: clusterShape(cluster) })];
};

function checkInput(
  world: World,
  caller: Caller,
  input: With<CreateClusterInput, 'DBClusterIdentifier' | 'Engine'>,
): Check {
  const { DBClusterIdentifier: name, Port = defaultPort, BackupRetentionPeriod: days = 1 } = input;
  const problem =
    checkIdentifier('DBClusterIdentifier', name) ?? checkTags(input.Tags) ?? checkEngine(input.Engine);
  if (problem !== undefined) return problem;
  if (Port < 1150 || Port > 65_535) return invalidValue(say`Invalid port ${Port}: must be 1150 to 65535.`);
  if (days < 0 || days > 35)
    return invalidValue(say`Invalid backup retention period ${days}: must be 0 to 35.`);
  return checkFree(world, caller, name);
}

/** ARN of the key that encrypts the cluster, if any; without KmsKeyId it is the AWS managed key's. */
function encryptionOf(
  world: World,
  caller: Caller,
  { StorageEncrypted, KmsKeyId }: CreateClusterInput,
): Encryption | Reply<never> {
  if (StorageEncrypted !== true) {
    return KmsKeyId ? invalidCombination('KmsKeyId needs StorageEncrypted.') : { world, keyArn: undefined };
  }
  if (!KmsKeyId) {
    const [next, key] = managedKey(world, caller);
    return { world: next, keyArn: key.arn };
  }
  return encryptedWith(world, caller, KmsKeyId);
}

function backUp(world: World, cluster: Cluster): World {
  const name = automatedName(cluster.name, world.clock);
  return takeSnapshot(world, cluster, { name, type: 'automated', tags: clusterTags(cluster) })[0];
}
