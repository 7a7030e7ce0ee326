import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../errors.ts';
import { indexFile } from '../harness/recording/recorder.ts';
import { render } from '../reporters/index.ts';
import { evidenceOf } from '../verify/evidence/index.ts';
import { patchOf } from '../verify/evidence/patch.ts';
import type { EvidenceFlags } from './flags.ts';
import { readReports, textOf } from './read-reports.ts';
import { checkSinks, writeSinks } from './write-reports.ts';

/** The catalogue that rows are proposed for. */
const catalogue = fileURLToPath(new URL('../../spec/rules.yaml', import.meta.url));

/** Runs `evidence` and writes its reports. Resolves to the exit code. Rejects with a UsageError for what is no recording. */
export async function runEvidence(named: readonly string[], flags: EvidenceFlags): Promise<number> {
  const sinks = flags.report ?? [{ format: 'text' }];
  await checkSinks(sinks);
  const pooled = await Promise.all((flags.pool ?? []).map(recordingsIn));
  const folders = [...named, ...pooled.flat()];
  if (folders.length === 0) throw new UsageError('evidence needs a recording: name its folder, or a --pool.');
  const against = await readReports(flags.against ?? []);
  if (against === undefined) return 2;
  const reports = against.map(({ report }) => report);
  const evidence = await evidenceOf(folders, reports);
  const written = { ...evidence, patch: patchOf(evidence, await textOf(catalogue)) };
  await writeSinks(sinks, (format, color) => render('evidence', format, written, { color }));
  return 0;
}

/** The recordings in a folder. Rejects with a UsageError where there are none. */
async function recordingsIn(pool: string): Promise<readonly string[]> {
  const entries = await readdir(pool).catch((error: unknown) => {
    throw new UsageError(`cannot read ${pool}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const found = entries.map((entry) => join(pool, entry)).filter((path) => existsSync(join(path, indexFile)));
  if (found.length === 0)
    throw new UsageError(`${pool} has no recordings: none of its folders has ${indexFile}.`);
  return found.sort();
}
