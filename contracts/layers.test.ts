import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The floor of each folder of `src`; a file that stands in `src` itself is under its own name. */
const floors: Readonly<Record<string, number>> = {
  'errors.ts': 0,
  contract: 0,
  model: 0,
  protocol: 1,
  server: 2,
  check: 2,
  drift: 2,
  harness: 3,
  report: 4,
  live: 5,
  verify: 5,
  testing: 5,
  selftest: 6,
  reporters: 7,
  cli: 8,
  'index.ts': 8,
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
  to === undefined ? specifier === 'immutable' : /^(model|contract\/generated)\//.test(to);

/** What each file imports of the others. */
const graphOf = (modules: readonly Module[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    modules.map((module) => [
      module.path,
      new Set(module.imports.flatMap((specifier) => resolved(module, specifier) ?? [])),
    ]),
  );

/** Groups of what leads to itself and to each other (Tarjan's strongly connected components), in words. */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[] = [];
  const visit = (node: string): number => {
    const rank = order.size;
    order.set(node, rank);
    lowest.set(node, rank);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      const reached = order.has(next) ? (open.includes(next) ? (order.get(next) ?? 0) : rank) : visit(next);
      lowest.set(node, Math.min(lowest.get(node) ?? rank, reached));
    }
    const low = lowest.get(node) ?? rank;
    if (low === rank) {
      const group = open.splice(open.indexOf(node));
      if (group.length > 1 || graph.get(node)?.has(node) === true) found.push(group.sort().join(', '));
    }
    return low;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}

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

  it('no file imports itself, by whatever way round', () => {
    expect(circles(graphOf(modules))).toEqual([]);
  });

  it('no folder of src imports itself, by whatever way round', () => {
    const folders = new Map<string, Set<string>>();
    for (const [from, to] of graphOf(modules)) {
      const targets = [...to].map(area).filter((folder) => folder !== area(from));
      folders.set(area(from), new Set([...(folders.get(area(from)) ?? []), ...targets]));
    }
    expect(circles(folders)).toEqual([]);
  });

  it('sees a circle', () => {
    const graph = graphOf([
      { path: 'a/x.ts', imports: ['./y.ts'] },
      { path: 'a/y.ts', imports: ['../b/z.ts', 'commander'] },
      { path: 'b/z.ts', imports: ['../a/x.ts'] },
      { path: 'b/apart.ts', imports: ['../a/x.ts'] },
    ]);
    expect(circles(graph)).toEqual(['a/x.ts, a/y.ts, b/z.ts']);
  });

  it('every file that is imported is there', () => {
    const paths = new Set(modules.map(({ path }) => path));
    const lost = modules.flatMap((module) =>
      module.imports
        .map((specifier) => resolved(module, specifier))
        .filter((to) => to !== undefined && !paths.has(to) && !existsSync(join(src, to))),
    );
    expect(lost).toEqual([]);
  });

  const table: { name: string; given: Module; expected: string[] }[] = [
    {
      name: 'a floor above',
      given: { path: 'server/x.ts', imports: ['../harness/run/run.ts'] },
      expected: ['server/x.ts (floor 2) imports harness/run/run.ts (floor 3)'],
    },
    {
      name: 'a floor above, from deeper down',
      given: { path: 'harness/target/x.ts', imports: ['../../cli/main.ts'] },
      expected: ['harness/target/x.ts (floor 3) imports cli/main.ts (floor 8)'],
    },
    {
      name: 'its own floor',
      given: { path: 'harness/reproduce/x.ts', imports: ['../target/target.ts'] },
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
        imports: ['immutable', '../world.ts', '../../contract/generated/catalogue.ts'],
      },
      expected: [],
    },
    ...['node:fs', 'fs', 'yaml', '../contract/validate.ts', '../errors.ts', '../server/index.ts'].map(
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
