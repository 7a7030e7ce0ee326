import { gatingOf, isGating } from '../../contract/gate.ts';
import { ruleEntry, standingOf, type Aspect, type Standing } from '../../contract/provenance.ts';
import { rules, type RuleId } from '../../contract/generated/catalogue.ts';
import type { RecordingIndex, Report } from '../../contract/generated/types.ts';
import { usual } from '../../contract/usual.ts';
import { playRecording } from '../recording.ts';
import { silentMembers, type SilentMember } from './silent.ts';
import { outcomesOf, type HeldOutcome } from './outcomes.ts';
import { observationsOf, type Bearing, type Observation } from './observe.ts';

export type { Bearing, Observation } from './observe.ts';
export type { SilentMember } from './silent.ts';

/** Where and when something was seen. */
export interface SeenIn extends Observation {
  /** Folder of the recording. */
  readonly recording: string;
}

/** What recordings say of a rule: conflicting where they do not say the same. */
export type Seen = Bearing | 'conflicting' | 'open';

/** A rule, and what was seen of it. */
export interface RuleEvidence {
  readonly rule: RuleId;
  readonly statement: string;
  readonly seen: Seen;
  readonly observations: readonly SeenIn[];
}

/** A row that the catalogue may have for what AWS was seen to do. */
export interface ProposedRow {
  readonly rule: RuleId;
  readonly of: Aspect;
  /** Among what speaks for the claim, or against it. */
  readonly as: 'provenance' | 'contradictedBy';
  readonly recording: RecordingInfo;
  readonly says: string;
  readonly cases: readonly string[];
  /** How the claim stands, and how it would stand with the row. */
  readonly from: Standing;
  readonly to: Standing;
  /** Reports in which deviations from the claim would fail the run from then on, or no longer. */
  readonly effects: readonly { readonly target: string; readonly fails: boolean }[];
}

/** A recording, as evidence names it. */
export interface RecordingInfo {
  /** Its folder. */
  readonly name: string;
  readonly run: string;
  readonly target: string;
  readonly region: string;
  readonly date: string;
  /** Whether AWS itself answered. */
  readonly aws: boolean;
}

/** What recordings say of the contract. */
export interface Evidence {
  readonly recordings: readonly RecordingInfo[];
  /** How many of AWS's accounts and Regions they are of, without telling which accounts. */
  readonly accounts: number;
  readonly regions: readonly string[];
  readonly rules: readonly RuleEvidence[];
  /** Members of copies of which the contract says nothing, wherever their sources are. */
  readonly members: readonly SilentMember[];
  readonly rows: readonly ProposedRow[];
}

/**
 * What the recordings in these folders say of the contract, rule by rule. Rows for the catalogue are proposed of what
 * AWS itself answered only; `against` tells what they would change in the verdict on others. Rejects with a UsageError
 * for what is no recording.
 */
export async function evidenceOf(
  folders: readonly string[],
  against: readonly Report[] = [],
): Promise<Evidence> {
  const indexes = new Map<string, RecordingIndex>();
  const outcomes = new Map<string, ReadonlyMap<number, HeldOutcome>>();
  const seen: SeenIn[] = [];
  // Of each, no more is kept than what is told of it: there may be many, and each is large.
  for (const recording of new Set(folders)) {
    const judged = await playRecording(recording, {
      gate: 'inferred',
      minMeasured: { unit: 'rules', value: 0 },
    });
    const held = outcomesOf(judged);
    indexes.set(recording, judged.recording.index);
    outcomes.set(recording, held);
    seen.push(...observationsOf(judged, held).map((observation) => ({ recording, ...observation })));
  }
  const ofAws = [...indexes.values()].filter(({ target }) => target.aws === true);
  return {
    recordings: [...indexes].map(([name, index]) => infoOf(name, index)),
    accounts: new Set(ofAws.map(({ run }) => run.origin ?? run.id)).size,
    regions: [...new Set(ofAws.map(({ target }) => target.regions.here))].sort(),
    rules: rules.map(({ id, statement }) => {
      const observations = seen.filter(({ rule }) => rule === id);
      return { rule: id, statement, seen: whatIsSeen(observations), observations };
    }),
    members: silentMembers([...outcomes]),
    rows: seen.flatMap((observation) => rowFor(observation, indexes.get(observation.recording), against)),
  };
}

/** What observations of a rule come to: where recordings answer one case otherwise, they conflict. */
function whatIsSeen(observations: readonly SeenIn[]): Seen {
  const [first] = observations;
  if (first === undefined) return 'open';
  const answers = new Map<string, Set<string>>();
  for (const { answers: own } of observations)
    for (const { answer, cases } of own)
      for (const id of cases) answers.set(id, (answers.get(id) ?? new Set()).add(answer));
  if ([...answers.values()].some(({ size }) => size > 1)) return 'conflicting';
  const has = (bearing: Bearing): boolean => observations.some((each) => each.bearing === bearing);
  if (has('contradicts')) return 'contradicts';
  return has('settles') ? 'settles' : 'confirms';
}

function rowFor(
  { rule, of, bearing, answers, recording }: SeenIn,
  index: RecordingIndex | undefined,
  against: readonly Report[],
): readonly ProposedRow[] {
  if (index?.target.aws !== true) return [];
  const entry = ruleEntry(rule);
  const from = standingOf(entry, of);
  const as = bearing === 'contradicts' ? 'contradictedBy' : 'provenance';
  const to =
    as === 'contradictedBy'
      ? 'contradicted'
      : from === 'inferred' || from === 'sibling' || from === 'documented'
        ? 'observed'
        : from;
  const [before, after] = [gatingOf(entry, of, { gate: usual.gate }).gating, isGating(to, usual.gate)];
  const isMet = ({ findings }: Report): boolean =>
    findings.some((finding) => finding.rule === rule && finding.aspect === of);
  return [
    {
      rule,
      of,
      as,
      recording: infoOf(recording, index),
      says: answers.map(({ answer }) => answer).join('; '),
      cases: answers.flatMap(({ cases }) => cases),
      from,
      to,
      effects:
        before === after
          ? []
          : against.filter(isMet).map(({ target }) => ({ target: target.name, fails: after })),
    },
  ];
}

const infoOf = (name: string, { target, run }: RecordingIndex): RecordingInfo => ({
  name,
  run: run.id,
  target: target.name,
  region: target.regions.here,
  date: run.date,
  aws: target.aws === true,
});
