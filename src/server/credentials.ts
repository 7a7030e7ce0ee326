import { isRegion, type Caller } from '../model/world/place.ts';
import { refuseWith, refuse, type Reply } from '../model/operations/reply.ts';
import { say } from '../model/world/say.ts';
import type { Form } from '../protocol/form.ts';
import { headerOf, type HttpRequest } from '../protocol/http.ts';

/** What the credential of a signed request tells: who calls which service where. */
export interface Scope {
  readonly caller: Caller;
  /** Signing name, such as `rds`. */
  readonly service: string;
}

/** The account of any access key id that does not tell one. */
export const ordinaryAccount = '123456789012';

/**
 * Reads the SigV4 credential of a request, from its Authorization header or its X-Amz-Credential parameter. The
 * signature itself is not checked. Faults: MissingAuthenticationToken, IncompleteSignature,
 * SignatureDoesNotMatch (no such Region).
 */
export function scopeOf(
  request: HttpRequest,
  form: Form | undefined,
  defaultAccount: string,
): Scope | Reply<never> {
  const authorization = headerOf(request, 'authorization');
  const credential =
    authorization === undefined ? form?.get('X-Amz-Credential') : credentialOf(authorization);
  if (credential === undefined) {
    return authorization === undefined
      ? refuseWith({
          shape: 'MissingAuthenticationToken',
          message: 'Request is missing Authentication Token',
        })
      : incomplete("Authorization header requires 'Credential' parameter.");
  }
  const parts = credential.split('/');
  const [accessKeyId = '', , region = '', service = '', terminator] = parts;
  if (parts.length !== 5 || accessKeyId === '' || terminator !== 'aws4_request') {
    return incomplete(say`Credential must have exactly 5 slash-delimited elements, got '${credential}'.`);
  }
  if (!isRegion(region)) {
    return refuse('SignatureDoesNotMatch', 403, 'Credential should be scoped to a valid region.');
  }
  return { caller: { account: accountOf(accessKeyId, defaultAccount), region }, service };
}

/** The credential in `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`. */
function credentialOf(authorization: string): string | undefined {
  const start = authorization.indexOf('Credential=');
  if (start === -1 || !authorization.startsWith('AWS4-')) return undefined;
  const end = authorization.indexOf(',', start);
  return authorization.slice(start + 'Credential='.length, end === -1 ? undefined : end).trim();
}

/** A key id of twelve digits is the account; so are the digits of a key id that AssumeRole gave out. */
export const accountOf = (accessKeyId: string, defaultAccount: string): string =>
  /^(?:ASIA)?(\d{12})$/.exec(accessKeyId)?.[1] ?? defaultAccount;

const incomplete = (message: string): Reply<never> => refuseWith({ shape: 'IncompleteSignature', message });
