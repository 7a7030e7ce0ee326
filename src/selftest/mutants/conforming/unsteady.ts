import { queryServices } from '../../../protocol/actions.ts';
import type { HttpResponse } from '../../../protocol/http.ts';
import { writeJsonFault } from '../../../protocol/json.ts';
import { writeFault } from '../../../protocol/write-xml.ts';
import type { Call, Variant } from '../endpoint.ts';

/** Endpoints that are busy or slow. */
export const unsteady: readonly Variant[] = [
  { name: 'one call in twenty is throttled', instead: (call) => throttled(call, 'Throttling') },
  {
    name: 'one call in twenty is throttled, in the words of Neptune',
    instead: (call) => throttled(call, 'ThrottlingException'),
  },
  {
    name: 'one call in twenty finds the service unavailable',
    instead: (call) => (call.random() < 0.05 ? busy(call, 'ServiceUnavailable', 503) : undefined),
  },
  ...Object.entries({
    ExpiredToken: 403,
    ExpiredTokenException: 403,
    InvalidClientTokenId: 403,
    UnrecognizedClientException: 403,
    RequestExpired: 400,
    OptInRequired: 403,
  }).map(([code, status]): Variant => ({
    name: `the session ends now and then: ${code}`,
    unmeasured: true,
    instead: (call) => (isCopy(call) && call.random() < 0.1 ? busy(call, code, status) : undefined),
  })),
  {
    name: 'IAM does not allow tags',
    unmeasured: true,
    instead: (call) =>
      isCopy(call) && call.form.has('Tags.Tag.1.Key') ? busy(call, 'AccessDenied', 403) : undefined,
  },
  { name: '20 ms of latency, with jitter', delay: (random) => 10 + random() * 20 },
];

const isCopy = ({ action }: Call): boolean => action === 'CopyDBClusterSnapshot';

/** Throttled now and then; more seldom, unavailable. */
function throttled(call: Call, code: string): HttpResponse | undefined {
  const chance = call.random();
  if (chance < 0.05) return busy(call, call.service === 'kms' ? 'ThrottlingException' : code, 400);
  return chance < 0.06 ? busy(call, 'ServiceUnavailable', 503) : undefined;
}

function busy({ service, requestId }: Call, code: string, status: number): HttpResponse {
  const fault = { code, status, message: 'Rate exceeded' };
  return service === 'kms'
    ? writeJsonFault(fault, requestId)
    : writeFault(queryServices[service], fault, requestId);
}
