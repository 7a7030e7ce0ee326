import { wellFormed } from './text.ts';

/** Parameters of a form or a query string; each name stands once. */
export type Form = ReadonlyMap<string, string>;

/** What was read, or why it could not be. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** It could not be read. */
export const unreadable = (problem: string): Read<never> => ({ ok: false, problem });

/**
 * Reads `application/x-www-form-urlencoded` text; several texts (query string and body) make one form. Refused:
 * a name that stands twice or is empty, escapes that are none, and bytes that are not UTF-8.
 */
export function parseForm(...texts: readonly string[]): Read<Form> {
  const form = new Map<string, string>();
  for (const text of texts) {
    let start = 0;
    while (start < text.length) {
      const ampersand = text.indexOf('&', start);
      const end = ampersand === -1 ? text.length : ampersand;
      const found = text.indexOf('=', start);
      const equals = found === -1 || found > end ? end : found;
      const name = decode(text.slice(start, equals));
      const value = decode(text.slice(equals + 1, end));
      const isEmpty = start === end;
      start = end + 1;
      if (isEmpty) continue;
      if (name === undefined || value === undefined) return unreadable('an escape is not UTF-8');
      if (name === '') return unreadable('a parameter has no name');
      if (form.has(name)) return unreadable(`the parameter ${name} stands twice`);
      form.set(name, value);
    }
  }
  return { ok: true, value: form };
}

function decode(text: string): string | undefined {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return undefined;
  }
}

/** Writes parameters the way AWS SDKs do: RFC 3986 escapes, spaces as `%20`. */
export function writeForm(parameters: Iterable<readonly [name: string, value: string]>): string {
  return Array.from(parameters, ([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

const encode = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
