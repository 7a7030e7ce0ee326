import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { advance } from '../../src/model/world/lifecycle.ts';
import type { World } from '../../src/model/world/world.ts';
import { headerOf, type HttpRequest, type HttpResponse } from '../../src/protocol/http.ts';
import { handle } from '../../src/server/index.ts';
import { readBody } from '../../src/server/read-body.ts';
import { alteredBy, readCall, type Call } from './call.ts';
import { changesOf, foreignWorld, inventoryOf } from './foreign.ts';

/** What is done for a call: an answer, or anything that can be done to a connection. */
export type Deed = HttpResponse | ((response: ServerResponse) => void);

/** Has the model answer a request, in the world as it stands; the call's own request unless another is given. */
export type Honestly = (request?: HttpRequest) => HttpResponse;

/** How a target behaves. */
export interface Behaviour {
  /** What stands there before the run; foreign things only. The usual ones unless given. */
  readonly world?: () => World;
  /** How long a copy takes, in milliseconds; 0 unless given. */
  readonly copyDuration?: number;
  /** What it does with a call; honest unless given. */
  readonly answer?: (call: Call, honestly: Honestly, surroundings: Surroundings) => Deed;
}

/** The world in which a target plays; only for targets in which somebody else is at work too. */
export interface Surroundings {
  readonly world: () => World;
  /** Somebody else makes something: from now on it is foreign. */
  readonly intrude: (change: (world: World) => World) => void;
  /** What an honest answer would be, without anything being done. */
  readonly dryly: Honestly;
}

/** A target without its socket. */
export interface Stage {
  readonly respond: (request: HttpRequest) => Deed;
  /** What has happened to things that the run did not make. */
  changes(): readonly string[];
  /** Calls that would have altered or removed such things, whatever came of them. */
  attempts(): readonly string[];
  /** How many calls came. */
  calls(): number;
  world(): World;
}

/** A target that listens. */
export interface Standing extends Omit<Stage, 'respond'> {
  readonly url: string;
  close(): Promise<void>;
}

/** The reference model with foreign things in it, behind a behaviour. */
export function stage(behaviour: Behaviour): Stage {
  const start = behaviour.world?.() ?? foreignWorld();
  const foreign = new Map(inventoryOf(start));
  const attempts: string[] = [];
  let world: World = { ...start, copyDuration: behaviour.copyDuration ?? 0 };
  let calls = 0;
  const surroundings: Omit<Surroundings, 'dryly'> = {
    world: () => world,
    intrude(change) {
      const known = inventoryOf(world);
      world = change(world);
      for (const [what, state] of inventoryOf(world)) if (!known.has(what)) foreign.set(what, state);
    },
  };
  const stageFor = (request: HttpRequest): Surroundings => ({
    ...surroundings,
    dryly: (other = request) => handle(world, other)[1],
  });
  return {
    respond(request) {
      world = advance(world, Date.now());
      const call = readCall(request, calls);
      calls += 1;
      const altered = alteredBy(call, world);
      if (altered !== undefined && foreign.has(altered)) attempts.push(`${call.action} of ${altered}`);
      const honestly: Honestly = (other = request) => {
        const [next, answer] = handle(world, other);
        world = next;
        return answer;
      };
      return behaviour.answer?.(call, honestly, stageFor(request)) ?? honestly();
    },
    changes: () => changesOf(foreign, world),
    attempts: () => attempts,
    calls: () => calls,
    world: () => world,
  };
}

/** Puts a target on a port of its own. */
export async function serve(behaviour: Behaviour): Promise<Standing> {
  const { respond, ...played } = stage(behaviour);
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    response.on('error', () => response.destroy());
    readBody(request, (body = Buffer.alloc(0)) => {
      const { method = '', url: path = '', headers } = request;
      const deed = respond({ method, path, headers, body });
      if (typeof deed === 'function') deed(response);
      else send(response, deed);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...played,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends a whole answer. */
export function send(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  const length = headerOf({ headers }, 'Content-Length');
  const all = length === undefined ? { 'Content-Length': Buffer.byteLength(body), ...headers } : headers;
  response.writeHead(status, all).end(body);
}
