/**
 * What the package declares to others, one text for each entry of package.json under `docs/api-surface`: all that is
 * exported, and all types that it leads to, without comments. A change of it is visible in review. With `--check`
 * nothing is written and a difference fails.
 *
 * Written over TypeScript itself: API Extractor brings an older TypeScript of its own.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const out = 'docs/api-surface';

const surfaces = surfacesOf(declare());
const before = new Map(list().map((file) => [file, readFileSync(join(root, out, file), 'utf8')]));
const changed = [...new Set([...surfaces.keys(), ...before.keys()])].filter(
  (file) => surfaces.get(file) !== before.get(file),
);
if (process.argv.includes('--check')) {
  for (const file of changed)
    console.error(
      `${out}/${file} is not what the package declares: run npm run api, and look at what changed`,
    );
  process.exit(changed.length > 0 ? 1 : 0);
}
mkdirSync(join(root, out), { recursive: true });
for (const file of changed) {
  const text = surfaces.get(file);
  if (text === undefined) rmSync(join(root, out, file));
  else writeFileSync(join(root, out, file), text);
}
console.log(`${surfaces.size} entries, ${changed.length} changed`);

function list(): string[] {
  try {
    return readdirSync(join(root, out));
  } catch {
    return [];
  }
}

/** A program over the declarations as they would be built, without building them. */
function declare(): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.build.json'),
    { emitDeclarationOnly: true, removeComments: true, incremental: false, noCheck: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => fail(problem.messageText) },
  );
  if (config === undefined) fail('tsconfig.build.json cannot be read');
  const { tsBuildInfoFile: _file, ...options } = config.options;
  const texts = new Map<string, string>();
  ts.createProgram(config.fileNames, options).emit(undefined, (name, text) => texts.set(name, text));
  const usual = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...usual,
    fileExists: (name) => texts.has(name) || usual.fileExists(name),
    readFile: (name) => texts.get(name) ?? usual.readFile(name),
    getSourceFile(name, version, ...rest) {
      const text = texts.get(name);
      if (text === undefined) return usual.getSourceFile(name, version, ...rest);
      return ts.createSourceFile(name, text, version, true);
    },
  };
  return ts.createProgram([...texts.keys()], options, host);
}

function surfacesOf(program: ts.Program): Map<string, string> {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { types: string }>;
  };
  return new Map(
    Object.entries(exports).flatMap(([entry, target]) => {
      if (typeof target === 'string') return [];
      const name = entry === '.' ? 'index' : entry.slice(2).replaceAll('/', '-');
      return [[`${name}.d.ts`, surfaceOf(program, entry, join(root, target.types))]];
    }),
  );
}

function surfaceOf(program: ts.Program, entry: string, file: string): string {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file) ?? fail(`${entry} leads to ${file}, which is not declared`);
  const module = checker.getSymbolAtLocation(source) ?? fail(`${file} is no module`);
  const original = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = new Set(checker.getExportsOfModule(module).map(original));
  const augmentations = source.statements.filter((each) => ts.isModuleDeclaration(each));
  const texts = new Map<ts.Symbol, string>();
  const queue = [...exported];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const found = checker.getSymbolAtLocation(node);
      if (found !== undefined && isTopLevel(original(found))) queue.push(original(found));
    }
    ts.forEachChild(node, visit);
  };
  for (const each of augmentations) visit(each);
  for (const symbol of queue) {
    if (texts.has(symbol)) continue;
    const own = (symbol.declarations ?? []).filter((each) => isOurs(each.getSourceFile()));
    texts.set(symbol, own.map((each) => textOf(statementOf(each))).join('\n'));
    for (const each of own) visit(statementOf(each));
  }
  const block = (wanted: (symbol: ts.Symbol) => boolean): string[] =>
    [...texts]
      .filter(([symbol, text]) => text !== '' && wanted(symbol))
      .map(([, text]) => text)
      .sort();
  const names = checker.getExportsOfModule(module).map(({ name }) => name);
  const others = block((symbol) => !exported.has(symbol));
  return [
    `// What ${entry === '.' ? 'neptune-copy-contract' : `neptune-copy-contract${entry.slice(1)}`} declares. Generated by \`npm run api\`. Do not edit.`,
    ...(names.length > 0 ? [`export { ${names.sort().join(', ')} };`] : []),
    ...augmentations.map((each) => each.getText()),
    ...block((symbol) => exported.has(symbol)),
    ...(others.length > 0 ? ['// Not exported, but led to:', ...others] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function isOurs({ fileName }: ts.SourceFile): boolean {
  return fileName.startsWith(join(root, 'dist'));
}

function isTopLevel(symbol: ts.Symbol): boolean {
  const [first] = symbol.declarations ?? [];
  return first !== undefined && isOurs(first.getSourceFile()) && ts.isSourceFile(statementOf(first).parent);
}

/** The statement that a declaration is part of. */
function statementOf(node: ts.Node): ts.Node {
  if (ts.isVariableDeclaration(node)) return node.parent.parent;
  return node;
}

function textOf(node: ts.Node): string {
  return node.getText().replace(/^export (declare )?/, '');
}

function fail(reason: unknown): never {
  console.error(String(reason));
  return process.exit(2);
}
