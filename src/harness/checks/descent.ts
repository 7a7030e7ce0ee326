import { judge, meets, type Caller, type CopyRequest, type Snapshot, type World } from '../../model/index.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot, ExpectedMember, MemberText } from '../../contract/generated/types.ts';
import { fail, type Check, type Deviation } from './check.ts';

/** A call that was to be accepted, and its source. */
export interface Accepted {
  readonly world: World;
  readonly caller: Caller;
  /** As it arrived. */
  readonly request: CopyRequest;
  readonly source: Snapshot;
}

/**
 * Holds what a copy should have inherited, but has from a snapshot of the same name, against the rule of how a source is
 * found: the members are right, only of another one. What the namesake does not explain stays as it is.
 */
export function blameLookup(
  checks: readonly Check[],
  copy: DBClusterSnapshot,
  accepted: Accepted,
): readonly Check[] {
  if (!checks.some(isInheritance)) return checks;
  for (const namesake of namesakesOf(accepted)) {
    const explained = checks.filter((check) => isMet(check, copy, namesake, accepted));
    if (!explained.some(isInheritance)) continue;
    const rest = checks.filter((check) => !explained.some((each) => each === check));
    return [...rest, asOne(lookupOf(namesake, accepted.source), explained)];
  }
  return checks;
}

const isInheritance = ({ status, rule }: Check): boolean => status === 'fail' && rule === 'copy-inherits';

/** Other snapshots of that name, in whichever account and Region. */
const namesakesOf = ({ world, source }: Accepted): readonly Snapshot[] =>
  [...world.places.values()].flatMap(({ snapshots }) => {
    const namesake = snapshots.get(source.name);
    return namesake === undefined || namesake === source ? [] : [namesake];
  });

/** Whether a check that failed would have passed, had the namesake been meant. */
function isMet(
  check: Check,
  copy: DBClusterSnapshot,
  namesake: Snapshot,
  { world, caller, request }: Accepted,
): check is Deviation {
  if (check.status !== 'fail' || check.actual.kind !== 'members') return false;
  const named = { ...request, SourceDBClusterSnapshotIdentifier: namesake.shape.DBClusterSnapshotArn };
  const { copied } = judge(world, caller, named);
  if (copied === undefined) return false;
  const members = Object.entries(copied.members).filter(([, { rule }]) => rule === check.rule);
  return members.every(([member, { expect }]) =>
    meets(member as keyof DBClusterSnapshot, expect, copy[member as keyof DBClusterSnapshot]),
  );
}

/** The rule that says which of two namesakes is meant. */
const lookupOf = (namesake: Snapshot, { place }: Snapshot): RuleId =>
  namesake.place.account === place.account ? 'source-cross-region-by-arn' : 'source-shared-by-arn';

/** Deviations of members as one, of another rule. */
function asOne(rule: RuleId, deviations: readonly Deviation[]): Deviation {
  const expected: Record<string, ExpectedMember> = {};
  const actual: Record<string, MemberText> = {};
  for (const deviation of deviations) {
    if (deviation.expected.kind === 'members') Object.assign(expected, deviation.expected.members);
    if (deviation.actual.kind === 'members') Object.assign(actual, deviation.actual.members);
  }
  return fail(
    rule,
    { kind: 'members', of: 'copy', members: expected },
    { kind: 'members', of: 'copy', members: actual },
  );
}
