import type { ServiceFault } from '../model/operations/reply.ts';
import type { World } from '../model/world/world.ts';
import { queryServices } from '../protocol/actions.ts';
import type { HttpRequest, HttpResponse } from '../protocol/http.ts';
import { writeJsonFault } from '../protocol/json.ts';
import { writeFault } from '../protocol/write-xml.ts';
import { ordinaryAccount } from './credentials.ts';
import { handleKms, isKms } from './kms.ts';
import { perform as performed, type Perform } from './perform.ts';
import { handleQuery } from './query.ts';

/** How requests are answered, besides what the world says. */
export interface HandleOptions {
  /** Account of access key ids that do not tell one; 123456789012 unless given. */
  readonly defaultAccount?: string;
  /** Is told of an exception, which is a defect of this package; the caller only sees InternalFailure. */
  readonly onDefect?: (error: unknown) => void;
}

/** What a program of this package may set besides. */
interface Handling extends HandleOptions {
  /** How operations are run; as the model does unless given. */
  readonly perform?: Perform;
}

const defect: ServiceFault = {
  code: 'InternalFailure',
  status: 500,
  message: 'The request could not be processed.',
};

/**
 * Answers one HTTP request: takes the world and gives the next one, without I/O or clock. Every answer is a reply
 * or a fault in the protocol of the service that was called. An exception is answered with InternalFailure and
 * leaves the world as it was.
 */
export function handle(
  before: World,
  request: HttpRequest,
  options: Handling = {},
): readonly [World, HttpResponse] {
  const [world, requestId] = numbered(before);
  const answer = isKms(request) ? handleKms : handleQuery;
  try {
    const { defaultAccount = ordinaryAccount, perform = performed } = options;
    return answer(world, request, requestId, { defaultAccount, perform });
  } catch (error) {
    options.onDefect?.(error);
    return [world, writeFault(queryServices.neptune, defect, requestId)];
  }
}

/** Answers what is not handled at all: in the protocol of the request, or that of Neptune where there is none. */
export function reject(
  before: World,
  fault: ServiceFault,
  request?: HttpRequest,
): readonly [World, HttpResponse] {
  const [world, requestId] = numbered(before);
  const answer =
    request !== undefined && isKms(request)
      ? writeJsonFault(fault, requestId)
      : writeFault(queryServices.neptune, fault, requestId);
  return [world, answer];
}

/** An id for one request. Unlike `makeId` it does not scatter the number, which every request would pay for. */
function numbered(world: World): readonly [World, string] {
  const serial = world.serial + 1;
  const { clock, copyDuration, places } = world;
  return [
    { clock, copyDuration, serial, places },
    `00000000-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`,
  ];
}
