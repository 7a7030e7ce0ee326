import type { Caller, CopyRequest } from '../model/index.ts';
import type { HttpExchange, Step, WireEdits } from '../targets/target.ts';
import type { Access } from '../targets/endpoint/accounts.ts';

/** All that a script needs to show a deviation again. */
export interface Scene {
  /** What the script shows, in a line or two. */
  readonly title: string;
  readonly endpoint: string;
  readonly access: ReadonlyMap<string, Access>;
  /** Calls that bring the world about. */
  readonly steps: readonly Step[];
  /** The call under test. */
  readonly caller: Caller;
  readonly request: CopyRequest;
  readonly wire: WireEdits;
  readonly http?: HttpExchange;
  /** What to look at afterwards, if the answer alone does not show it. */
  readonly look: 'answer' | 'tags' | 'description';
}

/** Whether an SDK would send the request as it is: nothing missing that it insists on, nothing edited. */
export const isOrdinary = ({ request, wire }: Scene): boolean =>
  Object.keys(wire).length === 0 &&
  request.SourceDBClusterSnapshotIdentifier !== undefined &&
  request.TargetDBClusterSnapshotIdentifier !== undefined;

/** Calls that remove what the steps made, last things first. Keys can only be scheduled for deletion. */
export function undo(steps: readonly Step[]): Step[] {
  return [...steps].reverse().flatMap((step) => {
    const inverse = inverses[step.operation]?.(step);
    if (inverse === undefined) return [];
    return [{ service: step.service, caller: step.caller, ...inverse }];
  });
}

type Inverse = Pick<Step, 'operation' | 'input'>;

const inverses: Readonly<Record<string, (step: Step) => Inverse | undefined>> = {
  CreateDBCluster: ({ input }) => ({
    operation: 'DeleteDBCluster',
    input: { DBClusterIdentifier: input['DBClusterIdentifier'], SkipFinalSnapshot: true },
  }),
  CreateDBClusterSnapshot: ({ input }) => ({
    operation: 'DeleteDBClusterSnapshot',
    input: { DBClusterSnapshotIdentifier: input['DBClusterSnapshotIdentifier'] },
  }),
  CopyDBClusterSnapshot: ({ input }) => ({
    operation: 'DeleteDBClusterSnapshot',
    input: { DBClusterSnapshotIdentifier: input['TargetDBClusterSnapshotIdentifier'] },
  }),
  CreateAlias: ({ input }) => ({ operation: 'DeleteAlias', input: { AliasName: input['AliasName'] } }),
  CreateKey: ({ invented }) =>
    invented === undefined
      ? undefined
      : { operation: 'ScheduleKeyDeletion', input: { KeyId: invented.value, PendingWindowInDays: 7 } },
};
