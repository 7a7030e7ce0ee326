/**
 * Turns `spec/` into source under `src/contract/generated`, so that importing the contract costs no
 * parsing, the schemas of what people write into files that stand alone, and style and script of the HTML report into a module. With `--check` nothing is written and a difference fails.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type {
  CaseFile,
  FaultCatalogue,
  RequirementSet,
  Rule,
  RuleCatalogue,
  SequenceFile,
  Traceability,
} from '../src/contract/generated/types.ts';
import { formatProblem, readDocument, type DocumentProblem } from '../src/contract/document.ts';
import { createValidator } from '../src/contract/validate.ts';
import { expandCases } from '../src/contract/expand.ts';
import { catalogueProblems, requirementProblems } from '../src/contract/consistency.ts';
import { reportAssets } from './report-assets.ts';
import { alone, prefix } from './schema-alone.ts';
import { schemaTypes, type NamedSchema } from './schema-types.ts';

const root = join(import.meta.dirname, '..');
const out = 'src/contract/generated';
const banner = '// Generated from spec/ by `npm run generate`. Do not edit.\n';

const schemaFiles = [...list('spec/shapes', '.schema.json'), ...list('spec', '.schema.json')];
const schemas = schemaFiles.map((file) => JSON.parse(read(file)) as NamedSchema);
const validator = createValidator(schemas);

const rules = load<RuleCatalogue>('spec/rules.yaml', 'rules');
const faults = load<FaultCatalogue>('spec/faults.yaml', 'faults');
const trace = load<Traceability>('spec/traceability.yaml', 'traceability');
const caseFiles = list('spec/cases', '.yaml').map((file) => ({
  file,
  family: basename(file, '.yaml'),
  document: load<CaseFile>(file, 'cases'),
}));
const sets = list('spec/requirements', '.yaml').map((file) => ({
  file,
  document: load<RequirementSet>(file, 'requirements'),
}));
const ruleIds = new Set(rules.value.rules.map((rule) => rule.id));

const sequenceFiles = list('spec/sequences', '.yaml').map((file) => ({
  file,
  family: basename(file, '.yaml'),
  document: load<SequenceFile>(file, 'sequences'),
}));

fail([
  ...catalogueProblems('spec/rules.yaml', rules, faults.value),
  ...sets.flatMap(({ file, document }) => requirementProblems(file, document, ruleIds)),
  ...caseFiles.flatMap(({ file, document }) => unknownRules(file, document, 'cases', document.value.cases)),
  ...sequenceFiles.flatMap(({ file, document }) =>
    unknownRules(file, document, 'sequences', document.value.sequences),
  ),
]);

const cases = caseFiles.flatMap(({ family, document }) => expandCases(family, document.value));
const hash = createHash('sha256');
// What an account has, and how runs are kept, says nothing of what is judged.
const aside = ['live', 'recorded', 'recording'].map((name) => `spec/${name}.schema.json`);
const judgedBy = schemaFiles.filter((file) => !aside.includes(file));
for (const file of [
  ...judgedBy,
  'spec/rules.yaml',
  'spec/faults.yaml',
  ...[...caseFiles, ...sequenceFiles, ...sets].map((each) => each.file),
]) {
  hash.update(`${file}\n${read(file)}\n`);
}

const outputs: Record<string, string> = {
  [`${out}/types.ts`]: `${banner}\n${await schemaTypes(schemas)}`,
  [`${out}/schemas.ts`]: `${banner}\n${constant('schemas', schemas, 'readonly object[]', 'The JSON Schemas of the contract.')}`,
  [`${out}/catalogue.ts`]: catalogue(),
  [`${out}/cases.json`]: shipped(caseFiles),
  [`${out}/sequences.json`]: shipped(sequenceFiles),
  'src/reporters/run/html/assets.ts': await reportAssets(),
};
for (const name of ['plan', 'policy', 'world', 'config', 'live'])
  outputs[`schemas/${name}.json`] = `${JSON.stringify(alone(`${prefix}${name}`, schemas), null, 2)}\n`;

let stale = 0;
for (const [name, text] of Object.entries(outputs)) {
  const path = join(root, name);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (before === text) continue;
  stale += 1;
  if (process.argv.includes('--check'))
    console.error(`${name} differs from what it is generated from: run npm run generate`);
  else writeFileSync(path, text);
}
if (process.argv.includes('--check') && stale > 0) process.exit(1);
const traced = trace.value.sections.flatMap(({ statements }) => statements).length;
console.log(
  `generated: ${rules.value.rules.length} rules, ${cases.length} cases, ${sequenceFiles.flatMap(({ document }) => document.value.sequences).length} sequences, ${schemas.length} schemas, ${traced} traced statements`,
);

function list(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

type Loaded<T> = Extract<ReturnType<typeof readDocument<T>>, { ok: true }>;

function load<T>(file: string, schema: string): Loaded<T> {
  const document = readDocument<T>(read(file), file, `neptune-copy-contract:${schema}`, validator);
  if (!document.ok) fail(document.problems);
  return document as Loaded<T>;
}

function fail(problems: readonly DocumentProblem[]): void {
  if (problems.length === 0) return;
  for (const problem of problems) console.error(formatProblem(problem));
  process.exit(1);
}

/** Files as they are shipped: what their entries have in common is written down once. */
function shipped(files: readonly { readonly family: string; readonly document: Loaded<unknown> }[]): string {
  return `${JSON.stringify(files.map(({ family, document }) => ({ family, file: document.value })))}\n`;
}

/** Names of rules in the entries of a file that no rule has. */
function unknownRules(
  file: string,
  document: Loaded<unknown>,
  member: string,
  entries: readonly {
    readonly rule: string;
    readonly breaks?: readonly string[];
    readonly unspecified?: readonly string[];
  }[],
): DocumentProblem[] {
  return entries.flatMap((entry, i) =>
    [entry.rule, ...(entry.breaks ?? []), ...(entry.unspecified ?? [])]
      .filter((id) => !ruleIds.has(id))
      .map((id) => ({ file, ...document.locate([member, i]), message: `no rule is called ${id}` })),
  );
}

function catalogue(): string {
  const idsOf = (wanted: (rule: Rule) => boolean): string =>
    rules.value.rules
      .filter(wanted)
      .map((rule) => `  | '${rule.id}'`)
      .join('\n');
  const ids = (kind: string): string => idsOf((rule) => rule.kind === kind);
  return [
    banner,
    "import type { Ambiguity, FaultEntry, RequirementSet, Rule, Source } from './types.ts';\n",
    `/** Preconditions, in canonical precedence. */\nexport type PreconditionId =\n${ids('precondition')};\n`,
    `/** What an accepted copy, or a rejection, leaves behind. */\nexport type PostconditionId =\n${ids('postcondition')};\n`,
    `/** The form of the answer. */\nexport type WireRuleId =\n${ids('wire')};\n`,
    '/** Any rule of the catalogue. */\nexport type RuleId = PreconditionId | PostconditionId | WireRuleId;\n',
    `/** Rules that say what members of the copy must be. */\nexport type MemberRuleId =\n${idsOf(({ measuredBy }) => measuredBy?.includes('members') === true)};\n`,
    '/** Rules of the wire about the request: no form of an answer shows them. */',
    `export type RequestRuleId =\n${idsOf(({ kind, measuredBy }) => kind === 'wire' && measuredBy?.includes('answer') === false)};\n`,
    `/** Shape of a fault. */\nexport type FaultShape =\n${faults.value.faults.map((fault) => `  | '${fault.shape}'`).join('\n')};\n`,
    '/** The rules that a fault claims to be broken. */\nexport interface Claims {\n  readonly rule: RuleId;\n  /** The same for a request that names a key. */\n  readonly withKey?: RuleId;\n}\n',
    constant(
      'rules',
      rules.value.rules,
      'readonly (Rule & { readonly id: RuleId })[]',
      'The rules, in canonical precedence.',
    ),
    constant(
      'faults',
      faults.value.faults,
      'readonly (FaultEntry & { readonly shape: FaultShape; readonly claims?: Claims })[]',
      'The faults.',
    ),
    constant(
      'sources',
      rules.value.sources,
      'Readonly<Record<string, Source>>',
      'What provenance entries refer to.',
    ),
    constant(
      'ambiguities',
      rules.value.ambiguities,
      'readonly Ambiguity[]',
      'What the documentation leaves unspecified, and how the contract reads it.',
    ),
    constant(
      'requirementSets',
      sets.map(({ document }) => document.value),
      'readonly RequirementSet[]',
      'What gated on some days, the oldest first.',
    ),
    `/** SHA-256 of the files under spec/ that the catalogue and the cases come from. */\nexport const specHash: string = '${hash.digest('hex')}';\n`,
  ].join('\n');
}

function constant(name: string, value: unknown, type: string, comment: string): string {
  return `/** ${comment} */\nexport const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;
}
