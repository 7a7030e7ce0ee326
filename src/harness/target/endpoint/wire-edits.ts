import type { CopyDBClusterSnapshotCommand } from '@aws-sdk/client-neptune';
import type { HttpEdits } from '../../../contract/generated/types.ts';
import type { WireEdits } from '../exchange.ts';

/** A form as the SDK is about to send it. */
interface SdkRequest {
  method: string;
  query?: Record<string, string | string[]>;
  body?: string;
  headers: Record<string, string>;
}

type Parameter = readonly [name: string, value: string];

/**
 * Changes the form that the SDK has written, before it is signed: what no SDK would send can still be sent
 * with its credentials.
 */
export function editForm(command: CopyDBClusterSnapshotCommand, wire: WireEdits, http: HttpEdits = {}): void {
  command.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as SdkRequest;
      if (http.contentType) request.headers['content-type'] = http.contentType;
      if (http.method === 'GET') asQuery(request, editParameters(request.body ?? '', wire, http));
      else {
        request.body = editBody(request.body ?? '', wire, http);
        request.headers['content-length'] = String(Buffer.byteLength(request.body));
      }
      return next(args);
    },
    { step: 'build', priority: 'high', name: 'editForm' },
  );
}

function asQuery(request: SdkRequest, form: readonly Parameter[]): void {
  request.method = 'GET';
  request.query = {};
  for (const [name, value] of form) {
    const before = request.query[name];
    request.query[name] = before === undefined ? value : [before, value].flat();
  }
  request.body = '';
  delete request.headers['content-type'];
  delete request.headers['content-length'];
}

/** The form with the edits made. */
export function editBody(body: string, wire: WireEdits, http: HttpEdits = {}): string {
  if (http.body === 'empty') return '';
  const form = editParameters(body, wire, http);
  const escape = escapes[http.escapes ?? 'usual'];
  return form.map(([name, value]) => `${escape(name)}=${escape(value)}`).join('&');
}

/**
 * Replaces each parameter of an edit's name, and with it all that lies below (`Tags.Tag.1.Key`); takes it out
 * when the edit is null.
 */
function editParameters(body: string, wire: WireEdits, { order, doubled }: HttpEdits): readonly Parameter[] {
  const form: Parameter[] = [...new URLSearchParams(body)].filter(
    ([name]) => !Object.keys(wire).some((edited) => name === edited || name.startsWith(`${edited}.`)),
  );
  for (const [name, value] of Object.entries(wire)) {
    if (value !== null) form.push([name, value]);
  }
  form.push(...Object.entries(doubled ?? {}));
  return order === 'reversed' ? form.reverse() : form;
}

/** As SDKs do: a space is `%20`. */
const usual = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => hex(character.charCodeAt(0)));

const hex = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Ways of writing a name or a value of a form. */
const escapes: Readonly<Record<NonNullable<HttpEdits['escapes']> | 'usual', (text: string) => string>> = {
  usual,
  plus: (text) => usual(text).replaceAll('%20', '+'),
  'lower-case': (text) => usual(text).replace(/%../g, (escaped) => escaped.toLowerCase()),
  all: (text) => [...Buffer.from(text)].map(hex).join(''),
  'iso-8859-1': (text) =>
    Array.from(text, (character) =>
      character.charCodeAt(0) < 0x80 ? usual(character) : hex(character.charCodeAt(0) & 0xff),
    ).join(''),
};
