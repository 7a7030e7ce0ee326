import type { ServiceFault } from '../model/operations/reply.ts';
import { say } from '../model/world/say.ts';
import type { Members, MemberType } from './actions.ts';
import { unreadable, type Read } from './form.ts';
import type { HttpResponse } from './http.ts';
import type { Input } from './read-input.ts';
import { wellFormed } from './text.ts';

/** Members that are times; AWS JSON 1.1 writes them as seconds since 1970. */
const times = new Set(['CreationDate', 'DeletionDate']);

/**
 * Reads an input from an AWS JSON 1.1 body. Members that are not in the table are ignored, null is absent.
 * Refused: what is no JSON object, and values that are not of the member's type.
 */
export function readJson(body: string, members: Members): Read<Input> {
  let document: unknown;
  try {
    document = JSON.parse(body === '' ? '{}' : body);
  } catch {
    return unreadable('The body is not valid JSON.');
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return unreadable('The body is not a JSON object.');
  }
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document) as [string, unknown][]) {
    const type = Object.hasOwn(members, name) ? members[name] : undefined;
    if (type === undefined || value === null) continue;
    if (type === 'unsupported') return unreadable(say`${name} is not supported.`);
    if (!isOfType(value, type))
      return unreadable(say`${name} is not of type ${typeof type === 'string' ? type : 'list'}.`);
    input[name] = value;
  }
  return { ok: true, value: input };
}

function isOfType(value: unknown, type: MemberType): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (typeof type === 'object') {
    const item = type.members === undefined ? 'string' : 'object';
    return Array.isArray(value) && value.every((each) => each !== null && typeof each === item);
  }
  return typeof value === type && !Array.isArray(value);
}

/** An accepted reply of an AWS JSON 1.1 service. */
export const writeJson = (output: object, requestId: string): HttpResponse => ({
  status: 200,
  headers: headersOf(requestId),
  body: Object.keys(output).length === 0 ? '' : JSON.stringify(output, withSeconds),
});

/** A rejection of an AWS JSON 1.1 service. */
export const writeJsonFault = ({ code, status, message }: ServiceFault, requestId: string): HttpResponse => ({
  status,
  headers: headersOf(requestId),
  body: JSON.stringify({ __type: code, message: wellFormed(message) }),
});

const withSeconds = (name: string, value: unknown): unknown =>
  times.has(name) && typeof value === 'string' ? Date.parse(value) / 1000 : value;

const headersOf = (requestId: string): Record<string, string> => ({
  'x-amzn-RequestId': requestId,
  'Content-Type': 'application/x-amz-json-1.1',
});
