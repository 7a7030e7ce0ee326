import { rules, type PreconditionId } from '../contract/generated/catalogue.ts';
import type { Rule } from '../contract/generated/types.ts';
import type { CopyRequest } from '../model/rules/facts.ts';
import { precedence } from '../model/rules/judge.ts';
import type { UndecidedRule } from './judged.ts';
import type { Namesake, Told } from './namesakes.ts';
import type { KnownCaller, PlannedCopy } from './plan.ts';
import { about } from './rule-place.ts';

/** What it takes to judge each precondition. */
export const needs: ReadonlyMap<string, NonNullable<Rule['needs']>> = new Map(
  rules.flatMap(({ id, needs: need }) => (need === undefined ? [] : [[id, need] as const])),
);

/** What is not told that a rule needs. */
export const missing = {
  request: () => undefined,
  'part-of-world': () => undefined,
  region: ({ region }) => (region === undefined ? 'the called Region is not told (--region)' : undefined),
  caller: ({ account, region }) =>
    account === undefined || region === undefined
      ? 'the caller is not told (--account and --region)'
      : undefined,
} satisfies Readonly<Record<string, (caller: KnownCaller) => string | undefined>>;

/** Rules about the caller that are never broken: at worst it is not known what AWS does. */
const neverBroken: ReadonlySet<string> = new Set<PreconditionId>(['presigned-url-of-sdk', 'source-one-step']);

/**
 * The rules that this copy may break for a caller who is not told. A bare name or alias is of whoever calls: only an
 * ARN, and a URL, speak of a place that may be another one.
 */
export function callerRules({ request, caller }: PlannedCopy): UndecidedRule[] {
  return (['region', 'caller'] as const).flatMap((need) => {
    const reason = missing[need](caller);
    if (reason === undefined) return [];
    return precedence.flatMap(({ id }): UndecidedRule[] => {
      const part = about.get(id);
      const value = request[part as keyof CopyRequest];
      const names = part === 'PreSignedUrl' || (typeof value === 'string' && value.startsWith('arn:'));
      if (needs.get(id) !== need || value === undefined || !names) return [];
      return [{ rule: id, severity: neverBroken.has(id) ? 'note' : 'error', reason }];
    });
  });
}

/** The rule that a copy may break whose name one before it has, by a caller who may be the same but is not told. */
export function namesakeRules(planned: PlannedCopy, earlier: readonly Namesake[]): UndecidedRule[] {
  const other = earlier.find((each) => mayBeOne(each, planned.caller));
  if (other === undefined) return [];
  const reason = `"${other.name}" in ${other.file}:${other.line}:${other.column} makes it if the caller is the same (--account and --region)`;
  return [{ rule: 'target-unique', severity: 'error', reason }];
}

/** Whether two callers may be one, and it is not known. */
function mayBeOne(one: Told, other: Told): boolean {
  const parts = (['account', 'region'] as const).map((part) => [one[part], other[part]] as const);
  const untold = parts.filter(([a, b]) => a === undefined || b === undefined);
  return untold.length > 0 && parts.every((each) => untold.includes(each) || each[0] === each[1]);
}
