import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import type { CopyRequest, Facts } from '../../model/rules/facts.ts';
import type { RawTag } from '../../model/world/tags.ts';
import { findSnapshot, partitionOf, placeState, zonesOf, type Snapshot } from '../../model/index.ts';
import { parseArn } from '../../model/world/arn.ts';
import type { Variant } from './endpoint.ts';
import { anyCopy } from './missing-checks.ts';
import { answerCopy, copying, isOnlyBroken, isSound, refuse, understanding, type Mutant } from './mutant.ts';

type Difference = Omit<Variant, 'name'>;

/** What somebody in a hurry makes of a name, a number or a list: a prefix, a split, a default, an object. */
type Hurry = readonly [name: string, rule: RuleId, variant: Difference, blamed?: readonly RuleId[]];

/** Finds the source under another name; as it was named where there is none. */
const sourceIs = (rename: (source: string, facts: Facts) => string | undefined): Difference =>
  understanding((request, facts) => {
    const source = request.SourceDBClusterSnapshotIdentifier ?? '';
    return { ...request, SourceDBClusterSnapshotIdentifier: rename(source, facts) ?? source };
  });

/** Finds the key under another name; as it was named where there is none. */
const keyIs = (rename: (key: string, facts: Facts) => string | undefined): Difference =>
  understanding((request, facts) => {
    const key = request.KmsKeyId;
    return key ? { ...request, KmsKeyId: rename(key, facts) ?? key } : request;
  });

/** Takes the tags of a request for others. */
const tagsAre = (change: (tag: RawTag) => RawTag): Difference =>
  understanding(({ Tags, ...rest }: CopyRequest) => ({ ...rest, Tags: Tags?.map(change) }));

const textsOf =
  (change: (text: string) => string) =>
  ({ Key, Value }: RawTag): RawTag => ({
    Key: Key === undefined ? Key : change(Key),
    Value: Value === undefined ? Value : change(Value),
  });

const refusing = (
  fault: Parameters<typeof refuse>[1],
  where: (target: string, facts: Facts) => boolean,
): Difference => ({
  copy: (facts, call) =>
    isSound(facts) && where(facts.target ?? '', facts) ? refuse(call, fault) : undefined,
});

const namesHere = ({ here }: Facts): readonly string[] => [...here.snapshots.keys()];

/** Whether a name is among the first fifty, in the order of names. */
const isOnFirstPage = (name: string, facts: Facts): boolean =>
  [...namesHere(facts)].sort().slice(0, 50).includes(name);

/** The aliases of the called place. */
const aliasesHere = ({ world, caller }: Facts): readonly string[] => [
  ...placeState(world, caller).aliases.keys(),
];

const keysHere = ({ world, caller }: Facts): readonly string[] => [...placeState(world, caller).keys.keys()];

/** The last part of an ARN, and nothing before it. */
const lastOf = (arn: string, separator: string): string => arn.split(separator).at(-1) ?? '';

/** An alias's ARN that leads nowhere, with a part of it as if it were that of the called place. */
const aliasHere = (part: 'region' | 'account' | 'partition'): Difference =>
  keyIs((key, { caller, key: found }) => {
    const arn = parseArn(key);
    if (found?.kind === 'found' || arn?.resource.startsWith('alias/') !== true) return undefined;
    const { account, region } = caller;
    const here = { account, region, partition: partitionOf(region) };
    const read = { ...arn, [part]: here[part] };
    return `arn:${read.partition}:${read.service}:${read.region}:${read.account}:${read.resource}`;
  });

/** Texts that are taken for numbers, booleans and nothing. */
function asLiteral(text: string): string {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  return text !== '' && !Number.isNaN(Number(text)) ? String(Number(text)) : text;
}

/** A text whose escapes are read again. */
function readAgain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Names of the source. One that is not found is held against the rule of that fault. */
const sources: readonly Hurry[] = [
  [
    'a source that begins with arn is an ARN',
    'source-exists',
    {
      copy: ({ request }, call) =>
        /^arn[^:]*$/.test(request.SourceDBClusterSnapshotIdentifier ?? '')
          ? refuse(call, 'InvalidParameterValue')
          : undefined,
    },
  ],
  ['the escapes of a source are read twice', 'source-identifier-form', sourceIs(readAgain)],
  [
    'more than twelve digits are an account',
    'source-arn-form',
    sourceIs((source) => source.replace(/(?<=:\d{12})\d+(?=:)/, '')),
  ],
  [
    'the partition of a source is not read',
    'source-partition',
    sourceIs((source, { caller }) => source.replace(/^arn:[^:]+:/, `arn:${partitionOf(caller.region)}:`)),
  ],
  [
    'the first manual source whose name begins so',
    'source-exists',
    sourceIs((source, facts) =>
      findSnapshot(facts.world, facts.caller, source) === undefined && source !== ''
        ? namesHere(facts).find((name) => !name.startsWith('rds:') && name.startsWith(source))
        : undefined,
    ),
  ],
  [
    'a source on the first page only',
    'source-exists',
    {
      copy: (facts, call) =>
        isSound(facts) && facts.sourceName.kind === 'name' && !isOnFirstPage(facts.sourceName.name, facts)
          ? refuse(call, 'DBClusterSnapshotNotFoundFault')
          : undefined,
    },
    ['manual-snapshot-quota'],
  ],
  [
    'the snapshot of a cluster by the name of the cluster',
    'source-exists',
    sourceIs(
      (source, { here }) =>
        [...here.snapshots.values()].find(({ shape }) => shape.DBClusterIdentifier === source)?.name,
    ),
  ],
  [
    'an own snapshot before the one that the ARN names',
    'source-shared-by-arn',
    copying((copy, { source, here }) => {
      const namesake = source && here.snapshots.get(source.name);
      return namesake === undefined || namesake === source ? copy : descendedFrom(copy, namesake);
    }),
  ],
];

/** A copy as it would be, had it been made of another source, but that it tells the ARN of its own. */
const descendedFrom = (copy: Snapshot, { shape }: Snapshot): Snapshot => ({
  ...copy,
  shape: {
    ...shape,
    DBClusterSnapshotIdentifier: copy.shape.DBClusterSnapshotIdentifier,
    DBClusterSnapshotArn: copy.shape.DBClusterSnapshotArn,
    SourceDBClusterSnapshotArn: copy.shape.SourceDBClusterSnapshotArn ?? '',
  },
});

/** Names of the copy. */
const targets: readonly Hurry[] = [
  [
    'refuses a target that begins with arn',
    'target-identifier-syntax',
    refusing('InvalidParameterValue', (target) => target.startsWith('arn')),
  ],
  [
    'what an object has from birth is taken',
    'target-identifier-syntax',
    refusing('DBClusterSnapshotAlreadyExistsFault', (target) => target in {}),
    ['target-unique'],
  ],
  [
    'a name that another begins with is taken',
    'target-unique',
    refusing('DBClusterSnapshotAlreadyExistsFault', (target, facts) =>
      namesHere(facts).some((name) => name.startsWith(target)),
    ),
    ['target-identifier-syntax'],
  ],
  [
    'what is not on the first page is not taken',
    'target-unique',
    {
      copy: (facts, call) =>
        isOnlyBroken('target-unique', facts) && !isOnFirstPage(facts.target ?? '', facts)
          ? answerCopy(call.world, anyCopy(facts, call), call)
          : undefined,
    },
  ],
  [
    'the name of a cluster is taken',
    'target-unique',
    refusing('DBClusterSnapshotAlreadyExistsFault', (target, { here }) => here.clusters.has(target)),
  ],
];

/** Names of keys. */
const keys: readonly Hurry[] = [
  ["the Region of an alias's ARN is not read", 'kms-key-region', aliasHere('region')],
  ["the account of an alias's ARN is not read", 'kms-key-accessible', aliasHere('account')],
  ["the partition of an alias's ARN is not read", 'kms-key-accessible', aliasHere('partition')],
  [
    "the partition of a key's ARN is not read",
    'kms-key-accessible',
    keyIs((key, { caller }) =>
      key.includes(':key/') ? key.replace(/^arn:[^:]*:/, `arn:${partitionOf(caller.region)}:`) : undefined,
    ),
  ],
  [
    "the service of a key's ARN is not read",
    'kms-key-accessible',
    keyIs((key) => key.replace(/^(arn:[^:]*):[^:]*:/, '$1:kms:')),
  ],
  [
    'a key by whatever stands after the last slash',
    'kms-key-accessible',
    keyIs((key, facts) => keysHere(facts).find((id) => !key.startsWith('arn:') && id === lastOf(key, '/'))),
  ],
  [
    'a key by how its id begins',
    'kms-key-accessible',
    keyIs((key, facts) => keysHere(facts).find((id) => id.startsWith(key))),
  ],
  [
    'the last alias that begins so',
    'copy-new-key',
    keyIs((key, facts) =>
      aliasesHere(facts)
        .filter((alias) => alias.startsWith(key))
        .sort()
        .at(-1),
    ),
  ],
  [
    'an alias of the called place before the one that the ARN names',
    'copy-new-key',
    keyIs((key, facts) =>
      aliasesHere(facts).find((alias) => key.endsWith(`:${alias}`) && facts.key?.kind === 'found'),
    ),
  ],
  [
    'an alias that the name begins with',
    'kms-key-accessible',
    keyIs((key, facts) =>
      aliasesHere(facts).includes(key)
        ? undefined
        : aliasesHere(facts).find((alias) => key.startsWith(alias)),
    ),
  ],
  [
    'an alias up to its second slash',
    'copy-new-key',
    keyIs((key) => /^alias\/(?!aws\/)[^/]+(?=\/)/.exec(key)?.[0]),
  ],
  [
    'the ARN of an alias by what stands after its last slash',
    'kms-key-accessible',
    keyIs((key) => (key.includes(':alias/') ? key.replace(/(?<=:alias\/).*\//, '') : undefined)),
  ],
];

/** Tags. */
const tags: readonly Hurry[] = [
  [
    'tags are kept in the normal form C',
    'tag-charset',
    copying((copy) => ({
      ...copy,
      tags: copy.tags.map(({ Key, Value = '' }) => ({
        Key: Key.normalize('NFC'),
        Value: Value.normalize('NFC'),
      })),
    })),
    ['copy-assigns-tags'],
  ],
  [
    'keys in the order of their numbers as texts, values in that of their numbers',
    'wire-request-lists',
    understanding(({ Tags = [], ...rest }) => {
      const keys = [...Tags.keys()].sort((a, b) => (String(a + 1) < String(b + 1) ? -1 : 1));
      return { ...rest, Tags: Tags.map((tag, i) => ({ ...tag, Key: Tags[keys[i] ?? i]?.Key })) };
    }),
  ],
  ['the escapes of tags are read twice', 'tag-charset', tagsAre(textsOf(readAgain))],
  ['values that look like numbers are numbers', 'copy-assigns-tags', tagsAre(textsOf(asLiteral))],
  [
    'tags in an object',
    'copy-assigns-tags',
    copying((copy) => {
      const object: Record<string, string> = {};
      for (const { Key, Value = '' } of copy.tags) object[Key] = Value;
      return { ...copy, tags: Object.entries(object).map(([Key, Value]) => ({ Key, Value })) };
    }),
  ],
  [
    'the first ten tags of the source only',
    'copy-tags-all',
    copying((copy, { copyTags, tags: given }) =>
      copyTags && given.length === 0 ? { ...copy, tags: copy.tags.slice(0, 10) } : copy,
    ),
  ],
  [
    'keys of the source are the same in any case',
    'copy-tags-all',
    copying((copy, { copyTags, tags: given }) => {
      if (!copyTags || given.length > 0) return copy;
      const byKey = new Map(copy.tags.map((tag) => [tag.Key.toLowerCase(), tag]));
      return { ...copy, tags: [...byKey.values()] };
    }),
  ],
];

type Members = Partial<DBClusterSnapshot>;

/** Members of a copy that are what they usually are, or no finer than a hurried clock. */
const members: readonly Hurry[] = [
  [
    'the version of a new cluster',
    'copy-inherits',
    copying((copy, { crossAccount }) =>
      crossAccount ? copy : withMembers(copy, { EngineVersion: '1.3.2.1' }),
    ),
  ],
  [
    'the first zones of the Region',
    'copy-inherits',
    copying((copy, { caller }) => withMembers(copy, { AvailabilityZones: zonesOf(caller) })),
  ],
  [
    'the usual port from another Region',
    'copy-inherits',
    copying((copy, { crossRegion }) => (crossRegion ? withMembers(copy, { Port: 8182 }) : copy)),
  ],
  [
    'the version of a new cluster from another account',
    'copy-inherits',
    copying((copy, { crossAccount }) =>
      crossAccount ? withMembers(copy, { EngineVersion: '1.3.2.1' }) : copy,
    ),
  ],
  [
    'times without their milliseconds',
    'copy-inherits',
    copying((copy) =>
      withMembers(copy, {
        ClusterCreateTime: copy.shape.ClusterCreateTime?.replace(/\.\d+Z$/, '.000Z') ?? '',
      }),
    ),
  ],
];

const withMembers = (copy: Snapshot, different: Members): Snapshot => ({
  ...copy,
  shape: { ...copy.shape, ...different },
});

/** Endpoints of people in a hurry. */
export const hurried: readonly Mutant[] = [
  ...[sources, targets, keys, tags].flat().map(mutantOf('misread')),
  ...members.map(mutantOf('wrong copy')),
];

function mutantOf(direction: Mutant['direction']): (hurry: Hurry) => Mutant {
  return ([name, rule, variant, blamed = []]) => ({
    name: `${name}: ${rule}`,
    direction,
    rule,
    blamed,
    variant: () => variant,
  });
}
