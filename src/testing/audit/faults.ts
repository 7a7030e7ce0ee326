import { readCode } from '../../model/rules/faults.ts';
import {
  declaredFaults,
  neighbourCodes,
  neighbourStatuses,
  ordinary,
  type Action,
} from './declared-faults.ts';
import { nearest } from '../../contract/nearest.ts';
import { faults } from '../../contract/generated/catalogue.ts';
import { problem, shown, type Problem } from './finding.ts';

/** A rejection as the SDK would show it. */
export interface Rejection {
  readonly name: string;
  readonly status?: number;
}

/** What a stub rejected with, when it stands for an answer of the service; undefined for what fails before one. */
export function rejectionOf(error: unknown): Rejection | undefined {
  const { name, code, $metadata } = (error ?? {}) as ErrorMembers;
  // Version 2 of the SDK told the fault by `code`; whoever writes that means a fault.
  const told = typeof code === 'string' && readCode(code).kind !== 'unknown' ? code : name;
  if (typeof told !== 'string' || isOfClient(told)) return undefined;
  const status = $metadata?.httpStatusCode;
  return { name: told, ...(status !== undefined && { status }) };
}

interface ErrorMembers {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly $fault?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number } | undefined;
}

/** Names of errors that come from the client, the network or the test itself: anything may go wrong there. */
const isOfClient = (name: string): boolean =>
  /^(Error|\w+Error)$/.test(name) && readCode(name).kind === 'unknown';

/** What is wrong with an error that a stub of the operation rejected with. */
export function faultProblems(operation: Action, error: unknown): Problem[] {
  const rejection = rejectionOf(error);
  if (rejection === undefined) return [];
  const { name, status } = rejection;
  if (ordinary.has(name)) return [];
  const entry = entryOf(operation, name);
  if (entry === undefined) return [unknownFault(operation, name)];
  const { $fault, $metadata } = error as ErrorMembers;
  const sdkName = entry.declared ? entry.shape : name;
  const problems: Problem[] = [];
  if (name !== sdkName) {
    const why = `The SDK calls the exception ${sdkName}; ${name} is its code on the wire.`;
    problems.push({ ...problem('mock/fault-class', sdkName, name), message: why });
  } else if ($fault === undefined || $metadata === undefined) {
    const owed = entry.declared ? entry.shape : 'NeptuneServiceException';
    problems.push(problem('mock/fault-class', `a ${owed} of the SDK`, `an Error that only says ${name}`));
  } else if ($fault !== senderOf(entry)) {
    problems.push(breaks('wire-fault-type', entry, `$fault "${senderOf(entry)}"`, `$fault ${shown($fault)}`));
  }
  if (status !== undefined && status !== entry.status)
    problems.push(breaks('wire-fault-status', entry, `HTTP ${entry.status}`, `HTTP ${status}`));
  return problems;
}

/** What is known of a fault, be it of the catalogue or of another operation of Neptune. */
interface KnownFault {
  readonly shape: string;
  readonly code: string;
  readonly status: number;
  readonly type: 'Sender' | 'Receiver';
  readonly declared: boolean;
}

function entryOf(operation: Action, name: string): KnownFault | undefined {
  const read = readCode(name);
  if (read.kind !== 'unknown') {
    const entry = faults.find(({ shape }) => shape === read.shape);
    if (entry !== undefined && !entry.declared) return entry;
  }
  const shape = read.kind === 'unknown' ? (neighbourCodes[name] ?? name) : read.shape;
  if (!declaredFaults[operation].includes(shape)) return undefined;
  return faults.find((fault) => fault.shape === shape) ?? neighbour(shape);
}

function neighbour(shape: string): KnownFault {
  const [code = shape] = Object.entries(neighbourCodes).find(([, of]) => of === shape) ?? [];
  const status = neighbourStatuses[shape] ?? (shape.includes('NotFound') ? 404 : 400);
  return { shape, code, status, type: 'Sender', declared: true };
}

function unknownFault(operation: Action, name: string): Problem {
  const own = declaredFaults[operation];
  const meant = nearest(name, [
    ...own,
    ...faults.filter((fault) => !fault.declared).map(({ shape }) => shape),
  ]);
  return {
    rule: 'mock/fault-unknown',
    message: `${operation} has no fault ${name}${meant === undefined ? '.' : `; did you mean ${meant}?`}`,
    expected: [...own, 'a common error'].join(', ').replace(/, (?=a common error$)/, ' or '),
    actual: name,
  };
}

const breaks = (
  rule: 'wire-fault-type' | 'wire-fault-status',
  { code }: KnownFault,
  expected: string,
  actual: string,
): Problem => ({ rule, message: `${code} is always answered so.`, expected, actual });

const senderOf = ({ type }: KnownFault): string => (type === 'Sender' ? 'client' : 'server');
