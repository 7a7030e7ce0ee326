/** Writes the pages of `docs/` that are made from the contract. With `--check`, nothing is written and a difference fails. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { explainAll, explainSets } from '../src/contract/explanation.ts';
import { catalogueMarkdown } from '../src/reporters/explain/index.ts';
import { knownBugs } from '../src/selftest/index.ts';

const path = join(import.meta.dirname, '../docs/rules.md');
const text = await format(catalogueMarkdown(explainAll(knownBugs), explainSets()), {
  ...(await resolveConfig(path)),
  filepath: path,
});
const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
if (before !== text && process.argv.includes('--check')) {
  console.error('docs/rules.md differs from spec/: run npm run docs');
  process.exit(1);
}
if (before !== text) writeFileSync(path, text);
