import type { RawRequest } from './raw.ts';
import type { Script } from './script.ts';
import { asAccount, quote, shellText } from './shell.ts';
import { writeText, type Variables } from './text.ts';

/** The command that sends a raw request, and prints all of the answer. */
export function rawCommand(script: Script, request: RawRequest): string {
  const { method, path, contentType, body } = request;
  const url = new URL(path, script.endpoint).href;
  const words = [
    `${asAccount(script.caller, script)}send rds ${quote(script.caller.region)} -i`,
    ...(method === 'POST' ? [] : ['-X', quote(method)]),
    '-H',
    quote(`content-type: ${contentType}`),
    ...(body === '' && method === 'GET'
      ? []
      : ['--data-raw', writeText(body, encodedToo(script.variables), shellText)]),
    writeText(url, encodedToo(script.variables), shellText),
  ];
  return words.join(' ');
}

/** Variables in a form: their values may stand there with escapes. */
export const encodedToo = (variables: Variables): Variables =>
  new Map(
    [...variables].flatMap(([value, name]) => [
      [value, name] as const,
      [encodeURIComponent(value), name] as const,
      [[...Buffer.from(value)].map(escaped).join(''), name] as const,
    ]),
  );

const escaped = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
