/**
 * Measures of each endpoint with a bug how many deviations a run by all cases tells that fail it, and whether the right
 * one comes first. Prints those of which more than two are told, or another first, and how many are to the point. Takes
 * half an hour; with `--every N` only one endpoint in N.
 */
import { parseArgs } from 'node:util';
import { isToThePoint, tellOf, type Told } from '../src/selftest/index.ts';
import { mutants } from '../src/selftest/mutants/index.ts';

const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } });
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1) {
  process.stderr.write(`--every ${values.every} is no number of endpoints\n`);
  process.exit(2);
}
const chosen = mutants.filter((_, i) => i % every === 0);
const told: Told[] = [];
for (const mutant of chosen) {
  told.push(await tellOf(mutant, { seed: 1 }));
  process.stderr.write(`\r${told.length} of ${chosen.length}  `);
}
process.stderr.write('\n');
for (const { mutant, deviations, rightFirst } of told.filter((each) => !isToThePoint(each))) {
  const rules = deviations.map(({ rule, cases }) => `${rule} (${cases.length})`).join(', ');
  console.log(`${mutant.name}: ${rightFirst ? '' : 'another first: '}${rules}`);
}
console.log(`${told.filter(isToThePoint).length} of ${told.length} endpoints are to the point`);
