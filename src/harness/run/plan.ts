import type { CallerRole, DirectedCase, Situation } from '../../contract/case.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { HttpEdits, RequestTemplate, WorldDocument } from '../../contract/generated/types.ts';
import { canonical } from '../../contract/canonical.ts';
import type { Pair } from './pairs.ts';

/** One call to be made: the smallest piece of a run. Equal situations are one unit, whichever cases need them. */
export interface Unit {
  readonly id: number;
  /** What to call it: the case, or its control case. */
  readonly label: string;
  /** The rule that the first case is about; it is blamed when nothing else can be. */
  readonly rule: RuleId;
  /** Whether the copy is followed until it is done. */
  readonly follow: boolean;
  readonly caller: CallerRole;
  readonly request: RequestTemplate;
  readonly wire: Situation['wire'];
  readonly http?: HttpEdits;
  /** Set when the call is made for two rules that it breaks at once. */
  readonly pair?: readonly [RuleId, RuleId];
}

/** Units over one world, which is staged once for all of them. */
export interface Group {
  readonly given: WorldDocument;
  readonly units: readonly Unit[];
}

/** A case, and which units decide it. */
export interface PlannedCase {
  readonly case: DirectedCase;
  readonly unit: number;
  readonly control?: number;
}

/** Two rules, and the units that break both: the first that can be staged is enough. None when they are not to be tried. */
export interface PlannedPair {
  readonly rules: readonly [RuleId, RuleId];
  readonly units: readonly number[];
}

/** What a run will do. */
export interface Plan {
  readonly groups: readonly Group[];
  readonly cases: readonly PlannedCase[];
  readonly pairs: readonly PlannedPair[];
  readonly unitCount: number;
  /** In a part of a run: units that only serve to understand others, and count in another part. */
  readonly borrowed?: ReadonlySet<number>;
}

/** What tells the control case of a rejection from the case itself. */
const controlMark = ' (control case)';

/** The control case of a case. */
export const controlOf = (id: string): string => `${id}${controlMark}`;

/** The case that a control case belongs to; any other is its own. */
export const caseOf = (id: string): string =>
  id.endsWith(controlMark) ? id.slice(0, -controlMark.length) : id;

/** What a pair of rules that are broken together is called. */
export const pairCase = (one: string, other: string): string => `pairs/${one}+${other}`;

/** What calls are called, by all that they are made of. */
export type CallNames = ReadonlyMap<string, string>;

/**
 * What the calls of these cases are called: each by the first case that makes it. With the names of the whole contract
 * a call is called the same in a run of some of the cases, so that a baseline knows it again.
 */
export function callNames(cases: readonly DirectedCase[]): CallNames {
  const names = new Map<string, string>();
  const name = (id: string, situation: Situation, follow: boolean): void => {
    const call = callKey(situation, follow);
    if (!names.has(call)) names.set(call, id);
  };
  for (const entry of cases) {
    name(entry.id, entry.situation, isFollowed(entry));
    if (entry.claim.kind === 'rejected') name(controlOf(entry.id), entry.claim.control, isFollowed(entry));
  }
  return names;
}

/** Rules about what a copy is once it is available. */
const followed: readonly RuleId[] = ['copy-progress', 'copy-source-arn', 'copy-inherits'];

const isFollowed = ({ rule }: Pick<DirectedCase, 'rule'>): boolean => followed.includes(rule);

const callKey = (
  { given, caller, request, wire, http }: Situation,
  follow: boolean,
  pair?: readonly [RuleId, RuleId],
): string => canonical({ given, caller, request, wire, http, follow, pair });

/** Orders the cases and the first pairs by world, so that each world is staged once and each call made once. */
export function planRun(
  cases: readonly DirectedCase[],
  pairs: readonly Pair[] = [],
  mostPairs = 0,
  named: CallNames = new Map(),
): Plan {
  const groups = new Map<string, { given: WorldDocument; units: Unit[] }>();
  const ids = new Map<string, number>();
  const planned: PlannedCase[] = [];

  const unitFor = (
    label: string,
    entry: Pick<DirectedCase, 'rule'>,
    { given, caller, request, wire, http }: Situation,
    pair?: Pair['rules'],
  ): number => {
    const world = canonical(given);
    const follow = isFollowed(entry);
    const call = callKey({ given, caller, request, wire, ...(http && { http }) }, follow, pair);
    const known = ids.get(call);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(call, id);
    const group = groups.get(world) ?? { given, units: [] };
    group.units.push({
      id,
      label: named.get(call) ?? label,
      rule: entry.rule,
      follow,
      caller,
      request,
      wire,
      ...(http && { http }),
      ...(pair && { pair }),
    });
    groups.set(world, group);
    return id;
  };

  for (const entry of cases) {
    const unit = unitFor(entry.id, entry, entry.situation);
    const control =
      entry.claim.kind === 'rejected' ? unitFor(controlOf(entry.id), entry, entry.claim.control) : undefined;
    planned.push({ case: entry, unit, ...(control !== undefined && { control }) });
  }
  const plannedPairs = pairs.map(({ rules, situations }, index): PlannedPair => {
    const [one, other] = rules;
    if (index >= mostPairs) return { rules, units: [] };
    const label = pairCase(one, other);
    return { rules, units: situations.map((situation) => unitFor(label, { rule: one }, situation, rules)) };
  });
  const unitCount = ids.size;
  return { groups: [...groups.values()], cases: planned, pairs: plannedPairs, unitCount };
}
