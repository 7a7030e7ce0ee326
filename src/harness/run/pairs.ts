import {
  applyWire,
  fillRequest,
  isSharedAutomated,
  judge,
  needsWire,
  placeOf,
  plainSetting,
  realise,
  samePlace,
  type Bindings,
  type Realised,
} from '../../model/index.ts';
import type { DirectedCase, Situation } from '../../contract/case.ts';
import { mergePatch } from '../../contract/expand.ts';
import { rules, type RuleId } from '../../contract/generated/catalogue.ts';
import type { RequestTemplate, TagTemplate, WorldDocument } from '../../contract/generated/types.ts';
import { canonical } from '../../contract/canonical.ts';

/** Two rules that one request can break, in the order of the catalogue, and situations in which it does. */
export interface Pair {
  readonly rules: readonly [RuleId, RuleId];
  /** The first that can be staged is enough; no two have the same world. */
  readonly situations: readonly Situation[];
}

/** Most cases of a rule that are tried in combinations. */
const casesPerRule = 4;

/** Most worlds in which a pair is tried, should the first not be had. */
const worldsPerPair = 3;

/** A rejecting case: what it is, and in which members its request differs from its control case's. */
interface Flaw {
  readonly situation: Situation;
  readonly world: string;
  readonly caller: string;
  readonly own: ReadonlySet<keyof RequestTemplate>;
}

/** Two flaws in one situation. */
interface Candidate {
  readonly situation: Situation;
  readonly world: string;
}

/**
 * Derives, from directed cases that break one rule each, situations that break two; the model confirms that they
 * break exactly these. A world that one of the cases needs anyway is preferred; where there is none, those of both
 * are laid one over the other.
 */
export function pairsOf(cases: readonly DirectedCase[]): readonly Pair[] {
  const flaws = flawsOf(cases);
  const known = new Map<string, Realised | undefined>();
  return [...flaws.keys()].flatMap((one, i, ids) =>
    ids.slice(i + 1).flatMap((other) => {
      const [a = [], b = []] = [flaws.get(one), flaws.get(other)];
      const shared = confirmed(combinations(a, b, into), one, other, known);
      const situations =
        shared.length > 0 ? shared : confirmed(combinations(a, b, over), one, other, known, 1);
      return situations.length === 0 ? [] : [{ rules: [one, other] as const, situations }];
    }),
  );
}

/** The flaws by rule, in the order of the catalogue. Those of the form would leave nothing of the other flaw. */
function flawsOf(cases: readonly DirectedCase[]): ReadonlyMap<RuleId, readonly Flaw[]> {
  const found = new Map<RuleId, Flaw[]>(rules.map(({ id }) => [id, []]));
  for (const { situation, claim } of cases) {
    if (claim.kind !== 'rejected' || claim.unspecified.length > 0) continue;
    if (needsWire(situation.wire, situation.http) || !isStageable(situation.given)) continue;
    const [rule] = claim.breaks;
    const flaws = rule === undefined ? undefined : found.get(rule);
    if (flaws === undefined || flaws.length >= casesPerRule) continue;
    flaws.push({
      situation,
      world: canonical(situation.given),
      caller: canonical(situation.caller),
      own: changed(claim.control.request, situation.request),
    });
  }
  return new Map([...found].filter(([, flaws]) => flaws.length > 0));
}

/** Whether AWS's calls can bring the world about wherever copies take their time. */
const isStageable = ({ snapshots = {} }: WorldDocument): boolean =>
  Object.values(snapshots).every(({ status = 'available' }) => ['available', 'copying'].includes(status));

type Combine = (base: Flaw, added: Flaw) => Candidate | undefined;

/** All ways of putting one of the flaws into the situation of another. */
function* combinations(a: readonly Flaw[], b: readonly Flaw[], combine: Combine): Generator<Candidate> {
  for (const one of a) {
    for (const other of b) {
      if (one.caller !== other.caller) continue;
      for (const candidate of [combine(one, other), combine(other, one)])
        if (candidate !== undefined) yield candidate;
    }
  }
}

/** The first candidates, each in a world of its own, that break the two rules and no other. */
function confirmed(
  candidates: Iterable<Candidate>,
  one: RuleId,
  other: RuleId,
  known: Map<string, Realised | undefined>,
  most = worldsPerPair,
): readonly Situation[] {
  const found = new Map<string, Situation>();
  for (const { situation, world } of candidates) {
    if (found.has(world) || !breaksExactly(situation, world, one, other, known)) continue;
    found.set(world, situation);
    if (found.size === most) break;
  }
  return [...found.values()];
}

/** The base's situation with what the other's request has of its own; undefined when the two exclude each other. */
function into({ situation: base, own, world }: Flaw, added: Flaw): Candidate | undefined {
  if (added.own.size === 0 && Object.keys(added.situation.wire).length === 0) return undefined;
  const request = withOwn(base.request, own, added);
  if (request === undefined) return undefined;
  return { situation: { ...base, request, wire: { ...base.wire, ...added.situation.wire } }, world };
}

/** The added situation's world over the base's, and the request of both. Quotas are too dear to fill for a pair. */
function over(base: Flaw, added: Flaw): Candidate | undefined {
  if ((base.situation.given.places ?? added.situation.given.places) !== undefined) return undefined;
  const given = mergePatch(base.situation.given, added.situation.given) as WorldDocument;
  const request = withOwn({ ...base.situation.request, ...added.situation.request }, new Set(), base);
  const both = request === undefined ? undefined : withOwn(request, base.own, added);
  if (both === undefined) return undefined;
  const wire = { ...base.situation.wire, ...added.situation.wire };
  return { situation: { ...base.situation, given, request: both, wire }, world: canonical(given) };
}

/** The request with the members that a flaw consists of. Two flaws in one member fit only if both are tags. */
function withOwn(
  request: RequestTemplate,
  taken: ReadonlySet<keyof RequestTemplate>,
  { situation, own }: Flaw,
): RequestTemplate | undefined {
  const result: Record<string, unknown> = { ...request };
  for (const member of own) {
    const value = situation.request[member];
    if (!taken.has(member)) result[member] = value;
    else if (member !== 'Tags') return undefined;
    else result[member] = bothTags(request.Tags, situation.request.Tags);
  }
  return result;
}

type Tags = RequestTemplate['Tags'];

/** Tags of both requests, if they are written out. */
const bothTags = (a: Tags, b: Tags): Tags => (isWritten(a) && isWritten(b) ? [...a, ...b] : (a ?? b ?? null));

const isWritten = (tags: Tags): tags is readonly TagTemplate[] => Array.isArray(tags);

/** Members in which two requests differ. */
function changed(from: RequestTemplate, to: RequestTemplate): ReadonlySet<keyof RequestTemplate> {
  const members = new Set([...Object.keys(from), ...Object.keys(to)]) as Set<keyof RequestTemplate>;
  return new Set([...members].filter((member) => canonical(from[member]) !== canonical(to[member])));
}

/** What the model says of a situation. Worlds are made once. */
function breaksExactly(
  { given, caller: role, request: template, wire }: Situation,
  world: string,
  one: RuleId,
  other: RuleId,
  known: Map<string, Realised | undefined>,
): boolean {
  if (!known.has(world)) known.set(world, isConsistent(given) ? realise(given, plainSetting) : undefined);
  const realised = known.get(world);
  if (realised === undefined || !namesOnly(template, realised.bindings)) return false;
  const request = applyWire(fillRequest(template, realised.bindings), wire);
  const { broken, unspecified } = judge(realised.world, placeOf(role, plainSetting), request);
  const [first, second, third] = broken;
  return unspecified.length === 0 && first === one && second === other && third === undefined;
}

/** Whether AWS's calls lead to the world: keys are where their snapshots are, and what is under way is not shared. */
function isConsistent({ keys = {}, snapshots = {} }: WorldDocument): boolean {
  return Object.values(snapshots).every((snapshot) => {
    const { encryptedWith, copyOf, status = 'available', sharedWith } = snapshot;
    if (copyOf !== undefined && !(copyOf in snapshots)) return false;
    if (isSharedAutomated(snapshot)) return false;
    if (status !== 'available' && sharedWith !== undefined) return false;
    if (encryptedWith === undefined || encryptedWith === 'default') return true;
    const key = keys[encryptedWith];
    return key !== undefined && samePlace(placeOf(key, plainSetting), placeOf(snapshot, plainSetting));
  });
}

/** Whether all names in a request are those of its world. */
function namesOnly(template: RequestTemplate, { keys, snapshots }: Bindings): boolean {
  const names = JSON.stringify(template).matchAll(/\{([a-z][a-zA-Z0-9-]*)/g);
  return [...names].every(([, name = '']) => general.has(name) || name in keys || name in snapshots);
}

/** Names that every world has. */
const general = new Set(['new', 'region', 'account', 'partition', 'unknown', 'repeat']);
