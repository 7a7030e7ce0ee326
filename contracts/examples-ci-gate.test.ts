import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleEnv, inRepository, installCommand, startIn } from '../test-support/examples-steps.ts';
import { startMoto } from '../test-support/moto.ts';
import type { Ended } from '../test-support/process.ts';
import type { Listening } from '../test-support/proxy.ts';
import { findPython } from '../test-support/python.ts';

const python = findPython();
const folder = mkdtempSync(join(tmpdir(), 'ncc-gate-'));

/** Runs the gate, for one rule only: all of them would take half a minute. */
const gate = (endpoint: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  startIn(
    folder,
    [inRepository('examples/ci-gate/gate.sh'), endpoint, '--rule', 'copy-source-arn'],
    exampleEnv(folder, env),
  ).ended;

describe.skipIf(python === undefined)('examples/ci-gate', () => {
  let moto: Listening;
  beforeAll(async () => {
    installCommand(folder);
    if (python !== undefined) moto = await startMoto(python);
  });
  afterAll(async () => {
    await moto.close();
    rmSync(folder, { recursive: true });
  });

  it('passes a moto that does what the baseline knows', async () => {
    const { code, stdout } = await gate(moto.url, { REPORTS: 'kept' });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('passed: nothing but what is known');
    expect(stdout).toMatch(/conforms but for \d+ known deviations?\b/);
    expect(code).toBe(0);
    for (const file of ['junit.xml', 'report.html'])
      expect(existsSync(join(folder, 'kept', file))).toBe(true);
  });

  it('fails one that does what no baseline knows', async () => {
    const baseline = join(folder, 'empty.yaml');
    writeFileSync(baseline, 'version: 2\nentries: []\n');
    const { code, stdout } = await gate(moto.url, { BASELINE: baseline });
    expect(stdout).toContain('failed: the deviations are in reports/report.html');
    expect(code).toBe(1);
  });

  it('says that it could not judge where nothing listens', async () => {
    const { code, stdout } = await gate('http://127.0.0.1:1');
    expect(stdout).toBe('the endpoint could not be judged: this says nothing about it\n');
    expect(code).toBe(2);
  });

  it('says so, too, where the package is not installed', async () => {
    const elsewhere = mkdtempSync(join(folder, 'elsewhere-'));
    const script = inRepository('examples/ci-gate/gate.sh');
    const { code, stdout } = await startIn(elsewhere, [script, moto.url], exampleEnv(folder)).ended;
    expect(stdout).toBe('the endpoint could not be judged: this says nothing about it\n');
    expect(code).toBe(127);
  });
});
