import { faultEntry, readCode, sameValue, type SnapshotMember } from '../../model/index.ts';
import type { Answer } from '../../protocol/answer.ts';
import { childOf, localName, type XmlElement } from '../../protocol/xml.ts';
import type { WireRuleId } from '../../contract/generated/catalogue.ts';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import type { HttpAnswer, SdkResult } from '../target/target.ts';
import { fail, pass, type Check } from './check.ts';
import type { RequestRuleId } from './measured-by.ts';

/** An answer as it came, as it was understood, and as the SDK understood it. */
export interface WireAnswer {
  readonly http: HttpAnswer;
  readonly answer: Answer;
  readonly sdk: SdkResult;
}

/** What a wire rule says: kept, not applicable, or what was expected and what came. */
type WireVerdict = 'kept' | 'not-applicable' | { readonly expected: string; readonly actual: string };

/** Rules about the form of the answer, one predicate each. Those about the request show in what comes of it. */
const wireRules: Readonly<Record<Exclude<WireRuleId, RequestRuleId>, (wire: WireAnswer) => WireVerdict>> = {
  'wire-well-formed': ({ answer }) =>
    answer.kind === 'unintelligible' && answer.tree === undefined
      ? { expected: 'well-formed XML', actual: answer.reason.replace(/: \d+:\d+: /, ': ') }
      : 'kept',

  'wire-content-type': ({ http, answer }) => {
    if (answer.kind === 'unintelligible') return 'not-applicable';
    const type = http.headers['content-type'] ?? 'none';
    return keptIf(/^text\/xml\b/i.test(type), 'Content-Type text/xml', `Content-Type ${type}`);
  },

  'wire-success-envelope': ({ http, answer }) => {
    if (answer.kind !== 'copied') return 'not-applicable';
    const path = ['CopyDBClusterSnapshotResponse', 'CopyDBClusterSnapshotResult', 'DBClusterSnapshot'];
    const metadata = childOf(answer.tree, 'ResponseMetadata') !== undefined;
    const found = leadsTo(answer.tree, path) && metadata && http.status === 200;
    return keptIf(
      found,
      `HTTP 200 with ${path.join('/')} and ResponseMetadata`,
      `HTTP ${http.status} with ${outline(answer.tree)}`,
    );
  },

  'wire-fault-envelope': ({ answer }) => {
    if (answer.kind !== 'rejected') return 'not-applicable';
    const { tree } = answer;
    const error = childOf(tree, 'Error');
    const complete = ['Type', 'Code', 'Message'].every((name) => childOf(error, name) !== undefined);
    const found = localName(tree) === 'ErrorResponse' && complete && childOf(tree, 'RequestId') !== undefined;
    return keptIf(found, 'ErrorResponse with Error (Type, Code, Message) and RequestId', outline(tree));
  },

  'wire-fault-status': ({ http, answer }) => {
    const entry = knownFault(answer);
    if (entry === undefined) return 'not-applicable';
    return keptIf(
      http.status === entry.status,
      `HTTP ${entry.status} for ${entry.code}`,
      `HTTP ${http.status}`,
    );
  },

  'wire-fault-code': ({ answer }) => {
    if (answer.kind !== 'rejected') return 'not-applicable';
    const read = readCode(answer.code);
    if (read.kind === 'unknown') return 'not-applicable';
    return keptIf(
      read.kind === 'known',
      `the code ${faultEntry(read.shape).code}`,
      `the code ${answer.code}`,
    );
  },

  'wire-fault-type': ({ answer }) => {
    const entry = knownFault(answer);
    if (entry === undefined || answer.kind !== 'rejected' || answer.type === undefined)
      return 'not-applicable';
    return keptIf(answer.type === entry.type, `Type ${entry.type} for ${entry.code}`, `Type ${answer.type}`);
  },

  'wire-request-id': ({ http, answer }) => {
    if (answer.kind === 'unintelligible') return 'not-applicable';
    const header = http.headers['x-amzn-requestid'];
    const same = Boolean(answer.requestId) && header === answer.requestId;
    const actual = `${answer.requestId ? 'a RequestId in the body' : 'no RequestId in the body'}, ${header === undefined ? 'no header' : 'another one in the header'}`;
    return keptIf(same, 'a RequestId in the body, the same in the header x-amzn-RequestId', actual);
  },

  'wire-namespace': ({ answer }) => {
    if (answer.kind === 'unintelligible') return 'not-applicable';
    const expected = 'http://rds.amazonaws.com/doc/2014-10-31/';
    const namespace = answer.tree.attributes['xmlns'] ?? 'none';
    return keptIf(
      namespace === expected || (namespace === beforeAnyService && isBeforeService(answer)),
      `the namespace ${expected}`,
      `the namespace ${namespace}`,
    );
  },

  'wire-absent-members': ({ answer }) => {
    if (answer.kind !== 'copied') return 'not-applicable';
    const unknown = unknownElements(answer);
    const empty = answer.element.children.filter(
      (child) => isEmpty(child) && !isList(child) && !unknown.includes(child),
    );
    return keptIf(empty.length === 0, 'no empty elements', `empty elements ${names(empty)}`);
  },

  'wire-known-members': ({ answer }) => {
    if (answer.kind !== 'copied') return 'not-applicable';
    const unknown = unknownElements(answer);
    return keptIf(
      unknown.length === 0,
      'only members of DBClusterSnapshot',
      `the elements ${names(unknown)}`,
    );
  },

  'wire-member-types': ({ answer }) => {
    const scalar = (element: XmlElement): boolean => !isList(element) && !isEmpty(element);
    return unreadVerdict(answer, scalar, 'members written as their types are');
  },

  'wire-list-members': ({ answer }) =>
    unreadVerdict(answer, isList, 'AvailabilityZone elements inside AvailabilityZones'),

  'wire-sdk-agrees': ({ answer, sdk }) => {
    if (answer.kind === 'copied') return agreesOnCopy(answer.snapshot, sdk);
    if (answer.kind === 'rejected') return agreesOnFault(answer.code, sdk);
    return 'not-applicable';
  },
};

/** Judges the form of an answer: one check for each wire rule that applies. */
export function assessWire(wire: WireAnswer): readonly Check[] {
  return (Object.keys(wireRules) as (keyof typeof wireRules)[]).flatMap((rule) => {
    const verdict = wireRules[rule](wire);
    if (verdict === 'not-applicable') return [];
    return [verdict === 'kept' ? pass(rule) : fail(rule, verdict.expected, verdict.actual)];
  });
}

/** Namespace of faults that come before a service is reached, as RDS has been seen to answer. */
const beforeAnyService = 'http://webservices.amazon.com/AWSFault/2005-15-09';

const isBeforeService = (answer: Answer): boolean =>
  answer.kind === 'rejected' && ['InvalidAction', 'MissingAction'].includes(answer.code);

const keptIf = (kept: boolean, expected: string, actual: string): WireVerdict =>
  kept ? 'kept' : { expected, actual };

function knownFault(answer: Answer) {
  if (answer.kind !== 'rejected') return undefined;
  const read = readCode(answer.code);
  return read.kind === 'unknown' ? undefined : faultEntry(read.shape);
}

function unreadVerdict(
  answer: Answer,
  which: (element: XmlElement) => boolean,
  expected: string,
): WireVerdict {
  if (answer.kind !== 'copied') return 'not-applicable';
  const unread = answer.unread.filter((entry) => entry.reason === 'wrong type' && which(entry.element));
  return keptIf(unread.length === 0, expected, unread.map(({ element }) => outline(element)).join(', '));
}

function agreesOnCopy(snapshot: DBClusterSnapshot, sdk: SdkResult): WireVerdict {
  const expected = 'an output like the answer';
  if (sdk.kind !== 'output')
    return { expected, actual: sdk.kind === 'exception' ? `the exception ${sdk.name}` : sdk.reason };
  const read = sdk.snapshot ?? {};
  const members = new Set([...Object.keys(snapshot), ...Object.keys(read)]) as Set<SnapshotMember>;
  const different = [...members].filter((member) => !sameValue(member, snapshot[member], read[member]));
  return keptIf(different.length === 0, expected, `other values of ${different.join(', ')}`);
}

function agreesOnFault(code: string, sdk: SdkResult): WireVerdict {
  const read = readCode(code);
  const entry = read.kind === 'unknown' ? undefined : faultEntry(read.shape);
  const expected = `the exception ${entry?.declared === true ? entry.shape : code}`;
  if (sdk.kind === 'exception')
    return keptIf(expected.endsWith(` ${sdk.name}`), expected, `the exception ${sdk.name}`);
  return { expected, actual: sdk.kind === 'output' ? 'an output' : sdk.reason };
}

function leadsTo(root: XmlElement, [first, ...rest]: readonly string[]): boolean {
  if (localName(root) !== first) return false;
  const [next] = rest;
  if (next === undefined) return true;
  const child = childOf(root, next);
  return child !== undefined && leadsTo(child, rest);
}

const unknownElements = (answer: Extract<Answer, { kind: 'copied' }>): XmlElement[] =>
  answer.unread.filter(({ reason }) => reason === 'no such member').map(({ element }) => element);

const isEmpty = (element: XmlElement): boolean => element.children.length === 0 && element.text === '';
const isList = (element: XmlElement): boolean => localName(element) === 'AvailabilityZones';
const names = (elements: readonly XmlElement[]): string => elements.map(localName).join(', ');

/** An element with the names of its children, two levels deep. */
function outline(element: XmlElement): string {
  const inner = element.children.map((child) =>
    child.children.length === 0
      ? localName(child)
      : `${localName(child)}(${[...new Set(child.children.map(localName))].join(', ')})`,
  );
  return inner.length === 0
    ? `${localName(element)}=${JSON.stringify(element.text)}`
    : `${localName(element)}: ${inner.join(', ')}`;
}
