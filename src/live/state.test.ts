import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Measured } from '../harness/run/unit.ts';
import { LiveState } from './state.ts';

it('tells that results cannot be kept once it is asked, and does not end the run before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-results-'));
  const file = join(folder, 'results');
  const state = await LiveState.begin(file, { run: 'liveabcdef', level: 'full', cases: [] });
  rmSync(file);
  // Nothing can be written where a folder is.
  mkdirSync(file);
  const setting = { accounts: {}, regions: {}, nameOf: (name: string) => name };
  const bindings = { setting, keys: {}, snapshots: {} };
  state.add({ kind: 'measured', unit: { id: 1 }, bindings, checks: [], exchange: {} } as unknown as Measured);
  // Long after it was known: what nobody has caught by then ends a process.
  await setTimeout(100);
  await expect(state.written()).rejects.toThrow('EISDIR');
  rmSync(folder, { recursive: true });
});
