import { preconditions } from '../../../model/rules/preconditions.ts';
import type { Facts } from '../../../model/rules/facts.ts';
import type { FaultShape, PreconditionId, RuleId } from '../../../contract/generated/catalogue.ts';
import type { Variant } from '../endpoint.ts';
import { tagsBeside } from '../../../model/world/tags.ts';
import { copying, isLeftUnspecified, refuse } from '../mutant.ts';

/** Endpoints that decide otherwise than ours where the evidence leaves it open. */
export const open: readonly Variant[] = [
  refusing('a PreSignedUrl that no SDK makes is refused', 'presigned-url-of-sdk', 'InvalidParameterValue'),
  refusing(
    'a needless PreSignedUrl is refused',
    'presigned-url-of-sdk',
    'InvalidParameterCombination',
    undefined,
    ({ crossRegion }) => !crossRegion,
  ),
  {
    ...refusing(
      'the sixth copy in progress is refused, wherever it comes from',
      'copies-in-progress-quota',
      'SnapshotQuotaExceededFault',
    ),
    copyDuration: 600,
  },
  refusing(
    'a copy across accounts and Regions at once is refused',
    'source-one-step',
    'InvalidParameterCombination',
  ),
  refusing('a copy across accounts and Regions at once is forbidden', 'source-one-step', 'AccessDenied'),
  {
    name: 'a snapshot that is not shared is forbidden, whether it is there or not',
    tries: ['source-visible', 'source-exists'],
    copy: (facts, call) =>
      preconditions['source-visible'](facts) === 'kept' ? undefined : refuse(call, 'AccessDenied'),
  },
  refusing('an empty KmsKeyId names no key', 'kms-key-accessible', 'KMSKeyNotAccessibleFault'),
  refusing('an empty key of a tag is no key', 'tag-key-required', 'MissingParameter', ['tag-key-length']),
  {
    name: 'tags with an empty key are dropped',
    tries: ['tag-key-length'],
    ...copying((copy) => ({ ...copy, tags: copy.tags.filter(({ Key }) => Key !== '') })),
  },
  {
    name: 'forms that no SDK writes are answered in another form, with another copy',
    tries: ['form-plain'],
    rewrite: (answer, { form }) =>
      [...form.keys()].some((name) => /^Tags\.(?!Tag\.[1-9])/.test(name))
        ? {
            ...answer,
            headers: {},
            body: answer.body.replace(/ xmlns="[^"]*"/, '').replace('neptune', 'graph'),
          }
        : answer,
  },
  {
    name: 'an ARN of an unknown Region is none',
    tries: ['source-exists'],
    copy: (facts, call) =>
      preconditions['source-partition'](facts) === 'unspecified'
        ? refuse(call, 'InvalidParameterValue')
        : undefined,
  },
  {
    name: 'a copy from another account has a time of its own',
    tries: ['copy-create-time', 'source-visible'],
    ...copying((copy, { crossAccount, world }) =>
      crossAccount
        ? { ...copy, shape: { ...copy.shape, SnapshotCreateTime: new Date(world.clock).toISOString() } }
        : copy,
    ),
  },
  {
    name: 'CopyTags and Tags are merged',
    tries: ['tags-over-copy-tags'],
    ...copying((copy, { copyTags, tags, source }) =>
      copyTags && tags.length > 0
        ? { ...copy, tags: [...copy.tags, ...tagsBeside(tags, source?.tags ?? [])] }
        : copy,
    ),
  },
  refusing('tags of both are counted', 'tag-count', 'InvalidParameterValue'),
];

/** Refuses what a rule leaves open, or a part of it. */
function refusing(
  name: string,
  rule: PreconditionId,
  shape: FaultShape,
  tries: readonly RuleId[] = [rule],
  where: (facts: Facts) => boolean = () => true,
): Variant {
  return {
    name,
    tries,
    copy: (facts, call) => (isLeftUnspecified(rule, facts) && where(facts) ? refuse(call, shape) : undefined),
  };
}
