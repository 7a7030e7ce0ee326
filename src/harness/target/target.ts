import type { Situation } from '../../contract/case.ts';
import type { Bindings, Caller, CopyRequest, Found, Setting } from '../../model/index.ts';
import type {
  Call,
  DBClusterSnapshot,
  HttpEdits,
  Tag,
  WorldDocument,
} from '../../contract/generated/types.ts';
import type { Allowance } from './allowance.ts';
import type { Waits } from './copy-waits.ts';
import type { Tools } from './endpoint/tools.ts';
import type { Capability, Exchange, Observed, Step, WireEdits } from './exchange.ts';

export type * from './exchange.ts';

/** Something that answers CopyDBClusterSnapshot and can be judged. */
export interface Target {
  /** What a report calls it. */
  readonly name: string;
  /** The run that judges it; part of every name that is made up for it. */
  readonly runId: string;
  /** URL, for a target that has one. */
  readonly endpoint?: string;
  /** What it says of its version, if anything. */
  readonly version?: string;
  /** Accounts and Regions that play the roles. */
  readonly setting: Pick<Setting, 'accounts' | 'regions'>;
  /** What it can do, as far as harmless calls tell. */
  readonly capabilities: readonly Capability[];
  /** Makes a world; `nameOf` gives real names. */
  stage(given: WorldDocument, nameOf: Setting['nameOf']): Promise<Staging>;
  /** Sends one CopyDBClusterSnapshot; edits of the form are made after the SDK has written it. */
  send(caller: Caller, request: CopyRequest, wire: WireEdits, http?: HttpEdits): Promise<Exchange>;
  /** What DescribeDBClusterSnapshots shows under that name. */
  describe(caller: Caller, name: string): Promise<Observed<DBClusterSnapshot | undefined>>;
  /** What ListTagsForResource shows. */
  listTags(caller: Caller, arn: string): Promise<Observed<readonly Tag[]>>;
  /** Deletes a copy that a request made, by the name it was asked for. Resolves to what went wrong, if anything. */
  discard(caller: Caller, name: string): Promise<string | undefined>;
  /** Makes, alters and removes things step by step, where a target offers that. */
  readonly tools?: Tools;
  /** Removes what was kept from one world to the next. Resolves to what could not be removed, in words. */
  release?(): Promise<readonly string[]>;
  /** Removes what the run still has there, once it is done. Resolves to what is left behind, in words. */
  sweep(): Promise<readonly string[]>;
  /** How long copies are waited for; as long as usual unless given. */
  readonly waits?: Waits;
  /** Until when calls may be made; for ever unless given. */
  readonly allowance?: Allowance;
  /** How many answers were larger than what is read of one. */
  tooLarge?(): number;
  /** A view of the target for calls that belong together, where they are recorded. */
  piece?(work: Work): Piece;
  /** Takes what is secret out of whatever is kept of a run; absent where a target has no secrets. */
  readonly redact?: Redact;
  /** Releases connections. */
  close(): Promise<void>;
}

/** Calls that belong together: those for a case in the world that it was given, or those of a sequence. */
export type Work = CaseWork | SequenceWork;

/** The call of a case, and the looks that follow it. */
export interface CaseWork {
  readonly kind: 'case';
  readonly label: string;
  readonly situation: Situation;
  /** Whether the copy is followed until it is done. */
  readonly follow: boolean;
  /** What all names of its world begin with, and the name that the copy is to have. */
  readonly names: { readonly prefix: string; readonly copy: string };
  /** Its world as the target described it. */
  readonly found?: Found;
}

/** The calls of a sequence. */
export interface SequenceWork {
  readonly kind: 'sequence';
  readonly calls: readonly Call[];
  /** Whether all places are looked at after every call. */
  readonly closely: boolean;
  /** What all its names begin with. */
  readonly prefix: string;
}

/** Calls that belong together, while they are made. */
export interface Piece {
  readonly target: Target;
  /** What names begin with, where that is known from a recording. */
  readonly prefix?: string;
  /** Is told when they are done. */
  end(): Promise<void>;
}

/** Takes what is secret out of the texts of a value; the rest of it stays as it is. */
export type Redact = <T>(value: T) => T;

/** A world that stands, or the reason why it does not. */
export type Staging =
  | {
      readonly kind: 'staged';
      /** What the target made up: ids of keys, and snapshots as it describes them. As in the model unless told. */
      readonly found?: Found;
      readonly steps: readonly Step[];
      /** Whether everything is still in the status it was staged in; a reason when it is not. */
      recheck(): Promise<string | undefined>;
      /** Removes all that was made. Resolves to what could not be removed. */
      cleanUp(): Promise<readonly string[]>;
    }
  /** The target cannot do it: its cases are inconclusive. */
  | {
      readonly kind: 'impossible';
      readonly reason: string;
      /** Set when it may be possible while no other world stands beside it. */
      readonly mayPass?: true;
      /** Set when something was done before it could be met on its way. */
      readonly tooSoon?: true;
    }
  /** The harness could not do it. */
  | { readonly kind: 'failed'; readonly reason: string; readonly mayPass?: true };

/** The names of a unit of work: as staged, with a name of its own for the copy. */
export const withNewName = (bindings: Bindings, newName: string): Bindings => ({
  ...bindings,
  setting: {
    ...bindings.setting,
    nameOf: (handle) => (handle === 'new' ? newName : bindings.setting.nameOf(handle)),
  },
});
