import { readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { HarnessError, UsageError } from '../errors.ts';
import type { RawSdk } from './describe-sdk.ts';

/** An SDK that has been loaded. */
export interface LoadedSdk extends RawSdk {
  readonly version: string;
}

/** The package that carries the schemas. */
export const sdkName = '@aws-sdk/client-neptune';

/**
 * Loads the SDK that is installed in the folder, or the one that this package uses. Only the folder itself is looked
 * at, not those above it, so that an SDK which was not installed is not taken for one that was. Throws a UsageError
 * when there is none, a HarnessError when it cannot be loaded.
 */
export async function loadSdk(folder?: string): Promise<LoadedSdk> {
  const root =
    folder === undefined
      ? dirname(createRequire(import.meta.url).resolve(`${sdkName}/package.json`))
      : join(resolve(folder), 'node_modules', sdkName);
  const manifest = await readFile(join(root, 'package.json'), 'utf8').catch(() => {
    const where = folder ?? root;
    throw new UsageError(
      `no ${sdkName} is installed in ${where}: npm install --prefix ${where} ${sdkName}@latest`,
    );
  });
  const { version, types } = JSON.parse(manifest) as { readonly version: string; readonly types?: string };
  const declarations = join(root, dirname(types ?? ''), 'commands', 'CopyDBClusterSnapshotCommand.d.ts');
  return {
    version,
    exports: load(await realpath(root), version),
    declaredFaults: await declaredFaults(declarations),
  };
}

/** The root is where the SDK really is: Node 20 leaves a link unresolved where its last stat was of a pipe. */
function load(root: string, version: string): Readonly<Record<string, unknown>> {
  try {
    return createRequire(join(root, 'package.json'))(root) as Record<string, unknown>;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new HarnessError(`cannot load ${sdkName} ${version}: ${why}`);
  }
}

/**
 * The faults that the operation declares. No runtime schema tells which operation has which fault, but the comment of
 * the command's declaration does. An operation that is gone has no declaration, and no faults.
 */
async function declaredFaults(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return [...text.matchAll(/@throws \{@link (\w+)\} \((?:client|server) fault\)/g)].map(
    ([, shape = '']) => shape,
  );
}
