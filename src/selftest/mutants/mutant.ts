import type { CopyRequest, Facts } from '../../model/rules/facts.ts';
import { copy as modelCopy, faultEntry, precedence, putSnapshot, type World } from '../../model/index.ts';
import { preconditions } from '../../model/rules/preconditions.ts';
import type { Snapshot } from '../../model/world/world.ts';
import { queryServices } from '../../protocol/actions.ts';
import { writeCopied } from '../../protocol/copy-codec.ts';
import type { HttpRequest, HttpResponse } from '../../protocol/http.ts';
import { writeFault } from '../../protocol/write-xml.ts';
import type { FaultShape, PreconditionId, RuleId } from '../../contract/generated/catalogue.ts';
import type { Call, Variant } from './endpoint.ts';

/** In which direction an endpoint is wrong. */
export type Direction =
  | 'missing check'
  | 'over-strict'
  | 'wrong code'
  | 'wrong status'
  | 'no answer'
  | 'wrong copy'
  | 'wrong wire'
  | 'misread'
  | 'in the course';

/** An endpoint with one bug. */
export interface Mutant {
  /** Unique; what it does, in a few words. */
  readonly name: string;
  readonly direction: Direction;
  /** The rule that it breaks; its cases show it. */
  readonly rule: RuleId;
  /** Rules whose matter it may be taken for as well. */
  readonly blamed?: readonly RuleId[];
  /** Makes it anew: some remember what happened. */
  readonly variant: () => Omit<Variant, 'name'>;
}

/** Rules one of which must be held against a mutant for it to be found out. */
export const culprits = ({ rule, blamed = [] }: Mutant): readonly RuleId[] => [rule, ...blamed];

/** An answer, and the world after it. */
export type Answered = readonly [World, HttpResponse];

/** Refuses a copy with a fault of the catalogue. */
export function refuse(
  call: Call,
  shape: FaultShape,
  different: { readonly status?: number } = {},
): Answered {
  const { code, status } = { ...faultEntry(shape), ...different };
  const fault = { code, status, message: 'Refused.' };
  return [call.world, writeFault(queryServices.neptune, fault, call.requestId)];
}

/** Reads each request as if its body were another. */
export function inBody(change: (body: string) => string): (request: HttpRequest) => HttpRequest {
  return (request) => {
    const before = Buffer.from(request.body).toString('utf8');
    const after = change(before);
    return before === after ? request : { ...request, body: Buffer.from(after) };
  };
}

/** Whether a rule is broken by a copy, and no other that comes before it in the canonical precedence. */
export const isFirstBroken = (rule: PreconditionId, facts: Facts): boolean =>
  precedence.find(({ predicate }) => predicate(facts) === 'broken')?.id === rule;

/** Whether a rule is broken by a copy, and no other. */
export const isOnlyBroken = (rule: PreconditionId, facts: Facts): boolean =>
  precedence.every(({ id, predicate }) => (predicate(facts) === 'broken') === (id === rule));

/** Whether a copy leaves a rule unspecified, and breaks none. */
export const isLeftUnspecified = (rule: PreconditionId, facts: Facts): boolean =>
  preconditions[rule](facts) === 'unspecified' &&
  precedence.every(({ predicate }) => predicate(facts) !== 'broken');

/** Whether a copy breaks no rule. */
export const isSound = (facts: Facts): boolean =>
  precedence.every(({ predicate }) => predicate(facts) !== 'broken');

/** The canonical fault of a rule. */
export function faultOf(rule: PreconditionId): FaultShape {
  const shape = precedence.find(({ id }) => id === rule)?.faults[0];
  if (shape === undefined) throw new Error(`${rule} is no precondition`);
  return shape;
}

/** What it takes to see a rule at work: where copies are done at once, nothing is ever in progress. */
export const unhurried = (rule: PreconditionId): Pick<Variant, 'copyDuration'> =>
  rule === 'source-available' || rule === 'copies-in-progress-quota' ? { copyDuration: 600 } : {};

/** Answers with a copy as it is given, and keeps it. */
export const answerCopy = (world: World, copy: Snapshot, { requestId }: Call): Answered => [
  putSnapshot(world, copy),
  writeCopied(copy.shape, requestId),
];

/** An endpoint that gets accepted copies wrong in the given way, and sticks to it afterwards. */
export const copying = (spoil: (copy: Snapshot, facts: Facts) => Snapshot): Pick<Variant, 'copy'> => ({
  copy: (facts, call) => {
    const [, outcome] = modelCopy(facts.world, facts.caller, facts.request);
    if (outcome.kind === 'rejected') return undefined;
    return answerCopy(call.world, spoil(outcome.snapshot, facts), call);
  },
});

/** An endpoint that understands another request than was sent. */
export const understanding = (
  misread: (request: CopyRequest, facts: Facts) => CopyRequest,
): Pick<Variant, 'copy'> => ({
  copy: (facts, call) => {
    const [next, outcome] = modelCopy(call.world, facts.caller, misread(facts.request, facts));
    if (outcome.kind === 'rejected') return refuse(call, outcome.fault.shape);
    return [next, writeCopied(outcome.snapshot.shape, call.requestId)];
  },
});

/** An endpoint that rewrites the answers to copies. */
export const rewriting = (
  change: (answer: HttpResponse, call: Call) => HttpResponse,
): Pick<Variant, 'rewrite'> => ({
  rewrite: (answer, call) => (call.action === 'CopyDBClusterSnapshot' ? change(answer, call) : answer),
});
