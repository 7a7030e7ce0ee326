/** What a run does unless told otherwise; the flags of the command line say the same. */
export const usual = {
  region: 'us-east-1',
  seed: 1,
  gate: 'sibling',
  /** Milliseconds. */
  timeout: 10_000,
  pairs: 1_000,
  /** By whether the target takes its time to answer. */
  jobs: { quick: 4, slow: 12 },
} as const;

/** Limits of a run in a real account unless told otherwise; the flags of the command line say the same. */
export const usualLive = {
  copiesAtOnce: 5,
  copiesInAll: 40,
  calls: 5_000,
  callsPerSecond: 2,
  /** Milliseconds. */
  deadline: 12 * 3_600_000,
} as const;
