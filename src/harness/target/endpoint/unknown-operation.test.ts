import { describe, expect, it } from 'vitest';
import type { CallFault } from '../exchange.ts';
import { isNowhere, isRefusedCaller, isUnknownOperation } from './unknown-operation.ts';

const fault = (name: string, status: number | undefined, message = ''): CallFault => ({
  name,
  message,
  ...(status !== undefined && { status }),
});

describe('an answer that there is no such operation', () => {
  it.each<[fault: CallFault]>([
    [fault('InvalidAction', 400)],
    [fault('NotImplemented', 501)],
    [fault('InternalFailure', 501, 'The CopyDBClusterSnapshot action has not been implemented')],
    [fault('UnknownOperationException', 400)],
    [fault('SyntaxError', 405)],
    [fault('InternalError', 400, 'API operation CopyDBClusterSnapshot is not supported by this version')],
    [fault('ValidationError', 400, 'Unknown action: CopyDBClusterSnapshot')],
  ])('%j', (given) => expect(isUnknownOperation(given)).toBe(true));

  it.each<[fault: CallFault]>([
    [fault('DBClusterSnapshotNotFoundFault', 404, 'DBClusterSnapshot ncc-a not found.')],
    [fault('DBClusterSnapshotNotFoundFault', 400, 'The operation cannot be done: the snapshot is not found')],
    [fault('ResourceNotFoundException', 404)],
    [fault('Unknown', 404, '<html>')],
    [fault('InternalFailure', 500)],
    [fault('InvalidParameterValue', 400, 'Invalid action for the snapshot')],
    [fault('InternalFailure', 500, 'unknown operation')],
    [fault('TimeoutError', undefined, 'unknown operation')],
    [fault('AccessDenied', 403)],
  ])('not %j', (given) => expect(isUnknownOperation(given)).toBe(false));
});

describe('an answer of nothing that could', () => {
  it.each<[fault: CallFault, expected: boolean]>([
    [fault('Unknown', 404), true],
    [fault('SyntaxError', 404), true],
    [fault('DBClusterSnapshotNotFoundFault', 404), false],
    [fault('ResourceNotFoundException', 404), false],
    [fault('Unknown', 400), false],
  ])('%j: %s', (given, expected) => expect(isNowhere(given)).toBe(expected));
});

describe('an answer that refuses whoever calls', () => {
  it.each([
    fault('InvalidClientTokenId', 403),
    fault('AuthFailure', 400),
    fault('X', 401),
    fault('OptInRequired', 400),
  ])('%j', (given) => expect(isRefusedCaller(given)).toBe(true));
  it.each([fault('DBClusterSnapshotNotFoundFault', 404), fault('InternalFailure', 500)])('not %j', (given) =>
    expect(isRefusedCaller(given)).toBe(false),
  );
});
