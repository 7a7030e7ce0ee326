import type { Actual, Expected } from '../contract/generated/types.ts';
import { isAmong } from './crowds.ts';
import type { JudgedFinding } from './findings.ts';

/** Whether a deviation follows from another one, whichever calls show it first. */
type Follows = (other: JudgedFinding, cause: JudgedFinding) => boolean;

/** What follows from a deviation, in the order in which it is looked for. */
export const consequences: readonly Follows[] = [
  // An SDK finds no fault where the answer does not have it in its place.
  (other, cause) =>
    cause.rule === 'wire-fault-envelope' && other.rule === 'wire-sdk-agrees' && isWithin(other, cause),
  // Nobody finds a copy under a name that only the answer gives it, and so nobody can remove it.
  (other, cause) => namesAnother(cause) && isNotDescribed(other) && isWithin(other, cause),
  (other, cause) => namesAnother(cause) && isQuotaUsedUp(other),
  // Where something is made without a name, it stands in the way of all that has none.
  (other, cause) => isMadeNameless(cause) && isTaken(other) && other.cases.every((id) => asksForNoName(id)),
  // An answer without a member and a description that has it, or one with another value than what the description
  // says of the source: the same difference, seen from two sides.
  (other, cause) => {
    const described = lacksMember(cause) ? other : cause;
    return (
      described.rule === 'copy-described' &&
      !lacksMember(other) &&
      isMirrored(other, cause) &&
      isWithin(other, cause)
    );
  },
];

const isWithin = (other: JudgedFinding, { cases }: JudgedFinding): boolean => isAmong(other, new Set(cases));

const namesAnother = ({ rule, actual }: JudgedFinding): boolean =>
  rule === 'copy-identifier-lowercase' &&
  actual.kind === 'members' &&
  typeof actual.members['DBClusterSnapshotIdentifier'] === 'string';

const isNotDescribed = ({ rule, actual }: JudgedFinding): boolean =>
  rule === 'copy-described' && actual.kind === 'presence' && !actual.present;

const isQuotaUsedUp = ({ rule, expected, actual }: JudgedFinding): boolean =>
  rule === 'manual-snapshot-quota' &&
  expected.kind === 'outcome' &&
  expected.copy &&
  actual.kind === 'rejection';

const lacksMember = (finding: JudgedFinding): boolean => memberOf(finding)?.was === 'null';

const isMadeNameless = ({ rule, actual }: JudgedFinding): boolean =>
  (rule === 'target-required' || rule === 'target-not-blank') && actual.kind === 'copy';

const isTaken = ({ expected, actual }: JudgedFinding): boolean =>
  expected.kind === 'outcome' &&
  actual.kind === 'rejection' &&
  /^DBClusterSnapshotAlreadyExists/.test(actual.code);

/** Whether a case asks for a copy without a name, alone or beside something else that is wrong. */
const asksForNoName = (id: string): boolean =>
  /^members\/target-(missing|empty)|^pairs\/(.*\+)?target-(required|not-blank)\b/.test(id);

/** Whether each shows what the other wanted, of the same member. */
function isMirrored(one: JudgedFinding, other: JudgedFinding): boolean {
  const [a, b] = [memberOf(one), memberOf(other)];
  return a !== undefined && b !== undefined && a.name === b.name && a.was === b.wanted && a.wanted === b.was;
}

/** The one member that a deviation is about, if it is about one with a certain value. */
function memberOf({ expected, actual }: { readonly expected: Expected; readonly actual: Actual }) {
  if (expected.kind !== 'members' || actual.kind !== 'members') return undefined;
  const [[name, want] = [], ...others] = Object.entries(expected.members);
  if (name === undefined || others.length > 0 || (want?.kind !== 'is' && want?.kind !== 'absent'))
    return undefined;
  const wanted = want.kind === 'is' ? want.value : null;
  return { name, wanted: JSON.stringify(wanted), was: JSON.stringify(actual.members[name] ?? null) };
}
