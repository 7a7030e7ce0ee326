import type { HttpResponse } from '../../../src/protocol/http.ts';
import { answerOf } from '../answers.ts';
import { fewRules, hostile } from '../target.ts';

const login = `<!doctype html><html><head><title>Sign in</title></head><body><form action="/login" method="post">
<input name="user"><input name="password" type="password"><button>Sign in</button></form></body></html>`;

/** What comes from something that is not Neptune, with a status that says all is well. */
const strangers: Readonly<Record<string, HttpResponse>> = {
  nothing: answerOf(''),
  JSON: answerOf('{"DBClusterSnapshots":[],"ok":true}', { type: 'application/json' }),
  'the HTML of a login page': answerOf(login, { type: 'text/html; charset=utf-8' }),
  'an empty list of JSON': answerOf('[]', { type: 'application/json' }),
  'half an element': answerOf('<CopyDBClusterSnapshotResponse><CopyDB'),
};

export const notNeptune = Object.entries(strangers).map(([what, answer]) =>
  hostile(
    {
      name: `answers everything with status 200 and ${what}`,
      why: 'a captive portal, a proxy, a health check',
      expected: { exit: [2], report: false },
    },
    () => ({ answer: () => answer }),
  ),
);

export const copiesNotNeptune = Object.entries(strangers).map(([what, answer]) =>
  hostile(
    {
      name: `answers copies with status 200 and ${what}`,
      why: 'a session that ran out behind a proxy; what it means for the copy is not known',
      expected: { exit: [1, 2] },
      rules: fewRules,
    },
    () => ({
      answer: (call, honestly) => (call.action === 'CopyDBClusterSnapshot' ? answer : honestly()),
    }),
  ),
);
