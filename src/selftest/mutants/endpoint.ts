import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RuleId } from '../../contract/generated/catalogue.ts';
import { gatherFacts, type Facts } from '../../model/rules/facts.ts';
import { advance, emptyWorld, makeId, type Caller, type World } from '../../model/index.ts';
import { queryServices } from '../../protocol/actions.ts';
import { readCopyRequest } from '../../protocol/copy-codec.ts';
import { parseForm, type Form } from '../../protocol/form.ts';
import { headerOf, type HttpRequest, type HttpResponse } from '../../protocol/http.ts';
import { ordinaryAccount, scopeOf } from '../../server/credentials.ts';
import { handle } from '../../server/index.ts';
import { readBody } from '../../server/read-body.ts';
import { seeded, type Random } from './random.ts';

/** An endpoint that differs from ours in one way. */
export interface Variant {
  /** What is different, in a few words. */
  readonly name: string;
  /** How long a copy takes, in milliseconds; 0 unless given. */
  readonly copyDuration?: number;
  /** How long an answer takes, in milliseconds; nothing unless given. */
  readonly delay?: (random: Random) => number;
  /** The account that every access key belongs to; each its own unless given. */
  readonly account?: string;
  /** Another way to read a request. */
  readonly read?: (request: HttpRequest) => HttpRequest;
  /** Capabilities that it has not, as the probes call them: cases that need them cannot be measured here. */
  readonly lacks?: readonly string[];
  /** Rules of which every case is tried with it: what is different shows in one that is not the first. */
  readonly tries?: readonly RuleId[];
  /** Rules that deviations are held against which fail no run: they are known too badly. */
  readonly told?: readonly RuleId[];
  /** Whether some cases cannot be measured for what it answers. */
  readonly unmeasured?: true;
  /** Whether KMS keys stay behind, which cannot be helped. */
  readonly leavesKeys?: boolean;
  /** Answers in place of the model; undefined where the model is to answer. */
  readonly instead?: (call: Call) => HttpResponse | undefined;
  /** Answers CopyDBClusterSnapshot in place of the model; undefined where the model is to answer. */
  readonly copy?: (facts: Facts, call: Call) => readonly [World, HttpResponse] | undefined;
  /** Another way to write the model's answer. */
  readonly rewrite?: (answer: HttpResponse, call: Call) => HttpResponse;
  /** What else happens to the world once the model has answered. */
  readonly aftermath?: (after: World, call: Call, answer: HttpResponse) => World;
}

/** A call that came in. */
export interface Call {
  readonly service: 'neptune' | 'kms' | 'sts';
  readonly action: string;
  readonly caller: Caller | undefined;
  readonly form: Form;
  readonly world: World;
  readonly requestId: string;
  readonly random: Random;
}

/** A variant that listens. */
export interface Running {
  readonly url: string;
  /** How often each action was called. */
  readonly calls: ReadonlyMap<string, number>;
  /** How often it did something else than our endpoint would have. */
  differences(): number;
  /** How many snapshots and clusters there are now, in all places; those of AWS Backup are nobody's. */
  remains(): number;
  close(): Promise<void>;
}

/** Serves the reference model with a difference. Everything random comes from one seed. */
export async function serveVariant(variant: Variant, seed = 1): Promise<Running> {
  const random = seeded(seed);
  const calls = new Map<string, number>();
  let differences = variant.copyDuration === undefined ? 0 : 1;
  let world: World = { ...emptyWorld(Date.now()), copyDuration: variant.copyDuration ?? 0 };

  const answer = (incoming: HttpRequest): HttpResponse => {
    const signed = variant.account === undefined ? incoming : signedBy(variant.account, incoming);
    const request = variant.read?.(signed) ?? signed;
    if (request !== incoming) differences += 1;
    const [numbered, requestId] = makeId(advance(world, Date.now()));
    const call: Call = { ...readCall(request), world: numbered, requestId, random };
    calls.set(call.action, (calls.get(call.action) ?? 0) + 1);
    const own = variant.instead?.(call);
    if (own !== undefined) {
      world = numbered;
      differences += 1;
      return own;
    }
    const copied = variant.copy === undefined ? undefined : copyOf(variant.copy, call);
    if (copied !== undefined) {
      differences += 1;
      const [next, different] = copied;
      world = next;
      return different;
    }
    const [next, answered] = handle(numbered, request);
    world = variant.aftermath?.(next, call, answered) ?? next;
    const rewritten = variant.rewrite?.(answered, call) ?? answered;
    if (JSON.stringify(rewritten) !== JSON.stringify(answered)) differences += 1;
    return rewritten;
  };

  const server = createServer((request: IncomingMessage, response) => {
    readBody(request, (body = Buffer.alloc(0)) => {
      const { method = '', url: path = '', headers } = request;
      const wait = variant.delay?.(random) ?? 0;
      if (wait > 0) differences += 1;
      setTimeout(() => {
        const { status, headers: fields, body: text } = answer({ method, path, headers, body });
        response.writeHead(status, { 'Content-Length': Buffer.byteLength(text), ...fields }).end(text);
      }, wait);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    differences: () => differences,
    remains: () =>
      [...world.places.values()].reduce(
        (sum, { snapshots, clusters }) =>
          sum + snapshots.count(({ name }) => !name.startsWith('awsbackup:')) + clusters.size,
        0,
      ),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The variant's own answer to a copy that can be read at all, and is of this API. */
function copyOf(copy: NonNullable<Variant['copy']>, call: Call): readonly [World, HttpResponse] | undefined {
  if (call.action !== 'CopyDBClusterSnapshot' || call.caller === undefined) return undefined;
  if (call.form.get('Version') !== queryServices.neptune.version) return undefined;
  const request = readCopyRequest(call.form);
  return request.ok ? copy(gatherFacts(call.world, call.caller, request.value), call) : undefined;
}

function readCall(request: HttpRequest): Pick<Call, 'service' | 'action' | 'caller' | 'form'> {
  const target = headerOf(request, 'x-amz-target');
  const parsed = parseForm(target === undefined ? Buffer.from(request.body).toString('utf8') : '');
  const form: Form = parsed.ok ? parsed.value : new Map<string, string>();
  const scope = scopeOf(request, form, ordinaryAccount);
  const caller = 'caller' in scope ? scope.caller : undefined;
  if (target !== undefined) return { service: 'kms', action: target.split('.')[1] ?? '', caller, form };
  const service = 'service' in scope && scope.service === 'sts' ? 'sts' : 'neptune';
  return { service, action: form.get('Action') ?? '', caller, form };
}

/** The request as if the account had signed it. */
function signedBy(account: string, request: HttpRequest): HttpRequest {
  const authorization = headerOf(request, 'authorization') ?? '';
  const signed = authorization.replace(/Credential=[^/]*\//, `Credential=${account}/`);
  return { ...request, headers: { ...request.headers, authorization: signed } };
}
