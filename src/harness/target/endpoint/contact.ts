import type { DoctorContact, DoctorContactKind } from '../../../contract/generated/types.ts';
import { TargetError } from '../../../errors.ts';
import type { CallFault, CallResult } from '../exchange.ts';
import { describeFault, isReadable } from './fault-words.ts';

/** Nothing like Neptune is there; `contact` tells what is. */
export class NoNeptune extends TargetError {
  readonly contact: DoctorContact;

  constructor(message: string, contact: DoctorContact) {
    super(message);
    this.contact = contact;
  }
}

/** What answered to DescribeDBClusterSnapshots, be it nobody. */
export function contactOf(result: CallResult): DoctorContact {
  if (result.ok) return { kind: Array.isArray(result.output['DBClusterSnapshots']) ? 'query' : 'no-list' };
  const { fault } = result;
  const { status, contentType } = fault;
  return {
    kind: status === undefined ? obstacleOf(fault) : isReadable(fault) ? 'fault' : 'no-query',
    detail: status === undefined ? fault.message : describeFault(fault),
    ...(status !== undefined && { status }),
    ...(contentType !== undefined && { contentType }),
  };
}

/** Codes of the operating system, of TLS and of the parser of HTTP, and what they mean. */
const obstacles: readonly (readonly [codes: RegExp, kind: DoctorContactKind])[] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_\w+)$/, 'no-host'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, 'unreachable'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/, 'certificate'],
  [/^(EPROTO|ERR_SSL_\w+)$/, 'no-tls'],
  [/^HPE_/, 'no-http'],
  [/^(ECONNRESET|EPIPE)$/, 'cut'],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT)$/, 'late'],
];

/** The SDK calls some broken connections time-outs, so that a code comes before the name. */
const obstacleOf = ({ name, code = '' }: CallFault): DoctorContactKind =>
  obstacles.find(([codes]) => codes.test(code))?.[1] ?? (name === 'TimeoutError' ? 'late' : 'other');
