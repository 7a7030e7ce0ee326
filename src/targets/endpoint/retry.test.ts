import { describe, expect, it } from 'vitest';
import { atTheDoor, patient, retryStrategy, type Patience } from './retry.ts';

type Failure = Parameters<ReturnType<typeof retryStrategy>['refreshRetryTokenForRetry']>[1];

const throttled: Failure = { errorType: 'THROTTLING', error: { $response: {} } };
const failed: Failure = { errorType: 'TRANSIENT', error: { $response: {} } };
const silent: Failure = { errorType: 'TRANSIENT', error: {} };
const refused: Failure = { errorType: 'CLIENT_ERROR', error: { $response: {} } };

/** The delays before each further attempt, until there is none. */
async function delays(patience: Patience, failures: readonly Failure[], random = 1): Promise<number[]> {
  const strategy = retryStrategy(patience, () => random);
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
      patient,
      often(throttled),
      [50, 100, 200, 400, 800, 1600, 2000, 2000],
    ],
    ['a failure of the service, twice', patient, often(failed), [50, 100]],
    ['no answer, twice', patient, often(silent), [50, 100]],
    ['no answer at the door, never', atTheDoor, often(silent), []],
    ['throttling at the door', atTheDoor, [throttled, throttled, silent], [50, 100]],
    ['a refusal, never', patient, often(refused), []],
    [
      'each sort on its own account',
      patient,
      [failed, throttled, failed, throttled, failed],
      [50, 100, 200, 400],
    ],
  ])('%s', async (_, patience, failures, expected) => {
    expect(await delays(patience, failures)).toEqual(expected);
  });

  it('spreads the delays over their upper half', async () => {
    expect(await delays(patient, [throttled, throttled], 0)).toEqual([25, 50]);
  });

  it('begins anew with each call', async () => {
    const strategy = retryStrategy({ throttled: 1, failed: 0, silent: 0 });
    for (let call = 0; call < 3; call += 1) {
      const token = await strategy.acquireInitialRetryToken();
      const next = await strategy.refreshRetryTokenForRetry(token, throttled);
      expect(next.getRetryCount()).toBe(1);
      await expect(strategy.refreshRetryTokenForRetry(next, throttled)).rejects.toThrow('no further attempt');
    }
  });
});
