import type { DirectedCase } from '../contract/case.ts';
import type { LiveAssumptions, LiveDocument } from '../contract/generated/types.ts';
import { markOf } from '../harness/live/mark.ts';
import type { LiveLevel } from '../harness/live/permit.ts';
import { marked } from './marked.ts';
import { foresee, type Foreseen } from './outlook.ts';
import { policiesOf, type IamPolicies } from './policy.ts';

/** What a run may take at most, as far as a plan reckons with it. */
export interface PlannedLimits {
  readonly copiesAtOnce: number;
  readonly copiesInAll: number;
  readonly callsPerSecond: number;
}

/** What a run in a real account comes to, before anything is called. */
export interface LivePlan {
  readonly level: LiveLevel;
  /** Cases whose own call is made, and those of which copies may come. */
  readonly cases: readonly { readonly id: string; readonly mayCopy: boolean }[];
  /** Cases whose call is not made, by the reason. */
  readonly notRun: readonly { readonly reason: string; readonly cases: readonly string[] }[];
  /** Most copies: those that AWS should make, and what the cap leaves of them. */
  readonly copies: { readonly wanted: number; readonly made: number; readonly crossRegion: number };
  /** Most calls and minutes. */
  readonly calls: number;
  readonly minutes: number;
  /** Most that storage and transfer cost, in USD, under the assumptions. */
  readonly usd: number;
  readonly assumptions: Required<LiveAssumptions> & { readonly hoursPerCopy: number };
  readonly policies: IamPolicies;
}

/** What is assumed unless the file says otherwise. Prices differ by Region: these are meant to be too high. */
const usually: Required<LiveAssumptions> = {
  gibPerSnapshot: 10,
  usdPerGibMonth: 0.03,
  usdPerGibTransfer: 0.15,
  minutesPerCopy: 30,
};

const hoursInMonth = 730;

/** Calls that a call under test brings with it: looks at names, copies, sources and tags, and the removal. */
const callsFor = { rejection: 4, copy: 20, looked: 5 };

/** A plan of these cases. Pure: the same file gives the same plan. */
export function planLive(
  live: LiveDocument,
  level: LiveLevel,
  cases: readonly DirectedCase[],
  limits: PlannedLimits,
): LivePlan {
  const { Value: run } = markOf('live000000');
  const { plan, calls } = foresee(
    cases.map((entry) => marked(entry, run)),
    live,
    level,
    run,
  );
  const prospects = new Map(calls.map(({ unit, prospect }) => [unit.id, prospect]));
  const reasons = new Map<string, string[]>();
  const runnable: { id: string; mayCopy: boolean }[] = [];
  for (const { case: entry, unit } of plan.cases) {
    const prospect = prospects.get(unit);
    if (prospect?.kind === 'sent') runnable.push({ id: entry.id, mayCopy: prospect.mayCopy });
    else if (prospect !== undefined) {
      const reason = prospect.reason.replaceAll(run, 'RUN');
      reasons.set(reason, [...(reasons.get(reason) ?? []), entry.id]);
    }
  }
  const assumed = { ...usually, ...live.assume };
  const { gibPerSnapshot: gib, usdPerGibMonth, usdPerGibTransfer, minutesPerCopy } = assumed;
  const hoursPerCopy = Math.max(1, (2 * minutesPerCopy) / 60);
  const copying = calls.filter(({ prospect }) => prospect.kind === 'sent' && prospect.mayCopy);
  const sent = calls.filter(({ prospect }) => prospect.kind === 'sent').length;
  const made = Math.min(copying.length, limits.copiesInAll);
  const crossRegion = Math.min(made, copying.filter(crosses).length);
  const waited = Math.min(made, copying.filter(({ unit }) => unit.follow).length);
  const looks = minutesPerCopy + 8;
  const named = Object.keys(live.snapshots ?? {}).length + Object.keys(live.keys ?? {}).length;
  const total =
    named * callsFor.looked +
    (sent - copying.length) * callsFor.rejection +
    made * (callsFor.copy + looks) +
    waited * looks;
  return {
    level,
    cases: runnable,
    notRun: [...reasons].map(([reason, ids]) => ({ reason, cases: ids })),
    copies: { wanted: copying.length, made, crossRegion },
    calls: total,
    minutes: Math.ceil(
      total / limits.callsPerSecond / 60 +
        (waited + Math.ceil((made - waited) / limits.copiesAtOnce)) * minutesPerCopy,
    ),
    usd: gib * ((made * usdPerGibMonth * hoursPerCopy) / hoursInMonth + crossRegion * usdPerGibTransfer),
    assumptions: { ...assumed, hoursPerCopy },
    policies: policiesOf(live),
  };
}

const crosses = ({ prospect }: Foreseen): boolean => prospect.kind === 'sent' && prospect.crossRegion;
