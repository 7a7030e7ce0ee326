import { describe, expect, it } from 'vitest';
import {
  copy,
  fillHttp,
  fillRequest,
  fillText,
  gatherFacts,
  judge,
  applyWire,
  meets,
  meetsTags,
  placeOf,
  plainSetting,
  realise,
  sameValue,
  type Bindings,
  type CopyRequest,
  type ExpectedCopy,
  type MemberExpectation,
  type Snapshot,
  type SnapshotMember,
  type Verdict,
} from '../model/index.ts';
import type { DirectedCase, Situation } from './case.ts';
import { rules } from './generated/catalogue.ts';
import { directedCases } from './directed-cases.ts';
import { schemas } from './generated/schemas.ts';
import type { CopyTemplate, WorldDocument } from './generated/types.ts';
import { createValidator } from './validate.ts';

const cases = directedCases();

/** A situation played in the model. */
interface Play {
  readonly bindings: Bindings;
  readonly request: CopyRequest;
  readonly verdict: Verdict;
  readonly source: Snapshot | undefined;
  /** What `copy` makes of it; undefined when it rejects the request. */
  readonly made: Snapshot | undefined;
}

function play({ given, caller: role, request: template, wire, http }: Situation): Play {
  const { world, bindings } = realise(given, plainSetting);
  const caller = placeOf(role, plainSetting);
  const request = applyWire(fillRequest(template, bindings), wire, fillHttp(http, bindings));
  const [, outcome] = copy(world, caller, request);
  return {
    bindings,
    request,
    verdict: judge(world, caller, request),
    source: gatherFacts(world, caller, request).source,
    made: outcome.kind === 'copied' ? outcome.snapshot : undefined,
  };
}

/** In what the model disagrees with the case; nothing when the case is right. */
function disagreements({ situation, claim }: DirectedCase): string[] {
  const played = play(situation);
  switch (claim.kind) {
    case 'rejected': {
      const control = play(claim.control);
      return [
        ...differences('breaks', claim.breaks, played.verdict.broken),
        ...differences('leaves unspecified', claim.unspecified, played.verdict.unspecified),
        ...(played.made === undefined ? [] : ['copy accepts it']),
        ...acceptanceProblems(control).map((problem) => `control case: ${problem}`),
      ];
    }
    case 'unspecified':
      return [
        ...differences('breaks', [], played.verdict.broken),
        ...differences('leaves unspecified', claim.unspecified, played.verdict.unspecified),
      ];
    case 'copied':
      return [...acceptanceProblems(played), ...templateProblems(claim.copy, played)];
  }
}

const differences = (what: string, claimed: readonly string[], actual: readonly string[]): string[] =>
  claimed.join() === actual.join()
    ? []
    : [`${what} ${actual.join(', ') || 'nothing'}, not ${claimed.join(', ') || 'nothing'}`];

function acceptanceProblems({ verdict, made }: Play): string[] {
  const { broken, unspecified, rejections, copied } = verdict;
  const problems = [
    ...differences('breaks', [], broken),
    ...differences('leaves unspecified', [], unspecified),
  ];
  if (rejections.length > 0) problems.push(`may be rejected with ${rejections.join(', ')}`);
  if (made === undefined || copied === undefined) return [...problems, 'is not copied'];
  return [...problems, ...expectationProblems(copied, made)];
}

function expectationProblems(expected: ExpectedCopy, { shape, tags }: Snapshot): string[] {
  const members = Object.entries(expected.members) as [SnapshotMember, MemberExpectation][];
  const problems = members
    .filter(([member, { expect: wanted }]) => !meets(member, wanted, shape[member]))
    .map(([member, { rule }]) => `${member} violates ${rule}`);
  return meetsTags(expected.tags, tags) ? problems : [...problems, `tags violate ${expected.tags.rule}`];
}

function templateProblems(template: CopyTemplate, { bindings, source, made }: Play): string[] {
  if (made === undefined || source === undefined) return [];
  const problems: string[] = [];
  const demand = (member: string, wanted: unknown): void => {
    const actual = made.shape[member as SnapshotMember];
    if (!sameValue(member as SnapshotMember, wanted as typeof actual, actual)) {
      problems.push(`${member} is ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`);
    }
  };
  for (const [member, value] of Object.entries(template.fields ?? {})) {
    demand(member, typeof value === 'string' ? fillText(value, bindings) : value);
  }
  for (const member of template.inherited ?? []) demand(member, source.shape[member as SnapshotMember]);
  for (const member of template.absent ?? []) demand(member, undefined);
  if (template.tags !== undefined) {
    const required = fillRequest({ Tags: template.tags }, bindings).Tags as { Key: string; Value: string }[];
    const wanted = { rule: 'copy-assigns-tags', required, optional: [] } as const;
    if (!meetsTags(wanted, made.tags)) problems.push(`tags are ${JSON.stringify(made.tags)}`);
  }
  return problems;
}

/** Whatever differs between two situations, one line for each thing a case can vary. */
function variations(a: Situation, b: Situation): string[] {
  const left = things(a);
  const right = things(b);
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => left.get(name) !== right.get(name));
}

/** A situation as things and values: members of the request, attributes of each key and snapshot, … */
function things({ given, caller, request, wire, http = {} }: Situation): Map<string, string> {
  const found = new Map<string, string>();
  const note = (path: string, value: object): void => {
    for (const [name, part] of Object.entries(value)) found.set(`${path}.${name}`, JSON.stringify(part));
  };
  note('request', request);
  note('wire', wire);
  note('http', http);
  note('caller', caller);
  for (const [name, key] of Object.entries(given.keys ?? {})) note(`keys.${name}`, key);
  for (const [name, snapshot] of Object.entries(given.snapshots ?? {})) note(`snapshots.${name}`, snapshot);
  given.places?.forEach((place, i) => note(`places.${i}`, place));
  return found;
}

/** The world without the tags that only AWS itself can put on a snapshot. */
function withoutSystemTags(given: WorldDocument): WorldDocument {
  const snapshots = Object.entries(given.snapshots ?? {}).map(([name, { tags = [], ...snapshot }]) => [
    name,
    { ...snapshot, tags: tags.filter(({ Key }) => !Key.startsWith('aws:')) },
  ]);
  return { ...given, snapshots: Object.fromEntries(snapshots) as NonNullable<WorldDocument['snapshots']> };
}

const ids = new Set<string>(rules.map((rule) => rule.id));
const kindOf = new Map<string, string>(rules.map((rule) => [rule.id, rule.kind]));
const rejected = cases.filter((directed) => directed.claim.kind === 'rejected');

describe('a directed case', () => {
  it.each(cases.map((directed) => [directed.id, directed] as const))(
    'is confirmed by the model: %s',
    (_, directed) => expect(disagreements(directed)).toEqual([]),
  );

  it.each(rejected.map((directed) => [directed.id, directed] as const))(
    'differs from its control case in one thing: %s',
    (_, { situation, claim }) => {
      const control = claim.kind === 'rejected' ? claim.control : situation;
      expect(variations(situation, control)).toHaveLength(1);
    },
  );

  it('breaks one rule when it breaks any', () => {
    const several = rejected.filter(({ claim }) => claim.kind === 'rejected' && claim.breaks.length > 1);
    expect(several.map(({ id }) => id)).toEqual([]);
  });

  it('about a precondition breaks it, leaves it unspecified, or is accepted', () => {
    const strangers = cases.filter(({ rule, claim }) => {
      if (kindOf.get(rule) !== 'precondition' || claim.kind === 'copied') return false;
      return !(claim.kind === 'rejected' ? claim.breaks : claim.unspecified).includes(rule);
    });
    expect(strangers.map(({ id }) => id)).toEqual([]);
  });

  it('about what an accepted copy is like is accepted', () => {
    const rejections = new Set(['fault-leaves-no-trace']);
    const strangers = cases.filter(
      ({ rule, claim }) =>
        kindOf.get(rule) === 'postcondition' && (claim.kind === 'copied') === rejections.has(rule),
    );
    expect(strangers.map(({ id }) => id)).toEqual([]);
  });

  it('stages a world that its schema allows', () => {
    const validator = createValidator(schemas);
    const problems = cases.flatMap(({ id, situation, claim }) =>
      [situation.given, ...(claim.kind === 'rejected' ? [claim.control.given] : [])]
        .flatMap((given) => validator.problems('neptune-copy-contract:world', withoutSystemTags(given)))
        .map(({ path, message }) => `${id}: ${path.join('.')}: ${message}`),
    );
    expect(problems).toEqual([]);
  });
});

describe('the directed cases', () => {
  it('have ids of their own', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('put every rule to the test, and no other', () => {
    expect(new Set(cases.map(({ rule }) => rule))).toEqual(ids);
  });

  it('break every precondition that can be broken', () => {
    const broken = new Set(
      cases.flatMap(({ claim }) => (claim.kind === 'rejected' ? claim.breaks : [])) as string[],
    );
    const missing = [...ids].filter((id) => kindOf.get(id) === 'precondition' && !broken.has(id));
    // These are always unspecified where they matter.
    expect(missing).toEqual([
      'form-plain',
      'presigned-url-of-sdk',
      'tag-value-reserved-prefix',
      'source-one-step',
    ]);
  });

  it('show every precondition kept by an accepted neighbour', () => {
    const kept = new Set(
      cases.filter(({ claim }) => claim.kind !== 'unspecified').map(({ rule }) => rule as string),
    );
    expect([...ids].filter((id) => !kept.has(id))).toEqual([]);
  });

  it('need few worlds', () => {
    const worlds = new Set(
      cases.flatMap(({ situation, claim }) =>
        [situation.given, ...(claim.kind === 'rejected' ? [claim.control.given] : [])].map((given) =>
          JSON.stringify(given),
        ),
      ),
    );
    expect(worlds.size).toBeLessThan(90);
  });
});

describe('the comparison of cases with the model', () => {
  const pick = (id: string): DirectedCase => {
    const found = cases.find((directed) => directed.id === id);
    if (found === undefined) throw new Error(`no case is called ${id}`);
    return found;
  };
  const length64 = pick('target-identifier-syntax/length-64');
  const newKey = pick('copy-encryption/new-key-by-id');
  const tagged = pick('tags-copying/copy-tags');
  const unspecified = pick('tags-validation/value-empty');

  it.each<[string, DirectedCase, string]>([
    [
      'another rule than the one broken',
      {
        ...length64,
        claim: { kind: 'rejected', breaks: ['target-unique'], unspecified: [], control: length64.situation },
      },
      'breaks target-identifier-syntax, not target-unique',
    ],
    [
      'a control case that is rejected too',
      {
        ...length64,
        claim: {
          kind: 'rejected',
          breaks: ['target-identifier-syntax'],
          unspecified: [],
          control: length64.situation,
        },
      },
      'control case: breaks target-identifier-syntax, not nothing',
    ],
    [
      'an acceptance that is a rejection',
      { ...length64, claim: { kind: 'copied', copy: {} } },
      'breaks target-identifier-syntax, not nothing',
    ],
    [
      'a rejection that is an acceptance',
      {
        ...newKey,
        claim: { kind: 'rejected', breaks: ['kms-key-region'], unspecified: [], control: newKey.situation },
      },
      'breaks nothing, not kms-key-region',
    ],
    [
      'an acceptance where the rules leave it unspecified',
      { ...unspecified, claim: { kind: 'copied', copy: {} } },
      'leaves unspecified tag-value-length, not nothing',
    ],
    [
      'an unspecified question where there is none',
      { ...newKey, claim: { kind: 'unspecified', unspecified: ['tag-charset'] } },
      'leaves unspecified nothing, not tag-charset',
    ],
    [
      'a wrong member',
      { ...newKey, claim: { kind: 'copied', copy: { fields: { StorageEncrypted: false } } } },
      'StorageEncrypted is true, not false',
    ],
    [
      'a member inherited that is not',
      { ...newKey, claim: { kind: 'copied', copy: { inherited: ['KmsKeyId'] } } },
      'KmsKeyId is "arn:aws:kms',
    ],
    [
      'a member absent that is there',
      { ...newKey, claim: { kind: 'copied', copy: { absent: ['KmsKeyId'] } } },
      'KmsKeyId is "arn:aws:kms',
    ],
    ['wrong tags', { ...tagged, claim: { kind: 'copied', copy: { tags: [] } } }, 'tags are ['],
  ])('finds %s', (_, directed, problem) => {
    expect(disagreements(directed)).toContainEqual(expect.stringContaining(problem));
  });

  it('tells control cases that differ in two things, or in none, from those that differ in one', () => {
    const { situation } = length64;
    const other = { ...situation, caller: { ...situation.caller, region: 'elsewhere' } } as const;
    expect(variations(situation, situation)).toEqual([]);
    expect(variations(situation, other)).toEqual(['caller.region']);
    expect(variations(situation, { ...other, wire: { CopyTags: 'true' } })).toEqual([
      'caller.region',
      'wire.CopyTags',
    ]);
  });
});
