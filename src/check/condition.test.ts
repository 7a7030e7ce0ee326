import { describe, expect, it } from 'vitest';
import { createCompiler, decide, type Condition } from './condition.ts';
import type { KnownContext } from './context.ts';

type Schema = Readonly<Record<string, unknown>>;

const compile = createCompiler();

function condition(schema: Schema): Condition {
  const compiled = compile(schema);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.condition;
}

/** A copy across Regions without a world: what the source is like is not known, nor the copy's tags. */
const context: KnownContext = {
  value: {
    request: { KmsKeyId: 'alias/x' },
    caller: { account: '111122223333' },
    source: { account: '111122223333' },
    key: { alias: 'alias/x' },
    copy: { account: '111122223333' },
    crossRegion: true,
  },
  unknown: ['caller/region', 'source/StorageEncrypted', 'source/tags', 'key/Arn', 'copy/tags'],
};

const has = (path: string, schema: Schema = {}): Schema =>
  path
    .split('.')
    .reduceRight<Schema>((inner, name) => ({ required: [name], properties: { [name]: inner } }), schema);

describe('a condition on what is known in part', () => {
  it.each<{ name: string; given: Schema; expected: string }>([
    { name: 'known and met', given: has('crossRegion', { const: true }), expected: 'met' },
    { name: 'known and broken', given: has('crossRegion', { const: false }), expected: 'broken' },
    { name: 'nothing asked', given: {}, expected: 'met' },
    { name: 'a member that is known to be absent', given: has('crossAccount'), expected: 'broken' },
    {
      name: 'an unknown member',
      given: has('source.StorageEncrypted', { const: true }),
      expected: 'undecided source/StorageEncrypted',
    },
    {
      name: 'an unknown member that would be optional',
      given: { properties: { source: { properties: { StorageEncrypted: { const: true } } } } },
      expected: 'undecided source/StorageEncrypted',
    },
    { name: 'a member below an unknown one', given: has('copy.tags.owner'), expected: 'undecided copy/tags' },
    {
      name: 'a member below an unknown one that would be optional',
      given: { properties: { copy: { properties: { tags: { required: ['owner'] } } } } },
      expected: 'undecided copy/tags',
    },
    { name: 'the presence of what has unknown members', given: has('key'), expected: 'met' },
    {
      name: 'what has unknown members, as a whole',
      given: { properties: { key: { minProperties: 2 } } },
      expected: 'undecided key/Arn',
    },
    {
      name: 'an unknown member beside a known one that is broken',
      given: { allOf: [has('key.Arn'), has('crossRegion', { const: false })] },
      expected: 'broken',
    },
    {
      name: 'a choice between an unknown member and a known one that is broken',
      given: { anyOf: [has('key.Arn'), has('crossRegion', { const: false })] },
      expected: 'undecided key/Arn',
    },
    {
      name: 'the negation of something unknown',
      given: { not: has('source.tags.owner') },
      expected: 'undecided source/tags',
    },
    {
      name: 'a consequence of something unknown',
      given: { if: has('source.tags.owner'), else: has('crossRegion', { const: false }) },
      expected: 'undecided source/tags',
    },
    {
      name: 'an unknown member by reference',
      given: { $ref: '#/$defs/a', $defs: { a: has('key.Arn') } },
      expected: 'undecided key/Arn',
    },
    {
      name: 'a definition that nothing refers to',
      given: { $defs: { a: has('key.Arn') } },
      expected: 'met',
    },
    {
      name: 'a member that must not be there, unknown',
      given: { properties: { copy: { properties: { tags: false } } } },
      expected: 'undecided copy/tags',
    },
    {
      name: 'a member that must not be there, known',
      given: { properties: { key: false } },
      expected: 'broken',
    },
  ])('$name', ({ given, expected }) => {
    const decision = decide(condition(given), context);
    expect(decision.kind === 'undecided' ? `undecided ${decision.on.join()}` : decision.kind).toBe(expected);
  });

  it('is decided once all is known', () => {
    const known: KnownContext = {
      value: { ...context.value, source: { StorageEncrypted: true } },
      unknown: [],
    };
    expect(decide(condition(has('source.StorageEncrypted', { const: true })), known).kind).toBe('met');
    expect(decide(condition(has('source.StorageEncrypted', { const: false })), known).kind).toBe('broken');
    expect(decide(condition({ not: has('source.tags') }), known).kind).toBe('met');
  });

  it('says in what it is broken', () => {
    const messages = (schema: Schema): unknown => {
      const decision = decide(condition(schema), context);
      return decision.kind === 'broken' ? decision.errors.map(({ message }) => message) : decision;
    };
    expect(messages(has('key.alias', { const: 'alias/y' }))).toEqual(['key.alias must be "alias/y"']);
    expect(messages(has('copy.account', { enum: ['1', '2'] }))).toEqual([
      'copy.account must be one of "1", "2"',
    ]);
    expect(messages(has('request.Tags'))).toEqual(['request.Tags is missing']);
    expect(messages({ properties: { key: false } })).toEqual(['key must not be there']);
    expect(messages(has('key.alias', { pattern: '^\\p{Lu}' }))).toEqual([
      'key.alias must match pattern "^\\p{Lu}"',
    ]);
  });
});

describe('a schema that makes no sense', () => {
  it.each<{ name: string; given: Schema; at: string; message: RegExp }>([
    {
      name: 'a misspelt member of the context',
      given: { properties: { key: { properties: { KeyID: { const: 'x' } } } } },
      at: 'properties.key.properties.KeyID',
      message: /^key has no member "KeyID"; did you mean "KeyId"\?$/,
    },
    {
      name: 'a misspelt member that is required',
      given: { required: ['crosRegion'] },
      at: 'required.0',
      message: /decision context has no member "crosRegion"; did you mean "crossRegion"\?/,
    },
    {
      name: 'a misspelt member of a tag',
      given: { properties: { request: { properties: { Tags: { contains: { properties: { key: {} } } } } } } },
      at: 'properties.request.properties.Tags.contains.properties.key',
      message: /request.Tags has no member "key"; did you mean "Key"\?/,
    },
    {
      name: 'a misspelt keyword',
      given: { proprties: {} },
      at: 'proprties',
      message: /no keyword of JSON Schema; did you mean "properties"\?/,
    },
    {
      name: 'a value of the wrong type',
      given: { anyOf: [{ required: 'key' }] },
      at: 'anyOf.0.required',
      message: /array/,
    },
    {
      name: 'a pattern that is none',
      given: has('key.alias', { pattern: '(' }),
      at: 'properties.key.properties.alias.pattern',
      message: /[Ii]nvalid regular expression/,
    },
    {
      name: 'a format that nobody knows',
      given: has('key.alias', { format: 'odd' }),
      at: 'properties.key.properties.alias.format',
      message: /^no format is called "odd"$/,
    },
    {
      name: 'a reference that leads nowhere',
      given: { $ref: '#/$defs/x' },
      at: '$ref',
      message: /leads nowhere/,
    },
    {
      name: 'a reference to elsewhere',
      given: { $ref: 'https://example.com/x' },
      at: '$ref',
      message: /same schema/,
    },
  ])('$name', ({ given, at, message }) => {
    const compiled = compile(given);
    const problems = compiled.ok ? [] : compiled.problems;
    expect(problems.map((problem) => problem.at.join('.'))).toEqual([at]);
    expect(problems[0]?.message).toMatch(message);
  });

  it('any tag may be asked for', () => {
    expect(compile(has('copy.tags.acme/owner')).ok).toBe(true);
  });
});
