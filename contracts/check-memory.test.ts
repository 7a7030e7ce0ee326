import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { checkArguments, measure, tellPeak, writePlans } from '../bench/many-copies.ts';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ncc-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What it may hold at most, in MiB. */
const room = (file: string): number => (file.endsWith('.yaml') ? 500 : 300);

it.each(writePlans(folder, 100_000))('100,000 copies are read one after the other: %s', async (file) => {
  const imports = ['--import', 'tsx', '--import', tellPeak];
  const { code, stdout, peak } = await measure(600, [...imports, main, ...checkArguments(file)]);
  expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
    code: 1,
    last: 'failed: 100000 copies in 1 file, 200000 errors, 1 warning, 0 notes',
  });
  expect(peak / 2 ** 20).toBeLessThan(room(file));
});
