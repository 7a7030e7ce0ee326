import type { PostconditionId } from '../spec/generated/catalogue.ts';
import { snapshotArn } from './arn.ts';
import type {
  Expectation,
  ExpectedCopy,
  MemberExpectation,
  MemberValue,
  SnapshotMember,
  TagExpectation,
} from './expectation.ts';
import { tagsOf, type Facts } from './facts.ts';
import { isSystemTag } from './tags.ts';
import type { Snapshot } from './world.ts';

/** What a rule expects of members of the copy. */
type Members = Readonly<Partial<Record<SnapshotMember, Expectation>>>;

/** Facts of a request whose source was found and whose target is named. */
export interface AcceptedFacts extends Facts {
  readonly source: Snapshot;
  readonly target: string;
}

const is = (value: MemberValue): Expectation => ({ kind: 'is', value });

/** Members that any copy inherits. */
const inherited = [
  'Engine',
  'EngineVersion',
  'DBClusterIdentifier',
  'ClusterCreateTime',
  'Port',
  'AllocatedStorage',
  'LicenseModel',
  'IAMDatabaseAuthenticationEnabled',
] as const;

/** Members that a copy inherits within one account and Region; elsewhere they are left open. */
const local = ['VpcId', 'AvailabilityZones'] as const;

/** Statuses of a copy that has just been accepted. `pending` has been seen while a transfer waits for its turn. */
export const copyStatuses = ['creating', 'copying', 'pending', 'available'] as const;

/** The rules about members. A rule that does not apply to the request expects nothing. */
const memberRules = {
  'copy-identifier-lowercase': ({ target }) => ({ DBClusterSnapshotIdentifier: is(target) }),
  'copy-type-manual': () => ({ SnapshotType: is('manual') }),
  'copy-arn': ({ caller, target }) => ({ DBClusterSnapshotArn: is(snapshotArn(caller, target)) }),
  'copy-source-arn': ({ source }) => ({ SourceDBClusterSnapshotArn: is(source.shape.DBClusterSnapshotArn) }),
  'copy-inherits': (facts) => pick(facts.source, isElsewhere(facts) ? inherited : [...inherited, ...local]),
  'copy-create-time': ({ source, crossRegion }) => (crossRegion ? {} : pick(source, ['SnapshotCreateTime'])),
  'copy-unencrypted-stays': ({ source }) =>
    source.shape.StorageEncrypted ? {} : { StorageEncrypted: is(false), KmsKeyId: is(undefined) },
  'copy-same-key': (facts) =>
    facts.source.shape.StorageEncrypted && facts.key === undefined && !isElsewhere(facts)
      ? { StorageEncrypted: is(true), KmsKeyId: is(facts.source.shape.KmsKeyId) }
      : {},
  'copy-new-key': ({ source, key }) =>
    source.shape.StorageEncrypted && key?.kind === 'found'
      ? { StorageEncrypted: is(true), KmsKeyId: is(key.key.arn) }
      : {},
  'copy-progress': () => ({
    Status: { kind: 'one-of', values: copyStatuses },
    PercentProgress: { kind: 'between', low: 0, high: 100 },
  }),
} satisfies Partial<Record<PostconditionId, (facts: AcceptedFacts) => Members>>;

/** Rules that say what members of the copy must be. */
export type MemberRuleId = keyof typeof memberRules;

/** What the copy must look like once the request is accepted. */
export function expectCopy(facts: AcceptedFacts): ExpectedCopy {
  const members: Partial<Record<SnapshotMember, MemberExpectation>> = {};
  for (const rule of Object.keys(memberRules) as MemberRuleId[]) {
    const expected: Members = memberRules[rule](facts);
    for (const member of Object.keys(expected) as SnapshotMember[]) {
      const expect = expected[member];
      if (expect !== undefined) members[member] = { rule, expect };
    }
  }
  return { members, tags: expectTags(facts) };
}

/** Tags in the request win; without any, CopyTags decides. */
function expectTags(facts: AcceptedFacts): TagExpectation {
  const given = tagsOf(facts);
  if (given.length > 0) {
    return {
      rule: facts.copyTags ? 'tags-over-copy-tags' : 'copy-assigns-tags',
      required: given,
      optional: [],
    };
  }
  if (!facts.copyTags) return { rule: 'copy-no-tags-by-default', required: [], optional: [] };
  const tags = facts.source.tags;
  return {
    rule: 'copy-tags-all',
    required: tags.filter((tag) => !isSystemTag(tag)),
    optional: tags.filter(isSystemTag),
  };
}

const isElsewhere = (facts: AcceptedFacts): boolean => facts.crossAccount || facts.crossRegion;

function pick(source: Snapshot, members: readonly SnapshotMember[]): Members {
  return Object.fromEntries(members.map((member) => [member, is(source.shape[member])]));
}
