import type { CopyInput } from '../../src/testing/arbitraries/index.ts';
import type { Snapshot } from '../../src/model/index.ts';
import type { Tag } from '../../src/contract/generated/types.ts';
import type { PostconditionId } from '../../src/contract/generated/catalogue.ts';
import { ofCopies, type RuleLaw } from '../accepted.ts';
import { copyThat, copyThatSees } from '../bugs.ts';
import { expect } from '../expect.ts';

/** Tags as a set, those of AWS itself apart. */
const ownTags = ({ tags }: Snapshot): Set<string> =>
  new Set(tags.filter(({ Key }) => !Key.startsWith('aws:')).map((tag) => JSON.stringify(tag)));

/** The tags that the request gives; an empty list is none. */
const given = ({ request }: CopyInput) => request.Tags ?? [];

/** The rules about tags of the copy. */
export const tagLaws = {
  'copy-no-tags-by-default': {
    holds: ofCopies((accepted) => {
      if (accepted.request.CopyTags === true || given(accepted).length > 0) return;
      expect(accepted.copied.tags).toEqual([]);
    }),
    bugs: { 'tags of the source': copyThat((snapshot, _, { tags }) => ({ ...snapshot, tags })) },
  },
  'copy-tags-all': {
    holds: ofCopies((accepted) => {
      if (accepted.request.CopyTags !== true || given(accepted).length > 0) return;
      expect(ownTags(accepted.copied)).toEqual(ownTags(accepted.source));
    }),
    bugs: {
      'CopyTags not looked at': copyThatSees((world, caller, request) => [
        world,
        caller,
        { ...request, CopyTags: false },
      ]),
      'the first tag only': copyThat((snapshot) => ({ ...snapshot, tags: snapshot.tags.slice(0, 1) })),
    },
  },
  'copy-assigns-tags': {
    holds: ofCopies((accepted) => {
      const tags = given(accepted);
      const texts = ownTags(accepted.copied);
      for (const tag of tags) expect(texts).toContain(JSON.stringify(tag));
      if (tags.length > 0 && accepted.request.CopyTags !== true) expect(texts.size).toBe(tags.length);
    }),
    bugs: {
      'keys in lower case': copyThat((snapshot) => ({
        ...snapshot,
        tags: snapshot.tags.map((tag) => ({ ...tag, Key: tag.Key.toLowerCase() })),
      })),
    },
  },
  'tags-over-copy-tags': {
    holds: ofCopies((accepted) => {
      const { copied, request, source } = accepted;
      const tags = given(accepted);
      if (request.CopyTags !== true || tags.length === 0) return;
      const keys = new Set(tags.map(({ Key }) => Key));
      const others = [...ownTags(source)].filter((text) => !keys.has((JSON.parse(text) as Tag).Key));
      const actual = ownTags(copied);
      for (const tag of tags) expect(actual).toContain(JSON.stringify(tag));
      expect([tags.length, tags.length + others.length]).toContain(actual.size);
      if (actual.size > tags.length) for (const other of others) expect(actual).toContain(other);
    }),
    bugs: {
      'the first tag of the source besides': copyThat((snapshot, { CopyTags }, { tags }) => ({
        ...snapshot,
        tags: CopyTags === true ? [...snapshot.tags, ...tags.slice(0, 1)] : snapshot.tags,
      })),
    },
  },
} satisfies Partial<Record<PostconditionId, RuleLaw>>;
