import type { Bindings, Caller, CopyRequest, Realised, Setting } from '../model/index.ts';
import type { DBClusterSnapshot, HttpEdits, Tag, WorldDocument } from '../spec/generated/types.ts';

/** Something that answers CopyDBClusterSnapshot and can be judged. */
export interface Target {
  /** What a report calls it. */
  readonly name: string;
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
  /** Deletes a copy that a request made, if it is there. Resolves to what went wrong, if anything. */
  discard(caller: Caller, name: string): Promise<string | undefined>;
  /** Calls any operation of Neptune or KMS by its name, where a target offers them all. */
  readonly call?: (
    service: 'neptune' | 'kms',
    operation: string,
    caller: Caller,
    input: Readonly<Record<string, unknown>>,
  ) => Promise<CallResult>;
  /** Releases connections. */
  close(): Promise<void>;
}

/** An answer of the target that is a fault, or an answer that the SDK could not read. */
export interface CallFault {
  readonly name: string;
  readonly message: string;
  /** HTTP status; absent when nothing came back. */
  readonly status?: number;
}

/** The result of a call: AWS faults are values. */
export type CallResult<Output = Record<string, unknown>> =
  { readonly ok: true; readonly output: Output } | { readonly ok: false; readonly fault: CallFault };

/** Form parameters to set, or with null to remove. */
export type WireEdits = Readonly<Record<string, string | null>>;

/** One thing a target can or cannot do. */
export interface Capability {
  readonly name: string;
  readonly available: boolean;
  /** The target's own answer, or how it is done. */
  readonly detail: string;
}

/** A world that stands, or the reason why it does not. */
export type Staging =
  | {
      readonly kind: 'staged';
      readonly realised: Realised;
      readonly steps: readonly Step[];
      /** Whether everything is still in the status it was staged in; a reason when it is not. */
      recheck(): Promise<string | undefined>;
      /** Removes all that was made. Resolves to what could not be removed. */
      cleanUp(): Promise<readonly string[]>;
    }
  /** The target cannot do it: its cases are unmeasured. */
  | { readonly kind: 'impossible'; readonly reason: string }
  /** The harness could not do it. */
  | { readonly kind: 'failed'; readonly reason: string };

/** A call that was made to stage a world, so that it can be made again by hand. */
export interface Step {
  readonly service: 'neptune' | 'kms';
  readonly operation: string;
  readonly caller: Caller;
  readonly input: Readonly<Record<string, unknown>>;
  /** Name, in the world's document, of what the call is about. */
  readonly about?: string;
  /** What the target made up, by the member path that held it, as later steps use it. */
  readonly invented?: { readonly variable: string; readonly path: string; readonly value: string };
  /** Whether the run had to wait until the snapshot was available. */
  readonly awaited?: string;
  /** Whether the sequence goes on when the target refuses: of a copy in a search, either may be right. */
  readonly mayFail?: true;
}

/** An observation, or why there is none. */
export type Observed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** One call: what the SDK made of it and what went over the wire. */
export interface Exchange {
  readonly sdk: SdkResult;
  /** The last attempt's raw exchange; absent when nothing came back, or for targets without HTTP. */
  readonly http?: HttpExchange;
  /** How many attempts the SDK made. */
  readonly attempts: number;
}

/** What the SDK made of a call. */
export type SdkResult =
  | { readonly kind: 'output'; readonly snapshot: DBClusterSnapshot | undefined }
  /** An answer that the SDK turned into an exception. */
  | { readonly kind: 'exception'; readonly name: string; readonly message: string; readonly status?: number }
  /** No answer at all: refused connection, time-out. */
  | { readonly kind: 'no-answer'; readonly reason: string };

/** A raw HTTP exchange. */
export interface HttpExchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly body: string;
  };
  readonly response: HttpAnswer;
}

/** A raw HTTP answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Header names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** The names of a unit of work: as staged, with a name of its own for the copy. */
export const withNewName = (bindings: Bindings, newName: string): Bindings => ({
  ...bindings,
  setting: {
    ...bindings.setting,
    nameOf: (handle) => (handle === 'new' ? newName : bindings.setting.nameOf(handle)),
  },
});
