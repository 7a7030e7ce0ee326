import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { File } from '@vitest/runner';
import ts from 'typescript';
import { compile, findFastTests, nearestFirst, runFastTests, testsOf } from './mutation/fast-tests.ts';

/**
 * Takes one thing at a time out of the contract's code, and asks whether the fast tests notice. What there is to take
 * out is read from the source, so that a new rule is among it by itself. Works on a copy of the repository. Exit code
 * 1 when a deletion goes unnoticed.
 */

/** A change of one file. */
interface Deletion {
  readonly name: string;
  readonly file: string;
  /** From and to which character, and what comes in their place. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const root = join(import.meta.dirname, '..');

const files = {
  preconditions: 'src/model/rules/preconditions.ts',
  postconditions: 'src/model/rules/postconditions.ts',
  copy: 'src/model/operations/copy.ts',
  catalogue: 'src/contract/generated/catalogue.ts',
} as const;

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** All nodes of a tree that the test holds for. */
function find<T extends ts.Node>(node: ts.Node, test: (node: ts.Node) => node is T): T[] {
  const found: T[] = test(node) ? [node] : [];
  node.forEachChild((child) => void found.push(...find(child, test)));
  return found;
}

/** What a constant of the file is made of, without `satisfies` and `as`. */
function valueOf(source: ts.SourceFile, name: string): ts.Expression {
  const declaration = find(source, ts.isVariableDeclaration).find((each) => each.name.getText() === name);
  let value = declaration?.initializer;
  while (value !== undefined && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value)))
    value = value.expression;
  if (value === undefined) throw new Error(`${source.fileName} declares no ${name}`);
  return value;
}

const nameOf = ({ name }: ts.ObjectLiteralElementLike): string =>
  name === undefined ? '' : ts.isStringLiteral(name) ? name.text : name.getText();

/** The deletion of a member, with the comma behind it. */
function without(member: ts.Node, name: string): Deletion {
  const source = member.getSourceFile();
  const comma = /^\s*,/.exec(source.text.slice(member.end))?.[0].length ?? 0;
  return { name, file: source.fileName, start: member.getStart(), end: member.end + comma, text: '' };
}

function replaced(node: ts.Node, name: string, text: string): Deletion {
  return { name, file: node.getSourceFile().fileName, start: node.getStart(), end: node.end, text };
}

/** Each predicate says `kept`, whatever it is asked. */
function predicates(): Deletion[] {
  const table = valueOf(parse(files.preconditions), 'preconditions');
  if (!ts.isObjectLiteralExpression(table))
    throw new Error(`${files.preconditions} has no table of predicates`);
  return table.properties
    .filter(ts.isPropertyAssignment)
    .map((rule) => replaced(rule.initializer, `predicate ${nameOf(rule)}`, `() => 'kept'`));
}

/** Each rule about members of the copy is gone. */
function memberRules(): Deletion[] {
  const table = valueOf(parse(files.postconditions), 'memberRules');
  if (!ts.isObjectLiteralExpression(table)) throw new Error(`${files.postconditions} has no table of rules`);
  return table.properties.map((rule) => without(rule, `member rule ${nameOf(rule)}`));
}

/** Each member of what the functions that make a Snapshot or its shape write is gone. */
function copiedMembers(): Deletion[] {
  const makers = find(parse(files.copy), ts.isFunctionDeclaration).filter(({ type }) =>
    ['Snapshot', 'SnapshotShape'].includes(type?.getText() ?? ''),
  );
  return makers.flatMap((maker) =>
    find(maker, ts.isObjectLiteralExpression)
      .flatMap(({ properties }) => [...properties])
      .filter((member) => ts.isPropertyAssignment(member) || ts.isShorthandPropertyAssignment(member))
      .map((member) => without(member, `${maker.name?.text ?? ''} writes ${nameOf(member)}`)),
  );
}

/** The code of each fault, and its status, are others. */
function faults(): Deletion[] {
  const list = valueOf(parse(files.catalogue), 'faults');
  if (!ts.isArrayLiteralExpression(list)) throw new Error(`${files.catalogue} has no list of faults`);
  return list.elements.filter(ts.isObjectLiteralExpression).flatMap(({ properties }) => {
    const members = new Map(
      properties.filter(ts.isPropertyAssignment).map((member) => [nameOf(member), member.initializer]),
    );
    const [shape, code, status] = ['shape', 'code', 'status'].map((name) => members.get(name));
    if (shape === undefined || code === undefined || status === undefined)
      throw new Error('a fault lacks its shape, code or status');
    const name = JSON.parse(shape.getText()) as string;
    return [replaced(code, `code of ${name}`, '"Deleted"'), replaced(status, `status of ${name}`, '418')];
  });
}

/** The test that fails first without what is deleted; undefined when all pass. */
async function noticedBy(deletion: Deletion, tests: readonly string[]): Promise<string | undefined> {
  const path = join(process.cwd(), deletion.file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.slice(0, deletion.start) + deletion.text + before.slice(deletion.end));
  try {
    const run = await runFastTests(compile, { files: nearestFirst(tests, path), bail: true });
    return run.map(firstFailure).find((failure) => failure !== undefined);
  } finally {
    writeFileSync(path, before);
  }
}

function firstFailure(file: File): string | undefined {
  const where = relative(process.cwd(), file.filepath);
  const test = testsOf([file]).find(({ result }) => result?.state === 'fail');
  if (test !== undefined) return `${where}: ${test.name}`;
  const [error] = file.result?.errors ?? [];
  // Code that cannot be compiled says nothing of the tests.
  if (error !== undefined) throw new Error(`${where} cannot be loaded: ${error.message}`);
  return undefined;
}

/** A copy of what the fast tests need; dependencies are linked. */
function copyOfRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'deletions-'));
  for (const name of ['src', 'spec', 'properties', 'contracts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  cpSync(join(root, 'vitest.mutation.config.ts'), join(copy, 'vitest.mutation.config.ts'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

const wanted = process.argv[2] ?? '';
const deletions = [...predicates(), ...faults(), ...memberRules(), ...copiedMembers()].filter(({ name }) =>
  name.includes(wanted),
);
const copy = copyOfRepository();
try {
  process.chdir(copy);
  const tests = await findFastTests();
  const [failing] = (await runFastTests(compile, { files: tests, bail: true }))
    .map(firstFailure)
    .filter(Boolean);
  if (failing !== undefined) throw new Error(`the fast tests fail as they are: ${failing}`);
  console.log('deletion | noticed by');
  let unnoticed = 0;
  for (const deletion of deletions) {
    const test = await noticedBy(deletion, tests);
    if (test === undefined) unnoticed += 1;
    console.log(`${deletion.name} | ${test ?? 'NOBODY'}`);
  }
  console.log(`${deletions.length} deletions, ${unnoticed} unnoticed`);
  if (unnoticed > 0 || deletions.length === 0) process.exitCode = 1;
} finally {
  process.chdir(root);
  rmSync(copy, { recursive: true, force: true });
}
