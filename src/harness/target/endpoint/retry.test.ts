import { describe, expect, it } from 'vitest';
import { firstContactRetries, usualRetries, retryStrategy, type RetryLimits } from './retry.ts';

type Failure = Parameters<ReturnType<typeof retryStrategy>['refreshRetryTokenForRetry']>[1];

/** A failure with a status, as the SDK tells it. */
const answered = (statusCode: number, errorType: Failure['errorType'], name?: string): Failure => ({
  errorType,
  error: { $response: { statusCode }, ...(name !== undefined && { name }) },
});

const throttled = answered(400, 'THROTTLING');
const failed = answered(500, 'TRANSIENT');
const silent: Failure = { errorType: 'TRANSIENT', error: { code: 'ECONNRESET' } };
const late: Failure = { errorType: 'TRANSIENT', error: { name: 'TimeoutError' } };
const refused = answered(400, 'CLIENT_ERROR');

/** The delays before each further attempt, until there is none. */
async function delays(retryLimits: RetryLimits, failures: readonly Failure[], random = 1): Promise<number[]> {
  const strategy = retryStrategy(retryLimits, () => random);
  let token = await strategy.acquireInitialRetryToken();
  const waits: number[] = [];
  for (const failure of failures) {
    try {
      token = await strategy.refreshRetryTokenForRetry(token, failure);
    } catch {
      return waits;
    }
    waits.push(token.getRetryDelay());
  }
  return waits;
}

const often = (failure: Failure): Failure[] => Array<Failure>(20).fill(failure);

describe('trying again', () => {
  it.each([
    [
      'throttling, eight times, ever later up to two seconds',
      usualRetries,
      often(throttled),
      [50, 100, 200, 400, 800, 1600, 2000, 2000],
    ],
    ...[429, 502, 503, 504].map(
      (status) =>
        [
          `${status}, as throttling, also where the SDK cannot read it`,
          usualRetries,
          often(answered(status, 'CLIENT_ERROR', 'SyntaxError')),
          [50, 100, 200, 400, 800, 1600, 2000, 2000],
        ] as const,
    ),
    ['a failure of the service, four times, sooner', usualRetries, often(failed), [25, 50, 100, 200]],
    [
      'another failure of the service',
      usualRetries,
      often(answered(599, 'CLIENT_ERROR')),
      [25, 50, 100, 200],
    ],
    ['what is not implemented, never', usualRetries, often(answered(501, 'SERVER_ERROR')), []],
    ['no answer, three times', usualRetries, often(silent), [50, 100, 200]],
    ['an answer that comes too late, twice', usualRetries, often(late), [50, 100]],
    ['no answer at the door, never', firstContactRetries, often(silent), []],
    ['a late answer at the door, never', firstContactRetries, often(late), []],
    ['throttling at the door', firstContactRetries, [throttled, throttled, silent], [50, 100]],
    ['a refusal, never', usualRetries, often(refused), []],
    [
      'what was given up, never',
      usualRetries,
      [{ errorType: 'TRANSIENT', error: { name: 'AbortError' } }],
      [],
    ],
    [
      'an answer that is too large, never',
      usualRetries,
      [{ errorType: 'TRANSIENT', error: { name: 'AnswerTooLarge' } }],
      [],
    ],
    [
      'each sort on its own account',
      usualRetries,
      [failed, throttled, failed, throttled, failed],
      [25, 50, 50, 100, 100],
    ],
  ] as readonly (readonly [string, RetryLimits, readonly Failure[], readonly number[]])[])(
    '%s',
    async (_, retryLimits, failures, expected) => {
      expect(await delays(retryLimits, failures)).toEqual(expected);
    },
  );

  it('spreads the delays over their upper half', async () => {
    expect(await delays(usualRetries, [throttled, throttled], 0)).toEqual([25, 50]);
  });

  it('begins anew with each call', async () => {
    const strategy = retryStrategy({ busy: 1, failed: 0, silent: 0, late: 0 });
    for (let call = 0; call < 3; call += 1) {
      const token = await strategy.acquireInitialRetryToken();
      const next = await strategy.refreshRetryTokenForRetry(token, throttled);
      expect(next.getRetryCount()).toBe(1);
      await expect(strategy.refreshRetryTokenForRetry(next, throttled)).rejects.toThrow('no further attempt');
    }
  });

  it('costs little where it never helps', async () => {
    const strategy = retryStrategy(usualRetries, () => 1);
    const waits: number[] = [];
    for (let call = 0; call < 500; call += 1) {
      let token = await strategy.acquireInitialRetryToken();
      for (;;) {
        const next = await strategy.refreshRetryTokenForRetry(token, throttled).catch(() => undefined);
        if (next === undefined) break;
        token = next;
        waits.push(token.getRetryDelay());
      }
    }
    const total = waits.reduce((sum, wait) => sum + wait, 0);
    expect(waits.slice(0, 8)).toEqual([50, 100, 200, 400, 800, 1600, 2000, 2000]);
    expect(waits.slice(-4)).toEqual([50, 100, 50, 100]);
    expect(total).toBeLessThan(100_000);
  });
});
