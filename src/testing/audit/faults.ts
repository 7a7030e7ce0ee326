import { readCode } from '../../model/rules/faults.ts';
import { nearest } from '../../contract/nearest.ts';
import { faults } from '../../contract/generated/catalogue.ts';
import type { FaultEntry } from '../../contract/generated/types.ts';
import { problem, shown, type Problem } from './finding.ts';

/** The faults that an operation declares, as far as stubs of it are audited. */
const declared = {
  CopyDBClusterSnapshot: faults.filter((fault) => fault.declared).map(({ shape }) => shape),
  DescribeDBClusterSnapshots: ['DBClusterSnapshotNotFoundFault'],
} as const;

/** An operation whose faults are known. */
export type FaultOperation = keyof typeof declared;

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
export function faultProblems(operation: FaultOperation, error: unknown): Problem[] {
  const rejection = rejectionOf(error);
  if (rejection === undefined) return [];
  const { name, status } = rejection;
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

function entryOf(operation: FaultOperation, name: string): FaultEntry | undefined {
  const read = readCode(name);
  const entry = read.kind === 'unknown' ? undefined : faults.find(({ shape }) => shape === read.shape);
  const own: readonly string[] = declared[operation];
  return entry !== undefined && (!entry.declared || own.includes(entry.shape)) ? entry : undefined;
}

function unknownFault(operation: FaultOperation, name: string): Problem {
  const own = declared[operation];
  const meant = nearest(name, [
    ...own,
    ...faults.filter((fault) => !fault.declared).map(({ shape }) => shape),
  ]);
  return {
    rule: 'mock/fault-unknown',
    message: `${operation} has no fault ${name}${meant === undefined ? '.' : `; did you mean ${meant}?`}`,
    expected: `${own.join(', ')} or a common error`,
    actual: name,
  };
}

const breaks = (
  rule: 'wire-fault-type' | 'wire-fault-status',
  { code }: FaultEntry,
  expected: string,
  actual: string,
): Problem => ({ rule, message: `${code} is always answered so.`, expected, actual });

const senderOf = ({ type }: FaultEntry): string => (type === 'Sender' ? 'client' : 'server');
