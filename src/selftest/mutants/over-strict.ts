import { faultEntry } from '../../model/index.ts';
import { parseArn } from '../../model/world/arn.ts';
import type { Facts } from '../../model/rules/facts.ts';
import { crossRegionCopies, placeState } from '../../model/world/world.ts';
import type { FaultShape, PreconditionId, RuleId } from '../../contract/generated/catalogue.ts';
import { faultOf, isSound, refuse, unhurried, type Mutant } from './mutant.ts';

/** What an endpoint refuses as if it broke a rule, though it breaks none. */
interface NeedlessRefusal {
  readonly refuses: string;
  readonly where: (facts: Facts) => boolean;
  /** Rules whose cases show it; the one that it overdoes unless given. */
  readonly shownBy?: readonly RuleId[];
}

const source = ({ request }: Facts): string => request.SourceDBClusterSnapshotIdentifier ?? '';
const target = ({ request }: Facts): string => request.TargetDBClusterSnapshotIdentifier ?? '';
const keys = ({ tags }: Facts): readonly string[] => tags.map(({ Key = '' }) => Key);
const values = ({ tags }: Facts): readonly string[] => tags.map(({ Value = '' }) => Value);
const isByArn = (facts: Facts): boolean => source(facts).startsWith('arn:');
const isAutomated = ({ source: found }: Facts): boolean => found?.shape.SnapshotType === 'automated';
const isForeignKey = ({ key, caller }: Facts): boolean =>
  key?.kind === 'found' && key.key.place.account !== caller.account;
const isOrphan = ({ world, source: found }: Facts): boolean =>
  found !== undefined &&
  [...world.places.values()].every(({ clusters }) => !clusters.has(found.shape.DBClusterIdentifier ?? ''));
const hasKey = ({ request }: Facts): boolean => Boolean(request.KmsKeyId);
const isFull = ({ manualCount, quotas }: Facts['here']): boolean => manualCount >= quotas.manualSnapshots;
const keyReference = ({ request }: Facts): string => request.KmsKeyId ?? '';

/**
 * By precondition, what can be overdone. Not here: `action-required`, `action-known` and `form-plain`, of which an
 * endpoint that overdoes them knows no operation at all; `source-not-blank` and `target-not-blank`, since what is
 * more than blank is a matter of syntax; `source-one-step`, which may be refused at will.
 */
const needlessRefusals = {
  'source-required': [
    { refuses: 'a source named by its ARN', where: isByArn, shownBy: ['source-arn-form', 'copy-arn'] },
  ],
  'target-required': [
    {
      refuses: 'a target of one letter',
      where: (facts) => target(facts).length === 1,
      shownBy: ['target-identifier-syntax'],
    },
  ],
  'target-identifier-syntax': [
    { refuses: 'a target of 63 characters', where: (facts) => target(facts).length > 62 },
    { refuses: 'a target that ends with a digit', where: (facts) => /[0-9]$/.test(target(facts)) },
    { refuses: 'a target with a capital letter', where: (facts) => /[A-Z]/.test(target(facts)) },
    { refuses: 'a target of one letter', where: (facts) => target(facts).length === 1 },
  ],
  'source-identifier-form': [
    {
      refuses: 'the name of an automated snapshot',
      where: (facts) => source(facts).startsWith('rds:'),
      shownBy: ['copy-of-automated'],
    },
    {
      refuses: 'a source with a capital letter',
      where: (facts) => /^[^:]*[A-Z]/.test(source(facts)),
      shownBy: ['source-case-insensitive'],
    },
  ],
  'source-arn-form': [
    {
      refuses: 'the ARN of an automated snapshot',
      where: (facts) => /:rds:[^:]*$/.test(source(facts)),
      shownBy: ['source-arn-form', 'copy-of-automated'],
    },
    {
      refuses: 'an ARN with a capital letter',
      where: (facts) => /^arn:.*[A-Z]/.test(source(facts)),
      shownBy: ['source-case-insensitive'],
    },
  ],
  'source-partition': [
    {
      refuses: 'an ARN of another Region',
      where: (facts) => isByArn(facts) && facts.crossRegion,
      shownBy: ['copy-arn', 'source-cross-region-by-arn'],
    },
  ],
  'copy-tags-boolean': [
    {
      refuses: 'CopyTags=false',
      where: ({ request }) => request.CopyTags === false,
      shownBy: ['copy-tags-boolean', 'copy-no-tags-by-default'],
    },
  ],
  'presigned-url-of-sdk': [
    {
      refuses: 'any PreSignedUrl',
      where: ({ request }) => request.PreSignedUrl !== undefined,
    },
  ],
  'tag-key-required': [
    {
      refuses: 'an empty list of tags',
      where: ({ request }) => request.Tags?.length === 0,
      shownBy: ['wire-request-lists'],
    },
  ],
  'tag-key-length': [
    {
      refuses: 'a key of 128 characters',
      where: (facts) => keys(facts).some(({ length }) => length === 128),
    },
    {
      refuses: 'a key of 128 bytes',
      where: (facts) => keys(facts).some((key) => Buffer.byteLength(key) > 128),
    },
  ],
  'tag-value-length': [
    {
      refuses: 'a value of 256 characters',
      where: (facts) => values(facts).some(({ length }) => length === 256),
    },
  ],
  'tag-key-reserved-prefix': [
    {
      refuses: 'a key with aws: anywhere',
      where: (facts) => keys(facts).some((key) => key.includes('aws:')),
    },
    {
      refuses: 'a key with the prefix neptune:',
      where: (facts) => keys(facts).some((key) => key.startsWith('neptune:')),
    },
  ],
  'tag-value-reserved-prefix': [
    {
      refuses: 'a value with aws: anywhere',
      where: (facts) => values(facts).some((value) => /.aws:/.test(value)),
    },
  ],
  'tag-charset': [
    { refuses: 'what is not ASCII', where: (facts) => keys(facts).some((key) => /[^\0-\x7f]/.test(key)) },
    {
      refuses: 'a space',
      where: (facts) => [...keys(facts), ...values(facts)].some((text) => / /.test(text)),
    },
  ],
  'tag-count': [{ refuses: '50 tags', where: ({ tags }) => tags.length === 50 }],
  'tag-key-unique': [
    {
      refuses: 'keys that differ in case only',
      where: (facts) => new Set(keys(facts).map((key) => key.toLowerCase())).size < facts.tags.length,
    },
  ],
  'source-exists': [
    {
      refuses: 'a source with nothing special about it',
      where: ({ source: found, request }) =>
        found?.tags.length === 0 && !found.shape.StorageEncrypted && Object.keys(request).length === 2,
      shownBy: ['copy-plain'],
    },
    { refuses: 'an automated source', where: isAutomated, shownBy: ['copy-of-automated'] },
    { refuses: 'a source whose cluster is gone', where: isOrphan, shownBy: ['copy-of-orphan'] },
    {
      refuses: 'a source in another case than its own',
      where: (facts) => /[A-Z]/.test(source(facts).split(':').at(-1) ?? ''),
      shownBy: ['source-case-insensitive'],
    },
  ],
  'source-shared-by-arn': [
    {
      refuses: 'a shared source by its ARN',
      where: ({ crossAccount }) => crossAccount,
      shownBy: ['source-shared-by-arn', 'source-visible', 'copy-arn'],
    },
  ],
  'source-cross-region-by-arn': [
    {
      refuses: 'a source of another Region by its ARN',
      where: ({ crossRegion }) => crossRegion,
      shownBy: ['source-cross-region-by-arn', 'copy-arn'],
    },
  ],
  'source-visible': [
    {
      refuses: 'a source shared with everybody',
      where: ({ source: found, crossAccount }) => crossAccount && found?.sharedWith.includes('all') === true,
    },
  ],
  'source-available': [
    {
      refuses: 'a source that is a copy',
      where: ({ source: found }) => found?.shape.SourceDBClusterSnapshotArn !== undefined,
      shownBy: ['copy-source-arn'],
    },
  ],
  'kms-key-region': [
    {
      refuses: 'a multi-Region key',
      where: ({ key }) => key?.kind === 'found' && key.key.multiRegion,
    },
  ],
  'kms-key-accessible': [
    { refuses: 'a key by its alias', where: (facts) => keyReference(facts).startsWith('alias/') },
    {
      refuses: 'a key by the ARN of its alias',
      where: (facts) => parseArn(keyReference(facts))?.resource.startsWith('alias/') === true,
    },
    {
      refuses: 'a key by its ARN',
      where: (facts) => parseArn(keyReference(facts))?.resource.startsWith('key/') === true,
    },
    { refuses: 'a key by its id', where: (facts) => /^[0-9a-f-]{36}$/.test(keyReference(facts)) },
    { refuses: "another account's key that is open to the caller", where: isForeignKey },
  ],
  'kms-key-symmetric': [
    {
      refuses: 'a key whose spec it does not know: an AWS managed one',
      where: ({ key }) => key?.kind === 'found' && key.key.manager === 'AWS',
      shownBy: ['copy-new-key'],
    },
  ],
  'kms-unencrypted-source': [
    {
      refuses: 'any KmsKeyId for a source of its own Region',
      where: (facts) => hasKey(facts) && !facts.crossRegion,
      shownBy: ['kms-key-accessible'],
    },
  ],
  'kms-shared-requires-key': [
    {
      refuses: 'any shared source without KmsKeyId',
      where: (facts) => facts.crossAccount && !hasKey(facts),
      shownBy: ['kms-shared-requires-key', 'copy-unencrypted-stays'],
    },
    {
      refuses: 'an own encrypted source without KmsKeyId',
      where: (facts) => facts.sourceKeyArn !== undefined && !hasKey(facts),
      shownBy: ['kms-shared-requires-key', 'copy-same-key'],
    },
  ],
  'kms-cross-region-requires-key': [
    {
      refuses: 'any source of another Region without KmsKeyId',
      where: (facts) => facts.crossRegion && !hasKey(facts),
      shownBy: ['kms-cross-region-requires-key', 'source-cross-region-by-arn'],
    },
  ],
  'kms-source-key-accessible': [
    {
      refuses: "a source under another account's key",
      where: ({ sourceKeyArn, caller }) =>
        sourceKeyArn !== undefined && parseArn(sourceKeyArn)?.account !== caller.account,
      shownBy: ['kms-source-key-accessible', 'copy-new-key'],
    },
  ],
  'target-unique': [
    {
      refuses: 'a name that is taken anywhere',
      where: ({ world, target: name = '' }) =>
        [...world.places.values()].some(({ snapshots }) => snapshots.has(name)),
    },
    {
      refuses: 'a name that begins like another',
      where: ({ here, target: name = '' }) =>
        [...here.snapshots.keys()].some((other) => name.startsWith(other)),
    },
  ],
  'manual-snapshot-quota': [
    {
      refuses: 'the hundredth manual snapshot',
      where: ({ here }) => here.manualCount >= here.quotas.manualSnapshots - 1,
    },
    {
      refuses: 'more than a hundred snapshots, automated ones among them',
      where: ({ here }) => here.snapshots.size >= here.quotas.manualSnapshots,
    },
    {
      refuses: 'a source whose own place has no room for another',
      where: ({ world, source: found }) => found !== undefined && isFull(placeState(world, found.place)),
    },
  ],
  'copies-in-progress-quota': [
    {
      refuses: 'the fifth copy from another Region',
      where: (facts) =>
        facts.crossRegion && crossRegionCopies(facts.here) >= facts.here.quotas.crossRegionCopies - 1,
    },
    {
      refuses: 'a copy from another Region while five are in progress anywhere',
      where: ({ crossRegion, world }) =>
        crossRegion &&
        [...world.places.values()].some(
          (place) => crossRegionCopies(place) >= place.quotas.crossRegionCopies,
        ),
    },
  ],
} satisfies Readonly<Record<string, readonly NeedlessRefusal[]>>;

/** Rules that stand for a fault: a finding is held against them when the fault is answered without a reason. */
function standFor(shape: FaultShape): readonly RuleId[] {
  const { claims } = faultEntry(shape);
  return [claims?.rule, claims?.withKey].filter((rule) => rule !== undefined);
}

/** Endpoints that refuse more than they should. */
export const overStrict: readonly Mutant[] = (
  Object.entries(needlessRefusals) as [PreconditionId, readonly NeedlessRefusal[]][]
).flatMap(([rule, all]) =>
  all.map(({ refuses, where, shownBy = [rule] }): Mutant => {
    const fault = faultOf(rule);
    return {
      name: `refuses ${refuses}, as if by ${rule}`,
      direction: 'over-strict',
      // Whoever sees the refusal cannot tell which rule it was meant for.
      rule: shownBy[0] ?? rule,
      blamed: [...shownBy, ...standFor(fault)],
      variant: () => ({
        ...unhurried(rule),
        copy: (facts, call) => (isSound(facts) && where(facts) ? refuse(call, fault) : undefined),
      }),
    };
  }),
);
