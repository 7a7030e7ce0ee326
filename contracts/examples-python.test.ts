import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleEnv, inRepository, installCommand, startIn } from '../test-support/examples-steps.ts';
import { findPython } from '../test-support/python.ts';

const python = findPython();
const folder = mkdtempSync(join(tmpdir(), 'ncc-python-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(python === undefined)('examples/python', () => {
  const tests = readFileSync(inRepository('examples/python/test_copy_snapshot.py'), 'utf8');
  const declared = tests.match(/(?<=^ {4}def )test_\w+/gm) ?? [];

  it('passes its own tests against the reference model', async () => {
    if (python === undefined) return;
    cpSync(inRepository('examples/python'), folder, { recursive: true });
    installCommand(folder);
    const env = exampleEnv(folder, python.env);
    const command = [python.program('python'), '-m', 'unittest', '-v'];
    const { code, stderr } = await startIn(folder, command, env).ended;
    for (const name of declared) expect(stderr).toMatch(new RegExp(`^${name} .*\\.\\.\\. ok$`, 'm'));
    expect(stderr).toMatch(new RegExp(`^Ran ${declared.length} tests`, 'm'));
    expect({ code, declared: declared.length }).toEqual({ code: 0, declared: 4 });
  });
});
