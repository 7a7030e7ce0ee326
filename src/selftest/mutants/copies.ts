import { isSystemTag } from '../../model/world/tags.ts';
import type { Snapshot } from '../../model/world/world.ts';
import { removeSnapshot, findSnapshot, putSnapshot, copy as modelCopy } from '../../model/index.ts';
import { writeCopied } from '../../protocol/copy-codec.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot, Tag } from '../../contract/generated/types.ts';
import { copying, type Mutant } from './mutant.ts';

type Member = keyof DBClusterSnapshot;

/** Members of the copy that a rule speaks of, the rule, and a value that is never right. */
const members: readonly (readonly [Member, RuleId, unknown])[] = [
  ['DBClusterSnapshotIdentifier', 'copy-identifier-lowercase', 'another'],
  ['DBClusterSnapshotArn', 'copy-arn', 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:another'],
  [
    'SourceDBClusterSnapshotArn',
    'copy-source-arn',
    'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:another',
  ],
  ['SnapshotType', 'copy-type-manual', 'copied'],
  ['Status', 'copy-progress', 'backing-up'],
  ['PercentProgress', 'copy-progress', 101],
  ['Engine', 'copy-inherits', 'aurora-mysql'],
  ['EngineVersion', 'copy-inherits', '0.0.0.0'],
  ['DBClusterIdentifier', 'copy-inherits', 'another'],
  ['ClusterCreateTime', 'copy-inherits', '2001-02-03T04:05:06.000Z'],
  ['Port', 'copy-inherits', 65_535],
  ['AllocatedStorage', 'copy-inherits', 4_711],
  ['LicenseModel', 'copy-inherits', 'bring-your-own-license'],
  ['IAMDatabaseAuthenticationEnabled', 'copy-inherits', 'not'],
  ['VpcId', 'copy-inherits', 'vpc-00000000'],
  ['AvailabilityZones', 'copy-inherits', ['us-east-1z']],
  ['SnapshotCreateTime', 'copy-create-time', '2001-02-03T04:05:06.000Z'],
  ['StorageEncrypted', 'copy-unencrypted-stays', 'not'],
  ['StorageEncrypted', 'copy-same-key', 'not'],
  ['StorageEncrypted', 'copy-new-key', 'not'],
  ['KmsKeyId', 'copy-unencrypted-stays', 'arn:aws:kms:us-east-1:111111111111:key/another'],
  ['KmsKeyId', 'copy-same-key', 'arn:aws:kms:us-east-1:111111111111:key/another'],
  ['KmsKeyId', 'copy-new-key', 'arn:aws:kms:us-east-1:111111111111:key/another'],
];

const withMember = (copy: Snapshot, member: Member, value: unknown): Snapshot => ({
  ...copy,
  shape: { ...copy.shape, [member]: value },
});

/** Endpoints that get one member of the copy wrong, or leave it out. `not` turns a boolean round. */
const ofMembers = members.flatMap(([member, rule, value]): Mutant[] => {
  // Each of the rules about a member sees that it is wrong.
  const blamed = members.flatMap(([same, other]) => (same === member && other !== rule ? [other] : []));
  const wrong: Mutant = {
    name: `a wrong ${member}: ${rule}`,
    direction: 'wrong copy',
    rule,
    blamed,
    variant: () =>
      copying((copy) => withMember(copy, member, value === 'not' ? copy.shape[member] !== true : value)),
  };
  const missing: Mutant = {
    name: `no ${member}: ${rule}`,
    direction: 'wrong copy',
    rule,
    blamed,
    variant: () => copying((copy) => withMember(copy, member, undefined)),
  };
  // An unencrypted copy has no key that could be missing.
  return rule === 'copy-unencrypted-stays' && member === 'KmsKeyId' ? [wrong] : [wrong, missing];
});

/** What a copy may take over from its source, or from elsewhere, though it should not. */
const leaks: readonly (readonly [name: string, rule: RuleId, spoil: Parameters<typeof copying>[0]])[] = [
  [
    'the name as it was written',
    'copy-identifier-lowercase',
    (copy, { request }) =>
      withMember(copy, 'DBClusterSnapshotIdentifier', request.TargetDBClusterSnapshotIdentifier),
  ],
  [
    "the source's SnapshotType",
    'copy-type-manual',
    (copy, { source }) => withMember(copy, 'SnapshotType', source?.shape.SnapshotType),
  ],
  [
    "the source's account and Region in the ARN",
    'copy-arn',
    (copy, { source }) =>
      withMember(
        copy,
        'DBClusterSnapshotArn',
        source?.shape.DBClusterSnapshotArn.replace(/(?<=:cluster-snapshot:).*$/, copy.name),
      ),
  ],
  [
    'the origin of a copied copy as its source',
    'copy-source-arn',
    (copy, { source }) =>
      withMember(
        copy,
        'SourceDBClusterSnapshotArn',
        source?.shape.SourceDBClusterSnapshotArn ?? source?.shape.DBClusterSnapshotArn,
      ),
  ],
  [
    'the source as it was named',
    'copy-source-arn',
    (copy, { request }) =>
      withMember(copy, 'SourceDBClusterSnapshotArn', request.SourceDBClusterSnapshotIdentifier),
  ],
  [
    'the time of the copy instead of the original',
    'copy-create-time',
    (copy, { world }) => withMember(copy, 'SnapshotCreateTime', new Date(world.clock).toISOString()),
  ],
  [
    'the key as it was named',
    'copy-new-key',
    (copy, { request }) => (request.KmsKeyId ? withMember(copy, 'KmsKeyId', request.KmsKeyId) : copy),
  ],
  [
    "the source's key in spite of another",
    'copy-new-key',
    (copy, { source }) => withMember(copy, 'KmsKeyId', source?.shape.KmsKeyId),
  ],
  [
    'a key for an unencrypted copy',
    'copy-unencrypted-stays',
    (copy) =>
      copy.shape.StorageEncrypted
        ? copy
        : withMember(copy, 'KmsKeyId', 'arn:aws:kms:us-east-1:111111111111:key/leaked'),
  ],
];

/** What becomes of the tags. */
const tagBugs: readonly (readonly [name: string, rule: RuleId, tags: TagBug])[] = [
  [
    "the source's tags unasked",
    'copy-no-tags-by-default',
    (tags, { source, given }) => (given ? tags : source),
  ],
  ['no tags with CopyTags', 'copy-tags-all', (tags, { copyTags, given }) => (copyTags && !given ? [] : tags)],
  [
    'the first tag only with CopyTags',
    'copy-tags-all',
    (tags, { copyTags }) => (copyTags ? tags.slice(0, 1) : tags),
  ],
  ['no tags with Tags', 'copy-assigns-tags', () => []],
  [
    'keys in lower case',
    'copy-assigns-tags',
    (tags) => tags.map(({ Key, ...rest }) => ({ Key: Key.toLowerCase(), ...rest })),
  ],
  ['all values gone', 'copy-assigns-tags', (tags) => tags.map(({ Key }) => ({ Key, Value: '' }))],
  [
    "the source's first tag besides those given",
    'tags-over-copy-tags',
    (tags, { source, copyTags, given }) => (copyTags && given ? merged(source.slice(0, 1), tags) : tags),
  ],
  [
    "the source's tags over those given",
    'tags-over-copy-tags',
    (tags, { source, copyTags, given }) => (copyTags && given ? merged(tags, source) : tags),
  ],
  [
    "the source's tags instead of those given",
    'tags-over-copy-tags',
    (tags, { source, copyTags }) => (copyTags ? source : tags),
  ],
  [
    'no tags for CopyTags and an empty list',
    'tags-over-copy-tags',
    (tags, { empty, copyTags }) => (copyTags && empty ? [] : tags),
  ],
];

/** What the tags become: those that are right, and what there was to choose from. */
type TagBug = (
  tags: readonly Tag[],
  from: {
    readonly source: readonly Tag[];
    readonly copyTags: boolean;
    readonly given: boolean;
    readonly empty: boolean;
  },
) => readonly Tag[];

const merged = (a: readonly Tag[], b: readonly Tag[]): readonly Tag[] => [
  ...a.filter(({ Key }) => b.every((other) => other.Key !== Key)),
  ...b,
];

const ofTags = tagBugs.map(([name, rule, change]): Mutant => ({
  name: `${name}: ${rule}`,
  direction: 'wrong copy',
  rule,
  variant: () =>
    copying((copy, { source, copyTags, tags, request }) => {
      const of = source?.tags.filter((tag) => !isSystemTag(tag)) ?? [];
      const empty = request.Tags?.length === 0;
      return { ...copy, tags: change(copy.tags, { source: of, copyTags, given: tags.length > 0, empty }) };
    }),
}));

/** Endpoints whose copies are wrong also once they are available, though not at once. */
const inTheEnd = (
  [
    ['storage that stays as it was under way', 'copy-inherits', 'AllocatedStorage', 4_711],
    ['zones that stay as they were under way', 'copy-inherits', 'AvailabilityZones', ['us-east-1z']],
    ['a source that is never told', 'copy-source-arn', 'SourceDBClusterSnapshotArn', undefined],
  ] as const
).map(([name, rule, member, value]): Mutant => ({
  name: `${name}: ${rule}`,
  direction: 'wrong copy',
  rule,
  variant: () => ({ copyDuration: 300, ...copying((copy) => withMember(copy, member, value)) }),
}));

/** Endpoints that change something else, or show something else afterwards. */
const aside: readonly Mutant[] = [
  {
    name: 'DescribeDBClusterSnapshots shows another Engine: copy-described',
    direction: 'wrong copy',
    rule: 'copy-described',
    variant: () => ({
      rewrite: (answer, { action }) =>
        action === 'DescribeDBClusterSnapshots'
          ? { ...answer, body: answer.body.replaceAll('<Engine>neptune<', '<Engine>docdb<') }
          : answer,
    }),
  },
  {
    name: 'DescribeDBClusterSnapshots does not find copies: copy-described',
    direction: 'wrong copy',
    rule: 'copy-described',
    variant: () => ({
      aftermath: (after, { action, form, caller }, { status }) => {
        const name = form.get('TargetDBClusterSnapshotIdentifier')?.toLowerCase();
        if (action !== 'CopyDBClusterSnapshot' || status >= 300 || !name || caller === undefined)
          return after;
        return removeSnapshot(after, caller, name);
      },
    }),
  },
  ...(['tags', 'Engine', 'all'] as const).map((what): Mutant => ({
    name: `a copy changes its source (${what}): copy-leaves-source`,
    direction: 'wrong copy',
    rule: 'copy-leaves-source',
    variant: () => ({
      copy: ({ world, caller, request, source }, { requestId }) => {
        const [next, outcome] = modelCopy(world, caller, request);
        if (outcome.kind === 'rejected' || source === undefined) return undefined;
        const before = findSnapshot(next, source.place, source.name) ?? source;
        const spoilt = {
          tags: { ...before, tags: [...before.tags, { Key: 'copied', Value: 'true' }] },
          Engine: withMember(before, 'Engine', 'copied'),
          all: undefined,
        }[what];
        const after =
          spoilt === undefined ? removeSnapshot(next, source.place, source.name) : putSnapshot(next, spoilt);
        return [after, writeCopied(outcome.snapshot.shape, requestId)];
      },
    }),
  })),
];

/** Endpoints whose copies are not what they should be. */
export const copies: readonly Mutant[] = [
  ...ofMembers,
  ...leaks.map(([name, rule, spoil]): Mutant => ({
    name: `${name}: ${rule}`,
    direction: 'wrong copy',
    rule,
    variant: () => copying(spoil),
  })),
  ...ofTags,
  ...inTheEnd,
  ...aside,
];
