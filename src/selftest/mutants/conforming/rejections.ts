import { faultEntry, judge, precedence, type PreconditionEntry } from '../../../model/index.ts';
import { queryServices } from '../../../protocol/actions.ts';
import { readCopyRequest } from '../../../protocol/copy-codec.ts';
import type { HttpResponse } from '../../../protocol/http.ts';
import { writeFault } from '../../../protocol/write-xml.ts';
import type { FaultShape } from '../../../contract/generated/catalogue.ts';
import { pick, type Random } from '../random.ts';
import type { Call, Variant } from '../endpoint.ts';

/** How a variant refuses. */
interface Manner {
  /** Which of the broken rules it answers for; the first unless told. */
  readonly rule?: (broken: readonly PreconditionEntry[], random: Random) => PreconditionEntry | undefined;
  /** Which of the rule's expected faults; the first unless told. */
  readonly fault?: (faults: readonly FaultShape[], random: Random) => FaultShape | undefined;
  /** Which of the fault's codes; the wire code unless told. */
  readonly code?: (codes: readonly string[]) => string | undefined;
  readonly message?: string;
  /** Whether it refuses what the rules leave unspecified, too. */
  readonly strict?: boolean;
}

/** Endpoints that refuse what must be refused, each in its own expected way. */
export const rejections: readonly Variant[] = [
  refusing('the last broken rule answers', { rule: (broken) => broken.at(-1) }),
  refusing('any broken rule answers, another one each time', {
    rule: (broken, random) => pick(random, broken),
  }),
  refusing('the last expected fault of a rule', { fault: (faults) => faults.at(-1) }),
  refusing('any expected fault of any broken rule', {
    rule: (broken, random) => pick(random, broken),
    fault: (faults, random) => pick(random, faults),
  }),
  refusing('the other code of a fault', { fault: (faults) => faults.at(-1), code: (codes) => codes.at(-1) }),
  refusing('other messages', { message: 'Nope. <Computer says & "no">\n' }),
  refusing('empty messages', { message: '' }),
  refusing('what is unspecified is refused', { strict: true }),
];

function refusing(name: string, manner: Manner): Variant {
  return {
    name,
    instead: (call) => (call.action === 'CopyDBClusterSnapshot' ? refusal(call, manner) : undefined),
  };
}

function refusal({ caller, form, world, requestId, random }: Call, manner: Manner): HttpResponse | undefined {
  const request = readCopyRequest(form);
  if (!request.ok || caller === undefined) return undefined;
  const { broken, unspecified } = judge(world, caller, request.value);
  const ids = broken.length === 0 && manner.strict === true ? unspecified : broken;
  if (ids.length === 0) return undefined;
  const rules = precedence.filter(({ id }) => ids.includes(id));
  const rule = manner.rule?.(rules, random) ?? rules[0];
  if (rule === undefined) return undefined;
  const shape = manner.fault?.(rule.faults, random) ?? rule.faults[0];
  const { code, otherCodes = [], status } = faultEntry(shape);
  const fault = {
    code: manner.code?.([code, ...otherCodes]) ?? code,
    status,
    message: manner.message ?? rule.message,
  };
  return writeFault(queryServices.neptune, fault, requestId);
}
