import type { HttpRequest } from '../protocol/http.ts';

/** The headers that an answer depends on. */
const wanted = new Set(['authorization', 'content-type', 'x-amz-target']);
const lengths = new Set([...wanted].map((name) => name.length));

/**
 * Picks the headers that matter from names and values in turn. `IncomingMessage.headers` would sort and join all
 * of them, which costs about as much as reading the form. Of a repeated header the first counts.
 */
export function pickHeaders(raw: readonly string[]): HttpRequest['headers'] {
  const headers: Record<string, string> = {};
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? '';
    if (!lengths.has(name.length)) continue;
    const lower = name.toLowerCase();
    if (wanted.has(lower)) headers[lower] ??= raw[i + 1] ?? '';
  }
  return headers;
}
