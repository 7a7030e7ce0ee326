import type { Facts } from '../model/rules/facts.ts';
import { precedence } from '../model/rules/judge.ts';
import { rules, type PreconditionId } from '../contract/generated/catalogue.ts';
import type { Rule } from '../contract/generated/types.ts';
import type { Path } from '../contract/source-text.ts';

const predicates = new Map(precedence.map(({ id, predicate }) => [id, predicate]));

/** What each precondition speaks of. */
export const about: ReadonlyMap<string, Rule['about']> = new Map(rules.map((rule) => [rule.id, rule.about]));

/** Which part of a request a rule is about; of a request that lacks it, the whole. */
export function placeOfRule(rule: PreconditionId, facts: Facts): Path {
  const part = about.get(rule);
  switch (part) {
    case 'Tags':
    case 'tag':
    case 'tag-key':
    case 'tag-value':
      return tagPath(rule, part, facts);
    case 'KmsKeyId':
      // Where no key is named, it is the source that asks for one.
      return [facts.request.KmsKeyId === undefined ? 'SourceDBClusterSnapshotIdentifier' : part];
    case 'CopyTags':
    case 'PreSignedUrl':
    case 'SourceDBClusterSnapshotIdentifier':
    case 'TargetDBClusterSnapshotIdentifier':
      return [part];
    case 'form':
    case undefined:
      return [];
  }
}

/** The first tag with which the rule answers as it does for all of them. */
function tagPath(rule: PreconditionId, part: 'Tags' | 'tag' | 'tag-key' | 'tag-value', facts: Facts): Path {
  const predicate = predicates.get(rule);
  const answer = predicate?.(facts);
  const { tags } = facts;
  if (tags.length === 0) return ['Tags'];
  // More tags never take an answer back, so that halving finds the first with which it is given.
  let [upTo, last] = [0, tags.length - 1];
  while (upTo < last) {
    const middle = (upTo + last) >> 1;
    if (predicate?.({ ...facts, tags: tags.slice(0, middle + 1) }) === answer) last = middle;
    else upTo = middle + 1;
  }
  switch (part) {
    case 'Tags':
      return ['Tags', upTo];
    case 'tag-key':
      return ['Tags', upTo, 'Key'];
    case 'tag-value':
      return ['Tags', upTo, 'Value'];
    case 'tag': {
      const { Key } = tags[upTo] ?? {};
      return ['Tags', upTo, predicate?.({ ...facts, tags: [{ Key }] }) === answer ? 'Key' : 'Value'];
    }
  }
}
