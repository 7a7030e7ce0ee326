import type { ServerResponse } from 'node:http';
import { faultOf } from '../answers.ts';
import type { Call } from '../call.ts';
import type { Deed, Honestly } from '../serve.ts';
import { hostile, usualRules, type Expected, type HostileTarget } from '../target.ts';

const every =
  (count: number, deed: (call: Call, honestly: Honestly) => Deed) =>
  (call: Call, honestly: Honestly): Deed =>
    call.index % count === count - 1 ? deed(call, honestly) : honestly();

const cut = (response: ServerResponse): void => void response.destroy();
const soundly: Expected = { exit: [0] };

const rarely = (
  name: string,
  why: string,
  expected: Expected,
  count: number,
  deed: (call: Call, honestly: Honestly) => Deed,
): HostileTarget =>
  hostile(
    { name, why, expected, rules: [...usualRules, 'action-required', 'form-plain', 'wire-request-form'] },
    () => ({ answer: every(count, deed) }),
  );

export const nowAndThen: readonly HostileTarget[] = [
  rarely(
    'answers one call in twenty with 503',
    'a load balancer; it must not end a run against an otherwise sound target',
    soundly,
    20,
    (call) => faultOf(call, 'ServiceUnavailable', 503, 'Please come again.'),
  ),
  rarely(
    'answers one call in twenty with an empty 503',
    'a proxy that speaks neither XML nor JSON',
    soundly,
    20,
    () => ({ status: 503, headers: { 'Content-Type': 'text/plain' }, body: '' }),
  ),
  rarely(
    'answers one call in twenty with 500',
    'an emulator that is not safe for two calls at once',
    soundly,
    20,
    (call) => faultOf(call, 'InternalFailure', 500, 'Something went wrong.'),
  ),
  rarely('answers one call in twenty with Throttling', 'what AWS does', soundly, 20, (call) =>
    faultOf(call, 'Throttling', 400, 'Rate exceeded'),
  ),
  rarely(
    'cuts one connection in twenty-five before it does anything',
    'a container that restarts its workers',
    soundly,
    25,
    () => cut,
  ),
  rarely(
    'does what is asked and cuts the connection, once in twenty-five',
    'nobody knows whether a creation went through; it must not be taken for somebody else’s, nor the other way round',
    { exit: [0, 1, 2] },
    25,
    (_call, honestly) => {
      honestly();
      return cut;
    },
  ),
];
