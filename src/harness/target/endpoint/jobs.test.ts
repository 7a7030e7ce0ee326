import { describe, expect, it } from 'vitest';
import { callsAtOnce, jobsFor } from './jobs.ts';

describe('how many worlds stand at once', () => {
  it.each([
    [undefined, 4],
    [0.4, 4],
    [10, 4],
    [10.1, 12],
    [250, 12],
  ])('where the quickest answer takes %s ms: %i', (quickest, jobs) => {
    expect(jobsFor(quickest)).toBe(jobs);
  });

  it('is how many calls are made at once, times three, but for one job, which makes one at a time', () => {
    expect([1, 2, 4].map(callsAtOnce)).toEqual([1, 6, 12]);
  });
});
