import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { start } from '../test-support/process.ts';

const script = fileURLToPath(new URL('../test-support/memory-run.ts', import.meta.url));
const megabyte = 2 ** 20;

it('a long search needs no more memory than a short one', async () => {
  const args = ['--expose-gc', '--import', 'tsx', script, '1000'];
  const { code, stdout, stderr } = await start(process.execPath, args, process.env, 240_000).ended;
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const { calls, heaps } = JSON.parse(stdout) as { calls: number; heaps: number[] };
  expect(calls).toBeGreaterThanOrEqual(1000);
  expect(heaps).toHaveLength(10);
  // The endpoint keeps the keys that were scheduled for deletion, as AWS does: a few hundred bytes each.
  expect(((heaps.at(-1) ?? 0) - (heaps[2] ?? 0)) / megabyte).toBeLessThan(8);
});
