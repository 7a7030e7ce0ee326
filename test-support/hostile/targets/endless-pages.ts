import type { HttpResponse } from '../../../src/protocol/http.ts';
import type { Call } from '../call.ts';
import type { Deed, Honestly } from '../serve.ts';
import { isLook, withBody } from '../answers.ts';
import { withForm } from '../call.ts';
import { hostile, type HostileTarget } from '../target.ts';

/** The answer to a call that lists, as the first page, with a marker put in. */
const paged = (marker: (page: number) => string) => (): ((call: Call, honestly: Honestly) => Deed) => {
  let page = 0;
  return (call, honestly) => {
    if (!isLook(call) || call.service !== 'neptune') return honestly();
    const answer = honestly(withForm(call.request, { Marker: undefined }));
    page += 1;
    return withMarker(answer, marker(page));
  };
};

function withMarker(answer: HttpResponse, marker: string): HttpResponse {
  const plain = answer.body.replace(/<Marker>.*?<\/Marker>/s, '');
  return withBody(answer, plain.replace(/<(\w+Result)>/, `<$1><Marker>${marker}</Marker>`));
}

const pages = (name: string, why: string, marker: (page: number) => string): HostileTarget => {
  const make = paged(marker);
  return hostile(
    {
      name,
      why,
      expected: { exit: [0, 1, 2], says: /[Mm]arker|page/, calls: 20_000 },
      rules: ['target-unique', 'manual-snapshot-quota'],
    },
    () => ({ answer: make() }),
  );
};

export const endlessPages = pages(
  'has a next page, always',
  'a new marker each time: the pages never end',
  (page) => `page-${page}`,
);

export const repeatedMarker = pages(
  'gives the same marker again and again',
  'a marker that was passed on as it came was a loop',
  () => 'again',
);

export const twoMarkers = pages(
  'gives two markers in turn',
  'a look at the last marker alone does not see it',
  (page) => `page-${page % 2}`,
);
