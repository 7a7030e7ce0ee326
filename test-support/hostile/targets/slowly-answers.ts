import type { ServerResponse } from 'node:http';
import type { HttpResponse } from '../../../src/protocol/http.ts';
import { after, middle } from '../answers.ts';
import { hostile } from '../target.ts';

/** One byte a second. */
const drip =
  ({ status, headers, body }: HttpResponse) =>
  (response: ServerResponse): void => {
    let sent = 0;
    response.writeHead(status, headers).flushHeaders();
    const timer = setInterval(() => {
      if (sent < body.length) response.write(body.charAt(sent));
      else response.end();
      sent += 1;
    }, 1_000);
    response.on('close', () => clearInterval(timer));
  };

export const slowlyAnswers = hostile(
  {
    name: 'answers a byte a second',
    why: 'a time-out that begins anew with each byte never comes',
    expected: { exit: [2], report: false },
  },
  () => ({ answer: (_call, honestly) => drip(honestly()) }),
);

export const becomesSlow = hostile(
  {
    name: 'answers a byte a second from the middle on',
    why: 'the deadline of the whole run must hold',
    expected: { exit: [2] },
  },
  () => ({ answer: after(middle, (_call, honestly) => drip(honestly())) }),
);
