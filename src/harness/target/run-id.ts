/** An identifier for a run. `random` gives numbers from 0 up to 1. */
export const makeRunId = (random: () => number = Math.random): string =>
  Array.from({ length: 6 }, () => Math.floor(random() * 36).toString(36)).join('');
