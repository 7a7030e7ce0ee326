import type { ServiceFault } from '../model/operations/reply.ts';
import { listElements, type QueryService } from './actions.ts';
import type { HttpResponse } from './http.ts';
import { escapeXml } from './text.ts';

/**
 * A value as an XML element. Absent members are absent elements; elements of lists have the names of
 * `listElements`.
 *
 * Strings are put together by hand: building `XmlNode`s of @aws-sdk/xml-builder takes five times as long, which
 * a load test of `serve` would feel, and it lets through characters that XML forbids.
 */
export function writeElement(name: string, value: unknown): string {
  const { start, end } = edgesOf(name);
  return start + writeContent(name, value) + end;
}

/** Where an element starts and ends. */
interface Edges {
  readonly start: string;
  readonly end: string;
}

// Made once for each name: there are no more of them than the model has members.
const edges = new Map<string, Edges>();

function edgesOf(name: string): Edges {
  let found = edges.get(name);
  if (found === undefined) edges.set(name, (found = { start: `<${name}>`, end: `</${name}>` }));
  return found;
}

function writeContent(name: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  let content = '';
  if (Array.isArray(value)) {
    const element = listElements[name] ?? 'member';
    for (const item of value) content += writeElement(element, item);
    return content;
  }
  const members = value as Record<string, unknown>;
  for (const member in members) {
    if (members[member] !== undefined) content += writeElement(member, members[member]);
  }
  return content;
}

/** An accepted reply: HTTP 200 with `<ActionResponse>`; an empty output has no `<ActionResult>`. */
export function writeReply(
  { namespace }: QueryService,
  action: string,
  output: object,
  requestId: string,
): HttpResponse {
  const content = writeContent('', output);
  const result = content === '' ? '' : `<${action}Result>${content}</${action}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  const body = `<${action}Response xmlns="${namespace}">${result}${metadata}</${action}Response>`;
  return { status: 200, headers: headersOf(requestId), body };
}

/** A rejection: `<ErrorResponse>` with the status of the fault; below 500 the sender is to blame. */
export function writeFault(
  { namespace }: Pick<QueryService, 'namespace'>,
  { code, status, message }: ServiceFault,
  requestId: string,
): HttpResponse {
  const error = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message };
  const content = writeContent('', { Error: error, RequestId: requestId });
  const body = `<ErrorResponse xmlns="${namespace}">${content}</ErrorResponse>`;
  return { status, headers: headersOf(requestId), body };
}

const headersOf = (requestId: string): Record<string, string> => ({
  'x-amzn-RequestId': requestId,
  'Content-Type': 'text/xml',
});
