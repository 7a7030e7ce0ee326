import { isRefusal, refuse, type Reply } from '../model/operations/reply.ts';
import { say } from '../model/world/say.ts';
import type { World } from '../model/world/world.ts';
import { kmsActions, type Members } from '../protocol/actions.ts';
import { unreadable } from '../protocol/form.ts';
import { headerOf, type HttpRequest, type HttpResponse } from '../protocol/http.ts';
import { readJson, writeJson, writeJsonFault } from '../protocol/json.ts';
import { scopeOf } from './credentials.ts';
import { textOf, type Answering } from './perform.ts';

const actions: Readonly<Record<string, Members>> = kmsActions;
const prefix = 'TrentService.';

/** Whether the request is meant for KMS. */
export function isKms(request: HttpRequest): boolean {
  const target = headerOf(request, 'x-amz-target');
  if (target !== undefined) return target.startsWith(prefix);
  return headerOf(request, 'authorization')?.includes('/kms/aws4_request') === true;
}

/** Answers a request to KMS, which speaks AWS JSON 1.1. */
export function handleKms(
  world: World,
  request: HttpRequest,
  requestId: string,
  { defaultAccount, perform }: Answering,
): readonly [World, HttpResponse] {
  const action = (headerOf(request, 'x-amz-target') ?? '').slice(prefix.length);
  const scope = scopeOf(request, undefined, defaultAccount);
  if (isRefusal(scope)) return [world, answer(scope)];
  const members = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (request.method !== 'POST' || request.path !== '/' || members === undefined) {
    const message = say`There is no operation "${action}" of KMS here.`;
    return [world, answer(refuse('UnknownOperationException', 400, message))];
  }
  const text = textOf(request);
  const input = text === undefined ? unreadable('The body is not UTF-8.') : readJson(text, members);
  if (!input.ok) return [world, answer(refuse('SerializationException', 400, input.problem))];
  const [next, reply] = perform(world, scope.caller, 'kms', action, input.value);
  return [next, answer(reply)];

  function answer(reply: Reply): HttpResponse {
    return reply.ok ? writeJson(reply.output, requestId) : writeJsonFault(reply.fault, requestId);
  }
}
