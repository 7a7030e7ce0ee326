import type { Caller, CopyRequest } from '../../model/index.ts';
import type { HttpEdits } from '../../contract/generated/types.ts';
import type { HttpExchange, Step, WireEdits } from '../target/target.ts';
import type { Access } from '../target/endpoint/accounts.ts';

/** All that a script needs to show a deviation again. */
export interface Scene {
  /** What the script shows, in a line or two. */
  readonly title: string;
  readonly endpoint: string;
  /** Where KMS is, if elsewhere. */
  readonly kmsEndpoint?: string;
  readonly access: ReadonlyMap<string, Access>;
  /** Calls that bring the world about. */
  readonly steps: readonly Step[];
  /** The call under test. */
  readonly caller: Caller;
  readonly request: CopyRequest;
  readonly wire: WireEdits;
  /** How the form is written and carried, where that is not as an SDK does it. */
  readonly edits?: HttpEdits;
  readonly http?: HttpExchange;
  /**
   * What shows the deviation: the answer as a client reads it, the answer as it came over the wire, or a look
   * at the target afterwards.
   */
  readonly look: 'answer' | 'wire' | 'tags' | 'description' | 'source';
  /** The very call that shows it, where that is known. */
  readonly seenBy?: Step;
}

/** Whether an SDK would send the request as it is: nothing missing that it insists on, nothing edited. */
export const isOrdinary = ({ request, wire, edits }: Scene): boolean =>
  edits === undefined &&
  Object.keys(wire).length === 0 &&
  request.SourceDBClusterSnapshotIdentifier !== undefined &&
  request.TargetDBClusterSnapshotIdentifier !== undefined;
