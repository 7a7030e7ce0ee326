import type { CaseResult } from '../contract/generated/types.ts';

/** A reason, and how many cases give it. */
export interface CountedReason {
  readonly reason: string;
  readonly cases: number;
}

/** The reason that most cases give why they were inconclusive; of as many, the one that comes first. */
export function mostFrequent(cases: readonly CaseResult[]): CountedReason | undefined {
  const counts = new Map<string, number>();
  for (const { status, reason = '' } of cases) {
    if (status !== 'inconclusive' && status !== 'error') continue;
    const plain = withoutRun(reason);
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const found = [...counts].find(([, number]) => number === most);
  return found && { reason: found[0], cases: found[1] };
}

/** A reason in one line, without what is different in each run: the prefix of names, ids, times. */
export const withoutRun = (reason: string): string =>
  reason
    .replaceAll(/\bncc-[a-z0-9]+-[us]?\d+-/g, '')
    .replaceAll(/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi, '…')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim();
