/**
 * Measures which rules give away each endpoint with a bug, with one case of every rule and all cases of those that
 * the bug is about, and writes them to src/selftest/kills.ts. Filling the quota takes longer than all else, so its
 * case is tried only where the bug is about it. Takes about five minutes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { culprits, mutants } from '../src/selftest/mutants/index.ts';
import { judge, oneCaseARule, tryMutant } from '../src/selftest/index.ts';
import { cases } from '../src/contract/generated/cases.ts';

const path = join(import.meta.dirname, '../src/selftest/kills.ts');
const options = { seed: 1, version: 'kills', search: { runs: 15, maxCalls: 30, maxTime: 60_000 } };
const kills: Record<string, readonly string[]> = {};

for (const [index, mutant] of mutants.entries()) {
  process.stderr.write(`\r${index + 1} of ${mutants.length}  `);
  const about = culprits(mutant);
  const tried = new Set([
    ...oneCaseARule.filter(({ rule }) => rule !== 'manual-snapshot-quota' || about.includes(rule)),
    ...cases.filter(({ rule }) => about.includes(rule)),
  ]);
  const { findings } = await judge({ name: mutant.name, ...mutant.variant() }, [...tried], options);
  const held = new Set<string>(findings.map(({ rule }) => rule));
  // What no single call gives away is left to the search.
  if (!about.some((rule) => held.has(rule)))
    for (const rule of (await tryMutant(mutant, options)).findings) held.add(rule);
  kills[mutant.name] = [...held].sort();
}
process.stderr.write('\n');
const text = `// Measured by \`npm run kills\`. Do not edit.

/** Rules that a run held against each endpoint with a bug. */
export const kills: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(kills, null, 2)};
`;
writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
