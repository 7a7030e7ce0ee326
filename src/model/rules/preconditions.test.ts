import { describe, expect, it } from 'vitest';
import type { WorldDocument } from '../../contract/generated/types.ts';
import { plainSetting } from '../world/bindings.ts';
import { realise } from '../world/fixture.ts';
import type { Ternary } from '../world/ternary.ts';
import { gatherFacts, type CopyRequest } from './facts.ts';
import { judge } from './judge.ts';
import { preconditions } from './preconditions.ts';

const { accounts, regions } = plainSetting;
const caller = { account: accounts.self, region: regions.here };
const tags = (count: number, prefix = 'k') =>
  Array.from({ length: count }, (_, i) => ({ Key: `${prefix}${i}`, Value: 'v' }));

/** How a rule stands for a request in a world. */
const standing = (rule: keyof typeof preconditions, document: WorldDocument, request: CopyRequest): Ternary =>
  preconditions[rule](
    gatherFacts(realise(document, plainSetting).world, caller, {
      SourceDBClusterSnapshotIdentifier: 'source',
      TargetDBClusterSnapshotIdentifier: 'new',
      ...request,
    }),
  );

describe('how many tags there are', () => {
  it.each<[name: string, ofSource: number, request: CopyRequest, expected: Ternary]>([
    ['more than fifty are asked for', 0, { Tags: tags(51) }, 'broken'],
    ['fifty are', 0, { Tags: tags(50) }, 'kept'],
    ['those of the source do not come in', 30, { Tags: tags(30) }, 'kept'],
    ['those of the source may come in besides', 30, { Tags: tags(30), CopyTags: true }, 'unspecified'],
    ['they may, and are not too many', 20, { Tags: tags(30), CopyTags: true }, 'kept'],
    ['only those of the source come in', 50, { CopyTags: true }, 'kept'],
    ['only those of the source come in, some of which are AWS’s own', 51, { CopyTags: true }, 'kept'],
  ])('%s: %s', (_, ofSource, request, expected) => {
    const source = { tags: tags(ofSource, 'own') };
    expect(standing('tag-count', { snapshots: { source } }, request)).toBe(expected);
  });
});

describe('a source that is not there', () => {
  const missing = { SourceDBClusterSnapshotIdentifier: 'nobody', CopyTags: true };
  it('has no tags that come in', () => {
    expect(standing('tag-key-reserved-prefix', {}, missing)).toBe('kept');
    expect(standing('tag-count', {}, { ...missing, Tags: tags(50) })).toBe('kept');
  });
});

it('what is refused has no copy to be expected', () => {
  const { world } = realise({ snapshots: { source: {}, taken: {} } }, plainSetting);
  const request = { SourceDBClusterSnapshotIdentifier: plainSetting.nameOf('source') };
  const verdictFor = (handle: string) =>
    judge(world, caller, { ...request, TargetDBClusterSnapshotIdentifier: plainSetting.nameOf(handle) });
  expect(verdictFor('new')).toHaveProperty('copied');
  expect(verdictFor('taken')).toMatchObject({ broken: ['target-unique'] });
  expect(verdictFor('taken')).not.toHaveProperty('copied');
});

describe('tags of the system at the source', () => {
  const document = { snapshots: { source: { tags: [{ Key: 'aws:x', Value: 'v' }] } } };
  it.each<[name: string, request: CopyRequest, expected: Ternary]>([
    ['are not asked for', {}, 'kept'],
    ['are to be copied', { CopyTags: true }, 'unspecified'],
    ['are copied beside one that is asked for', { CopyTags: true, Tags: [{ Key: 'aws:y' }] }, 'broken'],
  ])('%s', (_, request, expected) => {
    expect(standing('tag-key-reserved-prefix', document, request)).toBe(expected);
  });
});

describe('five copies under way', () => {
  const document: WorldDocument = { snapshots: { source: {} }, places: [{ copiesInProgress: 5 }] };
  it.each<[name: string, source: string, expected: Ternary]>([
    ['may be too many for a copy within the Region', 'source', 'unspecified'],
    ['say nothing of a copy of what is not there', 'nobody', 'kept'],
  ])('%s', (_, SourceDBClusterSnapshotIdentifier, expected) => {
    expect(standing('copies-in-progress-quota', document, { SourceDBClusterSnapshotIdentifier })).toBe(
      expected,
    );
  });
});
