import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The floor of each folder of `src`; a file that stands in `src` itself is under its own name. */
const floors: Readonly<Record<string, number>> = {
  'errors.ts': 0,
  'workflow-command.ts': 0,
  model: 0,
  spec: 0,
  protocol: 1,
  arbitraries: 1,
  schemas: 1,
  server: 2,
  targets: 2,
  report: 2,
  reporters: 2,
  policy: 2,
  drift: 2,
  reproduce: 2,
  verify: 3,
  search: 3,
  mutants: 3,
  'self-test': 3,
  explain: 3,
  replay: 3,
  testing: 3,
  cli: 4,
  'index.ts': 4,
};

/** A file of `src`, and what it imports, as written. */
interface Module {
  /** From `src`, with slashes. */
  readonly path: string;
  readonly imports: readonly string[];
}

const area = (path: string): string => path.split('/')[0] ?? '';

/** What a file imports, as a path from `src`; undefined for a package. */
const resolved = ({ path }: Module, specifier: string): string | undefined =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : undefined;

/** Imports from a floor above, and of the model more than it may need, in words. */
function violations(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => {
    const own = floors[area(module.path)];
    if (own === undefined) return [`${module.path} is on no floor`];
    return module.imports.flatMap((specifier) => {
      const to = resolved(module, specifier);
      if (area(module.path) === 'model') {
        return mayModelImport(specifier, to)
          ? []
          : [`${module.path} is of the model and imports ${specifier}`];
      }
      if (to === undefined) return [];
      const floor = floors[area(to)];
      if (floor === undefined) return [`${module.path} imports ${to}, which is on no floor`];
      return floor <= own ? [] : [`${module.path} (floor ${own}) imports ${to} (floor ${floor})`];
    });
  });
}

const mayModelImport = (specifier: string, to: string | undefined): boolean =>
  to === undefined ? specifier === 'immutable' : /^(model|spec\/generated)\//.test(to);

const src = join(import.meta.dirname, '../src');

/** The files of `src` without tests, types included: a type ties two floors together as well. */
const modules: readonly Module[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => ({ path, imports: importsOf(readFileSync(join(src, path), 'utf8')) }));

function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

describe('layers', () => {
  it('a file imports only from its own floor or below, and the model nothing else', () => {
    expect(modules.length).toBeGreaterThan(60);
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
    expect(violations(modules)).toEqual([]);
  });

  it('every file that is imported is there', () => {
    const paths = new Set(modules.map(({ path }) => path));
    const lost = modules.flatMap((module) =>
      module.imports
        .map((specifier) => resolved(module, specifier))
        .filter((to) => to !== undefined && !paths.has(to)),
    );
    expect(lost).toEqual([]);
  });

  const table: { name: string; given: Module; expected: string[] }[] = [
    {
      name: 'a floor above',
      given: { path: 'server/x.ts', imports: ['../verify/run.ts'] },
      expected: ['server/x.ts (floor 2) imports verify/run.ts (floor 3)'],
    },
    {
      name: 'a floor above, from deeper down',
      given: { path: 'targets/endpoint/x.ts', imports: ['../../cli/main.ts'] },
      expected: ['targets/endpoint/x.ts (floor 2) imports cli/main.ts (floor 4)'],
    },
    {
      name: 'its own floor',
      given: { path: 'reproduce/x.ts', imports: ['../targets/target.ts'] },
      expected: [],
    },
    {
      name: 'a floor below',
      given: { path: 'cli/x.ts', imports: ['../errors.ts', 'commander'] },
      expected: [],
    },
    {
      name: 'a folder that nobody knows',
      given: { path: 'cli/x.ts', imports: ['../odd/x.ts'] },
      expected: ['cli/x.ts imports odd/x.ts, which is on no floor'],
    },
    {
      name: 'from a folder that nobody knows',
      given: { path: 'odd/x.ts', imports: [] },
      expected: ['odd/x.ts is on no floor'],
    },
    {
      name: 'the model: what it needs',
      given: {
        path: 'model/operations/x.ts',
        imports: ['immutable', '../world.ts', '../../spec/generated/catalogue.ts'],
      },
      expected: [],
    },
    ...['node:fs', 'fs', 'yaml', '../spec/validate.ts', '../errors.ts', '../server/index.ts'].map(
      (specifier) => ({
        name: `the model: ${specifier}`,
        given: { path: 'model/x.ts', imports: [specifier] },
        expected: [`model/x.ts is of the model and imports ${specifier}`],
      }),
    ),
  ];

  it.each(table)('can be broken: $name', ({ given, expected }) => {
    expect(violations([given])).toEqual(expected);
  });

  it('sees every form of import', () => {
    const text = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      "import { c, type C } from './c.ts';",
      "import * as d from './d.ts';",
      "import './e.ts';",
      "export * from './f.ts';",
      "export type { G } from './g.ts';",
      "const h = await import('./h.ts');",
      "// import './not-this.ts';",
    ].join('\n');
    expect(importsOf(text)).toEqual(Array.from('abcdefgh', (letter) => `./${letter}.ts`));
  });
});
