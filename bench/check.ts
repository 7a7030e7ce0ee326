import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { checkArguments, measure, tellPeak, writePlans } from './many-copies.ts';
import type { BenchResult } from './serve.ts';

const count = 100_000;

/** Seconds that `check` takes for many copies and the example policies, and the memory that it holds at most. */
export async function benchCheck(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-bench-'));
  try {
    const rows: { name: string; value: number }[] = [];
    for (const file of writePlans(folder, count)) {
      const main = ['--import', tellPeak, 'dist/cli/main.js', ...checkArguments(file)];
      const { code, seconds, peak } = await measure(600, main);
      if (code !== 1) throw new Error(`check ended with ${String(code)}`);
      const name = basename(file);
      rows.push(
        { name: `${name}, seconds`, value: Math.round(seconds * 10) / 10 },
        { name: `${name}, MiB`, value: Math.round(peak / 2 ** 20) },
      );
    }
    return { name: 'check of 100,000 copies', unit: 'three policies, a heap of 600 MiB', rows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
