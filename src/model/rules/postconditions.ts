import type { MemberRuleId } from '../../contract/generated/catalogue.ts';
import { snapshotArn } from '../world/arn.ts';
import {
  settling,
  type Expectation,
  type ExpectedCopy,
  type Leeway,
  type MemberExpectation,
  type MemberValue,
  type SnapshotMember,
  type TagExpectation,
} from './expectation.ts';
import { asTags, type Facts } from './facts.ts';
import { isSystemTag, tagsBeside } from '../world/tags.ts';
import type { Snapshot } from '../world/world.ts';

/** Facts of a request whose source was found and whose target is named. */
export interface AcceptedFacts extends Facts {
  readonly source: Snapshot;
  readonly target: string;
}

/** Whether a source was found and a target named; a request for which it is not so breaks a rule. */
export const isAccepted = (facts: Facts): facts is AcceptedFacts =>
  facts.source !== undefined && facts.target !== undefined;

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

/** Members that a copy inherits within one account and Region; elsewhere they are unspecified. */
const local = ['VpcId', 'AvailabilityZones'] as const;

/** Statuses of a copy that has just been accepted. `pending` has been seen while a transfer waits for its turn. */
export const copyStatuses = ['creating', 'copying', 'pending', 'available'] as const;

const isManual = is('manual');
const isCopyStatus: Expectation = { kind: 'one-of', values: copyStatuses };
const isPercentage: Expectation = { kind: 'between', low: 0, high: 100 };
const settles: Leeway = { since: 'available', before: 'anything' };

/** Writes down what a member of the copy must be, and what it may be until then. */
type Expect = (member: SnapshotMember, expectation: Expectation, until?: Leeway) => void;

/** The rules about members. A rule that does not apply to the request expects nothing. */
const memberRules: Readonly<Record<MemberRuleId, (facts: AcceptedFacts, expect: Expect) => void>> = {
  'copy-identifier-lowercase': ({ target }, expect) => expect('DBClusterSnapshotIdentifier', is(target)),
  'copy-type-manual': (_, expect) => expect('SnapshotType', isManual),
  'copy-arn': ({ caller, target }, expect) => expect('DBClusterSnapshotArn', is(snapshotArn(caller, target))),
  'copy-source-arn': ({ source }, expect) =>
    // Samples of AWS lack it in the immediate answer.
    expect('SourceDBClusterSnapshotArn', is(source.shape.DBClusterSnapshotArn), {
      since: 'described',
      before: 'absent',
    }),
  'copy-inherits': (facts, expect) => {
    const { shape } = facts.source;
    for (const member of isElsewhere(facts) ? inherited : [...inherited, ...local])
      expect(member, is(shape[member]), settling.includes(member) ? settles : undefined);
  },
  'copy-create-time': (facts, expect) => {
    if (!isElsewhere(facts)) expect('SnapshotCreateTime', is(facts.source.shape.SnapshotCreateTime));
  },
  'copy-unencrypted-stays': ({ source }, expect) => {
    if (!source.shape.StorageEncrypted) expectKey(expect, false, undefined);
  },
  'copy-same-key': (facts, expect) => {
    const { StorageEncrypted, KmsKeyId } = facts.source.shape;
    if (StorageEncrypted && facts.key === undefined && !isElsewhere(facts)) expectKey(expect, true, KmsKeyId);
  },
  'copy-new-key': ({ source, key }, expect) => {
    if (source.shape.StorageEncrypted && key?.kind === 'found') expectKey(expect, true, key.key.arn);
  },
  'copy-progress': (_, expect) => {
    expect('Status', isCopyStatus);
    // None is told while the copy waits in a queue.
    expect('PercentProgress', isPercentage, { since: 'available', before: 'absent' });
  },
};

const memberRuleIds = Object.keys(memberRules) as readonly MemberRuleId[];

function expectKey(expect: Expect, encrypted: boolean, arn: string | undefined): void {
  expect('StorageEncrypted', is(encrypted));
  expect('KmsKeyId', is(arn));
}

/** What the copy must look like once the request is accepted. */
export function expectCopy(facts: AcceptedFacts): ExpectedCopy {
  const members: Partial<Record<SnapshotMember, MemberExpectation>> = {};
  for (const rule of memberRuleIds) {
    memberRules[rule](facts, (member, expect, until) => {
      members[member] = until === undefined ? { rule, expect } : { rule, expect, until };
    });
  }
  return { members, tags: expectTags(facts) };
}

/** Tags of the request that may have been read or not are welcome, but not asked for. */
function expectTags(facts: AcceptedFacts): TagExpectation {
  const expected = tagsByRule(facts);
  const stray = facts.request.form?.strayTags;
  if (stray === undefined) return expected;
  return { ...expected, optional: [...expected.optional, ...asTags(stray)] };
}

/**
 * Tags in the request decide; without any, CopyTags does. An empty list is none. With both, one report has the tags of
 * the request alone, another those of the source besides.
 */
function tagsByRule(facts: AcceptedFacts): TagExpectation {
  const given = asTags(facts.tags).filter(({ Key }) => Key !== '');
  const keyless = asTags(facts.tags).filter(({ Key }) => Key === '');
  if (facts.tags.length > 0) {
    if (!facts.copyTags) return { rule: 'copy-assigns-tags', required: given, optional: keyless };
    const others = tagsBeside(given, facts.source.tags);
    const alternative = [...others.filter((tag) => !isSystemTag(tag)), ...given];
    return {
      rule: 'tags-over-copy-tags',
      required: given,
      optional: [...others.filter(isSystemTag), ...keyless],
      ...(alternative.length > given.length && { alternative }),
    };
  }
  if (!facts.copyTags) return { rule: 'copy-no-tags-by-default', required: [], optional: [] };
  const tags = facts.source.tags;
  return {
    rule: facts.request.Tags === undefined ? 'copy-tags-all' : 'tags-over-copy-tags',
    required: tags.filter((tag) => !isSystemTag(tag)),
    optional: tags.filter(isSystemTag),
  };
}

const isElsewhere = (facts: AcceptedFacts): boolean => facts.crossAccount || facts.crossRegion;
