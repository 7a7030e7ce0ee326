import { describe, expect, it } from 'vitest';
import { schemas } from '../contract/generated/schemas.ts';
import type { Actual, Expected } from '../contract/generated/types.ts';
import { byImpact, impactOf, impacts, type Impact, type Ranked } from './impact.ts';

const refused: Expected = { kind: 'outcome', copy: false, faults: ['InvalidParameterValue'] };
const accepted: Expected = { kind: 'outcome', copy: true, faults: [] };
const either: Expected = { kind: 'outcome', copy: true, faults: ['InvalidParameterValue'] };

describe('the impact of a deviation', () => {
  const table: { name: string; expected: Expected; actual: Actual; impact: Impact }[] = [
    {
      name: 'a failure of the service',
      expected: refused,
      actual: { kind: 'rejection', code: 'InternalFailure', status: 500 },
      impact: 'crash',
    },
    {
      name: 'a failure where a copy was due',
      expected: accepted,
      actual: { kind: 'rejection', code: 'InternalFailure', status: 503 },
      impact: 'crash',
    },
    {
      name: 'a page of HTML',
      expected: { kind: 'xml' },
      actual: { kind: 'unintelligible', status: 200, reason: 'no XML' },
      impact: 'crash',
    },
    {
      name: 'what the SDK cannot read',
      expected: { kind: 'sdk-output' },
      actual: { kind: 'sdk-nothing', reason: 'no output' },
      impact: 'crash',
    },
    {
      name: 'a fault of the caller with the status of a failure',
      expected: { kind: 'http-status', status: 400, code: 'InvalidParameterValue' },
      actual: { kind: 'http-status', status: 500 },
      impact: 'crash',
    },
    {
      name: 'a failure where another failure was due',
      expected: { kind: 'http-status', status: 500, code: 'InternalFailure' },
      actual: { kind: 'http-status', status: 503 },
      impact: 'wrong-code',
    },
    {
      name: 'an envelope with the status of a failure',
      expected: { kind: 'envelope', status: 200, path: ['a'], inside: [], beside: [] },
      actual: { kind: 'envelope', status: 502, root: { name: 'a' } },
      impact: 'crash',
    },
    { name: 'accepted against the rules', expected: refused, actual: { kind: 'copy' }, impact: 'wrong-copy' },
    {
      name: 'a wrong member of a copy',
      expected: { kind: 'members', of: 'copy', members: { Port: { kind: 'is', value: 1 } } },
      actual: { kind: 'members', of: 'copy', members: { Port: 2 } },
      impact: 'wrong-copy',
    },
    {
      name: 'wrong tags',
      expected: { kind: 'tags', of: 'copy', required: [], optional: [] },
      actual: { kind: 'tags', of: 'copy', tags: [{ Key: 'a' }] },
      impact: 'wrong-copy',
    },
    {
      name: 'a source that is gone',
      expected: { kind: 'presence', of: 'source', present: true },
      actual: { kind: 'presence', of: 'source', present: false },
      impact: 'wrong-copy',
    },
    {
      name: 'two winners',
      expected: { kind: 'winners', winners: 1, of: 5 },
      actual: { kind: 'winners', winners: 2, of: 5 },
      impact: 'wrong-copy',
    },
    {
      name: 'refused against the rules',
      expected: accepted,
      actual: { kind: 'rejection', code: 'X', status: 404 },
      impact: 'refusal',
    },
    {
      name: 'refused where it may be, with another code',
      expected: either,
      actual: { kind: 'rejection', code: 'X', status: 404 },
      impact: 'wrong-code',
    },
    {
      name: 'refused rightly with another code',
      expected: refused,
      actual: { kind: 'rejection', code: 'X', status: 404 },
      impact: 'wrong-code',
    },
    {
      name: 'the name of the shape for the code',
      expected: { kind: 'code', code: 'A' },
      actual: { kind: 'code', code: 'AFault' },
      impact: 'wrong-code',
    },
    {
      name: 'another namespace',
      expected: { kind: 'namespace', uri: 'a' },
      actual: { kind: 'namespace', uri: null },
      impact: 'form',
    },
    {
      name: 'empty elements',
      expected: { kind: 'elements', problem: 'empty' },
      actual: { kind: 'elements', problem: 'empty', elements: [{ name: 'a' }] },
      impact: 'form',
    },
  ];

  it.each(table)('$name: $impact', ({ expected, actual, impact }) => {
    expect(impactOf({ expected, actual })).toBe(impact);
  });

  it('is known of every kind of actual outcome that the schema has', () => {
    const { $defs } = schemas.find(
      (schema) => 'title' in schema && schema.title === 'DeviationValues',
    ) as unknown as {
      $defs: { actual: { anyOf: { properties: { kind: { const: Actual['kind'] } } }[] } };
    };
    const kinds = $defs.actual.anyOf.map(({ properties }) => properties.kind.const);
    expect(kinds.length).toBeGreaterThan(15);
    for (const kind of kinds) {
      expect(impacts).toContain(impactOf({ expected: refused, actual: { kind } as Actual }));
    }
  });
});

describe('the order of deviations', () => {
  const copy: Actual = { kind: 'copy' };
  const crash: Actual = { kind: 'unintelligible', status: 500, reason: '' };
  const code: Actual = { kind: 'rejection', code: 'X' };
  const of = (rule: string, actual: Actual, gating = true): Ranked & { name: string } => ({
    name: `${rule} ${actual.kind} ${gating ? 'gating' : 'reported'}`,
    rule,
    gating,
    expected: refused,
    actual,
    cases: ['a'],
  });

  it('is by impact, then by gate, then by the catalogue; what is not in it comes last', () => {
    const given = [
      of('no-such-rule', copy),
      of('tag-count', copy, false),
      of('source-exists', code),
      of('wire-well-formed', crash),
      of('kms-key-accessible', copy),
      of('source-required', copy),
      of('target-required', crash, false),
    ];
    const expected = [
      'wire-well-formed unintelligible gating',
      'target-required unintelligible reported',
      'source-required copy gating',
      'kms-key-accessible copy gating',
      'no-such-rule copy gating',
      'tag-count copy reported',
      'source-exists rejection gating',
    ];
    expect(byImpact(given).map(({ name }) => name)).toEqual(expected);
    expect(byImpact(given.toReversed()).map(({ name }) => name)).toEqual(expected);
  });

  it('puts the refusal that most cases meet first', () => {
    const one = { ...of('tag-count', code), expected: { kind: 'outcome', copy: true, faults: [] } } as const;
    const many = { ...one, rule: 'wire-request-lists', cases: ['a', 'b'], name: 'many' };
    expect(byImpact([one, many]).map(({ name }) => name)).toEqual(['many', one.name]);
  });

  it('leaves alone what is equal, and what it was given', () => {
    const given = [of('tag-count', copy), { ...of('tag-count', copy), name: 'second' }];
    const before = structuredClone(given);
    expect(byImpact(given).map(({ name }) => name)).toEqual(['tag-count copy gating', 'second']);
    expect(given).toEqual(before);
  });
});
