import type { Caller, CopyRequest } from '../../model/index.ts';
import type { Actual, Expected, HttpEdits } from '../../contract/generated/types.ts';
import type { HttpExchange, Step, WireEdits } from '../target/target.ts';
import type { Access } from '../target/endpoint/accounts.ts';
import type { TlsOptions } from '../target/endpoint/tls.ts';

/** All that a script needs to show a deviation again. */
export interface Scenario {
  /** What the script shows: the rule, and where it was seen. */
  readonly title: string;
  readonly expected: Expected;
  readonly actual: Actual;
  readonly endpoint: string;
  /** Where KMS is, if elsewhere. */
  readonly kmsEndpoint?: string;
  /** How certificates are checked, where it was told. */
  readonly tls?: TlsOptions;
  /** As whom a script calls, where the target answers others otherwise: the User-Agent of the SDK that judged. */
  readonly userAgent?: string;
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
  /** Calls that were made between the call under test and the look at what it led to; none unless given. */
  readonly after?: readonly Step[];
  /**
   * What shows the deviation: the answer as a client reads it, the answer as it came over the wire, or a look
   * at the target afterwards.
   */
  readonly look: 'answer' | 'wire' | 'tags' | 'description' | 'source';
  /** The very call that shows it, where that is known. */
  readonly seenBy?: Step;
}

/** Whether an SDK would send the request as it is: nothing missing that it insists on, nothing edited. */
export const isOrdinary = ({ request, wire, edits }: Scenario): boolean =>
  edits === undefined &&
  Object.keys(wire).length === 0 &&
  request.SourceDBClusterSnapshotIdentifier !== undefined &&
  request.TargetDBClusterSnapshotIdentifier !== undefined;
