import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesOfNew, registryWith } from '../scripts/emulators/add.ts';
import { matrixHtml } from '../scripts/emulators/html.ts';
import { matrixMarkdown } from '../scripts/emulators/markdown.ts';
import { matrixOf, type Matrix } from '../scripts/emulators/matrix.ts';
import { readStored, reportOf, type Stored } from '../scripts/emulators/results.ts';
import { signOf } from '../scripts/emulators/words.ts';
import { contractValidator } from '../src/contract/contract-validator.ts';
import { impactOf } from '../src/report/impact.ts';
import { labelOf, readEmulators, registryFile, type Emulator } from '../test-support/emulators.ts';

const results = readEmulators().map((emulator): readonly [Emulator, Stored] => {
  const stored = readStored(emulator);
  if (stored === undefined) throw new Error(`${labelOf(emulator)} has no stored result`);
  return [emulator, stored];
});
const matrix = matrixOf(results);

describe('a stored result', () => {
  it.each(results.map(([emulator, stored]) => [labelOf(emulator), stored] as const))(
    'is a report as far as it goes: %s',
    (_, stored) => {
      expect(contractValidator().problems('neptune-copy-contract:report', reportOf(stored))).toEqual([]);
    },
  );

  it.each(results.map(([emulator, stored]) => [labelOf(emulator), stored] as const))(
    'has nothing of its run but the day: %s',
    (_, stored) => {
      const text = JSON.stringify({ ...stored, date: '' });
      expect(text).not.toMatch(/127\.0\.0\.1|localhost|ncc-[a-z0-9]+-|\d{4}-\d{2}-\d{2}T\d/);
    },
  );
});

describe('the matrix', () => {
  it('has each rule once, and a cell for each emulator', () => {
    const ids = matrix.rows.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { cells } of matrix.rows)
      expect(cells.map(({ column }) => column.id)).toEqual(results.map(([emulator]) => labelOf(emulator)));
  });

  it('begins with what fails, and ends with what passes', () => {
    const [first] = matrix.rows;
    const impacts = first?.cells.flatMap(({ findings }) => findings.map(impactOf)) ?? [];
    expect(impacts).toContain('crash');
    const last = matrix.rows.at(-1)?.cells.map(signOf);
    expect(new Set(last)).toEqual(new Set(['pass', 'absent']));
  });

  it('tells causes before what they explain', () => {
    const explained = matrix.rows.flatMap(({ cells }) =>
      cells.map(({ findings }) => findings.map(({ cause }) => cause !== undefined)),
    );
    expect(explained.flat()).toContain(true);
    for (const flags of explained) expect(flags).toEqual([...flags].sort());
  });

  it('compares each version with the one before it', () => {
    const told = matrix.history.map(({ reports }) => reports.map(({ report }) => report.target.version));
    expect(told).toEqual([
      ['5.0.28', '5.2.1'],
      ['5.2.1', '5.2.5'],
    ]);
  });
});

const pages: readonly (readonly [string, (given: Matrix) => string, (text: string) => readonly string[]])[] =
  [
    ['markdown', matrixMarkdown, (text) => [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, id = '']) => id)],
    [
      'html',
      matrixHtml,
      (text) => [...text.matchAll(/<a href="#([^"]+)"/g)].map(([, id = '']) => decodeURIComponent(id)),
    ],
  ];

describe.each(pages)('as %s', (_, write, linksOf) => {
  const text = write(matrix);
  const anchors = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

  it('each cell leads to evidence that is there, once', () => {
    const links = linksOf(text);
    const cells = matrix.rows.flatMap((row) => row.cells);
    expect(links.length).toBeGreaterThanOrEqual(cells.length);
    expect(links.filter((id) => !anchors.includes(id))).toEqual([]);
    expect(anchors).toEqual([...new Set(anchors)]);
  });

  it('the evidence has every deviation', () => {
    for (const [, { findings }] of results)
      for (const { fingerprint } of findings) expect(text).toContain(fingerprint);
  });

  it('says so where results are of different contracts', () => {
    const [[emulator, stored] = [], ...others] = results;
    if (emulator === undefined || stored === undefined) throw new Error('nothing is registered');
    const old = { ...stored, contract: { ...stored.contract, specHash: 'x' } };
    const words = 'Of an older contract, so that what differs may be the contract: ';
    expect(text).not.toContain(words);
    expect(write(matrixOf([[emulator, old], ...others]))).toContain(
      `${words}${emulator.name} ${emulator.version}`,
    );
  });
});

describe('another emulator', () => {
  const emulator: Emulator = { name: 'moto', version: '6.0.0', start: 'moto_server', verdict: 'conforms' };

  it('is registered after the others of its name, and nothing else is different', () => {
    const text = registryWith(emulator);
    const added = readEmulators(text);
    expect(added.filter(({ version }) => version !== '6.0.0')).toEqual(readEmulators());
    const names = added.map(({ name }) => name);
    expect(added.findIndex(({ version }) => version === '6.0.0')).toBe(names.lastIndexOf('moto'));
    const comments = (given: string): readonly string[] =>
      given.split('\n').filter((line) => line.startsWith('#'));
    expect(comments(text)).toEqual(comments(readFileSync(registryFile, 'utf8')));
  });

  it.each([
    { name: 'one that is there', given: { version: '5.2.1' }, words: 'moto-5.2.1 is registered already' },
    { name: 'a name that no file has', given: { name: 'a/b' }, words: 'must match pattern' },
    { name: 'a path that is none', given: { up: 'health' }, words: 'must match pattern' },
  ])('is refused before anything is installed: $name', async ({ given, words }) => {
    const added = { name: 'moto', version: '6.0.0', start: 'moto_server', requirements: [], ...given };
    await expect(filesOfNew(added, '2026-11-27')).rejects.toThrow(words);
  });
});
