import {
  keyArn,
  meetsTags,
  placeOf,
  sameValue,
  snapshotName,
  zonesOf,
  type Caller,
  type SnapshotMember,
  type SnapshotShape,
} from '../../../model/index.ts';
import type { DBClusterSnapshot, SnapshotDocument } from '../../../contract/generated/types.ts';
import { completed } from '../completed.ts';
import { isPending, type Stage } from './stage-so-far.ts';
import { impossible, tooSoon } from './staging-stopped.ts';

/** Makes a snapshot as the document wants it, and makes sure that the target describes it so. */
export async function stageSnapshot(stage: Stage, handle: string, entry: SnapshotDocument): Promise<void> {
  const caller = placeOf(entry, stage.setting);
  const name = snapshotName(handle, entry, stage.setting);
  const made = await makeIn(stage, entry, caller, name);
  const shape = checked(stage, entry, caller, made);
  stage.snapshots[handle] = shape;
  await checkTags(stage, entry, caller, shape.DBClusterSnapshotArn);
  if (entry.sharedWith !== undefined)
    await share(stage, caller, shape.DBClusterSnapshotIdentifier, entry.sharedWith);
}

/** The ways in which AWS's operations bring a snapshot about. */
async function makeIn(
  stage: Stage,
  entry: SnapshotDocument,
  caller: Caller,
  name: string,
): Promise<DBClusterSnapshot> {
  const status = entry.status ?? 'available';
  if (status === 'failed' || status === 'deleting')
    impossible(`no AWS call leaves a snapshot in the status ${status}`);
  if (entry.identifier?.startsWith('awsbackup:') === true)
    impossible('AWS Backup alone makes snapshots of such a name');
  if (entry.type === 'automated') return takeAutomated(stage, entry, caller, name);
  if (entry.copyOf !== undefined)
    return copyTo(stage, caller, stage.snapshots[entry.copyOf]?.DBClusterSnapshotArn, name, status);
  const { fixtureBuilder } = stage;
  if (status === 'copying') {
    await takeManual(stage, entry, caller, `${name}-base`);
    const base = await fixtureBuilder.awaitAvailable(caller, `${name}-base`);
    return copyTo(stage, caller, base.DBClusterSnapshotIdentifier, name, status);
  }
  await takeManual(stage, entry, caller, name);
  if (status === 'creating')
    return pending(stage, caller, await fixtureBuilder.find(caller, name), ['creating']);
  return fixtureBuilder.awaitAvailable(caller, name);
}

async function takeManual(
  stage: Stage,
  entry: SnapshotDocument,
  caller: Caller,
  name: string,
): Promise<void> {
  const { fixtureBuilder } = stage;
  const cluster = await makeCluster(stage, entry, caller, name);
  await fixtureBuilder.call('neptune', 'CreateDBClusterSnapshot', caller, {
    DBClusterIdentifier: cluster,
    DBClusterSnapshotIdentifier: name,
    ...(entry.tags !== undefined && { Tags: entry.tags }),
  });
  if (entry.cluster?.deleted === true) {
    await fixtureBuilder.awaitAvailable(caller, name);
    await fixtureBuilder.call('neptune', 'DeleteDBCluster', caller, {
      DBClusterIdentifier: cluster,
      SkipFinalSnapshot: true,
    });
  }
}

async function takeAutomated(
  stage: Stage,
  entry: SnapshotDocument,
  caller: Caller,
  name: string,
): Promise<DBClusterSnapshot> {
  const cluster = await makeCluster(stage, entry, caller, name);
  const output = await stage.fixtureBuilder.call('neptune', 'DescribeDBClusterSnapshots', caller, {
    DBClusterIdentifier: cluster,
    SnapshotType: 'automated',
  });
  const [automated] = (output['DBClusterSnapshots'] ?? []) as DBClusterSnapshot[];
  const found = automated?.DBClusterSnapshotIdentifier;
  if (found === undefined) impossible('the target takes no automated snapshot of a new cluster');
  const variable = `automated_${stage.fixtureBuilder.steps.length}`;
  stage.fixtureBuilder.noteInvention(variable, 'DBClusterSnapshots[0].DBClusterSnapshotIdentifier', found);
  return stage.fixtureBuilder.awaitAvailable(caller, found);
}

async function makeCluster(
  stage: Stage,
  entry: SnapshotDocument,
  caller: Caller,
  name: string,
): Promise<string> {
  const { fixtureBuilder, keyArns } = stage;
  const cluster = `${name}-cluster`;
  const key = entry.encryptedWith;
  const keyArn =
    key === undefined || key === 'default'
      ? undefined
      : (keyArns[key] ?? impossible(`there is no key ${key}`));
  await fixtureBuilder.makeCluster(caller, cluster, {
    ...(key !== undefined && { StorageEncrypted: true }),
    ...(keyArn !== undefined && { KmsKeyId: keyArn }),
    ...(entry.cluster?.tags !== undefined && { Tags: entry.cluster.tags }),
    ...(entry.cluster?.copyTagsToSnapshot === true && { CopyTagsToSnapshot: true }),
    ...(entry.cluster?.zones !== undefined && { AvailabilityZones: zonesOf(caller, entry.cluster.zones) }),
    ...chosenMembers(entry.describes),
  });
  return cluster;
}

/** Members of a snapshot that can be chosen when its cluster is made. */
const chosenMembers = ({
  Port,
  EngineVersion,
  IAMDatabaseAuthenticationEnabled: iam,
}: DBClusterSnapshot = {}) => ({
  ...(Port !== undefined && { Port }),
  ...(EngineVersion !== undefined && { EngineVersion }),
  ...(iam !== undefined && { EnableIAMDatabaseAuthentication: iam }),
});

async function copyTo(
  stage: Stage,
  caller: Caller,
  source: string | undefined,
  name: string,
  status: string,
): Promise<DBClusterSnapshot> {
  const { fixtureBuilder } = stage;
  await fixtureBuilder.call('neptune', 'CopyDBClusterSnapshot', caller, {
    SourceDBClusterSnapshotIdentifier: source,
    TargetDBClusterSnapshotIdentifier: name,
  });
  if (status === 'available') return fixtureBuilder.awaitAvailable(caller, name);
  return pending(stage, caller, await fixtureBuilder.find(caller, name), ['creating', 'copying', 'pending']);
}

function pending(
  stage: Stage,
  caller: Caller,
  made: DBClusterSnapshot,
  wanted: readonly string[],
): DBClusterSnapshot {
  const status = made.Status ?? 'absent';
  if (!isPending(made) || !wanted.includes(status)) {
    tooSoon(`a new snapshot is ${status} at once, so none can be met while it is ${wanted.join(' or ')}`);
  }
  stage.pending.push({ caller, name: made.DBClusterSnapshotIdentifier ?? '' });
  return made;
}

/** A world that is not as it was asked for would make the verdict worthless. */
function checked(
  stage: Stage,
  entry: SnapshotDocument,
  caller: Caller,
  made: DBClusterSnapshot,
): SnapshotShape {
  const type = entry.type ?? 'manual';
  const shape = completed(made, caller, type);
  const { DBClusterSnapshotArn: arn, StorageEncrypted: encrypted } = shape;
  if (!arn.includes(`:${caller.region}:${caller.account}:`)) {
    impossible(
      `the staged snapshot's ARN is ${arn}, not of the account ${caller.account} in ${caller.region}`,
    );
  }
  if (encrypted !== (entry.encryptedWith !== undefined)) {
    impossible(`the staged snapshot is ${encrypted ? 'encrypted' : 'unencrypted'}, which was not asked for`);
  }
  const key = entry.encryptedWith === undefined ? undefined : stage.keyArns[entry.encryptedWith];
  if (encrypted && !made.KmsKeyId?.startsWith(keyArn(caller, ''))) {
    impossible(
      `the staged snapshot's KmsKeyId is ${made.KmsKeyId ?? 'absent'}, which is no ARN of a key of its place`,
    );
  }
  if (key !== undefined && made.KmsKeyId !== key) {
    impossible(`the staged snapshot is encrypted with ${made.KmsKeyId ?? 'no key'}, not with ${key}`);
  }
  for (const [member, value] of Object.entries(entry.describes ?? {}) as [SnapshotMember, never][]) {
    if (!sameValue(member, value, made[member]))
      impossible(`no AWS call makes a snapshot whose ${member} is ${String(value)}`);
  }
  const zones = entry.cluster?.zones && zonesOf(caller, entry.cluster.zones);
  if (zones !== undefined && !sameValue('AvailabilityZones', zones, made.AvailabilityZones))
    impossible(`the staged snapshot's zones are ${String(made.AvailabilityZones)}, not ${String(zones)}`);
  if (shape.SnapshotType !== type) impossible(`the staged snapshot is of the type ${shape.SnapshotType}`);
  return shape;
}

async function checkTags(
  { fixtureBuilder }: Stage,
  entry: SnapshotDocument,
  caller: Caller,
  arn: string,
): Promise<void> {
  if (entry.tags === undefined) return;
  if (entry.type === 'automated')
    await fixtureBuilder.call('neptune', 'AddTagsToResource', caller, {
      ResourceName: arn,
      Tags: entry.tags,
    });
  const listed = await fixtureBuilder.tagsOf(caller, arn);
  if (!meetsTags({ rule: 'copy-tags-all', required: entry.tags, optional: [] }, listed)) {
    impossible(`ListTagsForResource shows ${JSON.stringify(listed)} for the staged snapshot`);
  }
}

async function share(stage: Stage, caller: Caller, name: string, roles: readonly string[]): Promise<void> {
  const { fixtureBuilder, setting } = stage;
  const accounts = roles.map((role) =>
    role === 'all' ? 'all' : placeOf({ account: role }, setting).account,
  );
  await fixtureBuilder.call('neptune', 'ModifyDBClusterSnapshotAttribute', caller, {
    DBClusterSnapshotIdentifier: name,
    AttributeName: 'restore',
    ValuesToAdd: accounts,
  });
}
