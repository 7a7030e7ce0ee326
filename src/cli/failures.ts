import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { failuresOf } from '../verify/replay/index.ts';
import { renderJson } from '../reporters/run/json.ts';
import type { Report } from '../contract/generated/types.ts';
import { sdkVersion } from '../harness/target/endpoint/sdk-version.ts';

/** Makes the folder for failure files, before anything is judged. Throws a UsageError when it cannot be. */
export async function prepareFailures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => cannotWrite(folder, error));
}

/** Writes each finding to a file of its own, over the one that it may have already. Resolves to how many there are. */
export async function writeFailures(report: Report, folder: string): Promise<number> {
  const failures = failuresOf(report, { node: process.version, sdk: sdkVersion() });
  for (const [name, failure] of failures) {
    const file = join(folder, name);
    await writeFile(file, renderJson(failure)).catch((error: unknown) => cannotWrite(file, error));
  }
  return [...failures].length;
}

function cannotWrite(path: string, error: unknown): never {
  throw new UsageError(
    `cannot write failures to ${path}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
