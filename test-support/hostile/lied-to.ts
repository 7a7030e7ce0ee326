import { HarnessError } from '../../src/errors.ts';
import { directedCases } from '../../src/contract/directed-cases.ts';
import { verify } from '../../src/verify/index.ts';
import { lying, type ToldLie } from './lies.ts';
import { serve } from './serve.ts';

const cases = directedCases();

/** Cases that stage, copy, share, encrypt and list, with names that cannot be a run's own among them. */
const tried: ReadonlySet<string> = new Set([
  'target-identifier-syntax/length-1',
  'target-identifier-syntax/length-64',
  'target-identifier-syntax/first-capital',
  'target-unique/taken',
  'target-unique/taken-upper-case',
  'target-unique/taken-elsewhere',
  'target-unique/itself',
  'copy-course/described',
  'copy-course/no-trace-of-unknown-source',
  'copy-members/type-of-automated',
  'copy-encryption/new-key-by-id',
  'copy-encryption/new-key-by-alias',
  'sharing/shared',
]);

/** What came of a run against a liar. */
export interface LiedTo {
  readonly exitCode: number | undefined;
  readonly changes: readonly string[];
  readonly attempts: readonly string[];
  readonly calls: number;
}

/** Runs a dozen cases and a short search against a liar. An error that is a defect of the harness is thrown. */
export async function runLiedTo(lieOf: (index: number) => ToldLie | undefined): Promise<LiedTo> {
  const standing = await serve(lying(lieOf));
  try {
    const exitCode = await verdict(standing.url);
    return {
      exitCode,
      changes: standing.changes(),
      attempts: standing.attempts(),
      calls: standing.calls(),
    };
  } finally {
    await standing.close();
  }
}

async function verdict(endpoint: string): Promise<number | undefined> {
  try {
    const report = await verify({
      endpoint,
      region: 'us-east-1',
      cases: cases.filter(({ id }) => tried.has(id)),
      seed: 1,
      gate: 'sibling',
      timeout: 5_000,
      pairs: 0,
      runId: 'liar01',
      search: { runs: 1, maxCalls: 6, maxTime: 5_000 },
      signal: AbortSignal.timeout(30_000),
    });
    return report.summary.exitCode;
  } catch (error) {
    // At the door, a lie is reason enough to judge nothing.
    if (error instanceof HarnessError) return undefined;
    throw error;
  }
}

/** The ids that no case has: a list that has gone stale would try less than it says. */
export const staleIds = (): string[] => [...tried].filter((id) => !cases.some((entry) => entry.id === id));
