import { faultEntry, readCode, sameValue, type SnapshotMember } from '../../model/index.ts';
import type { Answer } from '../../protocol/answer.ts';
import { childOf, localName, type XmlElement } from '../../protocol/xml.ts';
import type { RequestRuleId, WireRuleId } from '../../contract/generated/catalogue.ts';
import type { Actual, ElementOutline, Expected, ExpectedElements } from '../../contract/generated/types.ts';
import type { HttpAnswer, SdkResult } from '../target/target.ts';
import { fail, pass, type Check } from './check.ts';

/** An answer as it came, as it was understood, and as the SDK understood it. */
export interface WireAnswer {
  readonly http: HttpAnswer;
  readonly answer: Answer;
  readonly sdk: SdkResult;
}

/** What a wire rule says: kept, not applicable, or the expected and the actual outcome. */
type WireVerdict = 'kept' | 'not-applicable' | { readonly expected: Expected; readonly actual: Actual };

/** Rules about the form of the answer, one predicate each. Those about the request show in what comes of it. */
const wireRules: Readonly<Record<Exclude<WireRuleId, RequestRuleId>, (wire: WireAnswer) => WireVerdict>> = {
  'wire-well-formed': ({ answer }) =>
    answer.kind === 'unintelligible' && answer.tree === undefined
      ? {
          expected: { kind: 'xml' },
          actual: { kind: 'unintelligible', status: answer.status, reason: answer.reason },
        }
      : 'kept',

  'wire-content-type': ({ http, answer }) => {
    if (answer.kind === 'unintelligible') return 'not-applicable';
    const value = http.headers['content-type'] ?? null;
    const name = 'Content-Type';
    return keptIf(
      value !== null && /^text\/xml\b/i.test(value),
      { kind: 'header', name, value: 'text/xml' },
      { kind: 'header', name, value },
    );
  },

  'wire-success-envelope': ({ http, answer }) => {
    if (answer.kind !== 'copied') return 'not-applicable';
    const path = ['CopyDBClusterSnapshotResponse', 'CopyDBClusterSnapshotResult', 'DBClusterSnapshot'];
    const metadata = childOf(answer.tree, 'ResponseMetadata') !== undefined;
    const found = leadsTo(answer.tree, path) && metadata && http.status === 200;
    return keptIf(
      found,
      { kind: 'envelope', status: 200, path, inside: [], beside: ['ResponseMetadata'] },
      { kind: 'envelope', status: http.status, root: outline(answer.tree, 'DBClusterSnapshot') },
    );
  },

  'wire-fault-envelope': ({ answer }) => {
    if (answer.kind !== 'rejected') return 'not-applicable';
    const { tree } = answer;
    const error = childOf(tree, 'Error');
    const inside = ['Type', 'Code', 'Message'];
    const complete = inside.every((name) => childOf(error, name) !== undefined);
    const found = localName(tree) === 'ErrorResponse' && complete && childOf(tree, 'RequestId') !== undefined;
    return keptIf(
      found,
      { kind: 'envelope', path: ['ErrorResponse', 'Error'], inside, beside: ['RequestId'] },
      { kind: 'envelope', root: outline(tree) },
    );
  },

  'wire-fault-status': ({ http, answer }) => {
    const fault = knownFault(answer);
    if (fault === undefined) return 'not-applicable';
    const { entry } = fault;
    return keptIf(
      http.status === entry.status,
      { kind: 'http-status', status: entry.status, code: entry.code },
      { kind: 'http-status', status: http.status },
    );
  },

  'wire-fault-code': ({ answer }) => {
    const fault = knownFault(answer);
    if (fault === undefined) return 'not-applicable';
    const { entry, told, isSpelt } = fault;
    return keptIf(isSpelt, { kind: 'code', code: entry.code }, { kind: 'code', code: told.code });
  },

  'wire-fault-type': ({ answer }) => {
    const fault = knownFault(answer);
    if (fault === undefined) return 'not-applicable';
    const { entry, told } = fault;
    if (told.type === undefined) return 'not-applicable';
    return keptIf(
      told.type === entry.type,
      { kind: 'fault-type', type: entry.type, code: entry.code },
      { kind: 'fault-type', type: told.type },
    );
  },

  'wire-request-id': ({ http, answer }) => {
    if (answer.kind === 'unintelligible') return 'not-applicable';
    const header = http.headers['x-amzn-requestid'];
    const same = Boolean(answer.requestId) && header === answer.requestId;
    return keptIf(
      same,
      { kind: 'request-id' },
      {
        kind: 'request-id',
        body: Boolean(answer.requestId),
        header: header === undefined ? 'absent' : 'another',
      },
    );
  },

  'wire-namespace': ({ answer }) => {
    if (answer.kind === 'unintelligible') return 'not-applicable';
    const expected = 'http://rds.amazonaws.com/doc/2014-10-31/';
    const namespace = answer.tree.attributes['xmlns'] ?? null;
    return keptIf(
      namespace === expected || (namespace === beforeAnyService && isBeforeService(answer)),
      { kind: 'namespace', uri: expected },
      { kind: 'namespace', uri: namespace },
    );
  },

  'wire-absent-members': ({ answer }) => {
    if (answer.kind !== 'copied') return 'not-applicable';
    const unknown = unknownElements(answer);
    const empty = answer.element.children.filter(
      (child) => isEmpty(child) && !isList(child) && !unknown.includes(child),
    );
    return without('empty', empty);
  },

  'wire-known-members': ({ answer }) => {
    if (answer.kind !== 'copied') return 'not-applicable';
    return without(
      'unknown',
      unknownElements(answer).filter((element) => !ofSisters.includes(localName(element))),
    );
  },

  'wire-member-types': ({ answer }) => {
    const scalar = (element: XmlElement): boolean => !isList(element) && !isEmpty(element);
    return unreadVerdict(answer, scalar, 'mistyped');
  },

  'wire-list-members': ({ answer }) => unreadVerdict(answer, isList, 'mislisted'),

  'wire-sdk-agrees': ({ answer, sdk }) => {
    if (answer.kind === 'copied') return agreesOnCopy(answer, sdk);
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

const keptIf = (kept: boolean, expected: Expected, actual: Actual): WireVerdict =>
  kept ? 'kept' : { expected, actual };

/** A fault that is known, how it was told, and whether by a code of its own. */
function knownFault(told: Answer) {
  if (told.kind !== 'rejected') return undefined;
  const read = readCode(told.code);
  return read.kind === 'unknown'
    ? undefined
    : { entry: faultEntry(read.shape), told, isSpelt: read.kind === 'known' };
}

function unreadVerdict(
  answer: Answer,
  which: (element: XmlElement) => boolean,
  problem: ExpectedElements['problem'],
): WireVerdict {
  if (answer.kind !== 'copied') return 'not-applicable';
  const unread = answer.unread.filter((entry) => entry.reason === 'wrong type' && which(entry.element));
  return without(
    problem,
    unread.map(({ element }) => element),
  );
}

/** Kept if there are no elements that are so. */
const without = (problem: ExpectedElements['problem'], elements: readonly XmlElement[]): WireVerdict =>
  keptIf(
    elements.length === 0,
    { kind: 'elements', problem },
    { kind: 'elements', problem, elements: elements.map((element) => outline(element)) },
  );

function agreesOnCopy(
  { snapshot, unread }: Extract<Answer, { kind: 'copied' }>,
  sdk: SdkResult,
): WireVerdict {
  const expected: Expected = { kind: 'sdk-output' };
  if (sdk.kind !== 'output') return { expected, actual: readBy(sdk) };
  const read = sdk.snapshot ?? {};
  const members = new Set([...Object.keys(snapshot), ...Object.keys(read)]) as Set<SnapshotMember>;
  // What a member is not written as, the rules about the form tell.
  const odd = new Set<string>(
    unread.flatMap(({ element, reason }) => (reason === 'wrong type' ? [localName(element)] : [])),
  );
  const different = [...members].filter(
    (member) => !odd.has(member) && !sameValue(member, snapshot[member], read[member]),
  );
  return keptIf(different.length === 0, expected, { kind: 'sdk-output', different });
}

function agreesOnFault(code: string, sdk: SdkResult): WireVerdict {
  const read = readCode(code);
  const entry = read.kind === 'unknown' ? undefined : faultEntry(read.shape);
  const name = entry?.declared === true ? entry.shape : code;
  const agrees = sdk.kind === 'exception' && sdk.name === name;
  return keptIf(agrees, { kind: 'sdk-exception', name }, readBy(sdk));
}

/** What the SDK read. */
function readBy(sdk: SdkResult): Actual {
  switch (sdk.kind) {
    case 'output':
      return { kind: 'sdk-output', different: [] };
    case 'exception':
      return { kind: 'sdk-exception', name: sdk.name };
    case 'no-answer':
    case 'not-sent':
      return { kind: 'sdk-nothing', reason: sdk.reason };
  }
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

/** Members of RDS's DBClusterSnapshot that Neptune's has not: both are answered by one control plane. */
const ofSisters: readonly string[] = [
  'BackupRetentionPeriod',
  'DbClusterResourceId',
  'DBSystemId',
  'EngineMode',
  'PreferredBackupWindow',
  'StorageEncryptionType',
  'StorageThroughput',
  'TagList',
];

const isEmpty = (element: XmlElement): boolean => element.children.length === 0 && element.text === '';
const isList = (element: XmlElement): boolean => localName(element) === 'AvailabilityZones';

/** An element with the names of its children, two levels deep, but for what is inside `whole`. */
function outline(element: XmlElement, whole?: string): ElementOutline {
  const name = localName(element);
  if (name === whole) return { name };
  if (element.children.length === 0) return { name, text: element.text };
  const children = element.children.map((child) => ({
    name: localName(child),
    ...(child.children.length > 0 &&
      localName(child) !== whole && { children: [...new Set(child.children.map(localName))] }),
  }));
  return { name, children };
}
