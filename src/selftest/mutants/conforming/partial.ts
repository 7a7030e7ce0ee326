import { queryServices } from '../../../protocol/actions.ts';
import type { HttpResponse } from '../../../protocol/http.ts';
import { writeJsonFault } from '../../../protocol/json.ts';
import { writeFault } from '../../../protocol/write-xml.ts';
import type { Call, Variant } from '../endpoint.ts';

/** Endpoints that copy snapshots as they should, but have less around it. */
export const partial: readonly Variant[] = [
  {
    name: 'no KMS',
    lacks: ['KMS keys'],
    instead: (call) => (call.service === 'kms' ? unknownOperation(call) : undefined),
  },
  {
    name: 'no key states',
    lacks: ['KMS key states'],
    leavesKeys: true,
    instead: without('DisableKey', 'ScheduleKeyDeletion', 'ReplicateKey'),
  },
  {
    name: 'one account only',
    lacks: ['second account'],
    account: '000000000000',
    instead: (call) => (call.action === 'AssumeRole' ? refused(call, 'AccessDenied', 403) : undefined),
  },
  { name: 'no STS', instead: (call) => (call.service === 'sts' ? invalidAction(call) : undefined) },
  {
    name: 'no STS, and one account only',
    lacks: ['second account'],
    account: '000000000000',
    instead: (call) => (call.service === 'sts' ? invalidAction(call) : undefined),
  },
  {
    name: 'no sharing',
    lacks: ['sharing'],
    instead: without('ModifyDBClusterSnapshotAttribute', 'DescribeDBClusterSnapshotAttributes'),
  },
  {
    name: 'no tag operations',
    lacks: ['tags'],
    instead: without('ListTagsForResource', 'AddTagsToResource', 'RemoveTagsFromResource'),
  },
];

function without(...actions: readonly string[]): NonNullable<Variant['instead']> {
  return (call) => {
    if (!actions.includes(call.action)) return undefined;
    return call.service === 'kms' ? unknownOperation(call) : invalidAction(call);
  };
}

const invalidAction = (call: Call): HttpResponse => refused(call, 'InvalidAction', 400);

const refused = ({ service, action, requestId }: Call, code: string, status: number): HttpResponse =>
  writeFault(
    queryServices[service === 'sts' ? 'sts' : 'neptune'],
    { code, status, message: `${action} is not supported` },
    requestId,
  );

const unknownOperation = ({ requestId }: Call): HttpResponse =>
  writeJsonFault({ code: 'UnknownOperationException', status: 400, message: '' }, requestId);
