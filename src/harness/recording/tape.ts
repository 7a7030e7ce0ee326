import { canonical } from '../../contract/canonical.ts';
import { StagingStopped } from '../target/endpoint/staging-stopped.ts';
import type { Exchange } from '../target/exchange.ts';

/** What was asked for at a target, and what came back. */
export interface TapedCall {
  /** Which member of a target, or of its tools, was called. */
  readonly call: string;
  /** What it was called with. */
  readonly with: Readonly<Record<string, unknown>>;
  /** Milliseconds from the beginning of the run until it was called. */
  readonly at: number;
  /** What it resolved to; absent where that was nothing. */
  readonly answer?: unknown;
  /** Why staging could not go on, where it was that. */
  readonly stopped?: { readonly kind: 'impossible' | 'failed'; readonly reason: string };
}

/** Writes down what is asked for, as far as it is plain data; times are kept as such. */
export class TapeWriter {
  readonly calls: TapedCall[] = [];
  readonly #begun: number;

  /** Times are told from `begun`, by `performance.now()`. */
  constructor(begun: number) {
    this.#begun = begun;
  }

  /** Makes a call and writes down what came of it. */
  async take<T>(call: string, args: Readonly<Record<string, unknown>>, make: () => Promise<T>): Promise<T> {
    const at = Math.round(performance.now() - this.#begun);
    // Its place on the tape is when it was asked for, not when it was answered.
    const index = this.calls.push({ call, with: encoded(args), at }) - 1;
    const write = (result: Pick<TapedCall, 'answer' | 'stopped'>): void => {
      this.calls[index] = { call, with: encoded(args), at, ...result };
    };
    try {
      const answer = await make();
      write(answer === undefined ? {} : { answer: encode(answer) });
      return answer;
    } catch (error) {
      if (error instanceof StagingStopped) write({ stopped: { kind: error.kind, reason: error.message } });
      throw error;
    }
  }
}

/** Why there is no answer on a tape. */
export const notRecorded = 'the recording does not have this call';

/** Something is not on the tape. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';

  constructor() {
    super(notRecorded);
  }
}

/** Answers from what was written down: to the same question the same answers, one after the other. */
export class TapeReader {
  readonly #answers = new Map<string, TapedCall[]>();

  constructor(calls: readonly TapedCall[]) {
    for (const each of calls) {
      const key = keyOf(each.call, each.with);
      const same = this.#answers.get(key);
      if (same === undefined) this.#answers.set(key, [each]);
      else same.push(each);
    }
  }

  /** What came of a call. Throws NotRecorded when it was not made, or not so often, and StagingStopped where that came of it. */
  read(call: string, args: unknown): unknown {
    const found = this.#answers.get(keyOf(call, encode(args)))?.shift();
    if (found === undefined) throw new NotRecorded();
    if (found.stopped !== undefined) throw new StagingStopped(found.stopped.kind, found.stopped.reason);
    return decode(found.answer);
  }
}

/** What a call is found again by. A request is made from what is on the tape, and there is one at a time: it need not be told. */
const keyOf = (call: string, args: unknown): string =>
  call === 'send' ? call : `${call} ${canonical(args)}`;

/** A value as JSON has it: times are marked, so that they can be told from texts. */
function encode(value: unknown): unknown {
  if (value instanceof Date) return { $time: Number.isNaN(value.getTime()) ? 'none' : value.toISOString() };
  if (Array.isArray(value)) return value.map((each) => (each === undefined ? null : encode(each)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, encode(each)]])),
  );
}

const encoded = (args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  encode(args) as Readonly<Record<string, unknown>>;

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const { $time: time, ...others } = value as Record<string, unknown>;
  if (typeof time === 'string' && Object.keys(others).length === 0) return new Date(time);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, decode(each)]));
}

/** Headers of requests that tell who signed them and when. */
const signing = ['authorization', 'x-amz-date', 'x-amz-security-token', 'amz-sdk-invocation-id'];

/** A call without what its request was signed with: nobody judges that. */
export function withoutSigning(taped: TapedCall): TapedCall {
  if (taped.call !== 'send') return taped;
  const answer = taped.answer as Exchange | undefined;
  const { http } = answer ?? {};
  if (http === undefined) return taped;
  const kept = Object.entries(http.request.headers).filter(([name]) => !signing.includes(name));
  const request = { ...http.request, headers: Object.fromEntries(kept) };
  return { ...taped, answer: { ...answer, http: { ...http, request } } };
}
