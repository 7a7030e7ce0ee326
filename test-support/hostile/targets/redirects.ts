import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { middle } from '../answers.ts';
import { serve, type Standing } from '../serve.ts';
import { hostileServing } from '../target.ts';

/** A target that sends everybody elsewhere; a call that arrives there counts as an attempt. */
async function redirecting(status: number, from: number): Promise<Standing> {
  const visits: string[] = [];
  const elsewhere = createServer((request, response) => {
    visits.push(`${request.method ?? ''} arrived where it was redirected to`);
    response.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const location = `http://localhost:${(elsewhere.address() as AddressInfo).port}/`;
  const standing = await serve({
    answer: (call, honestly) =>
      call.index < from
        ? honestly()
        : { status, headers: { Location: location, 'Content-Type': 'text/html' }, body: '' },
  });
  return {
    ...standing,
    attempts: () => [...standing.attempts(), ...visits],
    async close() {
      await standing.close();
      await new Promise((resolve) => {
        elsewhere.close(resolve);
        elsewhere.closeAllConnections();
      });
    },
  };
}

export const redirects = [302, 307, 308].map((status) =>
  hostileServing(
    {
      name: `redirects with ${status}`,
      why: 'signed calls must not be carried to another host',
      expected: { exit: [2], report: false },
    },
    () => redirecting(status, 0),
  ),
);

export const redirectsLater = hostileServing(
  {
    name: 'redirects with 307 from the middle on',
    why: 'a session that ran out',
    expected: { exit: [1, 2] },
  },
  () => redirecting(307, middle),
);
