import type { Facts } from '../../../model/rules/facts.ts';
import type { FaultShape, PreconditionId } from '../../../contract/generated/catalogue.ts';
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
  where: (facts: Facts) => boolean = () => true,
): Variant {
  return {
    name,
    tries: [rule],
    copy: (facts, call) => (isLeftUnspecified(rule, facts) && where(facts) ? refuse(call, shape) : undefined),
  };
}
