import { join } from 'node:path';
import { directedCases } from '../../src/contract/directed-cases.ts';
import type { DirectedCase } from '../../src/contract/case.ts';
import type { Report } from '../../src/contract/generated/types.ts';
import { runLive, type LiveRunLimits, type LiveRunOptions } from '../../src/live/run-live.ts';
import { liveFile } from './account.ts';
import type { StandIn } from './stand-in.ts';

/** Limits that no run meets. */
export const boundless: LiveRunLimits = {
  copiesAtOnce: 5,
  copiesInAll: 1_000,
  calls: 100_000,
  callsPerSecond: 1_000,
  deadline: 1e12,
};

let runs = 0;

/** Judges a stand-in as the account that it is. */
export function judgeLive(
  at: StandIn,
  folder: string,
  options: Partial<LiveRunOptions> = {},
): Promise<Report> {
  const journal = join(folder, `judged-${(runs += 1)}.jsonl`);
  const { limits, ...others } = options;
  return runLive({
    file: liveFile(),
    level: 'full',
    endpoint: at.url,
    clock: at.clock,
    journal,
    ...others,
    limits: { ...boundless, ...limits },
  });
}

/** Cases of the contract, by their ids. */
export function casesOf(...ids: readonly string[]): readonly DirectedCase[] {
  const found = directedCases().filter(({ id }) => ids.includes(id));
  if (found.length !== ids.length) throw new Error(`of ${ids.join(', ')}, only ${found.length} are cases`);
  return found;
}

/** A few cases of each kind: copies that are followed, encrypted, of elsewhere and of others, and refusals. */
export const someCases = casesOf(
  'copy-course/plain',
  'copy-course/progress',
  'copy-course/leaves-shared-source',
  'copy-encryption/unencrypted-cross-region',
  'copy-encryption/same-key',
  'kms-key/by-alias',
  'kms-key/unknown-id',
  'kms-key/disabled-by-alias',
  'source-lookup/unknown-name',
);

/** What a report says, but for what is another in every run: ids of requests, times, and where the stand-in was. */
export function told({ run, ...report }: Report): unknown {
  const { id, startedAt: _at, milliseconds: _for, requests: _sent, ...kept } = run;
  const text = JSON.stringify({ ...report, run: kept }, (name, value: unknown) =>
    name === 'milliseconds' ? undefined : value,
  );
  return JSON.parse(
    text
      .replaceAll(id, 'RUN')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
      .replaceAll(/(amz-sdk-invocation-id|x-amzn-requestid|x-amz-date|date): [^\\"]*/gi, '$1: …')
      .replaceAll(/<RequestId>[^<]*/g, '<RequestId>…')
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '…'),
  ) as unknown;
}
