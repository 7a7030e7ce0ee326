import type { Claim, DirectedCase, Situation } from './case.ts';
import type { RuleId } from './generated/catalogue.ts';
import type { CaseEntry, CaseFile } from './generated/types.ts';

const start: Situation = { given: {}, caller: { account: 'self', region: 'here' }, request: {}, wire: {} };

/** Fills the defaults of a case file into its cases, and each case into its control case. */
export function expandCases(family: string, file: CaseFile): DirectedCase[] {
  const defaults = patched(start, file.defaults ?? {});
  return file.cases.map((entry) => {
    const situation = patched(defaults, entry);
    return {
      id: `${family}/${entry.id}`,
      title: entry.title,
      rule: entry.rule as RuleId,
      situation,
      claim: claimOf(entry, situation),
    };
  });
}

function claimOf(entry: CaseEntry, situation: Situation): Claim {
  if (entry.breaks !== undefined) {
    const control = patched(situation, entry.control ?? {});
    return {
      kind: 'rejected',
      breaks: entry.breaks as RuleId[],
      unspecified: (entry.unspecified ?? []) as RuleId[],
      control,
    };
  }
  if (entry.unspecified !== undefined)
    return { kind: 'unspecified', unspecified: entry.unspecified as RuleId[] };
  return { kind: 'copied', copy: entry.copied ?? {} };
}

/** A situation with a change. Without any edits left, `http` is absent. */
function patched(situation: Situation, change: object): Situation {
  const { http, ...rest } = mergePatch(situation, situationOf(change)) as Situation;
  return http === undefined || Object.keys(http).length === 0 ? rest : { ...rest, http };
}

/** The situation's own members; `wire` is kept apart because null is a value in it. */
function situationOf(patch: object): object {
  const { given, caller, request, wire, http } = patch as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries({ given, caller, request, wire, http }).filter(([, value]) => value !== undefined),
  );
}

/** JSON merge patch (RFC 7396), but that `wire` is replaced whole: there, null means "remove". */
export function mergePatch(value: unknown, patch: unknown, key = ''): unknown {
  if (!isObject(patch) || key === 'wire') return patch;
  const merged: Record<string, unknown> = isObject(value) ? { ...value } : {};
  for (const [name, change] of Object.entries(patch)) {
    if (change === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], change, name);
  }
  return merged;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
