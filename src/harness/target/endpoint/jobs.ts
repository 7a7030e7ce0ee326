import { usual } from '../../../contract/usual.ts';

/** Milliseconds, told in the flag `--jobs`, too. What takes longer to answer is waited for: more worlds at once cost nobody anything. */
const slow = 10;

/** How many worlds stand at once where nobody has said so, by how long the quickest answer took, in milliseconds. */
export const jobsFor = (quickest = 0): number => (quickest > slow ? usual.jobs.slow : usual.jobs.quick);

/** How many calls that have nothing to do with each other are made at once: each job looks at three things after a copy. */
export const callsAtOnce = (jobs: number): number => (jobs === 1 ? 1 : 3 * jobs);
