import { isDeepStrictEqual } from 'node:util';
import { parseXml } from '../src/protocol/xml.ts';
import type { Actual, Finding, MemberText, TagText } from '../src/contract/generated/types.ts';
import type { Ended } from './process.ts';

/** What a script has printed: JSON documents of AWS CLI, or the raw answer of curl, and errors. */
interface Printed {
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  readonly raw?: { readonly status: number; readonly body: string };
  readonly errors: string;
}

/** Whether the actual outcome is seen in what was printed. Whatever is not told apart here is not shown. */
function isSeen(actual: Actual, { documents, raw, errors }: Printed): boolean {
  const [copy, second] = documents;
  switch (actual.kind) {
    case 'copy':
      return isCopy(copy) || raw?.body.includes('<DBClusterSnapshot>') === true;
    case 'rejection':
      return (
        errors.includes(`(${actual.code})`) ||
        (raw?.status === actual.status && raw?.body.includes(`<Code>${actual.code}</Code>`) === true)
      );
    case 'unintelligible':
      if (raw !== undefined) return raw.status === actual.status && !isXml(raw.body);
      return (actual.status ?? 0) >= 500
        ? /An error occurred \(5\d\d\)|Unable to parse response[^]*500 Internal Server Error/.test(errors)
        : /Unable to parse response/.test(errors);
    case 'elements':
      return actual.elements.every(({ name }) =>
        actual.problem === 'empty'
          ? new RegExp(`<${name}(/>|></${name}>)`).test(raw?.body ?? '')
          : raw?.body.includes(`<${name}`) === true,
      );
    case 'tags':
      return isDeepStrictEqual(tagsIn(second), [...actual.tags]);
    case 'members':
      return (
        isCopy(copy) &&
        Object.entries(actual.members).every(([member, value]) =>
          hasMember(member, madeUp(member, value, errors), copy, second),
        )
      );
    default:
      return false;
  }
}

/** A value that a target makes up is another each time: the script tells which it is now. */
function madeUp(member: string, value: MemberText, told: string): MemberText {
  if (typeof value !== 'string' || !value.includes('{')) return value;
  const [, now] = new RegExp(`^actual: .*\\b${member} "([^"]*)"`, 'm').exec(told) ?? [];
  return now ?? value;
}

/** Whether a copy has a member as it came; a time is seen when it is another than the source has. */
function hasMember(member: string, value: MemberText, copy: Document, source: Document): boolean {
  const seen = copyIn(copy)[member];
  if (value === null) return seen === undefined;
  return member.endsWith('Time') ? seen !== sourceIn(source)[member] : isDeepStrictEqual(seen, value);
}

/** Whether a script that reproduces a finding has shown the deviation again. */
export const shows = ({ actual }: Finding, ended: Ended): boolean => isSeen(actual, read(ended));

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

const tagsIn = (document: Document): readonly TagText[] | undefined =>
  document?.['TagList'] as readonly TagText[] | undefined;
