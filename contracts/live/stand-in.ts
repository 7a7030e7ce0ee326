import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { advance, findSnapshot, type Caller, type World } from '../../src/model/index.ts';
import { liveOperations } from '../../src/harness/live/meter.ts';
import type { IamPolicies } from '../../src/live/policy.ts';
import type { Clock } from '../../src/harness/target/clock.ts';
import type { HttpResponse } from '../../src/protocol/http.ts';
import { writeJsonFault } from '../../src/protocol/json.ts';
import { handle } from '../../src/server/handle.ts';
import { start } from './account.ts';
import { requestOf, type Asked } from './asked.ts';
import { notAllowed } from './iam.ts';

/** How a stand-in for AWS behaves; as our endpoint does, unless told. */
export interface Manners {
  /** How long a copy takes, in milliseconds. */
  readonly copyDuration?: number;
  /** How late descriptions and tags show what was done, in milliseconds. */
  readonly lag?: number;
  /** Every so many calls, one is too many. */
  readonly throttleEvery?: number;
  /** Every so many copies, the connection is cut: before the copy is made, and after, in turn. */
  readonly cutEvery?: number;
  /** So many requests for copies, from the first, are done and never answered. */
  readonly mute?: number;
  /** What callers may do; all unless told. */
  readonly policies?: IamPolicies;
  /** Changes what arrives, as a service would that overlooks something. */
  readonly overlooks?: (body: string) => string;
  /** Whether it then answers all the same as if it had not. */
  readonly denies?: boolean;
}

/** A stand-in that listens. */
export interface StandIn {
  readonly url: string;
  readonly clock: Clock;
  /** Actions that were asked for, with what came of each: `Action Account/Region`. */
  readonly asked: readonly string[];
  /** Calls that were denied, in words. */
  readonly denied: readonly string[];
  /** Most copies of runs that stood at once. */
  readonly most: () => number;
  /** The world as it is, whatever is described. */
  world(): World;
  /** From now on the process that calls is lost: nothing arrives, and its time is over. */
  lose(): void;
  /** Another process calls. */
  restore(): void;
  close(): Promise<void>;
}

/** What leaves; or the connection is cut. */
type Reply = HttpResponse | 'cut';

const pageSize = '20';

/** Our endpoint, behind the manners of AWS, on a clock that only moves when somebody waits. */
export async function standIn(world: World, manners: Manners = {}): Promise<StandIn> {
  const { copyDuration = 10 * 60_000, lag = 0 } = manners;
  let time = start;
  let lost = false;
  let [calls, copies] = [0, 0];
  let truth: World = { ...world, copyDuration };
  let most = 0;
  /** What was true, and until when. */
  const history: { readonly until: number; readonly world: World }[] = [];
  const asked: string[] = [];
  const denied: string[] = [];

  const now = (): World => (truth = advance(truth, time));
  /** The world as descriptions show it. */
  const shown = (): World => {
    const then = time - lag;
    const past = history.find(({ until }) => until > then)?.world ?? truth;
    return { ...advance(past, then), serial: truth.serial };
  };
  const change = (next: World): void => {
    if (lag > 0) history.push({ until: time, world: truth });
    truth = next;
    most = Math.max(
      most,
      [...next.places.values()].flatMap(({ snapshots }) => [...snapshots.keys()]).filter(isOfRun).length,
    );
  };

  /** What comes of a request before anything is done; undefined where it is done. */
  const stopped = (request: Asked): Reply | undefined => {
    const { action, caller, service, target } = request;
    if (!liveOperations[service].includes(action)) return deny(action, '*');
    if (manners.throttleEvery !== undefined && calls % manners.throttleEvery === 0)
      return service === 'kms'
        ? writeJsonFault(
            { code: 'ThrottlingException', status: 400, message: 'Rate exceeded' },
            '00000000-0000-4000-8000-000000000000',
          )
        : fault(400, 'Throttling', 'Rate exceeded');
    const policy = manners.policies?.[caller.account];
    const wanted = policy === undefined ? [] : request.iam(truth);
    for (const each of wanted) {
      const resource = policy && notAllowed(policy, each);
      if (resource !== undefined) return deny(action, resource);
    }
    return action === 'DeleteDBClusterSnapshot' && isUnderWay(now(), caller, target)
      ? fault(400, 'InvalidDBClusterSnapshotStateFault', 'The snapshot is not available.')
      : undefined;
  };
  const answer = (incoming: IncomingMessage, body: string): Reply => {
    const request = requestOf(incoming, body);
    const { action, caller } = request;
    calls += 1;
    asked.push(`${action} ${caller.account}/${caller.region}`);
    const instead = stopped(request);
    if (instead !== undefined) return instead;
    const { cutEvery } = manners;
    if (action === 'CopyDBClusterSnapshot') copies += 1;
    const isCut = action === 'CopyDBClusterSnapshot' && cutEvery !== undefined && copies % cutEvery === 0;
    if (isCut && (copies / cutEvery) % 2 === 1) return 'cut';
    const reads = /^(Describe|List)/.test(action);
    const listing = action === 'DescribeDBClusterSnapshots' && !body.includes('MaxRecords=');
    const sent = listing ? `${body}&MaxRecords=${pageSize}` : (manners.overlooks?.(body) ?? body);
    const handled = (text: string) =>
      handle(reads && lag > 0 ? shown() : now(), {
        method: 'POST',
        path: '/',
        headers: incoming.headers,
        body: Buffer.from(text),
      });
    const [, denial] = handled(body);
    const [next, done] = handled(sent);
    const response = manners.denies === true && !reads ? denial : done;
    if (!reads) change(next);
    const isMute = action === 'CopyDBClusterSnapshot' && copies <= (manners.mute ?? 0);
    return isCut || isMute ? 'cut' : response;
  };
  const deny = (action: string, resource: string): Reply => {
    denied.push(`${action} on ${resource}`);
    return fault(
      403,
      'AccessDenied',
      `User: arn:aws:iam::111111111111:user/live is not authorized to perform: rds:${action} on resource: ${resource} because no identity-based policy allows the rds:${action} action`,
    );
  };

  const server = createServer((incoming, response) => {
    void bodyOf(incoming).then((body) => {
      const reply = lost ? 'cut' : answer(incoming, body);
      if (reply === 'cut') response.destroy();
      else response.writeHead(reply.status, reply.headers).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clock: {
      now: () => time,
      pause: (milliseconds) => {
        time += milliseconds;
        return Promise.resolve();
      },
      isOver: () => lost,
    },
    asked,
    denied,
    most: () => most,
    world: now,
    lose: () => (lost = true),
    restore: () => (lost = false),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isOfRun = (name: string): boolean => /^ncc-live[a-z0-9]{6}-u/.test(name);

const isUnderWay = (world: World, place: Caller, name: string): boolean =>
  findSnapshot(world, place, name.toLowerCase())?.shape.Status === 'copying';

const fault = (status: number, code: string, message: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ErrorResponse>`,
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
