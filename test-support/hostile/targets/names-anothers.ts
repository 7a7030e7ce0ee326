import { parseArn } from '../../../src/model/world/arn.ts';
import type { HttpResponse } from '../../../src/protocol/http.ts';
import type { RuleId } from '../../../src/contract/generated/catalogue.ts';
import { uuidFrom } from '../../../src/model/world/world.ts';
import type { Call } from '../call.ts';
import { replaced } from '../answers.ts';
import { hostile, usualRules, type Expected } from '../target.ts';

/** The operation that names something of somebody else in its answer, and what must come of that. */
const operations: Readonly<Record<string, { expected: Expected; rules?: readonly RuleId[] }>> = {
  CopyDBClusterSnapshot: { expected: { exit: [1], leftBehind: /prod-backup/ } },
  CreateDBClusterSnapshot: { expected: { exit: [0, 1, 2] } },
  CreateDBCluster: { expected: { exit: [0, 1, 2] } },
  CreateKey: { expected: { exit: [0, 1, 2] }, rules: ['copy-new-key', 'kms-key-accessible'] },
};

export const namesAnothers = Object.entries(operations).map(([action, { expected, rules = usualRules }]) =>
  hostile(
    {
      name: `names somebody else's in its answer to ${action}`,
      why: 'names out of an answer were deleted; the copy that was asked for is there all the same',
      expected,
      rules,
    },
    () => ({
      answer: (call, honestly) => {
        const answer = honestly();
        return call.action === action && answer.status === 200 ? renamed(call, answer) : answer;
      },
    }),
  ),
);

/** What was asked for is done, but the answer names a thing that stood there before. */
function renamed({ action, input }: Call, answer: HttpResponse): HttpResponse {
  if (action === 'CreateKey') {
    const { KeyMetadata } = JSON.parse(answer.body) as { KeyMetadata: { KeyId: string; Arn: string } };
    return replaced(answer, KeyMetadata.KeyId, uuidFrom(9_000 + placeIndex(KeyMetadata.Arn)));
  }
  if (action === 'CreateDBCluster') {
    return replaced(answer, (input['DBClusterIdentifier'] ?? '').toLowerCase(), 'prod');
  }
  const name =
    action === 'CopyDBClusterSnapshot'
      ? input['TargetDBClusterSnapshotIdentifier']
      : input['DBClusterSnapshotIdentifier'];
  const element = (text: string): string =>
    `<DBClusterSnapshotIdentifier>${text}</DBClusterSnapshotIdentifier>`;
  const folded = (name ?? '').toLowerCase();
  const shown = replaced(answer, element(folded), element('prod-backup'));
  return replaced(
    shown,
    `:cluster-snapshot:${folded}</DBClusterSnapshotArn>`,
    ':cluster-snapshot:prod-backup</DBClusterSnapshotArn>',
  );
}

/** Which of the places it is: each has a key of its own. */
function placeIndex(arn: string): number {
  const { account, region } = parseArn(arn) ?? { account: '', region: '' };
  return (account.startsWith('1') ? 0 : 2) + (region === 'us-east-1' ? 0 : 1);
}
