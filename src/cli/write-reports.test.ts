import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { actualValue } from '../../test-support/said.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleFinding, sampleReport } from '../../test-support/sample-report.ts';
import { summaryLimit } from './step-summary.ts';
import { writeReports } from './write-reports.ts';

let folder: string;
let summary: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ncc-summary-'));
  summary = join(folder, 'summary.md');
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it('the summary of a step stays under GitHub’s limit, with what others wrote of it, and says where the rest is', async () => {
  const before = 'x'.repeat(100_000);
  writeFileSync(summary, before);
  const findings = Array.from({ length: 300 }, (_, i) =>
    sampleFinding({
      fingerprint: `v2-${i.toString(16).padStart(12, '0')}`,
      actual: actualValue('é|'.repeat(2_000)),
    }),
  );
  const whole = join(folder, 'all_of_it.json');
  await writeReports(sampleReport({ findings }), [
    { format: 'github', file: join(folder, 'github') },
    { format: 'json', file: whole },
  ]);
  const text = readFileSync(summary, 'utf8');
  expect(text.startsWith(`${before}## CopyDBClusterSnapshot`)).toBe(true);
  expect(statSync(summary).size).toBeLessThanOrEqual(summaryLimit);
  expect(statSync(summary).size).toBeGreaterThan(summaryLimit / 2);
  expect(text.trimEnd().split('\n').at(-1)).toMatch(
    /^\*\*Cut here: .* All of it stands in .*all\\_of\\_it\.json\.\*\*$/,
  );
});

it('one that fits is all there', async () => {
  await writeReports(sampleReport(), [{ format: 'github', file: join(folder, 'github') }]);
  expect(readFileSync(summary, 'utf8')).not.toContain('Cut here');
});
