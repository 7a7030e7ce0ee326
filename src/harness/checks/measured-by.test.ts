import { describe, expect, it } from 'vitest';
import { rules, type RuleId } from '../../contract/generated/catalogue.ts';
import { isAboutRequests, measuredByOutcome, measuredByTags } from './measured-by.ts';

const those = (predicate: (id: RuleId) => boolean): readonly string[] =>
  rules.map(({ id }) => id).filter(predicate);

describe('rules', () => {
  it('that the tags of the copy show', () => {
    expect(those(measuredByTags)).toEqual([
      'copy-no-tags-by-default',
      'copy-tags-all',
      'copy-assigns-tags',
      'tags-over-copy-tags',
      'wire-request-lists',
      'wire-request-form',
    ]);
  });

  it('of the wire that are about the request', () => {
    expect(those(isAboutRequests)).toEqual(['wire-request-lists', 'wire-request-form']);
  });

  it('that the outcome shows are the preconditions, and those by which something is understood', () => {
    const others = those(measuredByOutcome).filter(
      (id) => rules.find((rule) => rule.id === id)?.kind !== 'precondition',
    );
    expect(others).toEqual([
      'copy-plain',
      'copy-of-orphan',
      'copy-of-automated',
      'source-case-insensitive',
      'wire-request-lists',
      'wire-request-form',
    ]);
    const preconditions = rules.filter(({ kind }) => kind === 'precondition').map(({ id }) => id);
    expect(those(measuredByOutcome)).toEqual(expect.arrayContaining(preconditions));
  });
});
