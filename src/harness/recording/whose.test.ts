import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whose } from './whose.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ncc-state-'));
  vi.stubEnv('XDG_STATE_HOME', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it('stands for an account: the same each time, and another for another', async () => {
  const [one, again, other] = [
    await whose('123412341234'),
    await whose('123412341234'),
    await whose('432143214321'),
  ];
  expect(one).toMatch(/^[\da-f]{16}$/);
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

it('is another for the same account of somebody else', async () => {
  const one = await whose('123412341234');
  rmSync(join(folder, 'neptune-copy-contract'), { recursive: true });
  expect(await whose('123412341234')).not.toBe(one);
});

it('keeps the secret to the user', async () => {
  await whose('123412341234');
  const { mode } = statSync(join(folder, 'neptune-copy-contract', 'recording-secret'));
  expect(mode & 0o077).toBe(0);
});
