import { queryServices } from '../../../src/protocol/actions.ts';
import { writeJson } from '../../../src/protocol/json.ts';
import { writeReply } from '../../../src/protocol/write-xml.ts';
import { emptySuccess } from '../answers.ts';
import type { Call } from '../call.ts';
import { hostile } from '../target.ts';

export const answersSuccess = hostile(
  {
    name: 'answers success to everything',
    why: 'a stub of ten lines; it had a green badge',
    expected: { exit: [2], report: false },
  },
  () => ({ answer: emptySuccess }),
);

export const answersSuccessAndLists = hostile(
  {
    name: 'answers success to everything, and lists nothing',
    why: 'it gets over the door, and nothing can be measured',
    expected: { exit: [2], says: /could not be judged/ },
  },
  () => ({
    answer: (call) => (call.action === 'DescribeDBClusterSnapshots' ? listing(call, []) : emptySuccess(call)),
  }),
);

export const answersWhatIsAsked = hostile(
  {
    name: 'answers with whatever was asked for, and does nothing',
    why: 'its answers echo the request: what is described is what was asked for, but nothing was made',
    expected: { exit: [1, 2] },
    rules: [],
  },
  () => ({ answer: parrot }),
);

const id = '00000000-0000-4000-8000-000000000000';
const listing = (call: Call, snapshots: readonly object[]) =>
  writeReply(queryServices.neptune, call.action, { DBClusterSnapshots: snapshots }, id);

function parrot(call: Call) {
  const { service, action, input } = call;
  if (service === 'kms') {
    const KeyId = input['KeyId'] ?? id;
    const Arn = `arn:aws:kms:${call.caller.region}:${call.caller.account}:key/${KeyId}`;
    return writeJson({ KeyMetadata: { KeyId, Arn, KeyState: 'Enabled', KeyManager: 'CUSTOMER' } }, id);
  }
  if (service === 'sts') {
    const { account } = call.caller;
    return writeReply(
      queryServices.sts,
      action,
      { Account: account, Arn: `arn:aws:iam::${account}:root`, UserId: account },
      id,
    );
  }
  const name = input['TargetDBClusterSnapshotIdentifier'] ?? input['DBClusterSnapshotIdentifier'] ?? 'n';
  const snapshot = {
    ...input,
    DBClusterSnapshotIdentifier: name,
    DBClusterSnapshotArn: `arn:aws:rds:${call.caller.region}:${call.caller.account}:cluster-snapshot:${name}`,
    Status: 'available',
    SnapshotType: 'manual',
    StorageEncrypted: false,
  };
  if (action === 'DescribeDBClusterSnapshots') return listing(call, [snapshot]);
  return writeReply(queryServices.neptune, action, { DBClusterSnapshot: snapshot }, id);
}
