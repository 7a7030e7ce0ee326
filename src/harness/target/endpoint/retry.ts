/**
 * How often a call is tried again, by what came of it. Of 5,000 calls of which one attempt in twenty fails, some call
 * fails for good with a chance of 5,000 × 0.05⁹ (10⁻⁸) where the service is unavailable, and of 5,000 × 0.05⁵ (0.2 %)
 * where it fails otherwise.
 */
export interface RetryLimits {
  /** After "not now": throttling, 502, 503 and 504 say nothing of the request, however often they come. */
  readonly busy: number;
  /** After another failure of the service. Some targets always answer so. */
  readonly failed: number;
  /** After a connection that was refused or broke. */
  readonly silent: number;
  /** After an answer that did not come in time, which costs most. */
  readonly late: number;
}

type Kind = keyof RetryLimits;

/** Enough that a target that fails now and then is judged as if it did not. */
export const usualRetries: RetryLimits = { busy: 8, failed: 4, silent: 3, late: 2 };

/** The same, but whoever is not there is not waited for. */
export const firstContactRetries: RetryLimits = { ...usualRetries, silent: 0, late: 0 };

/** For failures that trying again has not helped against before. */
const reducedRetries: RetryLimits = { busy: 2, failed: 1, silent: 1, late: 0 };

/** After so many milliseconds between attempts of calls that failed all the same, trying again is not worth much. */
const mostMillisecondsInVain = 15_000;

/** The delay before the first further attempt, in milliseconds; it doubles from one to the next. */
const firstDelay: Readonly<Record<Kind, number>> = { busy: 50, failed: 25, silent: 50, late: 50 };
const longestDelay = 2_000;

/** What the SDK tells of a failed attempt. */
interface Failure {
  readonly errorType: 'TRANSIENT' | 'THROTTLING' | 'SERVER_ERROR' | 'CLIENT_ERROR';
  readonly error?: unknown;
}

/** How far a call has come. */
interface Token {
  getRetryCount(): number;
  getRetryDelay(): number;
  readonly spent: RetryLimits;
  /** Milliseconds between all attempts so far. */
  readonly waited: number;
}

/**
 * The SDK's way of trying again, with two differences. Each call has its own allowance: the SDK's standard strategy
 * has one for all calls of a client, so that a target that answers many requests with 500 would use up what the others
 * need. And whatever the SDK makes of an answer, its status decides, also where it has no body that the SDK can read.
 * What always fails costs little: after some time in vain, calls are tried again less often. `random` spreads the delays.
 */
export function retryStrategy(retryLimits: RetryLimits, random: () => number = Math.random) {
  const inVain: Record<Kind, number> = { busy: 0, failed: 0, silent: 0, late: 0 };
  return {
    acquireInitialRetryToken: (): Promise<Token> =>
      Promise.resolve(tokenOf({ busy: 0, failed: 0, silent: 0, late: 0 }, 0, 0)),
    refreshRetryTokenForRetry(token: Token, failure: Failure): Promise<Token> {
      const kind = kindOf(failure);
      if (kind === undefined) return Promise.reject(new Error('no further attempt'));
      const before = token.spent[kind];
      const most =
        inVain[kind] > mostMillisecondsInVain
          ? Math.min(retryLimits[kind], reducedRetries[kind])
          : retryLimits[kind];
      if (before >= most) {
        inVain[kind] += token.waited;
        return Promise.reject(new Error('no further attempt'));
      }
      const longest = Math.min(firstDelay[kind] * 2 ** before, longestDelay);
      const delay = Math.round(longest * (0.5 + random() / 2));
      return Promise.resolve(tokenOf({ ...token.spent, [kind]: before + 1 }, delay, token.waited + delay));
    },
    recordSuccess(): void {
      // Each call has its own allowance, so that nothing is given back.
    },
  };
}

function tokenOf(spent: RetryLimits, delay: number, waited: number): Token {
  const count = spent.busy + spent.failed + spent.silent + spent.late;
  return { spent, waited, getRetryCount: () => count, getRetryDelay: () => delay };
}

/** Codes and statuses with which a service asks to come again. */
const notNow = /^(ServiceUnavailable|SlowDown)/;
const busyStatuses: readonly (number | undefined)[] = [429, 502, 503, 504];

/** What kind of failure it was; undefined when another attempt would bring nothing else. */
function kindOf({ errorType, error }: Failure): Kind | undefined {
  const { name = '', code, $metadata, $response } = (error ?? {}) as SdkError;
  if (name === 'AbortError' || name === 'AnswerTooLarge') return undefined;
  const status = $response?.statusCode ?? $metadata?.httpStatusCode;
  if (errorType === 'THROTTLING' || busyStatuses.includes(status) || notNow.test(name)) return 'busy';
  if (status === 501) return undefined;
  if (status !== undefined && status >= 500) return 'failed';
  if (errorType === 'CLIENT_ERROR') return undefined;
  if (status !== undefined) return 'failed';
  return name === 'TimeoutError' || code === 'ETIMEDOUT' ? 'late' : 'silent';
}

interface SdkError {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly statusCode?: number };
}
