import { faults } from './generated/catalogue.ts';
import type {
  Actual,
  ActualElements,
  ChildOutline,
  ElementOutline,
  Expected,
  ExpectedElements,
  ExpectedMember,
  ExpectedOutcome,
  MemberText,
  SdkAnswer,
  Subject,
  TagText,
} from './generated/types.ts';

/** What was expected, in words. Nothing else reads these words: whatever decides looks at the value. */
export function sayExpected(expected: Expected): string {
  switch (expected.kind) {
    case 'outcome':
      return sayOutcome(expected);
    case 'members':
      return `${seenOf[expected.of]}${sayMembers(expected.members, sayMember)}`;
    case 'tags': {
      const { of, required, alternative, optional } = expected;
      const or = alternative === undefined ? '' : ` or ${sayTags(alternative)}`;
      const perhaps = optional.length === 0 ? '' : `, perhaps with ${sayTags(optional)}`;
      return `${seenOf[of]}tags ${sayTags(required)}${or}${perhaps}`;
    }
    case 'presence':
      return sayPresence(expected);
    case 'progress':
      return 'progress that never falls';
    case 'winners':
      return `exactly ${expected.winners} of ${expected.of} requests at once succeeds`;
    case 'list':
      return `pages of ${expected.operation} that come to an end`;
    case 'xml':
      return 'well-formed XML';
    case 'header':
      return `${expected.name} ${expected.value}`;
    case 'envelope': {
      const { status, path, inside, beside } = expected;
      const within = inside.length === 0 ? '' : ` (${inside.join(', ')})`;
      return `${sayWith(status)}${path.join('/')}${within} and ${beside.join(', ')}`;
    }
    case 'http-status':
      return `HTTP ${expected.status} for ${expected.code}`;
    case 'code':
      return `the code ${expected.code}`;
    case 'fault-type':
      return `Type ${expected.type} for ${expected.code}`;
    case 'request-id':
      return 'a RequestId in the body, the same in the header x-amzn-RequestId';
    case 'namespace':
      return `the namespace ${expected.uri}`;
    case 'elements':
      return withoutProblem[expected.problem];
    case 'sdk-output':
      return 'an output like the answer';
    case 'sdk-exception':
      return `the exception ${expected.name}`;
  }
}

/** The actual outcome, in words. */
export function sayActual(actual: Actual): string {
  switch (actual.kind) {
    case 'copy':
      return 'a copy';
    case 'rejection':
      return `${actual.code}${sayStatus(actual.status)}`;
    case 'unintelligible':
      return `an unintelligible answer${sayStatus(actual.status)}: ${actual.reason}`;
    case 'members':
      return `${seenOf[actual.of]}${sayMembers(actual.members, sayText)}`;
    case 'tags':
      return `${seenOf[actual.of]}tags ${sayTags(actual.tags)}`;
    case 'presence':
      return sayPresence(actual);
    case 'progress':
      return `progress fell from ${actual.from} to ${actual.to}`;
    case 'winners':
      return `${actual.winners} of ${actual.of} succeed`;
    case 'list':
      return actual.problem;
    case 'header':
      return `${actual.name} ${actual.value ?? 'none'}`;
    case 'envelope':
      return `${sayWith(actual.status)}${sayElement(actual.root)}`;
    case 'http-status':
      return `HTTP ${actual.status}`;
    case 'code':
      return `the code ${actual.code}`;
    case 'fault-type':
      return `Type ${actual.type}`;
    case 'request-id':
      return `${actual.body ? 'a RequestId in the body' : 'no RequestId in the body'}, ${headers[actual.header]}`;
    case 'namespace':
      return `the namespace ${actual.uri ?? 'none'}`;
    case 'elements':
      return sayElements(actual);
    case 'sdk-output':
      return actual.different.length === 0 ? 'an output' : `other values of ${actual.different.join(', ')}`;
    case 'sdk-exception':
      return `the exception ${actual.name}`;
    case 'sdk-nothing':
      return actual.reason;
  }
}

/** What the SDK made of an answer, in words. */
export function saySdk(sdk: SdkAnswer): string {
  switch (sdk.kind) {
    case 'output':
      return sdk.snapshot === undefined
        ? 'an output without DBClusterSnapshot'
        : `an output: ${JSON.stringify(sdk.snapshot)}`;
    case 'exception':
      return `the exception ${sdk.name}: ${sdk.message}`;
    case 'no-answer':
      return `no answer: ${sdk.reason}`;
    case 'not-sent':
      return `not sent: ${sdk.reason}`;
  }
}

/** Faults by their shapes, in words. */
export const sayFaults = (shapes: readonly string[]): string =>
  shapes
    .map((shape) => {
      const entry = faults.find((fault) => fault.shape === shape);
      return entry === undefined ? shape : `${entry.code} (HTTP ${entry.status})`;
    })
    .join(' or ');

function sayOutcome({ copy, faults: shapes }: ExpectedOutcome): string {
  if (!copy) return `a rejection with ${sayFaults(shapes)}`;
  return shapes.length === 0 ? 'a copy' : `a copy, or ${sayFaults(shapes)}`;
}

/** Where a value was seen; of the answer itself it goes without saying. */
const seenOf: Readonly<Record<Subject, string>> = {
  copy: '',
  description: 'described ',
  source: 'the source has ',
  existing: 'the snapshot of that name has ',
  snapshot: 'the snapshot has ',
};

const things: Readonly<Record<Subject, string>> = {
  copy: 'the copy',
  description: 'the copy',
  source: 'the source',
  existing: 'the snapshot of that name',
  snapshot: 'the snapshot',
};

function sayPresence({ of, present, name }: { of: Subject; present: boolean; name?: string }): string {
  const thing = name === undefined ? things[of] : `${things[of]} ${name}`;
  return present ? `${thing} is described` : `${thing} is not described`;
}

const sayMembers = <T>(members: Readonly<Record<string, T>>, say: (value: T) => string): string =>
  Object.entries(members)
    .map(([name, value]) => `${name} ${say(value)}`)
    .join(', ');

function sayMember(expect: ExpectedMember): string {
  switch (expect.kind) {
    case 'absent':
      return 'absent';
    case 'is':
      return sayText(expect.value);
    case 'one-of':
      return expect.values.map(sayText).join(' or ');
    case 'between':
      return `${expect.low} to ${expect.high}`;
  }
}

/** The value of a member, in words. */
export const sayText = (value: MemberText): string => (value === null ? 'absent' : JSON.stringify(value));

const sayTags = (tags: readonly TagText[]): string =>
  tags.length === 0 ? 'none' : tags.map(({ Key, Value }) => `${Key}=${Value ?? ''}`).join(', ');

const sayStatus = (status: number | undefined): string => (status === undefined ? '' : ` (HTTP ${status})`);

const sayWith = (status: number | undefined): string => (status === undefined ? '' : `HTTP ${status} with `);

const headers = { absent: 'no header', same: 'the same in the header', another: 'another one in the header' };

const withoutProblem: Readonly<Record<ExpectedElements['problem'], string>> = {
  empty: 'no empty elements',
  unknown: 'only members of DBClusterSnapshot',
  mistyped: 'members written as their types are',
  mislisted: 'AvailabilityZone elements inside AvailabilityZones',
};

/** Where the names say it all, the texts are left out. */
function sayElements({ problem, elements }: ActualElements): string {
  const names = elements.map(({ name }) => name).join(', ');
  switch (problem) {
    case 'empty':
      return `empty elements ${names}`;
    case 'unknown':
      return `the elements ${names}`;
    case 'mistyped':
    case 'mislisted':
      return elements.map(sayElement).join(', ');
  }
}

function sayElement({ name, text, children }: ElementOutline): string {
  if (children !== undefined) return `${name}: ${children.map(sayChild).join(', ')}`;
  return text === undefined ? name : `${name}=${JSON.stringify(text)}`;
}

const sayChild = ({ name, children = [] }: ChildOutline): string =>
  children.length === 0 ? name : `${name}(${children.join(', ')})`;
