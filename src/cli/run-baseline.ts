import { writeFile } from 'node:fs/promises';
import { formatProblem, readDocument } from '../contract/document.ts';
import { namedCases } from '../contract/directed-sequences.ts';
import type { OldBaselineDocument } from '../contract/generated/types.ts';
import { contractValidator } from '../contract/contract-validator.ts';
import { UsageError } from '../errors.ts';
import { contractIndex } from '../report/baseline-entry.ts';
import { readBaseline } from '../report/baseline-file.ts';
import { upgradeBaseline } from '../report/baseline-upgrade.ts';
import { complain } from './complain.ts';
import type { UpgradeFlags } from './flags.ts';
import { readReports, textOf } from './read-reports.ts';

/** Runs `baseline upgrade`. Resolves to the exit code; nothing is written unless all is well. */
export async function runUpgrade(file: string, flags: UpgradeFlags): Promise<number> {
  const text = await textOf(file);
  if (readBaseline(text, file).ok) {
    complain(`${file}: it is of version 2 already: nothing to do`);
    return 0;
  }
  const schema = 'neptune-copy-contract:baseline-1';
  const old = readDocument<OldBaselineDocument>(text, file, schema, contractValidator());
  if (!old.ok) {
    for (const problem of old.problems) complain(formatProblem(problem));
    return 2;
  }
  const reports = await readReports(flags.report);
  if (reports === undefined) return 2;
  const held = reports.find(({ report }) => report.baseline !== undefined);
  if (held !== undefined)
    throw new UsageError(`${held.file}: a baseline was applied to it; a report without one is needed.`);
  const context = { contract: contractIndex(namedCases()), today: new Date().toISOString().slice(0, 10) };
  const upgraded = upgradeBaseline(
    text,
    old.value,
    reports.map(({ report }) => report),
    context,
  );
  if (upgraded.missing.length > 0)
    throw new UsageError(
      `${file} has entries for ${upgraded.missing.join(', ')}, of which no report is given: --report FILE (verify --target-name NAME).`,
    );
  for (const change of upgraded.changes) complain(`${file}: ${change}`);
  const out = flags.out ?? file;
  await writeFile(out, upgraded.text).catch((error: unknown) => {
    throw new UsageError(`cannot write ${out}: ${error instanceof Error ? error.message : String(error)}.`);
  });
  return 0;
}
