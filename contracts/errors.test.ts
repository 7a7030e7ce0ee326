import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli, start } from '../test-support/process.ts';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const guard = new URL('../src/cli/defects.ts', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'ncc-errors-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in a process in which something goes wrong that nobody foresaw. */
function runWith(defect: string, ...args: readonly string[]) {
  const file = join(folder, 'defect.mjs');
  writeFileSync(file, defect);
  return start(process.execPath, ['--import', 'tsx', '--import', file, main, ...args], process.env, 60_000)
    .ended;
}

const oneLine =
  /^neptune-copy-contract: defect: nobody foresaw this \(run again with --debug for the stack, and please report it\)\n$/;
const thrown = "throw new Error('nobody\\nforesaw this')";

describe('an error that nobody caught', () => {
  /** Does something once the server has told its address, so when it is sure to be up. */
  const whenUp = (does: string): string =>
    `const write = process.stdout.write;
process.stdout.write = (...args) => { setImmediate(() => { ${does} }); return write.apply(process.stdout, args); };`;
  const late = whenUp(thrown);
  const promised = whenUp(`void Promise.reject(new Error('nobody foresaw this'));`);
  const inside = `const write = process.stdout.write; process.stdout.write = () => { ${thrown} };`;

  it.each([
    ['thrown late', late, ['serve']],
    ['a promise that is rejected', promised, ['serve']],
    ['thrown in the work', inside, ['explain']],
  ])('ends with 2 and one line: %s', async (_, defect, args) => {
    const ended = await runWith(defect, ...args);
    expect(ended).toMatchObject({ code: 2, signal: null, stderr: expect.stringMatching(oneLine) as string });
  });

  it.each([
    ['before the command', ['--debug', 'explain']],
    ['after it', ['explain', '--debug']],
    ['after a command of two words', ['report', 'compare', '--debug', 'a', 'b']],
  ])('shows its stack with --debug %s', async (_, args) => {
    const { code, stderr } = await runWith(
      `${inside} process.stdout.isTTY = true; import fs from 'node:fs/promises'; import { syncBuiltinESMExports } from 'node:module'; fs.readFile = () => { ${thrown} }; syncBuiltinESMExports();`,
      ...args,
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/^neptune-copy-contract: defect: nobody foresaw this\n {4}at /);
  });

  it('is that the work never ends', async () => {
    const file = join(folder, 'forever.mts');
    writeFileSync(
      file,
      `import { guardProcess } from '${guard}';\nguardProcess(false);\nawait new Promise(() => undefined);\n`,
    );
    const ended = await start(process.execPath, ['--import', 'tsx', file], process.env, 60_000).ended;
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('defect: the work was never finished');
  });
});

describe('an error that is foreseen', () => {
  const nowhere = ['check', join(folder, 'nowhere.yaml')] as const;

  it('is one line', async () => {
    const { code, stderr } = await runCli(...nowhere);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^neptune-copy-contract: [^\n]+nowhere\.yaml[^\n]*\n$/),
    ]);
    expect(stderr).not.toContain('defect');
  });

  it('has its stack with --debug', async () => {
    const { code, stderr } = await runCli(...nowhere, '--debug');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/\n {4}at /)]);
  });
});

describe('when nobody reads any more', () => {
  it.each(['stdout', 'stderr'] as const)('the exit code is what it would have been: %s', async (closed) => {
    const args = ['--import', 'tsx', main, 'verify', '--rule', 'target-unique', '--report', 'json'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child[closed].destroy();
    let other = '';
    child[closed === 'stdout' ? 'stderr' : 'stdout'].on('data', (part: Buffer) => (other += part.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(0);
    expect(other).not.toContain('EPIPE');
  });
});
