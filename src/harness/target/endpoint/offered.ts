import type { CallFault, CallResult, Capability } from '../exchange.ts';
import { describeFault } from './fault-words.ts';
import { isNowhere, isUnknownOperation } from './unknown-operation.ts';

/** Whether a target offers what was asked for, by what it answered. */
export function offered(name: string, result: CallResult<unknown>): Capability {
  if (result.ok) return { name, available: true, detail: 'answered' };
  const { fault } = result;
  return {
    name,
    available: isRefusal(fault),
    detail: describeFault(fault),
    ...(fault.status === undefined && { silent: true as const }),
  };
}

/** Whether the target has said itself that it does not have something. */
export const isLacking = ({ available, silent }: Capability): boolean => !available && silent !== true;

/** A refusal of the thing that does not exist shows that the operation does. */
function isRefusal(fault: CallFault): boolean {
  const { status } = fault;
  return (
    status !== undefined && status >= 400 && status < 500 && !isUnknownOperation(fault) && !isNowhere(fault)
  );
}
