import type { ServerResponse } from 'node:http';
import { after, isSnapshotLook, middle } from '../answers.ts';
import { hostile } from '../target.ts';

const head = '<DescribeDBClusterSnapshotsResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">';
const chunk = Buffer.alloc(64 * 1024, `<!-- ${'x'.repeat(48)} -->\n`);

/** As fast as it is taken, for ever. */
export function pour(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/xml' }).write(head);
  const more = (): void => {
    if (response.destroyed) return;
    if (response.write(chunk)) setImmediate(more);
    else response.once('drain', more);
  };
  more();
}

export const endlessAnswers = hostile(
  {
    name: 'answers without end',
    why: 'an answer was read to its end, and memory went with it',
    expected: { exit: [2], report: false },
  },
  () => ({ answer: () => pour }),
);

export const becomesEndless = hostile(
  {
    name: 'answers without end from the middle on',
    why: 'five gigabytes; the cap must be told in the report',
    expected: { exit: [1, 2], says: /MiB|MB|megabytes|bytes|larger|too large/ },
  },
  () => ({ answer: after(middle, () => pour) }),
);

export const endlessCopies = hostile(
  {
    name: 'answers copies without end',
    why: 'what is kept as evidence is cut',
    expected: { exit: [1, 2] },
  },
  () => ({
    answer: (call, honestly) => (call.action === 'CopyDBClusterSnapshot' ? pour : honestly()),
  }),
);

export const endlessLists = hostile(
  {
    name: 'lists snapshots without end from the middle on',
    why: 'only a look is endless: the copies themselves are sound',
    expected: { exit: [1, 2] },
  },
  () => ({
    answer: after(middle, (call, honestly) => (isSnapshotLook(call) ? pour : honestly())),
  }),
);
