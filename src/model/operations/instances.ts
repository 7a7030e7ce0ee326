import { instanceArn } from '../world/arn.ts';
import { say } from '../world/say.ts';
import { placeState, type Cluster, type Instance, type World } from '../world/world.ts';
import type { Place } from '../world/place.ts';
import { checkEngine, checkIdentifier, present } from './checks.ts';
import { isNamed, putCluster, resolveCluster } from './clusters.ts';
import { clusterNotFound } from './create-snapshot.ts';
import { filtered, type Filter, type Filters } from './filters.ts';
import { pageOf, type PageInput } from './page.ts';
import { accept, isRefusal, refuse, type Operation, type Reply } from './reply.ts';

/** CreateDBInstanceMessage, as far as waiting for an instance asks. */
export interface CreateInstanceInput {
  readonly DBInstanceIdentifier?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly Engine?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
}

/** DeleteDBInstanceMessage, as far as it matters to clusters, whose data outlives their instances. */
export interface DeleteInstanceInput {
  readonly DBInstanceIdentifier?: string | undefined;
}

/** DescribeDBInstancesMessage. */
export interface DescribeInstancesInput extends PageInput {
  readonly DBInstanceIdentifier?: string | undefined;
  readonly Filters?: readonly Filter[] | undefined;
}

/** What operations on one instance answer. */
export interface InstanceOutput {
  readonly DBInstance: InstanceShape;
}

/** DBInstance as far as the model knows it. */
type InstanceShape = ReturnType<typeof instanceShape>;

/** An instance, and the cluster it is of. */
interface Member {
  readonly cluster: Cluster;
  readonly instance: Instance;
}

/** CreateDBInstance in a cluster: available at once. Faults: those of identifiers, DBClusterNotFoundFault, DBInstanceAlreadyExists. */
export const createDBInstance: Operation<CreateInstanceInput, InstanceOutput> = (world, caller, input) => {
  const given = present(input, 'DBInstanceIdentifier', 'DBInstanceClass', 'Engine', 'DBClusterIdentifier');
  if (isRefusal(given)) return [world, given];
  const { DBInstanceIdentifier: name, DBClusterIdentifier: of, DBInstanceClass: instanceClass } = given;
  const problem = checkIdentifier('DBInstanceIdentifier', name) ?? checkEngine(given.Engine);
  if (problem !== undefined) return [world, problem];
  const cluster = resolveCluster(world, caller, of);
  if (cluster === undefined) return [world, clusterNotFound(of)];
  if (findInstance(world, caller, name) !== undefined)
    return [world, refuse('DBInstanceAlreadyExists', 400, say`DB instance ${name} already exists.`)];
  const instance = { name: name.toLowerCase(), instanceClass, createdAt: world.clock };
  const next = putCluster(world, { ...cluster, instances: [...(cluster.instances ?? []), instance] });
  return [next, accept({ DBInstance: instanceShape({ cluster, instance }) })];
};

/** DeleteDBInstance: gone at once. Fault: DBInstanceNotFound. */
export const deleteDBInstance: Operation<DeleteInstanceInput, InstanceOutput> = (world, caller, input) => {
  const given = present(input, 'DBInstanceIdentifier');
  if (isRefusal(given)) return [world, given];
  const { DBInstanceIdentifier: name } = given;
  const member = findInstance(world, caller, name);
  if (member === undefined) return [world, instanceNotFound(name)];
  const { cluster, instance } = member;
  const instances = (cluster.instances ?? []).filter((each) => each !== instance);
  const shape = { ...instanceShape(member), DBInstanceStatus: 'deleting' };
  return [putCluster(world, { ...cluster, instances }), accept({ DBInstance: shape })];
};

/** DescribeDBInstances: one by its name, or all. Faults: DBInstanceNotFound, InvalidParameterValue. */
export const describeDBInstances: Operation<
  DescribeInstancesInput,
  { readonly Marker?: string; readonly DBInstances: readonly InstanceShape[] }
> = (world, caller, input) => {
  const { DBInstanceIdentifier: name } = input;
  const one = name ? findInstance(world, caller, name) : undefined;
  if (name && one === undefined) return [world, instanceNotFound(name)];
  const chosen = filtered(one === undefined ? members(world, caller) : [one], input.Filters, instanceFilters);
  if (isRefusal(chosen)) return [world, chosen];
  const page = pageOf(chosen, ({ instance }) => instance.name, input);
  if (isRefusal(page)) return [world, page];
  return [world, accept({ ...page.marker, DBInstances: page.items.map(instanceShape) })];
};

const instanceFilters: Filters<Member> = {
  'db-cluster-id': ({ cluster }, value) => isNamed(cluster, value),
  engine: (_, value) => value === 'neptune',
};

const members = (world: World, place: Place): readonly Member[] =>
  [...placeState(world, place).clusters.values()].flatMap((cluster) =>
    (cluster.instances ?? []).map((instance) => ({ cluster, instance })),
  );

const findInstance = (world: World, place: Place, name: string): Member | undefined =>
  members(world, place).find(({ instance }) => instance.name === name.toLowerCase());

const instanceNotFound = (name: string): Reply<never> =>
  refuse('DBInstanceNotFound', 404, say`DBInstance ${name} not found.`);

function instanceShape({ cluster, instance }: Member) {
  const { place, name, kmsKeyArn } = cluster;
  return {
    DBInstanceIdentifier: instance.name,
    DBInstanceClass: instance.instanceClass,
    Engine: 'neptune',
    DBInstanceStatus: 'available',
    InstanceCreateTime: new Date(instance.createdAt).toISOString(),
    EngineVersion: cluster.engineVersion,
    DBClusterIdentifier: name,
    StorageEncrypted: kmsKeyArn !== undefined,
    ...(kmsKeyArn !== undefined && { KmsKeyId: kmsKeyArn }),
    DBInstanceArn: instanceArn(place, instance.name),
  };
}
