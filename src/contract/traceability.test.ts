import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { directedCases } from './directed-cases.ts';
import { ambiguities, faults, rules, sources } from './generated/catalogue.ts';
import { schemas } from './generated/schemas.ts';
import type { Traceability, TracedStatement } from './generated/types.ts';
import { createValidator } from './validate.ts';

const cases = directedCases();

const root = join(import.meta.dirname, '../..');
const file = 'spec/traceability.yaml';
const document = readDocument<Traceability>(
  readFileSync(join(root, file), 'utf8'),
  file,
  'neptune-copy-contract:traceability',
  createValidator(schemas),
);
if (!document.ok) throw new Error(`${file} does not conform to its schema`);
const traced = document.value;
const statements = traced.sections.flatMap(({ statements }) => statements);

/** What a statement of the documentation is known by. */
type StatementId = `${string} ${string}`;

const headings: ReadonlyMap<string, string> = new Map([
  ['Request Syntax', 'Request Syntax'],
  ['Parameters:', 'Parameters'],
  ['Return type:', 'Return type'],
  ['Returns:', 'Returns'],
  ['Response Syntax', 'Response Syntax'],
  ['Response Structure', 'Response Structure'],
  ['Exceptions', 'Exceptions'],
]);

/**
 * Splits the documentation into statements: each sentence, each bullet, the declaration of each member,
 * and each block of code as a whole.
 */
function statementsOf(text: string): StatementId[] {
  const found: StatementId[] = [];
  let heading = 'Introduction';
  let members: { readonly indent: number; readonly name: string }[] = [];
  let code = '';
  const add = (statement: string): void => {
    const normal = statement.replace(/\s+/g, ' ').trim();
    if (normal === '' || normal === 'Constraints:') return;
    const section = [heading, ...members.map(({ name }) => name).filter((name) => name !== '')].join('/');
    found.push(`${section} ${createHash('sha256').update(normal).digest('hex').slice(0, 12)}`);
  };
  for (const line of text.split('\n')) {
    const next = headings.get(line.trim());
    if (next !== undefined) {
      add(code);
      [heading, members, code] = [next, [], ''];
    } else if (heading.endsWith('Syntax')) {
      code += `${line}\n`;
    } else if (line.trim() !== '') {
      const indent = line.search(/\S/);
      const [declared, name = '', type = '', rest = ''] =
        /^\s*• (?:(\w+) )?\((\w+)\) –\s*(.*)$/.exec(line) ?? [];
      members = members.filter((member) => member.indent < indent);
      if (declared !== undefined) {
        members.push({ indent, name });
        add(`${name} (${type})`);
      }
      const prose = declared === undefined ? line.replace(/^\s*• /, '') : rest;
      prose.split(/(?<=\.)\s+(?=[A-Z])/).forEach(add);
    }
  }
  add(code);
  return found;
}

/** The shapes by the name that references to them use. */
const shapes = new Map<string, unknown>(
  readdirSync(join(root, 'spec/shapes')).map((name) => [
    `shapes/${name.replace('.schema.json', '')}`,
    JSON.parse(readFileSync(join(root, 'spec/shapes', name), 'utf8')),
  ]),
);

/** Whether a reference such as `shapes/tag#/properties/Key` leads anywhere. */
function leadsSomewhere(reference: string): boolean {
  const [shape = '', pointer = ''] = reference.split('#');
  const steps = pointer.split('/').slice(1);
  return (
    steps.reduce<unknown>(
      (here, step) => (here as Record<string, unknown> | undefined)?.[step],
      shapes.get(shape),
    ) !== undefined
  );
}

const referenced = (of: (statement: TracedStatement) => readonly string[] | undefined): Set<string> =>
  new Set(statements.flatMap((statement) => of(statement) ?? []));

const missing = (wanted: Iterable<string>, from: Iterable<string>): string[] => {
  const there = new Set(from);
  return [...wanted].filter((item) => !there.has(item));
};

const reached = {
  rules: referenced(({ rules }) => rules),
  ambiguities: referenced(({ ambiguities }) => ambiguities),
  faults: referenced(({ faults }) => faults),
  schema: referenced(({ schema }) => schema),
};

describe('the traced statements', () => {
  it('refer to nothing that does not exist', () => {
    expect(
      missing(
        reached.rules,
        rules.map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(
      missing(
        reached.ambiguities,
        ambiguities.map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(
      missing(
        reached.faults,
        faults.map(({ shape }) => shape),
      ),
    ).toEqual([]);
    expect([...reached.schema].filter((reference) => !leadsSomewhere(reference))).toEqual([]);
    expect(sources[traced.source]).toBeDefined();
  });

  it('are listed once in their section', () => {
    const listed = traced.sections.flatMap(({ section, statements }) =>
      statements.map(({ sha256 }) => `${section} ${sha256}`),
    );
    expect(listed).toEqual([...new Set(listed)]);
    expect(traced.sections.map(({ section }) => section)).toEqual([
      ...new Set(traced.sections.map(({ section }) => section)),
    ]);
  });

  it('reach every rule that is documented by the operation', () => {
    const documented = rules.filter(({ provenance }) =>
      provenance.some(({ level, source }) => level === 'documented' && source === traced.source),
    );
    expect(documented.length).toBeGreaterThan(30);
    expect(
      missing(
        documented.map(({ id }) => id),
        reached.rules,
      ),
    ).toEqual([]);
  });

  it('reach no rule that claims not to be documented', () => {
    const undocumented = rules
      .filter(({ provenance }) => !provenance.some(({ source }) => source === traced.source))
      .map(({ id }): string => id);
    expect([...reached.rules].filter((id) => undocumented.includes(id))).toEqual([]);
  });

  it('reach every declared fault, every ambiguity and every member of the shapes', () => {
    const declared = faults.filter(({ declared }) => declared).map(({ shape }) => shape);
    expect(missing(declared, reached.faults)).toEqual([]);
    expect(
      missing(
        ambiguities.map(({ id }) => id),
        reached.ambiguities,
      ),
    ).toEqual([]);
    const members = [...shapes].flatMap(([shape, schema]) =>
      shape === 'shapes/fault'
        ? []
        : Object.entries((schema as { properties: Record<string, { $comment?: string }> }).properties)
            .filter(([, { $comment }]) => $comment !== 'newer-than-document')
            .map(([member]) => `${shape}#/properties/${member}`),
    );
    const touched = [...reached.schema].map((reference) => reference.split('/').slice(0, 4).join('/'));
    expect(missing(members, touched)).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has no rule that neither a statement nor a case refers to', () => {
    const used = [...reached.rules, ...cases.map(({ rule }) => rule)];
    expect(
      missing(
        rules.map(({ id }) => id),
        used,
      ),
    ).toEqual([]);
  });

  it('has no source that no rule rests on, or is contradicted by', () => {
    const used = rules.flatMap(({ provenance, contradictedBy = [] }) =>
      [...provenance, ...contradictedBy].map(({ source }) => source),
    );
    expect(missing(Object.keys(sources), used)).toEqual([]);
  });

  it('tells where each source is found, but for what is common knowledge', () => {
    const homeless = Object.entries(sources).filter(([, { url }]) => url === undefined);
    expect(homeless.map(([name]) => name)).toEqual(['convention']);
    for (const { url } of Object.values(sources)) {
      if (url !== undefined) expect(new URL(url).protocol).toBe('https:');
    }
  });
});

describe('splitting the documentation', () => {
  const text = [
    'Copies it. Once only.',
    'Request Syntax',
    'call(',
    "    Name='string'",
    ')',
    'Parameters:',
    '  • Name (string) –',
    '    The name. It is short.',
    '    Constraints:',
    '    • At most 3 characters.',
    '    • (dict) – One.',
    '  • Flag (boolean) – On or off.',
  ].join('\n');

  it('yields sentences, bullets, declarations and blocks, by section', () => {
    expect(statementsOf(text).map((id) => id.replace(/ [0-9a-f]{12}$/, ''))).toEqual([
      'Introduction',
      'Introduction',
      'Request Syntax',
      ...Array<string>(6).fill('Parameters/Name'),
      'Parameters/Flag',
      'Parameters/Flag',
    ]);
  });

  it('minds every change of the wording, but not of white space', () => {
    expect(statementsOf('Copies   it.')).toEqual(statementsOf('Copies it.'));
    expect(statementsOf('Copies them.')).not.toEqual(statementsOf('Copies it.'));
  });
});

const reference =
  process.env['NEPTUNE_REFERENCE_DOCUMENT'] ?? join(root, '../shared/reference/copy_db_cluster_snapshot.txt');

describe('the documentation of the operation', () => {
  it.skipIf(!existsSync(reference))(
    `is traced statement by statement (set NEPTUNE_REFERENCE_DOCUMENT to its file, if not ${reference})`,
    () => {
      const listed = traced.sections.flatMap(({ section, statements }) =>
        statements.map(({ sha256 }): StatementId => `${section} ${sha256}`),
      );
      const present = statementsOf(readFileSync(reference, 'utf8'));
      expect(present.length).toBeGreaterThan(100);
      expect({ untraced: missing(present, listed), vanished: missing(listed, present) }).toEqual({
        untraced: [],
        vanished: [],
      });
    },
  );
});
