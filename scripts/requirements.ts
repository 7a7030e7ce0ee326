/**
 * Writes a requirement set, `spec/requirements/NAME.yaml`: how each claim of the contract stands today. A set that is
 * there is left alone, because people have named it; `--again` writes it anew, as long as nobody has.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { stringify } from 'yaml';
import { standingsToday } from '../src/contract/requirements.ts';

const { values, positionals } = parseArgs({
  options: { again: { type: 'boolean' } },
  allowPositionals: true,
});
const date = new Date().toISOString().slice(0, 10);
const [name = date.slice(0, 7), more] = positionals;
if (more !== undefined || !/^20\d\d-(0[1-9]|1[0-2])$/.test(name))
  fail(`not a year and a month, such as 2026-11: ${positionals.join(' ')}`);

const path = join(import.meta.dirname, '../spec/requirements', `${name}.yaml`);
if (existsSync(path) && values.again !== true)
  fail(`spec/requirements/${name}.yaml is there already; --again writes it anew`);

const rules = Object.entries(standingsToday()).map(
  ([id, { behaviour, fault }]) =>
    `  ${id}: { behaviour: ${behaviour}${fault === undefined ? '' : `, fault: ${fault}`} }\n`,
);
const text = `# What stood in the contract on a day, for \`verify --requirements ${name}\`. Written by \`npm run requirements\`.
${stringify({ name, date: date.startsWith(name) ? date : `${name}-01` })}rules:\n${rules.join('')}`;
writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
console.log(`wrote spec/requirements/${name}.yaml: ${rules.length} rules; run npm run generate`);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
