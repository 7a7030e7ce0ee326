import { say } from '../model/world/say.ts';
import { wellFormed } from './text.ts';

/** Parameters of a form or a query string; each name stands once. */
export type Form = ReadonlyMap<string, string>;

/** What was read, or why it could not be. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** It could not be read. */
export const unreadable = (problem: string): Read<never> => ({ ok: false, problem });

/**
 * Most parameters of a form. A list of a hundred tags takes two hundred; ten thousand are read in milliseconds even
 * when their names are chosen so that they fall together in a hash table.
 */
export const parameterLimit = 10_000;

/**
 * Reads `application/x-www-form-urlencoded` text; several texts (query string and body) make one form. Refused:
 * a name that stands twice or is empty, escapes that are none, bytes that are not UTF-8, and more parameters than
 * the limit. Each character is looked at a fixed number of times.
 */
export function parseForm(...texts: readonly string[]): Read<Form> {
  const form = new Map<string, string>();
  for (const text of texts) {
    let start = 0;
    let equals = text.indexOf('=');
    while (start < text.length) {
      const ampersand = text.indexOf('&', start);
      const end = ampersand === -1 ? text.length : ampersand;
      // Sought anew only once it is passed: from each parameter on, forms without any would be read through.
      if (equals !== -1 && equals < start) equals = text.indexOf('=', start);
      const split = equals === -1 || equals > end ? end : equals;
      const name = decode(text.slice(start, split));
      const value = decode(text.slice(split + 1, end));
      const isEmpty = start === end;
      start = end + 1;
      if (isEmpty) continue;
      if (form.size === parameterLimit) return unreadable('there are more than 10,000 parameters');
      if (name === undefined || value === undefined) return unreadable('an escape is not UTF-8');
      if (name === '') return unreadable('a parameter has no name');
      if (form.has(name)) return unreadable(say`the parameter ${name} stands twice`);
      form.set(name, value);
    }
  }
  return { ok: true, value: form };
}

function decode(text: string): string | undefined {
  const spaced = text.replaceAll('+', ' ');
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
