/**
 * Measures which rules give away each endpoint with a bug, with one case of every rule and all cases of those that
 * the bug is about, and writes them to src/selftest/kills.ts. Filling the quota takes longer than all else, so its
 * case is tried only where the bug is about it. Takes about five minutes; with `--rule ID` only the endpoints that are
 * about these rules are measured, and the other rows stay as they are.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { culprits, mutants, type Mutant } from '../src/selftest/mutants/index.ts';
import { judge, oneCaseARule, tryMutant } from '../src/selftest/index.ts';
import { directedCases } from '../src/contract/directed-cases.ts';
import { kills as measuredBefore } from '../src/selftest/kills.ts';

const path = join(import.meta.dirname, '../src/selftest/kills.ts');
const options = { seed: 1, search: { runs: 15, maxCalls: 30, maxTime: 60_000 } };
const { values } = parseArgs({ options: { rule: { type: 'string', multiple: true } } });
const wanted: ReadonlySet<string> | undefined = values.rule && new Set(values.rule);

const isWanted = (mutant: Mutant): boolean =>
  wanted === undefined || culprits(mutant).some((rule) => wanted.has(rule));

/** The rules that are held against an endpoint. */
async function measure(mutant: Mutant): Promise<readonly string[]> {
  const about = culprits(mutant);
  const tried = new Set([
    ...oneCaseARule().filter(({ rule }) => rule !== 'manual-snapshot-quota' || about.includes(rule)),
    ...directedCases().filter(({ rule }) => about.includes(rule)),
  ]);
  const { findings } = await judge({ name: mutant.name, ...mutant.variant() }, [...tried], options);
  const held = new Set<string>(findings.map(({ rule }) => rule));
  // What no single call gives away is left to the search.
  if (!about.some((rule) => held.has(rule)))
    for (const rule of (await tryMutant(mutant, options)).findings) held.add(rule);
  return [...held].sort();
}

const measured = mutants.filter(isWanted);
const unknown = [...(wanted ?? [])].filter(
  (id) => !mutants.some((each) => culprits(each).some((rule) => rule === id)),
);
if (unknown.length > 0) {
  process.stderr.write(`no endpoint with a bug is about ${unknown.join(', ')}\n`);
  process.exit(2);
}
// In the order of the endpoints, so that a row that is measured again stays where it is.
const rows = new Map(mutants.map(({ name }) => [name, measuredBefore[name]]));
for (const [index, mutant] of measured.entries()) {
  process.stderr.write(`\r${index + 1} of ${measured.length}  `);
  rows.set(mutant.name, await measure(mutant));
}
process.stderr.write('\n');
const kills = Object.fromEntries(rows);
const text = `// Measured by \`npm run kills\`. Do not edit.

/** Rules that a run held against each endpoint with a bug. */
export const kills: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(kills, null, 2)};
`;
writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
