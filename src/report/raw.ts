import { canonical } from '../contract/canonical.ts';
import { directedCases } from '../contract/directed-cases.ts';
import type { Raw, Reproduction } from '../contract/generated/types.ts';
import type { Deviation } from '../harness/checks/check.ts';
import { abstractDeviation } from '../harness/run/deviation.ts';
import type { Plan } from '../harness/run/plan.ts';
import type { RunResult } from '../harness/run/result.ts';
import type { Measured, UnitResult } from '../harness/run/unit.ts';
import type { Bindings } from '../model/index.ts';
import type { Reproducer } from './findings.ts';

/** What a part of a run found out, as plain data: the whole is judged from it as if it had been run at once. */
export interface RawRun extends Omit<RunResult, 'plan' | 'results'> {
  readonly plan: Omit<Plan, 'borrowed'> & { readonly borrowed: readonly number[] };
  readonly results: readonly (readonly [unit: number, result: RawResult])[];
  /** Scripts that reproduce a deviation, by the unit that showed it and its fingerprint. */
  readonly scripts: Readonly<Record<string, Reproduction>>;
}

/** The result of a unit; what only a running program has is written down, and what nobody reads again is left out. */
export type RawResult =
  | Exclude<UnitResult, Measured>
  | (Omit<Measured, 'bindings'> & {
      readonly bindings: Omit<Bindings, 'setting'> & {
        readonly setting: Omit<Bindings['setting'], 'nameOf'>;
        readonly names: { readonly of: string; readonly new: string };
      };
    });

/** A part of a run as plain data. */
export function toRaw({ plan, results, ...run }: RunResult, reproduce: Reproducer): Raw {
  const scripts: Record<string, Reproduction> = {};
  const seen = new Set<string>();
  for (const result of results.values()) {
    if (result.kind !== 'measured') continue;
    for (const check of result.checks) {
      if (check.status !== 'fail') continue;
      const { fingerprint } = abstractDeviation(check, result);
      if (seen.has(fingerprint)) continue;
      seen.add(fingerprint);
      scripts[scriptKey(result, fingerprint)] = reproduce(result, check);
    }
  }
  const raw: RawRun = {
    ...run,
    plan: { ...plan, borrowed: [...(plan.borrowed ?? [])] },
    results: [...results].map(([id, result]) => [id, rawResult(result)]),
    scripts,
  };
  // As it will be read: members that are undefined are none.
  return JSON.parse(JSON.stringify(raw)) as Raw;
}

/** The result of a unit as plain data. */
export function rawResult(result: UnitResult): RawResult {
  if (result.kind !== 'measured') return result;
  const { bindings, exchange, ...others } = result;
  const { accounts, regions } = bindings.setting;
  const setting = { accounts, regions };
  const failed = result.checks.some(({ status }) => status === 'fail');
  return {
    ...others,
    steps: [],
    bindings: {
      ...bindings,
      setting,
      names: { of: bindings.setting.nameOf(''), new: bindings.setting.nameOf('new') },
    },
    exchange: failed ? exchange : withoutBodies(exchange),
  };
}

/** An exchange that shows nothing: that there was one is all that counts. */
const withoutBodies = ({ http, ...exchange }: Measured['exchange']): Measured['exchange'] => ({
  ...exchange,
  ...(http !== undefined && {
    http: { request: { ...http.request, body: '' }, response: { ...http.response, body: '' } },
  }),
});

/** The parts of a run as one run, with the scripts that were made for it. Each call is told by the part whose own it is. */
export function joinRaw(raws: readonly Raw[]): { readonly run: RunResult; readonly reproduce: Reproducer } {
  const parts = raws as unknown as readonly RawRun[];
  const results = parts.flatMap(({ plan, results: all }) =>
    all.filter(([id]) => !plan.borrowed.includes(id)).map(([id, result]) => [id, revived(result)] as const),
  );
  const plan = joinPlans(parts.map((part) => part.plan));
  const order = new Map(
    plan.groups.flatMap(({ units }) => units.map(({ id }) => id)).map((id, at) => [id, at]),
  );
  const [stopped] = parts.flatMap((part) => part.stopped ?? []);
  const scripts = Object.fromEntries(parts.flatMap((part) => Object.entries(part.scripts)));
  return {
    run: {
      runId: [...new Set(parts.map(({ runId }) => runId))].join('+'),
      plan,
      results: new Map(results.toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))),
      leftOut: distinctBy(
        parts.flatMap(({ leftOut }) => leftOut),
        (each) => each.case.id,
      ),
      leftBehind: parts.flatMap(({ leftBehind }) => leftBehind),
      ...(stopped !== undefined && { stopped }),
    },
    reproduce: (measured: Measured, deviation: Deviation) =>
      scripts[scriptKey(measured, abstractDeviation(deviation, measured).fingerprint)] ?? {},
  };
}

/** The plan of the whole: its units have their numbers from the start, so that the order of worlds is that of their first units. */
function joinPlans(plans: readonly RawRun['plan'][]): Plan {
  const groups = new Map<string, Plan['groups'][number]>();
  for (const group of plans.flatMap((plan) => plan.groups)) {
    const key = canonical(group.given);
    const units = [...(groups.get(key)?.units ?? []), ...group.units];
    groups.set(key, { ...group, units: distinctBy(units, ({ id }) => id).toSorted((a, b) => a.id - b.id) });
  }
  const sorted = [...groups.values()].toSorted((a, b) => firstOf(a) - firstOf(b));
  return {
    groups: sorted,
    cases: plans.flatMap(({ cases }) => cases).toSorted(byOrder),
    pairs: plans.flatMap(({ pairs }) => pairs),
    unitCount: sorted.reduce((sum, { units }) => sum + units.length, 0),
  };
}

const firstOf = ({ units }: Plan['groups'][number]): number => units[0]?.id ?? 0;

const ranks = new Map(directedCases().map(({ id }, at) => [id, at]));

/** Cases in the order of the contract. */
const byOrder = (a: Plan['cases'][number], b: Plan['cases'][number]): number =>
  (ranks.get(a.case.id) ?? a.unit) - (ranks.get(b.case.id) ?? b.unit);

/** The result of a unit from plain data. */
export function revived(result: RawResult): UnitResult {
  if (result.kind !== 'measured') return result;
  const { names, setting, ...bindings } = result.bindings;
  const nameOf = (handle: string): string => (handle === 'new' ? names.new : `${names.of}${handle}`);
  return { ...result, bindings: { ...bindings, setting: { ...setting, nameOf } } };
}

const scriptKey = ({ unit }: Measured, fingerprint: string): string => `${unit.id} ${fingerprint}`;

const distinctBy = <T>(items: readonly T[], key: (item: T) => unknown): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];
