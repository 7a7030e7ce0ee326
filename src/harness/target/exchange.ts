import type { Caller } from '../../model/index.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import type { Resource } from './guard/resource.ts';

/** An answer of the target that is a fault, or an answer that the SDK could not read. */
export interface CallFault {
  readonly name: string;
  readonly message: string;
  /** HTTP status; absent when nothing came back. */
  readonly status?: number;
  /** Code of the operating system, of TLS or of the parser of HTTP, when nothing came back. */
  readonly code?: string;
  /** What an answer that could not be read says that it is. */
  readonly contentType?: string;
  /** Set when it answers no first attempt: what an earlier one has done nobody knows. */
  readonly retried?: true;
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

/** One thing a target can or cannot do. */
export interface Capability {
  readonly name: string;
  readonly available: boolean;
  /** The target's own answer, or how it is done. */
  readonly detail: string;
  /** Set when no answer came at all, so that the target has not said that it cannot. */
  readonly silent?: true;
}
