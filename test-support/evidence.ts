import { parseXml } from '../src/protocol/xml.ts';
import type { Finding } from '../src/contract/generated/types.ts';
import type { Ended } from './process.ts';

/** What a script has printed: JSON documents of AWS CLI, or the raw answer of curl, and errors. */
interface Printed {
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  readonly raw?: { readonly status: number; readonly body: string };
  readonly errors: string;
}

/** A way to see a deviation in what was printed; the groups of the pattern are what it is about. */
type Sight = readonly [RegExp, (printed: Printed, ...groups: string[]) => boolean];

/** By what `actual` says. Whatever is not told apart here is not shown. */
const sights: readonly Sight[] = [
  [
    /^a copy$/,
    ({ documents, raw }) => isCopy(documents[0]) || raw?.body.includes('<DBClusterSnapshot>') === true,
  ],
  [
    /^(\w+) \(HTTP (\d+)\)$/,
    ({ errors, raw }, code, status) =>
      errors.includes(`(${code})`) ||
      (raw?.status === Number(status) && raw.body.includes(`<Code>${code}</Code>`)),
  ],
  [
    /^an unintelligible answer \(HTTP 5\d\d\)/,
    ({ errors, raw }) =>
      /An error occurred \(5\d\d\)|Unable to parse response[^]*500 Internal Server Error/.test(errors) ||
      (raw?.status ?? 0) >= 500,
  ],
  [
    /^an unintelligible answer \(HTTP 2\d\d\)/,
    ({ errors, raw }) => /Unable to parse response/.test(errors) || (raw?.status === 200 && !isXml(raw.body)),
  ],
  [/^the body is not well-formed XML/, ({ raw }) => raw !== undefined && !isXml(raw.body)],
  [/^the elements? (\w+)$/, ({ raw }, name) => raw?.body.includes(`<${name}`) === true],
  [/^empty elements (\w+)$/, ({ raw }, name) => new RegExp(`<${name}(/>|></${name}>)`).test(raw?.body ?? '')],
  [/^tags ([^]*)$/, ({ documents }, tags) => tagsIn(documents[1]) === tags],
  [
    /^(\w+) absent$/,
    ({ documents }, member) => isCopy(documents[0]) && copyIn(documents[0])[member] === undefined,
  ],
  [
    /^(\w+Time) "[^"]*"$/,
    ({ documents: [copy, source] }, member) => copyIn(copy)[member] !== sourceIn(source)[member],
  ],
  [
    /^(\w+) (".*"|true|false|\d+)$/,
    ({ documents }, member, value) => copyIn(documents[0])[member] === JSON.parse(value),
  ],
];

/** Whether a script that reproduces a finding has shown the deviation again. */
export function shows({ actual }: Finding, ended: Ended): boolean {
  const printed = read(ended);
  return sights.some(([pattern, isSeen]) => {
    const match = pattern.exec(actual);
    return match !== null && isSeen(printed, ...match.slice(1));
  });
}

function read({ stdout, stderr }: Ended): Printed {
  const [, status, body] = /^HTTP\/[\d.]+ (\d+)[^]*?\r?\n\r?\n([^]*)$/.exec(stdout) ?? [];
  if (status !== undefined) {
    return { documents: [], raw: { status: Number(status), body: body ?? '' }, errors: stderr };
  }
  const texts = stdout.split(/(?<=^\})\n/m).filter((text) => text.trim() !== '');
  return { documents: texts.map((text) => JSON.parse(text) as Printed['documents'][number]), errors: stderr };
}

type Document = Printed['documents'][number] | undefined;
type Members = Readonly<Record<string, unknown>>;

const isXml = (body: string): boolean => !('error' in parseXml(body));
const isCopy = (document: Document): boolean => document?.['DBClusterSnapshot'] !== undefined;
const copyIn = (document: Document): Members => (document?.['DBClusterSnapshot'] ?? {}) as Members;
const sourceIn = (document: Document): Members =>
  (document?.['DBClusterSnapshots'] as readonly Members[] | undefined)?.[0] ?? copyIn(document);

function tagsIn(document: Document): string | undefined {
  const tags = document?.['TagList'] as readonly { Key: string; Value?: string }[] | undefined;
  if (tags === undefined) return undefined;
  return tags.length === 0 ? 'none' : tags.map(({ Key, Value }) => `${Key}=${Value ?? ''}`).join(', ');
}
