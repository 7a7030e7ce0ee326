import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startMoto } from '../test-support/moto.ts';
import { runCli } from '../test-support/process.ts';
import { findPython } from '../test-support/python.ts';
import { blockAfter, filesToWrite, missingLines } from '../test-support/readme-blocks.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const ciScript = readFileSync(new URL('../.ci/run', import.meta.url), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'ncc-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the README', () => {
  it('shows what verify says of the embedded endpoint', async () => {
    const { code, stdout } = await runCli('verify');
    expect(missingLines(blockAfter('output: verify'), stdout)).toEqual([]);
    expect(code).toBe(0);
  });

  it('shows what verify would do', async () => {
    const { code, stdout } = await runCli('verify', '--dry-run');
    expect(code).toBe(0);
    expect(stdout.trim()).toBe(blockAfter('output: verify --dry-run').trim());
  });

  it.each(['explain copy-create-time'])('shows what %s says', async (line) => {
    const { code, stdout } = await runCli(...line.split(' '));
    expect(code).toBe(0);
    expect(missingLines(blockAfter(`output: ${line}`), stdout)).toEqual([]);
  });

  it('shows what a run in a real account would take', async () => {
    const file = join(folder, 'live.yaml');
    writeFileSync(file, filesToWrite.get('live.yaml') ?? '');
    const { code, stdout } = await runCli('live', 'plan', file, '--question', 'create-time');
    expect(code).toBe(0);
    expect(missingLines(blockAfter('output: live plan live.yaml --question create-time'), stdout)).toEqual(
      [],
    );
  });

  const args = 'verify --endpoint http://127.0.0.1:5000 --target-name moto --rule copy-source-arn';
  const python = findPython();
  it.skipIf(python === undefined)('shows what verify and doctor say of moto', async () => {
    if (python === undefined) return;
    const moto = await startMoto(python);
    try {
      const line = args.replace('http://127.0.0.1:5000', moto.url).split(' ');
      const { code, stdout } = await runCli(...line);
      expect(missingLines(blockAfter(`output: ${args}`), stdout)).toEqual([]);
      expect(code).toBe(1);
      const examined = await runCli('doctor', moto.url);
      expect(missingLines(blockAfter('output: doctor http://127.0.0.1:5000'), examined.stdout)).toEqual([]);
      expect(examined.code).toBe(0);
      const file = join(folder, 'moto.json');
      await runCli(...line, '--report', `json=${file}`);
      const explained = await runCli('explain', file, 'v2-8585e5c7e712');
      expect(missingLines(blockAfter('output: explain moto.json v2-8585e5c7e712'), explained.stdout)).toEqual(
        [],
      );
    } finally {
      await moto.close();
    }
  });

  // CI runs the self-test before the tests; it takes minutes.
  const selfTest = new URL('../reports/self-test.txt', import.meta.url);
  it.skipIf(process.env['CI'] === undefined && !existsSync(selfTest))('shows how the self-test ends', () => {
    const output = readFileSync(selfTest, 'utf8');
    expect(missingLines(blockAfter('output: verify --self-test'), output)).toEqual([]);
  });

  it('names each example', () => {
    const [, named = ''] = /^## Examples\n([^#]*)/m.exec(readme) ?? [];
    const links = named.match(/(?<=\]\(examples\/)[^)]+/g) ?? [];
    expect(links.sort()).toEqual(readdirSync(new URL('../examples', import.meta.url)).sort());
  });

  it('has its two commands run by CI', () => {
    for (const command of ['npm run verify', 'npm test']) {
      expect(readme).toContain(`$ npm ci && ${command}`);
      expect(ciScript).toContain(`\n${command}`);
    }
  });

  it('would notice a line that nobody prints', () => {
    expect(missingLines('one\ntwo\n…\nfour', 'one\ntwo\nthree\nfour')).toEqual([]);
    expect(missingLines('one\nthree\ntwo', 'one\ntwo\nthree')).toEqual(['two']);
  });
});
