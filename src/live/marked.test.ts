import { describe, expect, it } from 'vitest';
import { directedCase, missingSource, plainRequest, situation } from '../../test-support/fakes.ts';
import type { Situation } from '../contract/case.ts';
import { marked } from './marked.ts';

const own = { Key: 'neptune-copy-contract', Value: 'live1' };
const tagsIn = (given: Partial<Situation>) =>
  marked(directedCase({ situation: situation(given) }), 'live1').situation.request.Tags;
const asked = (request: object): Partial<Situation> => ({ request: { ...plainRequest, ...request } });
const some = [{ Key: 'a', Value: 'b' }];

describe('a case whose copies carry the tag of a run', () => {
  it.each([
    ['without tags', asked({}), [own]],
    ['with tags', asked({ Tags: some }), [...some, own]],
    ['with tags, and those of the source', asked({ Tags: some, CopyTags: true }), [...some, own]],
    ['that says that the tags of the source are not copied', asked({ CopyTags: false }), [own]],
    ['with 49 tags', asked({ Tags: { generate: 49 } }), expect.arrayContaining([own])],
  ])('%s', (_, given, expected) => {
    expect(tagsIn(given)).toEqual(expected);
  });

  it.each([
    ['the tags of the source alone', asked({ CopyTags: true })],
    ['the tags of the source, by the form', { wire: { CopyTags: 'true' } }],
    ['as many tags as there may be', asked({ Tags: { generate: 50 } })],
    ['tags in another form', { wire: { 'Tags.member.1.Key': 'a' } }],
    ['a tag twice', { http: { doubled: { 'Tags.Tag.1.Key': 'a' } } }],
  ])('is left as it is where it has %s', (_, given) => {
    expect(tagsIn(given)).toEqual(situation(given).request.Tags);
  });

  it('has the tag in its control case, too', () => {
    const { claim } = marked(missingSource, 'live1');
    expect(claim).toMatchObject({ control: { request: { Tags: [own] } } });
  });
});
