import { isUtf8 } from 'node:buffer';
import { operations, type Service } from '../model/operations/index.ts';
import type { Operation, Reply } from '../model/operations/reply.ts';
import type { Caller } from '../model/world/place.ts';
import type { World } from '../model/world/world.ts';
import type { HttpRequest } from '../protocol/http.ts';
import type { Input } from '../protocol/read-input.ts';

/** How an operation is run. */
export type Perform = (
  world: World,
  caller: Caller,
  service: Service,
  action: string,
  input: Input,
) => readonly [World, Reply];

/** What answering takes besides the world and the request. */
export interface Answering {
  /** Account of access key ids that do not tell one. */
  readonly defaultAccount: string;
  readonly perform: Perform;
}

/** Runs an operation on an input that was read with its table of members. Throws when there is no such operation. */
export const perform: Perform = (world, caller, service, action, input) => {
  const operation = (operations[service] as Readonly<Record<string, Operation>>)[action];
  if (operation === undefined) throw new Error(`${service} has no operation ${action}`);
  // The tables of members give the input the type that the operation asks for.
  return operation(world, caller, input as never);
};

/** The body as text; undefined when it is not UTF-8. */
export function textOf({ body }: HttpRequest): string | undefined {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const text = bytes.toString('utf8');
  // The decoder puts U+FFFD for what is not UTF-8; only then is a second look needed.
  return text.includes('\ufffd') && !isUtf8(bytes) ? undefined : text;
}
