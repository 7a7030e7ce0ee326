import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const tool = (path: string): string => join(root, 'node_modules', path);
const name = 'neptune-copy-contract';

/** How a program ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** A project that has installed this package from what `npm pack` makes of it. */
export interface Consumer {
  /** Where the project is. */
  readonly folder: string;
  /** Where the package is in it. */
  readonly installed: string;
  readonly tarball: string;
  /** The files that are published. */
  readonly files: readonly string[];
  /** Writes a file of the project. */
  write(file: string, text: string): void;
  /** Runs a script of Node in the project. */
  run(...args: readonly string[]): Promise<Ended>;
  /** Runs a program of this repository's development dependencies in the project. */
  runTool(path: string, ...args: readonly string[]): Promise<Ended>;
  remove(): void;
}

/**
 * Builds and packs the package as it is in the working tree, and installs it in a new project beside its dependencies.
 * Types are written but not checked, which `npm run typecheck` does.
 */
export function installPackage(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-consumer-'));
  const build = join(folder, 'build');
  const tsc = [tool('typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')];
  const options = ['--noCheck', '--incremental', 'false', '--tsBuildInfoFile', 'null'];
  execFileSync(process.execPath, [...tsc, ...options, '--outDir', join(build, 'dist')], { stdio: 'pipe' });
  for (const file of [
    'package.json',
    'README.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'LICENSE',
    'schemas',
    'spec',
  ])
    cpSync(join(root, file), join(build, file), { recursive: true });
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(
    execFileSync('npm', pack, { cwd: build, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as { filename: string; files: { path: string }[] }[];
  if (packed === undefined) throw new Error('npm pack has packed nothing');
  const tarball = join(folder, packed.filename);
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const entry of readdirSync(tool('')))
    if (!entry.startsWith('.')) symlinkSync(tool(entry), join(modules, entry));
  renameSync(join(folder, 'package'), join(modules, name));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', type: 'module' }));

  const env = withoutVitest();
  const run = (...args: readonly string[]): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), output: stdout + stderr }),
      );
    });
  return {
    folder,
    installed: join(modules, name),
    tarball,
    files: packed.files.map(({ path }) => path),
    write: (file, text) => writeFileSync(join(folder, file), text),
    run,
    runTool: (path, ...args) => run(tool(path), ...args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The environment without what the test runner around this one has put there, and without colours. */
function withoutVitest(): NodeJS.ProcessEnv {
  const own = /^(VITEST|NODE_ENV$|NODE_OPTIONS$|NODE_TEST|FORCE_COLOR$)/;
  const kept = Object.entries(process.env).filter(([variable]) => !own.test(variable));
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}

/** The files and packages that a file of the package leads to, by whatever form of import. */
export function importsFrom(file: string): { readonly files: number; readonly packages: readonly string[] } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith('.')) visit(join(path, '..', fileName));
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(fileName)?.[0] ?? fileName);
    }
  };
  visit(file);
  return { files: files.size, packages: [...packages].sort() };
}
