import fc from 'fast-check';
import { anyBytes, bytes, chunk, damaged, of, oneOf, visible, write, type Bytes } from './fuzz-writing.ts';

const whole = write({});
const big = 1024 * 1024 + 1;

/** What is no HTTP, or leaves a connection of no further use. Answered or not, each time with faults only. */
export const breaking: Readonly<Record<string, Bytes>> = {
  'request lines': of(
    fc.oneof(
      visible,
      oneOf(
        'POST',
        'POST /',
        ' POST / HTTP/1.1',
        'POST / HTTP/9.9',
        'post / HTTP/1.1',
        'POST  / HTTP/1.1',
        'POST / HTTP/1.1 x',
        'POST /\0 HTTP/1.1',
        'POST / HTTPS/1.1',
        `POST /${'x'.repeat(20_000)} HTTP/1.1`,
      ),
    ),
    (line) => ({ line }),
  ),
  'header lines': of(
    oneOf(
      'no colon',
      'Spaced : x',
      ': x',
      '\0: x',
      'X: \0',
      'X: \x01',
      'X: a\nY: b',
      ' X: folded',
      'X\r: y',
      'X: a\rb',
      '\xff\xfe: x',
    ),
    (header) => ({ headers: [header] }),
  ),
  'lengths that lie': of(
    oneOf(
      '-1',
      'x',
      '1, 2',
      '',
      '0x10',
      '1e3',
      '99999999999999999999',
      '9007199254740993',
      '5\r\nContent-Length: 6',
      '1',
      '10',
      '100000',
    ),
    (length) => ({ headers: [`Content-Length: ${length}`] }),
  ),
  'chunks that lie': of(
    fc.tuple(
      oneOf('chunked', 'gzip, chunked', 'chunked, identity', 'xchunked', 'chunked\r\nContent-Length: 3'),
      oneOf(
        'zz\r\nx\r\n0\r\n\r\n',
        '-1\r\nx\r\n',
        'fffffffffffffffff\r\nx',
        '5\r\nxx\r\n0\r\n\r\n',
        '1\r\nxyz\r\n0\r\n\r\n',
        '3',
        '1;ext="\0"\r\nx\r\n0\r\n\r\n',
        '',
      ),
    ),
    ([coding, body]) => ({ headers: [`Transfer-Encoding: ${coding}`], body }),
  ),
  'huge headers': of(fc.integer({ min: 16_384, max: 40_000 }), (length) => ({
    headers: [`X-Huge: ${'x'.repeat(length)}`],
  })),
  'bodies cut short': fc.nat({ max: whole.length - 1 }).map((length) => whole.subarray(0, length)),
  'damaged requests': damaged(whole),
  'other protocols': fc.oneof(
    anyBytes,
    oneOf(
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'SSH-2.0-x\r\n',
      'EHLO x\r\n',
      'CONNECT x:1 HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      'GET /\r\n\r\n',
      '\r\n\r\n\r\n',
    ).map(bytes),
  ),
  expectations: of(oneOf('100-continue', '200-ok', 'x', ''), (text) => ({ headers: [`Expect: ${text}`] })),
  'bodies beyond the limit': fc.oneof(
    {
      weight: 40,
      arbitrary: fc.constant(
        write({ headers: [`Content-Length: ${big}`, 'Expect: 100-continue'], body: '' }),
      ),
    },
    { weight: 1, arbitrary: fc.constant(write({ body: Buffer.alloc(big, 'x') })) },
    {
      weight: 1,
      arbitrary: fc.constant(
        write({ headers: ['Transfer-Encoding: chunked'], body: `${chunk('x'.repeat(big))}0\r\n\r\n` }),
      ),
    },
  ),
};
