import type { HttpResponse } from '../../../protocol/http.ts';
import type { Variant } from '../endpoint.ts';

/** Endpoints that say the same in another dress. */
export const dress: readonly Variant[] = [
  rewriting('times in whole seconds', (xml) => inTimes(xml, (time) => time.replace(/\.\d+Z/, 'Z'))),
  rewriting('times in microseconds', (xml) => inTimes(xml, (time) => time.replace('Z', '417Z'))),
  rewriting(
    'an XML declaration, comments and white space',
    (xml) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a comment -->\n${xml
        .replaceAll('><', '>\n  <')
        .replaceAll(/>\n {2}<\//g, '></')
        .replace('<DBClusterSnapshot>', '<DBClusterSnapshot><!-- <Code>InternalFailure</Code> -->')}\n`,
  ),
  rewriting('other attributes beside the namespace', (xml) =>
    xml.replace(
      /^<(\w+) (xmlns="[^"]*")/,
      "<$1 xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='false' $2 a=\"1\"",
    ),
  ),
  rewriting('members in another order', (xml) =>
    xml.replaceAll(
      /(<DBClusterSnapshot>)(.*?)(<\/DBClusterSnapshot>)/gs,
      (_, open: string, members: string, close: string) => open + reversed(members) + close,
    ),
  ),
  rewriting("members of RDS's clusters, a list of tags among them", (xml) =>
    xml.replaceAll(
      '</DBClusterSnapshot>',
      '<EngineMode>provisioned</EngineMode><TagList><Tag><Key>a</Key><Value/></Tag></TagList></DBClusterSnapshot>',
    ),
  ),
  rewriting('clusters of another license and version', (xml) =>
    xml
      .replaceAll('<LicenseModel>neptune<', '<LicenseModel>amazon-license<')
      .replaceAll(/(?<=<EngineVersion>)[^<]*/g, '1.2.0.1'),
  ),
  rewriting('tags in another order', (xml) =>
    xml.replaceAll(
      /(<TagList>)(.*?)(<\/TagList>)/gs,
      (_, open: string, tags: string, close: string) =>
        open + (tags.match(/<Tag>.*?<\/Tag>/gs) ?? []).reverse().join('') + close,
    ),
  ),
  {
    name: 'header names in upper case, and more headers',
    rewrite: ({ headers, ...answer }) => ({
      ...answer,
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value])),
        Server: 'another',
        Vary: 'accept-encoding',
        'Set-Cookie': 'a=b',
      },
    }),
  },
  {
    name: 'header names in lower case, and a charset',
    rewrite: ({ headers, ...answer }) => ({
      ...answer,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name.toLowerCase(),
          value === 'text/xml' ? 'text/xml; charset=utf-8' : value,
        ]),
      ),
    }),
  },
];

function rewriting(name: string, change: (xml: string) => string): Variant {
  return {
    name,
    rewrite: (answer, { service }): HttpResponse =>
      service === 'kms' ? answer : { ...answer, body: change(answer.body) },
  };
}

const inTimes = (xml: string, change: (time: string) => string): string =>
  xml.replaceAll(/(?<=CreateTime>)[^<]*/g, change);

/** Elements in reverse; those with elements inside stay whole. */
const reversed = (elements: string): string =>
  (elements.match(/<(\w+)>.*?<\/\1>/gs) ?? []).reverse().join('');
