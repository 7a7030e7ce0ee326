import type { CallFault } from '../exchange.ts';

/** Codes with which an endpoint says that it does not know an operation. */
const codes =
  /InvalidAction|NotImplemented|UnknownOperation|UnsupportedOperation|UnknownAction|ActionNotFound/i;

/** Sentences that say the same under whatever code, such as `The action CopyX is not valid for this web service`. */
const sentences =
  /\b(?:unknown|unsupported|unimplemented|unrecogni[sz]ed|invalid) (?:api )?(?:action|operation)\b|\b(?:action|operation)\b.{0,80}\b(?:not (?:(?:yet )?(?:been )?implemented|supported|known|valid|found)|unknown|unsupported)\b/i;

/** Statuses that say it without a body that could be read. */
const statuses: readonly (number | undefined)[] = [405, 501];

/** Whether an answer says that there is no such operation. What is merely not found has a code of the service. */
export const isUnknownOperation = ({ name, message, status }: CallFault): boolean =>
  status !== undefined &&
  (statuses.includes(status) ||
    codes.test(name) ||
    (status < 500 && !/NotFound|InvalidParameter|Missing/i.test(name) && sentences.test(message)));

/** Whether nothing is there that could answer: a page that is not found, and no fault of a service. */
export const isNowhere = ({ name, status }: CallFault): boolean =>
  status === 404 && !/^[A-Z]\w*(?:NotFound\w*|Fault|Exception)$/.test(name);

/** Whether an answer refuses the caller, whatever was asked: as for a Region or an account that there is not. */
export const isRefusedCaller = ({ name, status }: CallFault): boolean =>
  status === 401 ||
  status === 403 ||
  /^(?:InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|AuthFailure|SignatureDoesNotMatch|IncompleteSignature|OptInRequired|AccessDenied|MissingAuthenticationToken)/.test(
    name,
  );
