/**
 * Measures which rules, cases and sequences give away each endpoint with a bug, and writes them to
 * src/selftest/kills.ts. All that can show a bug are tried, but for the cases of manual-snapshot-quota, which take longer
 * than all others and are tried only where the bug is about it. Takes about half an hour. With `--rule ID` only the endpoints
 * that are about these rules are measured, and with `--case ID` all of them by these cases only; what else was measured
 * stays as it is.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { format, resolveConfig } from 'prettier';
import { isDirectedSequence, namedCases, type NamedCase } from '../src/contract/directed-sequences.ts';
import { kills as measuredBefore, triedCases } from '../src/selftest/kills.ts';
import { findersOf, judge, knownBugs, toSpans, tryMutant } from '../src/selftest/index.ts';
import { culprits, mutants, type Direction, type Mutant } from '../src/selftest/mutants/index.ts';

const path = join(import.meta.dirname, '../src/selftest/kills.ts');
const options = { seed: 1, search: { runs: 15, maxCalls: 30, maxTime: 60_000 } };
const atOnce = 2;

/** What gave an endpoint away. */
interface Row {
  readonly rules: readonly string[];
  readonly cases: readonly string[];
}

const several = { type: 'string', multiple: true } as const;
const { values } = parseArgs({ options: { rule: several, case: several } });
const rules = wantedOf('rule', values.rule, mutants.flatMap(culprits));
const cases = wantedOf(
  'case',
  values.case,
  namedCases().map(({ id }) => id),
);

/** The ids that were asked for, if any. Ends with a message at one that there is not. */
function wantedOf(
  flag: string,
  given: readonly string[] | undefined,
  all: readonly string[],
): ReadonlySet<string> | undefined {
  const unknown = (given ?? []).filter((id) => !all.includes(id));
  if (unknown.length > 0) {
    process.stderr.write(`--${flag}: no endpoint with a bug is tried with ${unknown.join(', ')}\n`);
    process.exit(2);
  }
  return given && new Set(given);
}

/** In these directions an endpoint differs from the model only where its rule is broken, or unspecified. */
const onlyWhereBroken: readonly Direction[] = ['missing check', 'wrong code', 'wrong status', 'no answer'];

/** The cases that an endpoint is tried with: those that can show its bug. */
function triedWith(mutant: Mutant): readonly NamedCase[] {
  const isAboutQuota = culprits(mutant).includes('manual-snapshot-quota');
  const isNarrow = onlyWhereBroken.includes(mutant.direction);
  return namedCases().filter(
    (entry) =>
      (cases?.has(entry.id) ?? true) &&
      (isAboutQuota || entry.rule !== 'manual-snapshot-quota') &&
      (!isNarrow || entry.rule === mutant.rule || touchedBy(entry).includes(mutant.rule)),
  );
}

/** The rules that a case, or some call of a sequence, breaks or leaves unspecified. */
function touchedBy(entry: NamedCase): readonly string[] {
  if (isDirectedSequence(entry)) return entry.breaks;
  const { claim } = entry;
  if (claim.kind === 'copied') return [];
  return [...(claim.kind === 'rejected' ? claim.breaks : []), ...claim.unspecified];
}

async function measure(mutant: Mutant): Promise<Row> {
  const about = culprits(mutant);
  const tried = triedWith(mutant);
  if (tried.length === 0) return { rules: [], cases: [] };
  const { findings } = await judge({ name: mutant.name, ...mutant.variant() }, tried, options);
  const held = new Set<string>(findings.map(({ rule }) => rule));
  const foundBy = findersOf(findings, about);
  // What no directed call gives away is left to the search.
  if (cases === undefined && foundBy.length === 0)
    for (const rule of (await tryMutant(mutant, options)).findings) held.add(rule);
  return { rules: [...held].sort(), cases: foundBy };
}

/** A row in which what is measured now takes the place of what was measured before. */
function renewed(before: Row | undefined, now: Row): Row {
  if (cases === undefined || before === undefined) return now;
  const others = before.cases.filter((id) => !cases.has(id));
  // Another case may make the very call that was measured now: it finds the same.
  const found = new Set([...others, ...now.cases]);
  return { rules: [...new Set([...before.rules, ...now.rules])].sort(), cases: [...found] };
}

/** Cases keep the numbers that they have; new ones are added at the end, so that other rows stay as they are. */
function numbering(): readonly string[] {
  const all = namedCases().map(({ id }) => id);
  const kept = triedCases.filter((id) => all.includes(id));
  return [...kept, ...all.filter((id) => !kept.includes(id) && (cases?.has(id) ?? true))];
}

async function write(rows: ReadonlyMap<string, Row>): Promise<void> {
  const numbered = numbering();
  const numbersOf = (ids: readonly string[]): readonly number[] =>
    ids.map((id) => numbered.indexOf(id)).filter((number) => number >= 0);
  const kills = mutants.flatMap(({ name }) => {
    const row = rows.get(name);
    const spans = toSpans([...numbersOf(row?.cases ?? [])].sort((one, other) => one - other));
    return row === undefined ? [] : [[name, { rules: row.rules, cases: spans }] as const];
  });
  const text = `// Measured by \`npm run kills\`. Do not edit.

/** The cases and sequences that endpoints with a bug were tried with. */
export const triedCases: readonly string[] = ${JSON.stringify(numbered)};

/** What gave each endpoint with a bug away: the rules that were held against it, and which of \`triedCases\` did so. */
export const kills: Readonly<Record<string, { readonly rules: readonly string[]; readonly cases: string }>> =
  ${JSON.stringify(Object.fromEntries(kills))};
`;
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

// In the order of the endpoints, so that a row that is measured again stays where it is.
const rows = new Map<string, Row>(
  knownBugs.flatMap(({ name, caughtBy, foundBy }) =>
    measuredBefore[name] === undefined ? [] : [[name, { rules: caughtBy, cases: foundBy }] as const],
  ),
);
const measured = mutants.filter(
  (mutant) => rules === undefined || culprits(mutant).some((id) => rules.has(id)),
);
let done = 0;
await pLimit(atOnce).map(measured, async (mutant) => {
  rows.set(mutant.name, renewed(rows.get(mutant.name), await measure(mutant)));
  done += 1;
  process.stderr.write(`\r${done} of ${measured.length}  `);
  if (done % 20 === 0) await write(rows);
});
process.stderr.write('\n');
await write(rows);
