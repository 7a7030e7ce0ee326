import { parseSnapshotArn } from '../../model/world/arn.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import { answerProblems } from './answer-forms.ts';
import type { Belief } from './belief.ts';
import { unknownCaller } from './callers.ts';
import { copyProblems } from './copies.ts';
import { problem, shown, type Problem } from './finding.ts';
import { copyShapeProblems, snapshotOf, snapshotProblems, snapshotsOf, statusProblems } from './shapes.ts';
import type { AnsweredCall } from './witness.ts';

/** How an output is looked at. */
export interface Looking {
  readonly belief: Belief;
  readonly partial: boolean;
  /** Whether the request is of a form that can be judged. */
  readonly isReadable: boolean;
}

/** What of an output cannot be for its request, whatever was answered before. */
export function outputProblems(call: AnsweredCall, { belief, partial, isReadable }: Looking): Problem[] {
  const { operation, input, output, caller } = call;
  const snapshot = snapshotOf(output);
  if (operation === 'CopyDBClusterSnapshot') {
    const impossible =
      isReadable && snapshot !== undefined ? copyProblems(belief, caller, input, snapshot, partial) : [];
    return [...(partial && snapshot === undefined ? [] : copyShapeProblems(output)), ...impossible];
  }
  const wrong = [
    ...statusProblems(output['$metadata']),
    ...answerProblems(operation, input, output, partial),
  ];
  if (operation === 'DescribeDBClusterSnapshots') {
    const list = Array.isArray(output['DBClusterSnapshots'])
      ? (output['DBClusterSnapshots'] as unknown[])
      : [];
    const each = list.flatMap((item, i) => snapshotProblems(item, `DBClusterSnapshots[${i}]`, partial));
    return [...wrong, ...each, ...selectionProblems(call, snapshotsOf(output))];
  }
  if (snapshot === undefined) return wrong;
  const { SnapshotType: type = 'manual' } = snapshot;
  const isOther = operation === 'CreateDBClusterSnapshot' && type !== 'manual';
  return [
    ...wrong,
    ...snapshotProblems(output['DBClusterSnapshot'], 'DBClusterSnapshot', true),
    ...(isOther ? [problem('mock/other-answer', 'SnapshotType "manual"', shown(type))] : []),
  ];
}

/** Snapshots of a type, or of an account, for which nobody has asked. */
function selectionProblems({ input, caller }: AnsweredCall, list: readonly DBClusterSnapshot[]): Problem[] {
  const { SnapshotType: type, IncludeShared, IncludePublic, DBClusterSnapshotIdentifier: name } = input;
  const other =
    type === 'manual' || type === 'automated'
      ? list.find(({ SnapshotType = type }) => SnapshotType !== type)
      : undefined;
  const wrongType =
    other === undefined
      ? []
      : [problem('mock/other-answer', `SnapshotType ${shown(type)}`, shown(other.SnapshotType))];
  const isOpen = type === 'shared' || type === 'public' || IncludeShared === true || IncludePublic === true;
  if (isOpen || (name !== undefined && name !== '')) return wrongType;
  const accounts = new Set(
    list.flatMap(({ DBClusterSnapshotArn: arn = '' }) => parseSnapshotArn(arn)?.account ?? []),
  );
  if (caller.account !== unknownCaller.account) accounts.add(caller.account);
  if (accounts.size < 2) return wrongType;
  return [
    ...wrongType,
    problem('mock/foreign', 'snapshots of one account', `those of ${[...accounts].join(', ')}`),
  ];
}
