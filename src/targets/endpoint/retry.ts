/** How often a call is tried again, by what came of it. */
export interface Patience {
  /** After "not now": throttling says nothing of the request, however often it comes. */
  readonly throttled: number;
  /** After a failure of the service. Some targets always answer so. */
  readonly failed: number;
  /** After no answer at all. */
  readonly silent: number;
}

/** Enough that one throttled call in twenty never shows, and that a target that always fails costs little. */
export const patient: Patience = { throttled: 8, failed: 2, silent: 2 };

/** The same, but whoever is not there is not waited for. */
export const atTheDoor: Patience = { ...patient, silent: 0 };

/** What the SDK tells of a failed attempt. */
interface Failure {
  readonly errorType: 'TRANSIENT' | 'THROTTLING' | 'SERVER_ERROR' | 'CLIENT_ERROR';
  readonly error?: unknown;
}

/** How far a call has come. */
interface Token {
  getRetryCount(): number;
  getRetryDelay(): number;
  readonly spent: Patience;
}

/**
 * The SDK's way of trying again, with one difference: each call has its own allowance. The SDK's standard
 * strategy has one for all calls of a client, so that a target that answers many requests with 500 would use up
 * what the others need. Delays double from 50 ms to 2 s; `random` spreads them.
 */
export function retryStrategy(patience: Patience, random: () => number = Math.random) {
  return {
    acquireInitialRetryToken: (): Promise<Token> =>
      Promise.resolve(tokenOf({ throttled: 0, failed: 0, silent: 0 }, 0)),
    refreshRetryTokenForRetry(token: Token, failure: Failure): Promise<Token> {
      const kind = kindOf(failure);
      const spent = kind === undefined ? undefined : { ...token.spent, [kind]: token.spent[kind] + 1 };
      if (kind === undefined || spent === undefined || spent[kind] > patience[kind])
        return Promise.reject(new Error('no further attempt'));
      const longest = Math.min(50 * 2 ** token.getRetryCount(), 2_000);
      return Promise.resolve(tokenOf(spent, Math.round(longest * (0.5 + random() / 2))));
    },
    recordSuccess(): void {
      // Each call has its own allowance, so that nothing is given back.
    },
  };
}

function tokenOf(spent: Patience, delay: number): Token {
  const count = spent.throttled + spent.failed + spent.silent;
  return { spent, getRetryCount: () => count, getRetryDelay: () => delay };
}

function kindOf({ errorType, error }: Failure): keyof Patience | undefined {
  if (errorType === 'THROTTLING') return 'throttled';
  if (errorType === 'CLIENT_ERROR') return undefined;
  return (error as { readonly $response?: unknown } | undefined)?.$response === undefined
    ? 'silent'
    : 'failed';
}
