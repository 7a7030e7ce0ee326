import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleEnv, inRepository, installCommand, startIn } from '../test-support/examples-steps.ts';
import { findGo } from '../test-support/go.ts';
import type { Ended } from '../test-support/process.ts';

const go = findGo();
const folder = mkdtempSync(join(tmpdir(), 'ncc-go-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(go === undefined)('examples/go', () => {
  beforeAll(() => {
    cpSync(inRepository('examples/go'), folder, { recursive: true });
    installCommand(folder);
  });

  const run = (...args: readonly string[]): Promise<Ended> =>
    startIn(
      folder,
      [go ?? 'go', ...args],
      // With this Go, whatever is here, and with the modules that go.sum knows.
      exampleEnv(folder, { GOTOOLCHAIN: 'local', GOFLAGS: '-mod=readonly', GOWORK: 'off' }),
    ).ended;

  it('passes its own tests against the reference model', async () => {
    expect(await run('vet', './...')).toMatchObject({ code: 0, stdout: '' });
    const tests = readFileSync(join(folder, 'copysnapshot_test.go'), 'utf8');
    const declared = tests.match(/(?<=^func )Test\w+/gm) ?? [];
    const { code, stdout } = await run('test', '-v', '-count=1', './...');
    for (const name of declared) expect(stdout).toMatch(new RegExp(`^--- PASS: ${name} `, 'm'));
    expect({ code, declared: declared.length }).toEqual({ code: 0, declared: 4 });
  });

  it('has tests that fail where the code is wrong', async () => {
    const file = join(folder, 'copysnapshot.go');
    const code = readFileSync(file, 'utf8');
    writeFileSync(file, code.replace('"creating", "copying"', '"creating"'));
    const wrong = await run('test', '-count=1', './...');
    expect(wrong.stdout).toContain('the copy vault-nightly is copying');
    expect(wrong.code).toBe(1);
  });
});
