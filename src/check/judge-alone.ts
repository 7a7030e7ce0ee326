import { parseArn } from '../model/world/arn.ts';
import { gatherFacts, type CopyRequest, type Facts } from '../model/rules/facts.ts';
import { precedence, type PreconditionEntry } from '../model/rules/judge.ts';
import { knownPartitionOf } from '../model/world/partitions.ts';
import { samePlace, type Caller } from '../model/world/place.ts';
import { emptyWorld } from '../model/world/world.ts';
import type { PreconditionId } from '../contract/generated/catalogue.ts';
import type { Judge, UncheckedRules } from './judged.ts';
import { createNamesakes, isSameCaller } from './namesakes.ts';
import type { KnownCaller } from './plan.ts';
import { callerRules, missing, namesakeRules, needs } from './untold-caller.ts';

const nowhere = emptyWorld(0);

/**
 * Judges planned copies by everything that needs no world: what is broken here is refused by AWS whatever there is.
 * Two copies of one name by one caller are among that, because one of them must fail.
 */
export function judgeAlone(): Judge {
  const namesakes = createNamesakes();
  const scopeOf = scopes();
  return (planned) => {
    const facts = factsOf(planned.request, planned.caller);
    const { judgeable, unchecked } = scopeOf(planned.caller);
    const broken: PreconditionId[] = [];
    const unspecified: PreconditionId[] = [];
    for (const { id, predicate } of judgeable) {
      const answer = predicate(facts);
      if (answer !== 'kept') (answer === 'broken' ? broken : unspecified).push(id);
    }
    const { target } = facts;
    const earlier = target === undefined ? [] : namesakes.of(target);
    const taker = earlier.find((each) => each.makes && isSameCaller(each, planned.caller));
    const undecided = [...callerRules(planned), ...namesakeRules(planned, earlier)];
    if (taker !== undefined || copiesItself(facts, planned.caller)) broken.push('target-unique');
    if (target !== undefined)
      namesakes.add(target, planned, target !== '' && isTold(planned.caller) && broken.length === 0);
    return {
      facts,
      inWorld: false,
      broken,
      unspecified,
      unchecked,
      undecided,
      ...(taker !== undefined && { taker }),
    };
  };
}

/** The facts that are certain, and for the rest what keeps every rule. */
function factsOf(request: CopyRequest, known: KnownCaller): Facts {
  const caller: Caller = { account: known.account ?? '', region: known.region ?? '' };
  const facts = gatherFacts(nowhere, caller, request);
  const { sourceName } = facts;
  const address = sourceName.kind === 'arn' ? sourceName.address : undefined;
  return {
    ...facts,
    key: certainKey(facts, known),
    crossAccount: address !== undefined && address.account !== known.account,
    crossRegion: address !== undefined && address.region !== known.region,
  };
}

/** A key that cannot be one, or not one of this Region; any other may exist and be usable. */
function certainKey({ key, request }: Facts, { region }: KnownCaller): Facts['key'] {
  const text = request.KmsKeyId ?? '';
  if (!text.startsWith('arn:')) return undefined;
  const arn = parseArn(text);
  const isKey = arn?.service === 'kms' && /^(?:key\/[^/]+|alias\/.+)$/s.test(arn.resource);
  const partition = region === undefined ? undefined : knownPartitionOf(region);
  if (!isKey || (partition !== undefined && arn.partition !== partition)) return { kind: 'unknown' };
  return key?.kind === 'other-region' ? key : undefined;
}

/** The rules that can be judged for a caller, and those that cannot. */
interface Scope {
  readonly judgeable: readonly PreconditionEntry[];
  readonly unchecked: readonly UncheckedRules[];
}

/** Finds the scope of a caller, once for all that are told alike. */
function scopes(): (caller: KnownCaller) => Scope {
  const known = new Map<string, Scope>();
  return (caller) => {
    const key = `${caller.account === undefined}/${caller.region === undefined}`;
    const scope = known.get(key) ?? {
      judgeable: precedence.filter(({ id }) => isJudgeable(id, caller)),
      unchecked: uncheckedRules(caller),
    };
    known.set(key, scope);
    return scope;
  };
}

function isJudgeable(rule: PreconditionId, caller: KnownCaller): boolean {
  const need = needs.get(rule) ?? 'world';
  return need !== 'world' && need !== 'form' && missing[need](caller) === undefined;
}

const withoutWorld: UncheckedRules = {
  reason: 'no world is given (--world)',
  rules: precedence
    .map(({ id }) => id)
    .filter((id) => ['world', 'part-of-world'].includes(needs.get(id) ?? '')),
};

function uncheckedRules(caller: KnownCaller): UncheckedRules[] {
  const unchecked = (['region', 'caller'] as const).flatMap((need) => {
    const reason = missing[need](caller);
    const rules = precedence.map(({ id }) => id).filter((id) => needs.get(id) === need);
    return reason === undefined ? [] : [{ reason, rules }];
  });
  return [withoutWorld, ...unchecked];
}

const isTold = ({ account, region }: KnownCaller): boolean => account !== undefined && region !== undefined;

/** Whether source and target are one: then either the source is missing or the name is taken. */
function copiesItself({ sourceName, target }: Facts, { account, region }: KnownCaller): boolean {
  if (sourceName.kind === 'name') return sourceName.name === target;
  if (sourceName.kind !== 'arn' || account === undefined || region === undefined) return false;
  return sourceName.address.name === target && samePlace(sourceName.address, { account, region });
}
