import { anotherRegion } from '../../../model/index.ts';
import { Allowance } from '../allowance.ts';
import { CopyWaits } from '../copy-waits.ts';
import type { Capability, Redact, Staging, Target } from '../target.ts';
import { findAccounts, firstAccount, keyOf, type Access, type Accounts } from './accounts.ts';
import { profileAccounts, withoutSecrets, type AccountProfile } from './profiles.ts';
import { Guard } from '../guard/guard.ts';
import { makeRunId } from '../run-id.ts';
import { refuseAws } from '../guard/aws-hosts.ts';
import type { Journal, JournaledAccount } from '../guard/journal.ts';
import { Ledger } from '../guard/ledger.ts';
import { putAway, removeAll } from '../guard/sweep.ts';
import { ClusterLadder } from './cluster-ladder.ts';
import { Connection, type Credentials } from './connection.ts';
import { refuseUrl } from './endpoint-url.ts';
import { Fillers } from './fillers.ts';
import { Heard } from './heard.ts';
import { callsAtOnce, jobsFor } from './jobs.ts';
import { KeyRing } from './key-ring.ts';
import { describeSnapshot, listTags } from './observe.ts';
import { isLacking } from './offered.ts';
import { assertAnswers, probe, reached } from './probe.ts';
import type { Traffic } from './recorder.ts';
import { redactor, secretsOf, withoutUser } from './redact.ts';
import { firstContactRetries } from './retry.ts';
import { discardCopy, sendCopy } from './send.ts';
import { stageWorld } from './stage.ts';
import type { Quotas } from './stage-so-far.ts';
import { readTls, type TlsOptions } from './tls.ts';
import type { Tools } from './tools.ts';

/** Where a target is and how long to wait for it. */
export interface EndpointOptions {
  readonly url: string;
  /** The called Region. */
  readonly region: string;
  /** Where KMS is, if elsewhere. */
  readonly kmsUrl?: string;
  /** Milliseconds until an attempt of a call is given up. */
  readonly timeout: number;
  /** The target's quota of manual snapshots, if it is not the usual one. */
  readonly quota?: number;
  /** Accounts by profiles of the AWS configuration: the first calls, the second is the other one. */
  readonly profiles?: readonly AccountProfile[];
  readonly name?: string;
  /** Part of every name that the run makes up: four to sixteen letters and digits; made up unless given. */
  readonly runId?: string;
  /** Is told of everything before it is made. */
  readonly journal?: Journal;
  /** Until when calls may be made; for ever unless given. */
  readonly allowance?: Allowance;
  /** How many worlds stand at once; by how long its answers take unless given. */
  readonly jobs?: number;
  /** Milliseconds until a copy that does not become available is given up; a minute unless given. */
  readonly copyTimeout?: number;
  /** How the certificate of an https endpoint is checked; against what this machine trusts unless given. */
  readonly tls?: TlsOptions;
}

/** A target behind a URL, with the ways to its accounts. */
export interface EndpointTarget extends Target {
  /** Without user and password. */
  readonly endpoint: string;
  /** How many worlds stand there at once. */
  readonly jobs: number;
  readonly tools: Tools;
  /** How each account is reached, by its id. */
  readonly access: ReadonlyMap<string, Access>;
  /** How certificates are checked, where it was told. */
  readonly tls?: TlsOptions;
  /** What it has answered to each operation that it was asked for. */
  readonly heard: Pick<Heard, 'of'>;
  /** How many HTTP requests were sent to it, attempts of all calls of all services included. */
  requests(): number;
  tooLarge(): number;
}

/** The account that stands for "another one" where the target has none: its cases will be inconclusive. */
const nobodysAccount = '222222222222';

/**
 * Connects to an endpoint and finds out what it can do. Throws a TargetError when nothing answers there, or
 * something that is not Neptune.
 */
export async function connectEndpoint(options: EndpointOptions): Promise<EndpointTarget> {
  const { region, timeout, runId = makeRunId(), journal, allowance = new Allowance() } = options;
  const url = withoutUser(options.url);
  refuseAws(url);
  refuseAws(options.kmsUrl);
  refuseUrl(options.url);
  refuseUrl(options.kmsUrl);
  const tls = options.tls === undefined ? {} : { tls: await readTls(options.tls) };
  const ledger = new Ledger(runId, journal);
  const renamed = new Map<string, string>();
  const traffic: Traffic = { requests: 0, tooLarge: 0, renamed };
  const heard = new Heard();
  const elsewhereRegion = anotherRegion(region);
  const told = await profileAccounts(options.profiles ?? []);
  const first = told?.self;
  const plain = (account: string): Credentials =>
    account === first?.id ? first.access.credentials : keyOf(account);
  const urls = [options.url, ...(options.kmsUrl === undefined ? [] : [options.kmsUrl])];
  const redactorFor = (accounts: Accounts | undefined): Redact =>
    redactor(
      secretsOf(
        [accounts?.self, accounts?.other].flatMap((account) => account?.access.credentials ?? []),
        urls,
      ),
    );
  const doorbell = new Guard(
    new Connection(
      { endpoint: url, timeout, retryLimits: firstContactRetries, allowance, traffic, heard, ...tls },
      plain,
    ),
    ledger,
  );
  let accounts: Accounts;
  try {
    await assertAnswers(doorbell, { account: first?.id ?? firstAccount, region }, url, redactorFor(told));
    accounts =
      told ?? (await findAccounts(url, region, timeout, doorbell, runId, allowance, traffic, tls.tls));
  } finally {
    doorbell.close();
  }

  const redact = redactorFor(accounts);
  const self = accounts.self ?? { id: firstAccount, access: accessKey(firstAccount) };
  const access = new Map<string, Access>([[self.id, self.access]]);
  if (accounts.other !== undefined) access.set(accounts.other.id, accounts.other.access);
  await journal?.write({ event: 'accounts', accounts: [...access].map(journaled) });
  const credentials = (account: string): Credentials => access.get(account)?.credentials ?? keyOf(account);
  const kms = options.kmsUrl === undefined ? {} : { kmsEndpoint: withoutUser(options.kmsUrl) };
  const connection = new Connection(
    { endpoint: url, timeout, allowance, traffic, heard, ...tls, ...kms },
    credentials,
  );
  const guard = new Guard(connection, ledger);
  // Those of the first contact have told by now how long an answer takes.
  const jobs = options.jobs ?? jobsFor(traffic.quickest);
  const atOnce = callsAtOnce(jobs);
  const waits = new CopyWaits(options.copyTimeout, allowance);
  const tools: Tools = {
    call: (service, operation, caller, input) => guard.call(service, operation, caller, input),
    putAway: (made) => removeAll(guard.cleaner, made, atOnce),
    atOnce,
    keyRing: new KeyRing(runId, guard.cleaner),
    allowance,
    waits,
    clusters: new ClusterLadder(),
  };
  const here = { account: self.id, region };
  const second = await secondAccount(guard, accounts, region);
  const other = second.available ? accounts.other : undefined;

  const quotas: Quotas = {
    ...(options.quota !== undefined && { told: options.quota }),
    beyondUsual: false,
    fillers: new Fillers(tools),
  };
  const setting = {
    accounts: { self: self.id, other: other?.id ?? nobodysAccount },
    regions: { here: region, elsewhere: elsewhereRegion },
  };
  const probed = redact([
    second,
    ...(await probe(guard, runId, here, { account: self.id, region: elsewhereRegion })),
  ]);
  return {
    name: options.name ?? new URL(url).host,
    runId,
    jobs,
    endpoint: url,
    access: withoutSecrets(access),
    ...(options.tls !== undefined && { tls: options.tls }),
    setting,
    get capabilities() {
      return [...probed, ...redact([...tools.clusters.capabilities(), ...listNames(renamed)])];
    },
    redact,
    async stage(given, nameOf): Promise<Staging> {
      if (other === undefined && JSON.stringify(given).includes('"other"')) {
        return { kind: 'impossible', reason: `the target has no second account: ${second.detail}` };
      }
      return stageWorld(tools, given, { ...setting, nameOf }, quotas);
    },
    send: (caller, request, wire, http) => sendCopy(guard, caller, request, wire, http),
    describe: (caller, name) => describeSnapshot(guard, caller, name),
    listTags: (caller, arn) => listTags(guard, caller, arn),
    discard: (caller, name) => discardCopy(guard.cleaner, caller, name),
    tools,
    async release() {
      return redact(await quotas.fillers.release());
    },
    async sweep() {
      const left = await putAway(guard.cleaner, ledger.standing(), atOnce);
      return redact([...new Set([...left, ...ledger.strays()])]);
    },
    waits,
    allowance,
    heard,
    requests: () => traffic.requests,
    tooLarge: () => traffic.tooLarge,
    close() {
      guard.close();
      return Promise.resolve();
    },
  };
}

/** The way to an account as a journal may tell it. */
function journaled([id, access]: readonly [string, Access]): JournaledAccount {
  if (access.kind === 'assumed-role') return { id, by: 'role', name: access.roleArn };
  return access.profile === undefined
    ? { id, by: 'access-key' }
    : { id, by: 'profile', name: access.profile };
}

/** What a report tells of lists whose entries have other names than at AWS. */
function listNames(renamed: ReadonlyMap<string, string>): readonly Capability[] {
  if (renamed.size === 0) return [];
  const told = [...renamed].map(([list, entry]) => `<${entry}> in ${list}`).join(', ');
  return [{ name: 'lists', available: true, detail: `entries have other names than at AWS: ${told}` }];
}

const accessKey = (account: string): Access => ({ kind: 'access-key', credentials: keyOf(account) });

/** Another account, if the target does not refuse its calls. */
async function secondAccount(guard: Guard, { other, detail }: Accounts, region: string): Promise<Capability> {
  const name = 'second account';
  if (other === undefined) return { name, available: false, detail };
  const { id, access } = other;
  const answer = await guard.call('neptune', 'DescribeDBClusterSnapshots', { account: id, region }, {});
  const capability = reached(name, answer);
  return isLacking(capability) ? capability : { name, available: true, detail: describeAccess(access) };
}

function describeAccess(access: Access): string {
  if (access.kind === 'assumed-role') return `by assuming ${access.roleArn}`;
  return access.profile === undefined ? 'by access key id' : `by the profile ${access.profile}`;
}
