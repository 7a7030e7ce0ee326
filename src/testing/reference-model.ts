import {
  AddTagsToResourceCommand,
  CopyDBClusterSnapshotCommand,
  CreateDBClusterCommand,
  CreateDBClusterSnapshotCommand,
  DeleteDBClusterCommand,
  DeleteDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotAttributesCommand,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBClustersCommand,
  ListTagsForResourceCommand,
  ModifyDBClusterSnapshotAttributeCommand,
  RemoveTagsFromResourceCommand,
  type NeptuneClient,
} from '@aws-sdk/client-neptune';
import type { AwsClientStub } from 'aws-sdk-client-mock';
import { advance } from '../model/lifecycle.ts';
import { operations, type ActionOf } from '../model/operations/index.ts';
import { refuseWith, type Operation, type Reply } from '../model/operations/reply.ts';
import type { Caller } from '../model/place.ts';
import { makeId, type World } from '../model/world.ts';
import { neptuneActions } from '../protocol/actions.ts';
import { readInput, writeInput } from '../protocol/read-input.ts';
import { toException } from './exceptions.ts';

/** What a mocked client is to find. */
export interface ReferenceModelOptions {
  readonly world: World;
  /** Who calls; a function tells it of each client, where clients of several accounts or Regions are mocked. */
  readonly caller: Caller | ((client: NeptuneClient) => Caller | Promise<Caller>);
}

/** The world behind a mocked client. */
export interface ReferenceModel {
  world(): World;
  setWorld(world: World): void;
  /** Lets time pass: copies under way progress. */
  advance(milliseconds: number): void;
}

type Action = ActionOf<'neptune'>;
type MockedCommand = Parameters<AwsClientStub<NeptuneClient>['on']>[0];

/** The SDK's command for each operation; the compiler sees to it that none is missing. */
const commands: Readonly<Record<Action, unknown>> = {
  AddTagsToResource: AddTagsToResourceCommand,
  CopyDBClusterSnapshot: CopyDBClusterSnapshotCommand,
  CreateDBCluster: CreateDBClusterCommand,
  CreateDBClusterSnapshot: CreateDBClusterSnapshotCommand,
  DeleteDBCluster: DeleteDBClusterCommand,
  DeleteDBClusterSnapshot: DeleteDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotAttributes: DescribeDBClusterSnapshotAttributesCommand,
  DescribeDBClusterSnapshots: DescribeDBClusterSnapshotsCommand,
  DescribeDBClusters: DescribeDBClustersCommand,
  ListTagsForResource: ListTagsForResourceCommand,
  ModifyDBClusterSnapshotAttribute: ModifyDBClusterSnapshotAttributeCommand,
  RemoveTagsFromResource: RemoveTagsFromResourceCommand,
};

/**
 * Answers a mocked client's commands from the reference model: outputs as the SDK gives them, faults as the
 * exceptions that the SDK throws. Time stands still but for `advance`.
 */
export function installReferenceModel(
  mock: AwsClientStub<NeptuneClient>,
  { world: start, caller }: ReferenceModelOptions,
): ReferenceModel {
  let world = start;
  for (const action of Object.keys(commands) as Action[]) {
    mock
      .on(commands[action] as MockedCommand)
      .callsFake(async (input: object, getClient: () => unknown): Promise<object> => {
        const from = typeof caller === 'function' ? await caller(getClient() as NeptuneClient) : caller;
        const [numbered, requestId] = makeId(world);
        const [next, reply] = perform(numbered, from, action, input);
        world = next;
        if (!reply.ok) throw toException(reply.fault, requestId);
        const $metadata = { httpStatusCode: 200, requestId, attempts: 1, totalRetryDelay: 0 };
        return { ...(withDates(reply.output) as object), $metadata };
      });
  }
  return {
    world: () => world,
    setWorld(next) {
      world = next;
    },
    advance(milliseconds) {
      world = advance(world, world.clock + milliseconds);
    },
  };
}

/** Runs an operation on the input as it arrives: written as a form and read again, as over the wire. */
function perform(world: World, caller: Caller, action: Action, input: object): readonly [World, Reply] {
  const members = neptuneActions[action];
  const arrived = readInput(new Map(writeInput(input, members)), members);
  if (!arrived.ok) return [world, refuseWith({ shape: 'InvalidParameterValue', message: arrived.problem })];
  return (operations.neptune[action] as Operation)(world, caller, arrived.value as never);
}

/** Members that are times; the SDK gives them as Date. */
const times = new Set(['SnapshotCreateTime', 'ClusterCreateTime']);

function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      times.has(name) && typeof part === 'string' ? new Date(part) : withDates(part),
    ]),
  );
}
