import { UsageError } from '../errors.ts';
import type { FaultShape } from '../contract/generated/catalogue.ts';
import type { ServiceFault } from '../model/operations/reply.ts';
import { headerOf, type HttpRequest, type HttpResponse } from '../protocol/http.ts';
import { toMilliseconds } from './duration.ts';
import { textOf } from './perform.ts';
import type { Upsets } from './upsets.ts';
import type { WorldTime } from './world-time.ts';

/** Where a test in any language lets time pass and things go wrong. No service of AWS has such a path. */
const prefix = '/_control/';

/** Whether a request is one of these. */
export const isControl = ({ path }: HttpRequest): boolean => path.startsWith(prefix);

/** What can be asked for, by the end of the path, each with a JSON object. Throws a UsageError for what it cannot be. */
const controls: Readonly<Record<string, (time: WorldTime, upsets: Upsets, body: Body) => void>> = {
  advance(time, _upsets, body) {
    time.advance(toMilliseconds(body));
  },
  'fail-copy'(time, upsets, { name }) {
    if (typeof name !== 'string') throw new UsageError('fail-copy takes {"name": "…"}');
    time.world = upsets.failCopy(time.world, name);
  },
  'fail-next'(_time, upsets, { fault, operation }) {
    if (!isFault(fault))
      throw new UsageError(
        'fail-next takes {"fault": "…"}, or with {"code": "…", "status": 400, "message": "…"}',
      );
    if (operation !== undefined && typeof operation !== 'string')
      throw new UsageError('the operation that fail-next takes is a name');
    upsets.failNext(fault, operation);
  },
};

type Body = Readonly<Record<string, unknown>>;

function isFault(value: unknown): value is FaultShape | ServiceFault {
  if (typeof value === 'string') return true;
  const { code, status, message } = (value ?? {}) as Body;
  const isStatus = Number.isInteger(status) && Number(status) >= 400 && Number(status) < 600;
  return typeof code === 'string' && isStatus && typeof message === 'string';
}

/**
 * Does what a control request asks for: 204, or 400, 404, 405 or 415 with the reason as JSON. A page of the Web cannot
 * send JSON to another host unless that allows it, which nothing here does.
 */
export function answerControl(time: WorldTime, upsets: Upsets, request: HttpRequest): HttpResponse {
  const name = request.path.slice(prefix.length);
  const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (control === undefined) return refused(404, `there are ${Object.keys(controls).join(', ')}`);
  if (request.method !== 'POST') return refused(405, 'use POST');
  if (!/^application\/json\s*(?:;|$)/i.test(headerOf(request, 'content-type') ?? ''))
    return refused(415, 'use the content type application/json');
  const body = objectOf(textOf(request) ?? '');
  if (body === undefined) return refused(400, 'the body is no JSON object');
  try {
    control(time, upsets, body);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refused(400, error.message);
  }
  return { status: 204, headers: {}, body: '' };
}

function objectOf(text: string): Body | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
}

const refused = (status: number, message: string): HttpResponse => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ message }),
});
