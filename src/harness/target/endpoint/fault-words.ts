import type { CallFault } from '../exchange.ts';

/** A fault in one line. */
export const describeFault = (fault: CallFault): string =>
  `${fault.name}${fault.status === undefined ? '' : ` (HTTP ${fault.status})`}: ${fault.message}`;

/** Whether an answer was a fault of AWS; others have the names that the SDK gives to what it cannot read. */
export const isReadable = ({ name }: Pick<CallFault, 'name'>): boolean =>
  !['Error', 'Unknown', 'UnknownError', 'NotFound', 'SyntaxError'].includes(name);

/** An answer is the target's word, even if it fails; no answer, or "not now", is not. What was not asked is nobody's failure. */
export const kindOf = ({ name, status, refused }: CallFault): 'impossible' | 'failed' =>
  (status === undefined && refused !== true) ||
  [429, 502, 503, 504].includes(status ?? 0) ||
  /^(Throttling|RequestLimitExceeded|ServiceUnavailable|SlowDown)/.test(name)
    ? 'failed'
    : 'impossible';
