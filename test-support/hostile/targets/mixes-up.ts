import type { HttpResponse } from '../../../src/protocol/http.ts';
import { isLook, replaced, withBody } from '../answers.ts';
import { hostile } from '../target.ts';

const element = /<DBClusterSnapshotIdentifier>([^<]*)</g;

/** Names of the first two snapshots of an answer, each in the place of the other. */
function swapped(answer: HttpResponse, otherwise: string): HttpResponse {
  const [first, second = otherwise] = [...answer.body.matchAll(element)].map(([, name = '']) => name);
  if (first === undefined) return answer;
  const other = new Map([
    [first, second],
    [second, first],
  ]);
  return withBody(
    answer,
    answer.body.replaceAll(
      element,
      (_all, name: string) => `<DBClusterSnapshotIdentifier>${other.get(name) ?? name}<`,
    ),
  );
}

export const swapsNames = hostile(
  {
    name: "swaps two snapshots' names",
    why: 'an index that is off by one: what is listed as ours is somebody else’s',
    expected: { exit: [0, 1, 2] },
    rules: [],
  },
  () => ({ answer: (call, honestly) => (isLook(call) ? swapped(honestly(), 'prod-backup') : honestly()) }),
);

export const anotherAccount = hostile(
  {
    name: 'answers with ARNs of another account',
    why: 'an emulator with one account, whoever calls: it conforms, but for what takes two',
    expected: { exit: [0, 1] },
  },
  () => ({
    answer: (_call, honestly) =>
      replaced(replaced(honestly(), /111111111111/g, '222222222222'), /prod-backup/g, 'n'),
  }),
);

export const anotherRegion = hostile(
  {
    name: 'answers for the wrong Region',
    why: 'an emulator that has one',
    expected: { exit: [1, 2] },
  },
  () => ({
    answer: (call, honestly) =>
      replaced(
        honestly(),
        call.caller.region,
        call.caller.region === 'us-east-1' ? 'eu-west-1' : 'us-east-1',
      ),
  }),
);
