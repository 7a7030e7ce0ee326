/** A request as it came in: the path with its query, header names in lower case, the body as bytes. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** A whole answer. Header names are compared without regard to case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The value of a header; of a repeated one, the first. */
export function headerOf(message: Pick<HttpRequest, 'headers'>, name: string): string | undefined {
  const value = message.headers[name];
  if (typeof value === 'string' || value === undefined) return value;
  return value[0];
}
