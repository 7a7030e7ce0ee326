import fc, { type Arbitrary } from 'fast-check';

/** Requests, as their bytes. */
export type Bytes = Arbitrary<Buffer>;

/** Each character is a byte. */
export const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
/** Parameters as they are, without escapes. */
export const form = (...pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${name}=${value}`).join('&');

/** A request that would be fine if there were such a snapshot; there is none. */
export const sound = form(
  ['Action', 'CopyDBClusterSnapshot'],
  ['Version', '2014-10-31'],
  ['SourceDBClusterSnapshotIdentifier', 'nowhere'],
  ['TargetDBClusterSnapshotIdentifier', 'copy'],
);
/** A credential that nobody checks, for a service. */
export const credential = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/${service}/aws4_request, Signature=0`;

/** How a request differs from a sound one. */
export interface Written {
  readonly line?: string;
  readonly host?: string;
  readonly authorization?: string;
  readonly type?: string;
  readonly headers?: readonly string[];
  readonly body?: Buffer | string;
}

/** The bytes of a request. */
export function write({
  line = 'POST / HTTP/1.1',
  host = 'localhost',
  authorization = credential('rds'),
  type,
  headers = [],
  body = sound,
}: Written): Buffer {
  const content = Buffer.from(body);
  const framed = headers.some((header) => /^(transfer-encoding|content-length)/i.test(header));
  const lines = [
    line,
    `Host: ${host}`,
    ...(authorization === '' ? [] : [`Authorization: ${authorization}`]),
    `Content-Type: ${type ?? 'application/x-www-form-urlencoded'}`,
    ...headers,
    ...(framed ? [] : [`Content-Length: ${content.length}`]),
  ];
  return Buffer.concat([bytes(`${lines.join('\r\n')}\r\n\r\n`), content]);
}

/** The requests that differ so. */
export const of = <T>(values: Arbitrary<T>, by: (value: T) => Written): Bytes =>
  values.map((value) => write(by(value)));
/** One of these. */
export const oneOf = <T>(...values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values);
/** Characters that may stand anywhere in HTTP. */
export const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 30,
});
/** A few bytes of any kind. */
export const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 60 }).map((array) => Buffer.from(array));

/** Changes a few bytes, wherever they are. */
export const damaged = (whole: Buffer): Bytes =>
  fc
    .array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const copy = Buffer.from(whole);
      for (const [at, byte] of changes) copy[at] = byte;
      return copy;
    });

/** A chunk of a chunked body. */
export const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
