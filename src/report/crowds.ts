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
}

/** What the calls of a run have in common, by each feature. */
export function crowdsOf(run: RunResult): readonly Crowd[] {
  const measured = measuredOf(run);
  return features.map(({ name, rules = [], basis, has }) => {
    const calls = measured.filter(has);
    return { name: calls.length < measured.length ? name : undefined, rules, basis, calls };
  });
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

/** The share of the calls with a feature that must have come to the same end. */
const nearlyAll = 0.9;

/** The features that explain most of these findings, each of them once; of features that explain as much, the narrowest. */
export function explanations(
  findings: readonly JudgedFinding[],
  crowds: readonly Crowd[],
): readonly Explanation[] {
  const [first] = findings;
  if (first?.expected.kind !== 'outcome') return [];
  const { expected } = first;
  const end = canonical(identityOf(first).actual);
  const ended = ({ actual }: Measured): boolean =>
    canonical(identityOf({ expected, actual: toActual(actual) }).actual) === end;
  // Of what may end either way nothing follows.
  const isComparable = ({ verdict }: Measured): boolean =>
    expected.copy
      ? verdict.copied !== undefined && verdict.rejections.length === 0
      : verdict.copied === undefined;
  const possible = crowds.flatMap(({ name, rules, calls }) => {
    const comparable = calls.filter(isComparable);
    const holds = comparable.length > 1 && comparable.filter(ended).length >= nearlyAll * comparable.length;
    return holds ? [{ where: name, rules, labels: labelsOf(comparable), calls: comparable.length }] : [];
  });
  const found: Explanation[] = [];
  for (let left = findings; ;) {
    const explained = possible.map(({ where, rules, labels, calls }) => ({
      where,
      rules,
      calls,
      symptoms: left.filter((finding) => isAmong(finding, labels)),
    }));
    const [best] = byRank(explained, ({ symptoms, calls }) => [-symptoms.length, calls]);
    if (best === undefined || best.symptoms.length < 2) return found;
    found.push(best);
    left = left.filter((finding) => !best.symptoms.includes(finding));
  }
}
