import { neptuneActions, queryServices } from '../../protocol/actions.ts';
import { writeForm } from '../../protocol/form.ts';
import { writeInput } from '../../protocol/read-input.ts';
import { editBody } from '../target/endpoint/wire-edits.ts';
import type { Scenario } from './scenario.ts';

/** A request that no SDK would write, as it goes over the wire; only the signature is left to the client. */
export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
}

/** The request under test as it went over the wire, or as it would have gone. */
export function rawRequest({ request, wire, http, endpoint }: Scenario): RawRequest {
  if (http === undefined) {
    const body = editBody(writeForm(queryParameters('CopyDBClusterSnapshot', request)), wire);
    return { method: 'POST', path: pathBelow(endpoint), contentType: formType, body };
  }
  const { method, url, headers, body } = http.request;
  const { pathname, search } = new URL(url);
  return {
    method,
    path: pathname + search,
    contentType: headers['content-type'] ?? formType,
    // The SDK for JavaScript adds one by itself, good for an hour. Services ignore it.
    body: 'PreSignedUrl' in request || 'PreSignedUrl' in wire ? body : withoutPreSignedUrl(body),
  };
}

/** The path that an SDK calls at an endpoint: that of the endpoint itself comes first. */
const pathBelow = (endpoint: string): string => `${new URL(endpoint).pathname.replace(/\/$/, '')}/`;

/** Parameters of a call to Neptune in the AWS Query protocol. */
export const queryParameters = (operation: string, input: object): (readonly [string, string])[] => [
  ['Action', operation],
  ['Version', queryServices.neptune.version],
  ...writeInput(input, neptuneActions[operation as keyof typeof neptuneActions]),
];

const formType = 'application/x-www-form-urlencoded';

const withoutPreSignedUrl = (body: string): string =>
  body
    .split('&')
    .filter((parameter) => !parameter.startsWith('PreSignedUrl='))
    .join('&');
