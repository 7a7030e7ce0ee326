import { needsWire } from '../../model/index.ts';
import { capabilityOf, type LeftOutName } from '../../contract/capabilities.ts';
import type { DirectedCase, Situation } from '../../contract/case.ts';
import type { CaseResult, Excuse, WorldDocument } from '../../contract/generated/types.ts';
import type { Capability } from '../target/target.ts';
import { measuredByAnswer, measuredByTags } from '../checks/measured-by.ts';

/** What a target may lack, as its capabilities are called. */
export type Need = (typeof capabilityOf)[LeftOutName] | 'wire';

/** What a situation takes, read from its world, its caller and its request: one line for each capability. */
const takes: Readonly<Record<Need, (situation: Situation) => boolean>> = {
  'second account': ({ given, caller }) => caller.account === 'other' || mentions(given, 'other'),
  'second Region': ({ given, caller }) =>
    caller.region === 'elsewhere' ||
    mentions(given, 'elsewhere') ||
    (given.places ?? []).some(({ copiesInProgress }) => copiesInProgress !== undefined),
  'KMS keys': (situation) =>
    Object.keys(situation.given.keys ?? {}).length > 0 ||
    snapshotsOf(situation).some(({ encryptedWith }) => encryptedWith !== undefined) ||
    sends(situation, /^KmsKeyId$/),
  'KMS key states': ({ given }) =>
    Object.values(given.keys ?? {}).some(({ state = 'Enabled' }) => state !== 'Enabled'),
  sharing: (situation) => snapshotsOf(situation).some(({ sharedWith }) => sharedWith !== undefined),
  tags: (situation) =>
    snapshotsOf(situation).some(({ tags, cluster }) => tags !== undefined || cluster?.tags !== undefined) ||
    sends(situation, /^(CopyTags|Tags\b.*)$/),
  wire: ({ wire, http }) => needsWire(wire, http),
};

/** What a situation takes of a target. */
export const needsOf = (situation: Situation): readonly Need[] =>
  (Object.keys(takes) as Need[]).filter((need) => takes[need](situation));

/** What it takes to measure a case: its world and its call, those of its control case, and the way in which its rule shows. */
export function needsOfCase({ situation, claim, rule }: DirectedCase): readonly Need[] {
  const control = claim.kind === 'rejected' ? needsOf(claim.control) : [];
  const needs = new Set<Need>([...needsOf(situation), ...control]);
  if (measuredByTags(rule)) needs.add('tags');
  if (measuredByAnswer(rule)) needs.add('wire');
  return [...needs];
}

/** Capabilities that the target itself says it has not. */
export const absentIn = (capabilities: readonly Capability[]): readonly string[] =>
  capabilities.filter(({ available, silent }) => !available && silent !== true).map(({ name }) => name);

/** What excuses that a case was inconclusive, if anything. */
export function excuseFor(entry: DirectedCase, absent: readonly string[]): Pick<CaseResult, 'excuse'> {
  const name = needsOfCase(entry).find((need) => absent.includes(need));
  return name === undefined ? {} : { excuse: { kind: 'capability', name } };
}

/** A case that is not run, and the name of what it was left out with. */
export interface LeftOut {
  readonly case: DirectedCase;
  readonly by: LeftOutName;
}

/** Parts the cases that are to be run from those that need what is to be left out. */
export function leaveOut(
  cases: readonly DirectedCase[],
  without: readonly LeftOutName[],
): { readonly kept: readonly DirectedCase[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut = cases.flatMap((entry): LeftOut[] => {
    const needs = needsOfCase(entry);
    const by = without.find((name) => needs.includes(capabilityOf[name]));
    return by === undefined ? [] : [{ case: entry, by }];
  });
  const gone = new Set(leftOut.map((each) => each.case));
  return { kept: cases.filter((entry) => !gone.has(entry)), leftOut };
}

/** What a report says of a case that was left out. */
export const resultOfLeftOut = ({ case: entry, by }: LeftOut): CaseResult => leftOutResult(entry, by);

/** The same of whatever counts as a case. */
export function leftOutResult(
  { id, title }: Pick<DirectedCase, 'id' | 'title'>,
  by: LeftOutName,
): CaseResult {
  const excuse: Excuse = { kind: 'asked', name: by };
  return { id, title, status: 'inconclusive', reason: `left out by --without ${by}`, excuse };
}

const snapshotsOf = ({ given }: Situation) => Object.values(given.snapshots ?? {});

/** Whether the call has such a parameter, be it in the request, written over it, or sent twice. */
export const sends = (
  { request, wire, http }: Pick<Situation, 'request' | 'wire' | 'http'>,
  parameter: RegExp,
): boolean =>
  [...Object.keys(request), ...Object.keys(wire), ...Object.keys(http?.doubled ?? {})].some((name) =>
    parameter.test(name),
  );

/** Whether a role plays anywhere in a world. */
const mentions = (given: WorldDocument, role: 'other' | 'elsewhere'): boolean =>
  JSON.stringify(given).includes(`"${role}"`);
