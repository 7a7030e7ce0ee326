import { canonical } from '../contract/canonical.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import { toActual } from '../harness/checks/assess.ts';
import { identityOf } from '../harness/checks/identity.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { Measured } from '../harness/run/unit.ts';
import { features } from './features.ts';
import type { JudgedFinding } from './findings.ts';
import { byRank } from './rank.ts';

/** The calls that have something in common, and the rules that a deviation of them all is about. */
export interface Crowd {
  /** What they have in common; undefined where these are all calls of the run. */
  readonly name: string | undefined;
  readonly rules: readonly RuleId[];
  /** The rule that all else about them stands on. */
  readonly basis: RuleId | undefined;
  readonly calls: readonly Measured[];
  /** Whether they have two features in common: what one of them explains is told by that one. */
  readonly joint?: true;
}

/** What the calls of a run have in common, by each feature. */
export function crowdsOf(run: RunResult): readonly Crowd[] {
  const measured = measuredOf(run);
  return features.map(({ name, rules = [], basis, has }) => {
    const calls = measured.filter(has);
    return { name: calls.length < measured.length ? name : undefined, rules, basis, calls };
  });
}

/** Fewer calls that have two features in common may have come to the same end by chance. */
const fewestJoint = 4;

/** The calls that have two features in common, where either has others. */
export function jointCrowds(crowds: readonly Crowd[]): readonly Crowd[] {
  const named = crowds
    .filter(({ name }) => name !== undefined)
    .map((crowd) => ({ ...crowd, among: new Set(crowd.calls) }));
  return named.flatMap((one, at) =>
    named.slice(at + 1).flatMap((other): Crowd[] => {
      const calls = one.calls.filter((call) => other.among.has(call));
      if (
        calls.length < fewestJoint ||
        calls.length === one.calls.length ||
        calls.length === other.calls.length
      )
        return [];
      const rules = [...other.rules, ...one.rules];
      return [{ name: `${one.name} and ${other.name}`, rules, basis: undefined, calls, joint: true }];
    }),
  );
}

/** The calls of a run that were made and answered. */
export const measuredOf = ({ results }: RunResult): readonly Measured[] =>
  [...results.values()].filter((result): result is Measured => result.kind === 'measured');

const labelsOf = (calls: readonly Measured[]): ReadonlySet<string> =>
  new Set(calls.map(({ unit }) => unit.label));

/** The findings that only these calls show. */
export function among(
  findings: readonly JudgedFinding[],
  calls: readonly Measured[],
): readonly JudgedFinding[] {
  const labels = labelsOf(calls);
  return findings.filter((finding) => isAmong(finding, labels));
}

/** Whether all cases of a finding are among these. */
export const isAmong = ({ cases }: JudgedFinding, labels: ReadonlySet<string>): boolean =>
  cases.every((id) => labels.has(id));

/** The crowd of fewest calls that all of these findings are among, unless that is every call. */
export function narrowest(findings: readonly JudgedFinding[], crowds: readonly Crowd[]): Crowd | undefined {
  const around = crowds.filter(
    ({ name, calls }) => name !== undefined && among(findings, calls).length === findings.length,
  );
  return byRank(around, ({ calls }) => [calls.length])[0];
}

/** Findings that one feature explains. */
export interface Explanation {
  readonly symptoms: readonly JudgedFinding[];
  readonly where: string | undefined;
  readonly rules: readonly RuleId[];
}

/** Whether so many calls that came to the same end are all that could, but for a few. */
const isNearlyAll = (ended: number, calls: number): boolean =>
  calls - ended <= Math.max(calls / 10, calls > 5 ? 1 : 0);

/**
 * The features that explain most of these findings, each of them once; of features that explain as much, one before
 * two together, and of these the narrowest.
 */
export function explanations(
  findings: readonly JudgedFinding[],
  crowds: readonly Crowd[],
): readonly Explanation[] {
  const [first] = findings;
  if (first?.expected.kind !== 'outcome') return [];
  const { expected } = first;
  const end = canonical(identityOf(first).actual);
  const hasEnded = memoized(
    ({ actual }: Measured): boolean =>
      canonical(identityOf({ expected, actual: toActual(actual) }).actual) === end,
  );
  // Of what may end either way nothing follows.
  const isComparable = ({ verdict }: Measured): boolean =>
    expected.copy
      ? verdict.copied !== undefined && verdict.rejections.length === 0
      : verdict.copied === undefined;
  const possible = crowds.flatMap(({ name, rules, calls, joint }) => {
    const comparable = calls.filter(isComparable);
    const least = joint === undefined ? 2 : fewestJoint;
    const holds =
      comparable.length >= least && isNearlyAll(comparable.filter(hasEnded).length, comparable.length);
    return holds
      ? [{ where: name, rules, joint, labels: labelsOf(comparable), calls: comparable.length }]
      : [];
  });
  const found: Explanation[] = [];
  for (let left = findings; ;) {
    const explained = possible.map(({ where, rules, joint, labels, calls }) => ({
      where,
      rules,
      joint,
      calls,
      symptoms: left.filter((finding) => isAmong(finding, labels)),
    }));
    const [best] = byRank(explained, ({ symptoms, joint, calls }) => [
      -symptoms.length,
      joint === undefined ? 0 : 1,
      calls,
    ]);
    if (best === undefined || best.symptoms.length < 2) return found;
    found.push(best);
    left = left.filter((finding) => !best.symptoms.includes(finding));
  }
}

/** A function of a call that is asked again and again. */
function memoized(told: (call: Measured) => boolean): (call: Measured) => boolean {
  const known = new Map<Measured, boolean>();
  return (call) => {
    const before = known.get(call);
    if (before !== undefined) return before;
    const answer = told(call);
    known.set(call, answer);
    return answer;
  };
}
