import type { CallerRole, DirectedCase, Situation } from '../../contract/case.ts';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import type { RequestTemplate, WorldDocument } from '../../contract/generated/types.ts';
import { canonical } from './canonical.ts';
import type { Pair } from './pairs.ts';

/** One call to be made: the smallest piece of a run. Equal situations are one unit, whichever cases need them. */
export interface Unit {
  readonly id: number;
  /** What to call it: the case, or its twin. */
  readonly label: string;
  /** The rule that the first case is about; it is blamed when nothing else can be. */
  readonly rule: RuleId;
  /** Whether the copy is followed until it is done. */
  readonly follow: boolean;
  readonly caller: CallerRole;
  readonly request: RequestTemplate;
  readonly wire: Situation['wire'];
  readonly http?: Situation['http'];
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
  readonly twin?: number;
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

/** Orders the cases and the first pairs by world, so that each world is staged once and each call made once. */
export function planRun(cases: readonly DirectedCase[], pairs: readonly Pair[] = [], mostPairs = 0): Plan {
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
    const follow = entry.rule === 'copy-progress';
    const call = canonical({ world, caller, request, wire, http, follow, pair });
    const known = ids.get(call);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(call, id);
    const group = groups.get(world) ?? { given, units: [] };
    group.units.push({
      id,
      label,
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
    const twin =
      entry.claim.kind === 'rejected' ? unitFor(`${entry.id} (twin)`, entry, entry.claim.twin) : undefined;
    planned.push({ case: entry, unit, ...(twin !== undefined && { twin }) });
  }
  const plannedPairs = pairs.map(({ rules, situations }, index): PlannedPair => {
    const [one, other] = rules;
    if (index >= mostPairs) return { rules, units: [] };
    const label = `pairs/${one}+${other}`;
    return { rules, units: situations.map((situation) => unitFor(label, { rule: one }, situation, rules)) };
  });
  const unitCount = ids.size;
  return { groups: [...groups.values()], cases: planned, pairs: plannedPairs, unitCount };
}
