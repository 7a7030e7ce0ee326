import { linkSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReportSink } from './options.ts';
import { refuseSharedSinks } from './shared-sinks.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-sinks-'));
const at = (...names: readonly string[]): string => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(at('old'), '');
linkSync(at('old'), at('hard'));
symlinkSync(at('old'), at('soft'));
mkdirSync(at('deep'));
symlinkSync(at('deep'), at('shallow'));

const to = (format: string, file?: string): ReportSink<string> => ({
  format,
  ...(file !== undefined && { file }),
});

describe('two reports to one place are refused, and the flags named', () => {
  const refused: { name: string; given: ReportSink<string>[]; where: string }[] = [
    { name: 'one name', given: [to('json', at('new')), to('junit', at('new'))], where: at('new') },
    { name: 'the same format, too', given: [to('json', at('new')), to('json', at('new'))], where: at('new') },
    {
      name: 'a path that is written otherwise',
      given: [to('json', at('new')), to('junit', relative('.', at('deep', '..', 'new')))],
      where: at('new'),
    },
    { name: 'a symbolic link', given: [to('json', at('old')), to('html', at('soft'))], where: at('old') },
    { name: 'a hard link', given: [to('json', at('old')), to('html', at('hard'))], where: at('old') },
    {
      name: 'a new file in a folder with two names',
      given: [to('json', at('deep', 'x')), to('html', at('shallow', 'x'))],
      where: at('deep', 'x'),
    },
    { name: 'standard output', given: [to('github'), to('text')], where: 'standard output' },
  ];

  it.each(refused)('$name', async ({ given, where }) => {
    const [one, other] = given.map(
      ({ format, file }) => `--report ${format}${file === undefined ? '' : `=${file}`}`,
    );
    await expect(refuseSharedSinks(given)).rejects.toMatchObject({
      name: 'UsageError',
      message: `${one} and ${other} both go to ${where}: give one of them a file of its own, as in --report ${given[1]?.format}=FILE.`,
    });
  });

  const allowed: { name: string; given: ReportSink<string>[] }[] = [
    { name: 'none', given: [] },
    {
      name: 'files of their own, and standard output',
      given: [to('text'), to('json', at('a')), to('html', at('b'))],
    },
    { name: 'one name in two folders', given: [to('json', at('x')), to('json', at('deep', 'x'))] },
    { name: 'where everything is lost', given: [to('json', devNull), to('html', devNull)] },
  ];

  it.each(allowed)('but not $name', async ({ given }) => {
    await expect(refuseSharedSinks(given)).resolves.toBeUndefined();
  });
});
