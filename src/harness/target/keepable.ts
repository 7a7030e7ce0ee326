import type { Exchange, HttpExchange, SdkResult } from './exchange.ts';

/** Most of a body that is kept as evidence, in bytes of UTF-8: enough to see what is wrong, times thousands of calls. */
export const keptBody = 64 * 1024;

/** Most of a message, or of what was expected or actual, that is kept, in characters. */
export const keptText = 2_000;

/**
 * A text as far as it is kept, with a mark that tells how much was cut. A cut text is a text of its own: V8 lets a
 * part of a string hold on to the whole, and what is kept of 8 MB must not keep the 8 MB.
 */
export function cutText(text: string, most = keptText): string {
  if (text.length <= most) return text;
  return `${apart(withoutHalf(text.slice(0, most)))}… [${text.length - most} more characters]`;
}

/** The same for a body, measured in bytes. */
export function cutBody(body: string): string {
  const bytes = Buffer.byteLength(body);
  if (bytes <= keptBody) return body;
  // A byte more would begin a character that is cut in two.
  const kept = Buffer.from(body)
    .subarray(0, keptBody)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
  return `${kept}… [${bytes - Buffer.byteLength(kept)} more bytes]`;
}

/** What is kept of an exchange as evidence. Judging sees the whole; this is for afterwards. */
export function keepable(exchange: Exchange): Exchange {
  const { sdk, http, attempts } = exchange;
  return { sdk: keepableResult(sdk), attempts, ...(http !== undefined && { http: keepableHttp(http) }) };
}

/** Plain data with every text in it cut, down to what is kept of a message. */
export function cutTexts<T>(value: T): T {
  if (typeof value === 'string') return cutText(value) as T;
  if (Array.isArray(value)) return value.map(cutTexts) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cutTexts(each)])) as T;
}

const keepableHttp = ({ request, response }: HttpExchange): HttpExchange => ({
  request: { ...request, url: cutText(request.url, keptBody), body: cutBody(request.body) },
  response: { ...response, body: cutBody(response.body) },
});

function keepableResult(sdk: SdkResult): SdkResult {
  switch (sdk.kind) {
    case 'output':
      return { ...sdk, snapshot: cutTexts(sdk.snapshot) };
    case 'exception':
      return { ...sdk, name: cutText(sdk.name), message: cutText(sdk.message) };
    case 'no-answer':
    case 'not-sent':
      return { ...sdk, reason: cutText(sdk.reason) };
  }
}

/** A copy of plain data that shares no memory with it. */
export const apart = <T>(value: T): T => structuredClone(value);

/** Half of a character beyond U+FFFF is none. */
const withoutHalf = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');
