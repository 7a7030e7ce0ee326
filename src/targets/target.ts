import type { Bindings, Caller, CopyRequest, Realised, Setting } from '../model/index.ts';
import type { DBClusterSnapshot, HttpEdits, Tag, WorldDocument } from '../spec/generated/types.ts';
import type { Tools } from './endpoint/workshop.ts';
import type { Resource } from './guard/resource.ts';
import type { Allowance } from './allowance.ts';
import type { CopyWaits } from './copy-waits.ts';

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
  /** Removes what the run still has there, once it is done. Resolves to what is left behind, in words. */
  sweep(): Promise<readonly string[]>;
  /** How long copies are waited for; as long as usual unless given. */
  readonly waits?: CopyWaits;
  /** Until when calls may be made; for ever unless given. */
  readonly allowance?: Allowance;
  /** How many answers were larger than what is read of one. */
  tooLarge?(): number;
  /** Takes what is secret out of whatever is kept of a run; absent where a target has no secrets. */
  readonly redact?: Redact;
  /** Releases connections. */
  close(): Promise<void>;
}

/** Takes what is secret out of the texts of a value; the rest of it stays as it is. */
export type Redact = <T>(value: T) => T;

/** An answer of the target that is a fault, or an answer that the SDK could not read. */
export interface CallFault {
  readonly name: string;
  readonly message: string;
  /** HTTP status; absent when nothing came back. */
  readonly status?: number;
  /** Set when the call was not made, because it would have touched what is not this run's. */
  readonly refused?: true;
}

/** The result of a call: AWS faults are values. */
export type CallResult<Output = Record<string, unknown>> =
  | {
      readonly ok: true;
      readonly output: Output;
      /** What the call made, which is this run's from now on. */
      readonly made?: Resource;
    }
  | { readonly ok: false; readonly fault: CallFault };

/** What an accepted copy says of the name that was asked for. */
export type Claim =
  /** It was made under that name, which was free before: it is this run's, which may discard it. */
  | { readonly kind: 'ours' }
  /** It was made under another name, if at all. Whose that is cannot be known; it is left alone. */
  | { readonly kind: 'another'; readonly name: string };

/** Form parameters to set, or with null to remove. */
export type WireEdits = Readonly<Record<string, string | null>>;

/** One thing a target can or cannot do. */
export interface Capability {
  readonly name: string;
  readonly available: boolean;
  /** The target's own answer, or how it is done. */
  readonly detail: string;
  /** Set when no answer came at all, so that the target has not said that it cannot. */
  readonly silent?: true;
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
export type Observed<T> = { readonly ok: true; readonly value: T } | Unseen;

/** Why there is no observation. */
export interface Unseen {
  readonly ok: false;
  readonly reason: string;
  /** Whether nothing came back, so that it says nothing of the target. */
  readonly silent?: true;
  /** What is wrong with a list whose pages do not come to an end. */
  readonly endless?: string;
}

/** One call: what the SDK made of it and what went over the wire. */
export interface Exchange {
  readonly sdk: SdkResult;
  /** The last attempt's raw exchange; absent when nothing came back, or for targets without HTTP. */
  readonly http?: HttpExchange;
  /** How many attempts the SDK made. */
  readonly attempts: number;
  /** Whose the copy is, where one was answered that did not stand there before. */
  readonly claim?: Claim;
}

/** What the SDK made of a call. */
export type SdkResult =
  | { readonly kind: 'output'; readonly snapshot: DBClusterSnapshot | undefined }
  /** An answer that the SDK turned into an exception. */
  | { readonly kind: 'exception'; readonly name: string; readonly message: string; readonly status?: number }
  /** No answer at all: refused connection, time-out. */
  | { readonly kind: 'no-answer'; readonly reason: string }
  /** The call was not made: the name under test is somebody's at this target. */
  | { readonly kind: 'not-sent'; readonly reason: string };

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
