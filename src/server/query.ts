import { isRefusal, refuse, refuseWith, type Reply } from '../model/operations/reply.ts';
import { say } from '../model/world/say.ts';
import type { World } from '../model/world/world.ts';
import { queryServices, type Members } from '../protocol/actions.ts';
import { parseForm, type Form } from '../protocol/form.ts';
import { headerOf, type HttpRequest, type HttpResponse } from '../protocol/http.ts';
import { readInput } from '../protocol/read-input.ts';
import { writeFault, writeReply } from '../protocol/write-xml.ts';
import { scopeOf, type Scope } from './credentials.ts';
import { textOf, type Answering } from './perform.ts';

/** Answers a request to a service of the AWS Query protocol: Neptune or STS. */
export function handleQuery(
  world: World,
  request: HttpRequest,
  requestId: string,
  { defaultAccount, perform }: Answering,
): readonly [World, HttpResponse] {
  const form = formOf(request);
  if (isRefusal(form)) return [world, answer(queryServices.neptune, form)];
  const scope = scopeOf(request, form, defaultAccount);
  const name = serviceOf(scope, form);
  const service = queryServices[name];
  if (isRefusal(scope)) return [world, answer(service, scope)];
  const action = form.get('Action');
  if (!action) {
    const message = 'The request must contain the parameter Action.';
    return [world, answer(service, refuseWith({ shape: 'MissingAction', message }))];
  }
  const members = membersOf(service, action, form);
  if (members === undefined) {
    const version = form.get('Version') ?? 'NO_VERSION_SPECIFIED';
    const message = say`Could not find operation ${action} for version ${version}`;
    return [world, answer(service, refuseWith({ shape: 'InvalidAction', message }))];
  }
  const input = readInput(form, members);
  if (!input.ok) {
    return [world, answer(service, refuseWith({ shape: 'InvalidParameterValue', message: input.problem }))];
  }
  const [next, reply] = perform(world, scope.caller, name, action, input.value);
  return [next, answer(service, reply, action)];

  function answer(to: (typeof queryServices)['neptune'], reply: Reply, of = ''): HttpResponse {
    return reply.ok ? writeReply(to, of, reply.output, requestId) : writeFault(to, reply.fault, requestId);
  }
}

/** Parameters of the query string and the body together. Faults: UnknownOperationException, MalformedQueryString. */
function formOf(request: HttpRequest): Form | Reply<never> {
  const { method, path, body } = request;
  const mark = path.indexOf('?');
  if ((method !== 'POST' && method !== 'GET') || (mark === -1 ? path : path.slice(0, mark)) !== '/') {
    return refuse('UnknownOperationException', 404, say`There is nothing to ${method} at this path.`);
  }
  const type = headerOf(request, 'content-type');
  if (body.length > 0 && type !== undefined && !isForm(type)) {
    return malformed(say`content type ${type} is not application/x-www-form-urlencoded`);
  }
  const text = textOf(request);
  if (text === undefined) return malformed('the body is not UTF-8');
  const form = mark === -1 ? parseForm(text) : parseForm(path.slice(mark + 1), text);
  return form.ok ? form.value : malformed(form.problem);
}

const isForm = (type: string): boolean =>
  type === 'application/x-www-form-urlencoded' || /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type);

const malformed = (problem: string): Reply<never> =>
  refuseWith({ shape: 'MalformedQueryString', message: `The query string is malformed: ${problem}.` });

/** STS by its signing name, or by its version when the signing name is that of no service here. */
function serviceOf(scope: Scope | Reply<never>, form: Form): 'neptune' | 'sts' {
  if ('service' in scope) {
    if (scope.service === 'sts') return 'sts';
    if (scope.service === 'rds') return 'neptune';
  }
  return form.get('Version') === queryServices.sts.version ? 'sts' : 'neptune';
}

function membersOf(
  { version, actions }: (typeof queryServices)['neptune'],
  action: string,
  form: Form,
): Members | undefined {
  return form.get('Version') === version && Object.hasOwn(actions, action) ? actions[action] : undefined;
}
