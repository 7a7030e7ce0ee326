import * as neptune from '@aws-sdk/client-neptune';
import { readCode } from '../model/rules/faults.ts';
import type { ServiceFault } from '../model/operations/reply.ts';

type ExceptionClass = new (options: {
  readonly message: string;
  readonly $metadata: neptune.NeptuneServiceException['$metadata'];
}) => neptune.NeptuneServiceException;

/** The exception that the SDK makes of a fault: of the fault's own class where it has one, as `instanceof` tells. */
export function toException(
  { code, status, message }: ServiceFault,
  requestId: string,
): neptune.NeptuneServiceException {
  const $metadata = { httpStatusCode: status, requestId, attempts: 1, totalRetryDelay: 0 };
  const Declared = classOf(code);
  const sender = status < 500;
  const exception =
    Declared === undefined
      ? new neptune.NeptuneServiceException({
          name: code,
          $fault: sender ? 'client' : 'server',
          message,
          $metadata,
        })
      : new Declared({ message, $metadata });
  const type = sender ? 'Sender' : 'Receiver';
  return Object.assign(exception, {
    Type: type,
    Code: code,
    Error: { Type: type, Code: code, Message: message },
  });
}

/** The class of a code on the wire. Its name is the name of the shape, which for quotas is not the code. */
function classOf(code: string): ExceptionClass | undefined {
  const read = readCode(code);
  const name = read.kind === 'unknown' ? code : read.shape;
  const found = (neptune as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof found === 'function' && found.prototype instanceof neptune.NeptuneServiceException
    ? (found as ExceptionClass)
    : undefined;
}
