import type { PreconditionId } from '../../contract/generated/catalogue.ts';
import { isIdentifier } from '../world/arn.ts';
import { isKnownRegion } from '../world/partitions.ts';
import type { Facts } from './facts.ts';
import { isSymmetric, usability } from '../world/kms.ts';
import { isOfSdk } from './presigned-url.ts';
import * as tag from '../world/tags.ts';
import { brokenIf, worst, type Ternary } from '../world/ternary.ts';
import { crossRegionCopies } from '../world/world.ts';

/** What a precondition says of a request. Never throws. */
export type Predicate = (facts: Facts) => Ternary;

/** One predicate for each precondition of the catalogue; the compiler sees to it that none is missing. */
export const preconditions: Readonly<Record<PreconditionId, Predicate>> = {
  'action-required': ({ request }) => brokenIf(request.form?.action === 'missing'),
  'action-known': ({ request }) => brokenIf(request.form?.action === 'unknown'),
  'form-plain': ({ request }) => (request.form?.unspecified === true ? 'unspecified' : 'kept'),
  'source-required': ({ request }) => brokenIf(request.SourceDBClusterSnapshotIdentifier === undefined),
  'target-required': ({ request }) => brokenIf(request.TargetDBClusterSnapshotIdentifier === undefined),
  'source-not-blank': ({ request }) => brokenIf(request.SourceDBClusterSnapshotIdentifier === ''),
  'target-not-blank': ({ request }) => brokenIf(request.TargetDBClusterSnapshotIdentifier === ''),
  'target-identifier-syntax': ({ request: { TargetDBClusterSnapshotIdentifier: target } }) =>
    brokenIf(target !== undefined && target !== '' && !isIdentifier(target)),
  'source-identifier-form': ({ sourceName }) => brokenIf(sourceName.kind === 'malformed-name'),
  'source-arn-form': ({ sourceName }) => brokenIf(sourceName.kind === 'malformed-arn'),
  'source-partition': ({ resolution, sourceName, caller }) => {
    if (resolution.kind !== 'missing' || sourceName.kind !== 'arn')
      return brokenIf(resolution.kind === 'other-partition');
    // Whoever knows of no such Region may take the ARN for none.
    const { region } = sourceName.address;
    return region === caller.region || isKnownRegion(region) ? 'kept' : 'unspecified';
  },

  'copy-tags-boolean': ({ request }) => brokenIf(typeof request.CopyTags === 'string'),
  'presigned-url-of-sdk': (facts) =>
    facts.request.PreSignedUrl === undefined || isOfSdk(facts) ? 'kept' : 'unspecified',

  'tag-key-required': ({ tags }) => worst(tags, tag.keyPresence),
  'tag-key-length': ({ tags }) => worst(tags, tag.keyLength),
  'tag-value-length': ({ tags }) => worst(tags, tag.valueLength),
  'tag-key-reserved-prefix': (facts) =>
    copiesSystemTags(facts) ? 'unspecified' : worst(facts.tags, tag.keyPrefix),
  'tag-value-reserved-prefix': ({ tags }) => worst(tags, tag.valuePrefix),
  'tag-charset': ({ tags }) => worst(tags, tag.characters),
  'tag-count': ({ tags, copyTags, source }) => {
    if (tags.length > tag.maximumTags) return 'broken';
    // Where the source's tags come in besides, they may count as well.
    const besides = copyTags && tags.length > 0 ? tag.tagsBeside(tags, source?.tags ?? []).length : 0;
    return tags.length + besides > tag.maximumTags ? 'unspecified' : 'kept';
  },
  'tag-key-unique': ({ tags }) => brokenIf(tag.duplicateKey(tags) !== undefined),

  'source-exists': ({ resolution }) => brokenIf(resolution.kind === 'missing'),
  'source-shared-by-arn': ({ resolution }) => brokenIf(resolution.kind === 'needs-arn' && resolution.shared),
  'source-cross-region-by-arn': ({ resolution }) =>
    brokenIf(resolution.kind === 'needs-arn' && resolution.otherRegion),
  'source-visible': ({ resolution }) =>
    // Nobody can tell a foreign snapshot that is hidden from one that is not there.
    resolution.kind === 'missing' && resolution.foreign
      ? 'unspecified'
      : brokenIf(resolution.kind === 'not-shared'),
  'source-one-step': ({ crossAccount, crossRegion }) =>
    crossAccount && crossRegion ? 'unspecified' : 'kept',
  'source-available': ({ source }) => brokenIf(source !== undefined && source.shape.Status !== 'available'),

  'kms-key-region': ({ key }) => brokenIf(key?.kind === 'other-region'),
  'kms-key-accessible': ({ request, key, caller }) => {
    if (request.KmsKeyId === '') return 'unspecified';
    return key?.kind === 'found' ? usability(key.key, caller.account) : brokenIf(key?.kind === 'unknown');
  },
  'kms-key-symmetric': ({ key }) => brokenIf(key?.kind === 'found' && !isSymmetric(key.key)),
  'kms-unencrypted-source': ({ source, request }) =>
    brokenIf(source?.shape.StorageEncrypted === false && Boolean(request.KmsKeyId)),
  'kms-shared-requires-key': ({ sourceKeyArn, crossAccount, request }) =>
    brokenIf(sourceKeyArn !== undefined && crossAccount && !request.KmsKeyId),
  'kms-cross-region-requires-key': ({ sourceKeyArn, crossRegion, request }) =>
    brokenIf(sourceKeyArn !== undefined && crossRegion && !request.KmsKeyId),
  'kms-source-key-accessible': ({ sourceKeyArn, sourceKeyUse }) =>
    sourceKeyArn === undefined ? 'kept' : sourceKeyUse,

  'target-unique': ({ target, here }) => brokenIf(target !== undefined && here.snapshots.has(target)),
  'manual-snapshot-quota': ({ here }) => brokenIf(here.manualCount >= here.quotas.manualSnapshots),
  'copies-in-progress-quota': ({ here, source, crossRegion }) => {
    const { crossRegionCopies: most } = here.quotas;
    if (crossRegion && crossRegionCopies(here) >= most) return 'broken';
    return source !== undefined && here.inProgress.size >= most ? 'unspecified' : 'kept';
  },
};

/** CopyTags with `aws:` tags at the source: some reports show them skipped, others a rejection. */
const copiesSystemTags = ({ copyTags, tags, source }: Facts): boolean =>
  copyTags && tags.length === 0 && source?.tags.some(tag.isSystemTag) === true;
