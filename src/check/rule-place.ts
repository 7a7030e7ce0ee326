import type { Facts } from '../model/rules/facts.ts';
import { precedence } from '../model/rules/judge.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import type { Path } from '../contract/source-text.ts';

const predicates = new Map(precedence.map(({ id, predicate }) => [id, predicate]));

/** Which part of a request a rule is about; of a request that lacks it, the whole. */
export function placeOfRule(rule: PreconditionId, facts: Facts): Path {
  if (rule.startsWith('tag-')) return tagPath(rule, facts);
  if (rule === 'copy-tags-boolean') return ['CopyTags'];
  const { KmsKeyId } = facts.request;
  if (rule.startsWith('kms-') && rule !== 'kms-source-key-accessible' && KmsKeyId !== undefined)
    return ['KmsKeyId'];
  if (rule.startsWith('source-') || rule.startsWith('kms-')) return ['SourceDBClusterSnapshotIdentifier'];
  return ['TargetDBClusterSnapshotIdentifier'];
}

/** The first tag with which the rule answers as it does for all of them. */
function tagPath(rule: PreconditionId, facts: Facts): Path {
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
  if (rule === 'tag-count') return ['Tags', upTo];
  if (rule !== 'tag-charset') return ['Tags', upTo, rule.startsWith('tag-value-') ? 'Value' : 'Key'];
  const { Key } = tags[upTo] ?? {};
  return ['Tags', upTo, predicate?.({ ...facts, tags: [{ Key }] }) === answer ? 'Key' : 'Value'];
}
