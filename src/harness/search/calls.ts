import fc, { type Arbitrary } from 'fast-check';
import type { Call, CallPlace, CopyCall, KeyCall } from '../../contract/generated/types.ts';
import type { Features } from './features.ts';
import { mostPieces } from './sequence-limits.ts';

type CopyTags = NonNullable<CopyCall['tags']>;

const home: CallPlace = { account: 'self', region: 'here' };
const abroad: CallPlace = { account: 'self', region: 'elsewhere' };
const theirs: CallPlace = { account: 'other', region: 'here' };

/** Sources that a sequence starts from. */
const origins = ['alpha', 'Beta'] as const;
/** Names of copies: few in number, so that they meet again, and in both cases. */
const few = ['one', 'two', 'Three', 'ONE'] as const;
/** Names enough for a long run. */
const many = Array.from({ length: 16 }, (_, i) => `copy-${i + 1}`);

/**
 * Sequences of at most so many calls over one evolving world. Each begins with a snapshot to copy and is made of
 * pieces that hang together: a chain of copies, a name used again, a long run, a key disabled in between.
 */
export function callSequences(maxCalls: number, features: Features): Arbitrary<readonly Call[]> {
  const first = creations(home, origins[0], features);
  const pieces = fc.array(piece(features), { minLength: 1, maxLength: mostPieces, size: 'max' });
  return fc.tuple(first, pieces).map(([start, rest]) => [start, ...rest.flat()].slice(0, maxCalls));
}

function piece(features: Features): Arbitrary<readonly Call[]> {
  return fc.oneof(
    { weight: 3, arbitrary: longRun() },
    { weight: 3, arbitrary: chain() },
    { weight: 3, arbitrary: tagged() },
    { weight: 2, arbitrary: reuse() },
    { weight: 2, arbitrary: rejectedFirst() },
    { weight: 1, arbitrary: overwrite() },
    { weight: 1, arbitrary: retag() },
    { weight: 2, arbitrary: apart() },
    { weight: 1, arbitrary: replace(features) },
    { weight: 1, arbitrary: atOnce() },
    { weight: 1, arbitrary: creations(home, origins[1], features).map((call) => [call]) },
    ...(features.keys
      ? [
          { weight: 2, arbitrary: keys() },
          { weight: 1, arbitrary: alias() },
        ]
      : []),
    ...(features.otherAccount
      ? [
          { weight: 2, arbitrary: sharing() },
          { weight: 2, arbitrary: sharingOwn() },
        ]
      : []),
    ...(features.otherRegion ? [{ weight: 1, arbitrary: crossRegion(features) }] : []),
  );
}

const copyTo = (source: string, target: string, rest: Partial<CopyCall> = {}): CopyCall => ({
  op: 'copy',
  at: home,
  source,
  target,
  ...rest,
});

const source = (): Arbitrary<string> => fc.constantFrom(...origins, 'ALPHA', ...few);
const target = (): Arbitrary<string> => fc.constantFrom(...few, ...many.slice(0, 3));

/** Tags in numbers around the limits that somebody may have built in. */
function tagLists(): Arbitrary<CopyTags> {
  return fc
    .tuple(fc.constantFrom(1, 2, 5, 8, 9, 10, 11, 16, 25, 49, 50), fc.constantFrom('', 'x', 'Ünïcode ٣'))
    .map(([length, value]) =>
      Array.from({ length }, (_, i) => ({ Key: `key-${i + 1}`, Value: `${value}${i}` })),
    );
}

function creations(at: CallPlace, name: string, { keys: encrypted }: Features): Arbitrary<Call> {
  return fc
    .record({
      tags: fc.option(tagLists(), { nil: undefined }),
      key: encrypted
        ? fc.option(fc.constant('first' as const), { nil: undefined, freq: 2 })
        : fc.constant(undefined),
    })
    .map(({ tags, key }) => ({ op: 'create', at, name, ...(tags && { tags }), ...(key && { key }) }));
}

/** Many copies of one source, all kept. */
const longRun = (): Arbitrary<readonly Call[]> =>
  fc
    .integer({ min: 3, max: many.length })
    .map((length) => many.slice(0, length).map((name) => copyTo('alpha', name)));

/** A copy of a copy of a copy, with or without tags. */
const chain = (): Arbitrary<readonly Call[]> =>
  fc
    .record({
      length: fc.integer({ min: 2, max: 4 }),
      copyTags: fc.boolean(),
      tags: fc.option(tagLists(), { nil: undefined }),
    })
    .map(({ length, copyTags, tags }) =>
      ['alpha', 'link-1', 'link-2', 'link-3', 'link-4'].slice(0, length + 1).flatMap((name, i, names) => {
        const next = names[i + 1];
        if (next === undefined) return [];
        return [copyTo(name, next, { ...(copyTags && { copyTags }), ...(i === 0 && tags && { tags }) })];
      }),
    );

const tagged = (): Arbitrary<readonly Call[]> =>
  fc
    .record({ from: source(), to: target(), tags: tagLists(), copyTags: fc.boolean() })
    .map(({ from, to, tags, copyTags }) => [copyTo(from, to, { tags, ...(copyTags && { copyTags }) })]);

/** A name that is taken, freed and taken again. */
const reuse = (): Arbitrary<readonly Call[]> =>
  fc
    .tuple(target(), fc.boolean())
    .map(([name, again]) => [
      copyTo('alpha', name),
      { op: 'delete', at: home, name },
      ...(again ? [copyTo('alpha', name.toUpperCase())] : []),
      copyTo('alpha', name),
    ]);

/** A request that must fail, and then a good one of the same name. */
const rejectedFirst = (): Arbitrary<readonly Call[]> =>
  fc
    .tuple(
      target(),
      fc.constantFrom<Partial<CopyCall>>(
        { source: 'nowhere' },
        { tags: [{ Key: 'aws:owned', Value: 'x' }] },
        { tags: [{ Key: 'k'.repeat(129), Value: 'x' }] },
        { target: 'bad--name' },
      ),
    )
    .map(([name, wrong]) => [copyTo('alpha', name, wrong), copyTo('alpha', name)]);

const overwrite = (): Arbitrary<readonly Call[]> =>
  fc
    .tuple(source(), target())
    .map(([from, name]) => [copyTo('alpha', name), copyTo(from, name.toLowerCase())]);

/** Tags of the source that change between two copies. */
const retag = (): Arbitrary<readonly Call[]> =>
  fc
    .tuple(tagLists(), target(), target())
    .map(([tags, one, two]) => [
      { op: 'tag', at: home, name: 'alpha', tags },
      copyTo('alpha', one, { copyTags: true }),
      { op: 'untag', at: home, name: 'alpha', tags },
      copyTo('alpha', two, { copyTags: true }),
    ]);

/** A copy and its source that go different ways; the one that is left alone is copied. */
const apart = (): Arbitrary<readonly Call[]> =>
  fc
    .record({
      names: fc.constantFrom(['alpha', 'twin'] as const, ['twin', 'alpha'] as const),
      op: fc.constantFrom('tag' as const, 'untag' as const),
      tags: tagLists(),
      to: target(),
    })
    .map(({ names: [altered, left], op, tags, to }) => [
      copyTo('alpha', 'twin', { copyTags: true }),
      { op, at: home, name: altered, tags },
      copyTo(left, to, { copyTags: true }),
    ]);

/** A source that is deleted and made again under its name, and a copy that outlives it. */
const replace = (features: Features): Arbitrary<readonly Call[]> =>
  fc
    .tuple(creations(home, 'alpha', features), target())
    .map(([again, to]) => [
      copyTo('alpha', 'former', { copyTags: true }),
      { op: 'delete', at: home, name: 'alpha' },
      copyTo('former', to, { copyTags: true }),
      again,
      copyTo('alpha', 'latter', { copyTags: true }),
    ]);

const atOnce = (): Arbitrary<readonly Call[]> =>
  fc
    .tuple(target(), fc.integer({ min: 2, max: 4 }))
    .map(([name, times]) => [copyTo('alpha', name, { times })]);

/** A key that is disabled and enabled again, between copies. */
const keys = (): Arbitrary<readonly Call[]> =>
  fc
    .tuple(fc.constantFrom<KeyCall['key']>('first', 'second'), target(), target())
    .map(([key, one, two]) => [
      { op: 'disable-key', key },
      copyTo('alpha', one, { key: 'second' }),
      { op: 'enable-key', key },
      copyTo('alpha', two, { key: 'second' }),
    ]);

/** An alias that moves from one key to another. */
const alias = (): Arbitrary<readonly Call[]> =>
  fc
    .tuple(target(), target())
    .map(([one, two]) => [
      { op: 'point-alias', key: 'first' },
      copyTo('alpha', one, { alias: true }),
      { op: 'point-alias', key: 'second' },
      copyTo('alpha', two, { alias: true }),
    ]);

/** A snapshot of another account: not shared, shared, and no longer shared. */
const sharing = (): Arbitrary<readonly Call[]> =>
  fc.tuple(target(), target(), fc.boolean()).map(([one, two, beforehand]) => {
    const copy = (name: string): CopyCall => copyTo('gamma', name, { sourceAt: theirs });
    return [
      { op: 'create', at: theirs, name: 'gamma' },
      ...(beforehand ? [copy(one)] : []),
      { op: 'share', at: theirs, name: 'gamma', with: 'self' },
      copy(one),
      { op: 'unshare', at: theirs, name: 'gamma', with: 'self' },
      copy(two),
    ];
  });

/** A snapshot, or its copy, that is shared with another account, which asks for a copy of the other. */
const sharingOwn = (): Arbitrary<readonly Call[]> =>
  fc
    .constantFrom(['alpha', 'kin'] as const, ['kin', 'alpha'] as const)
    .map(([shared, asked]) => [
      ...(shared === 'alpha' ? [{ op: 'share', at: home, name: shared, with: 'other' } as const] : []),
      copyTo('alpha', 'kin'),
      ...(shared === 'kin' ? [{ op: 'share', at: home, name: shared, with: 'other' } as const] : []),
      copyTo(asked, 'taken', { at: theirs, sourceAt: home }),
    ]);

/** Copies to another Region and back. */
const crossRegion = ({ keys: encrypted }: Features): Arbitrary<readonly Call[]> =>
  fc.tuple(target(), fc.boolean(), fc.boolean()).map(([name, withKey, bare]) => [
    copyTo('alpha', name, {
      at: abroad,
      ...(!bare && { sourceAt: home }),
      ...(withKey && encrypted && { key: 'elsewhere' }),
    }),
    copyTo(name, 'back', { sourceAt: abroad, ...(withKey && encrypted && { key: 'first' }) }),
  ]);
