import { UsageError } from '../../../errors.ts';

/**
 * What is wrong with the URL of an endpoint, in words; undefined when it can be called. Its path is kept in front of
 * that of every call; a query and a fragment have no place there, and would be lost.
 */
export function problemOfUrl(url: string): string | undefined {
  const { search, hash } = new URL(url);
  const [name, text] = search !== '' ? ['query', search] : ['fragment', hash];
  return text === '' ? undefined : `The ${name} "${text}" would not be sent; leave it out.`;
}

/** Refuses the URL of an endpoint that cannot be called as it stands. Throws a UsageError. */
export function refuseUrl(url: string | undefined): void {
  const problem = url === undefined ? undefined : problemOfUrl(url);
  if (problem !== undefined) throw new UsageError(`the endpoint ${url ?? ''}: ${problem}`);
}
