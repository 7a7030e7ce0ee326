import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startMoto } from './moto.ts';
import { runCli } from './process.ts';
import { findPython } from './python.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const ciScript = readFileSync(new URL('../.ci/run', import.meta.url), 'utf8');

/** The output that the README shows for a command line. */
function shown(args: string): string {
  const marker = `<!-- output: ${args} -->`;
  const block = readme.split(marker)[1]?.split('```')[1];
  if (block === undefined) throw new Error(`the README has no block after ${marker}`);
  return block.replace(/^text\n/, '');
}

/** What differs from run to run: made-up names, times, ports, and how long it took. */
const settled = (text: string): string =>
  text
    .replaceAll(/ncc-[a-z0-9]{6}-/g, 'ncc-RUN-')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/x-amzn-requestid: \S+|<RequestId>[^<]*/gi, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/date: .*GMT/g, 'DATE')
    .replaceAll(/content-length: \d+/g, 'LENGTH')
    .replaceAll(/in \d+\.\d s/g, 'in SECONDS');

/** Lines of the README that the output does not have in this order. `…` stands for whatever is left out. */
function missing(block: string, output: string): string[] {
  const lines = settled(output).split('\n');
  let from = 0;
  return settled(block)
    .split('\n')
    .filter((line) => {
      if (line.trim() === '…' || line === '') return false;
      const [start = line] = line.split('…');
      const at = lines.findIndex(
        (each, i) => i >= from && (line.includes('…') ? each.startsWith(start) : each === line),
      );
      if (at >= 0) from = at + 1;
      return at < 0;
    });
}

describe('the README', () => {
  it('shows what verify says of the embedded endpoint', async () => {
    const { code, stdout } = await runCli('verify');
    expect(missing(shown('verify'), stdout)).toEqual([]);
    expect(code).toBe(0);
  }, 120_000);

  const args = 'verify --endpoint http://127.0.0.1:5000 --target-name moto --rule copy-source-arn';
  const python = findPython();
  it.skipIf(python === undefined)(
    'shows what verify says of moto',
    async () => {
      if (python === undefined) return;
      const moto = await startMoto(python);
      try {
        const line = args.replace('http://127.0.0.1:5000', moto.url).split(' ');
        const { code, stdout } = await runCli(...line);
        expect(missing(shown(args), stdout)).toEqual([]);
        expect(code).toBe(1);
      } finally {
        await moto.close();
      }
    },
    120_000,
  );

  it('has its two commands run by CI', () => {
    for (const command of ['npm run verify', 'npm test']) {
      expect(readme).toContain(`$ npm ci && ${command}`);
      expect(ciScript).toContain(`\n${command}`);
    }
  });

  it('would notice a line that nobody prints', () => {
    expect(missing('one\ntwo\n…\nfour', 'one\ntwo\nthree\nfour')).toEqual([]);
    expect(missing('one\nthree\ntwo', 'one\ntwo\nthree')).toEqual(['two']);
  });
});
