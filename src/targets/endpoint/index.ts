import { partitionOf } from '../../model/index.ts';
import type { Capability, Redact, Staging, Target } from '../target.ts';
import { findAccounts, firstAccount, keyOf, type Access, type Accounts } from './accounts.ts';
import { profileAccounts, withoutSecrets, type AccountProfile } from './profiles.ts';
import { Connection, type Credentials } from './connection.ts';
import { describeSnapshot, listTags } from './observe.ts';
import { assertAnswers, probe } from './probe.ts';
import { redactor, secretsOf, withoutUser } from './redact.ts';
import { atTheDoor } from './retry.ts';
import { discardCopy, sendCopy } from './send.ts';
import { stageWorld, type Quotas } from './stage.ts';

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
}

/** A target behind a URL, with the ways to its accounts. */
export interface EndpointTarget extends Target {
  /** Without user and password. */
  readonly endpoint: string;
  /** How each account is reached, by its id. */
  readonly access: ReadonlyMap<string, Access>;
}

/** The account that stands for "another one" where the target has none: its cases will be unmeasured. */
const nobodysAccount = '222222222222';

/**
 * Connects to an endpoint and finds out what it can do. Throws a TargetError when nothing answers there, or
 * something that is not Neptune.
 */
export async function connectEndpoint(options: EndpointOptions): Promise<EndpointTarget> {
  const { region, timeout } = options;
  const url = withoutUser(options.url);
  const elsewhereRegion = secondRegion(region);
  const told = await profileAccounts(options.profiles ?? []);
  const first = told?.self;
  const urls = [options.url, ...(options.kmsUrl === undefined ? [] : [options.kmsUrl])];
  const redactorFor = (accounts: Accounts | undefined): Redact =>
    redactor(
      secretsOf(
        [accounts?.self, accounts?.other].flatMap((account) => account?.access.credentials ?? []),
        urls,
      ),
    );
  const doorbell = new Connection(
    { endpoint: url, timeout, patience: atTheDoor },
    (account) => first?.access.credentials ?? keyOf(account),
  );
  try {
    await assertAnswers(doorbell, { account: first?.id ?? firstAccount, region }, url, redactorFor(told));
  } finally {
    doorbell.close();
  }

  const accounts = told ?? (await findAccounts(url, region, timeout));
  const redact = redactorFor(accounts);
  const self = accounts.self ?? { id: firstAccount, access: accessKey(firstAccount) };
  const access = new Map<string, Access>([[self.id, self.access]]);
  if (accounts.other !== undefined) access.set(accounts.other.id, accounts.other.access);
  const credentials = (account: string): Credentials => access.get(account)?.credentials ?? keyOf(account);
  const kms = options.kmsUrl === undefined ? {} : { kmsEndpoint: withoutUser(options.kmsUrl) };
  const connection = new Connection({ endpoint: url, timeout, ...kms }, credentials);
  const here = { account: self.id, region };

  const quotas: Quotas = { ...(options.quota !== undefined && { told: options.quota }), beyondUsual: false };
  const setting = {
    accounts: { self: self.id, other: accounts.other?.id ?? nobodysAccount },
    regions: { here: region, elsewhere: elsewhereRegion },
  };
  return {
    name: options.name ?? new URL(url).host,
    endpoint: url,
    access: withoutSecrets(access),
    setting,
    capabilities: redact([
      secondAccount(accounts.other?.access, accounts.detail),
      ...(await probe(connection, here, { account: self.id, region: elsewhereRegion })),
    ]),
    redact,
    async stage(given, nameOf): Promise<Staging> {
      if (accounts.other === undefined && JSON.stringify(given).includes('"other"')) {
        return { kind: 'impossible', reason: `the target has no second account: ${accounts.detail}` };
      }
      return stageWorld(connection, given, { ...setting, nameOf }, quotas);
    },
    send: (caller, request, wire, http) => sendCopy(connection, caller, request, wire, http),
    describe: (caller, name) => describeSnapshot(connection, caller, name),
    listTags: (caller, arn) => listTags(connection, caller, arn),
    call: (service, operation, caller, input) => connection.call(service, operation, caller, input),
    discard: (caller, name) => discardCopy(connection, caller, name),
    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}

const accessKey = (account: string): Access => ({ kind: 'access-key', credentials: keyOf(account) });

function secondAccount(access: Access | undefined, detail: string): Capability {
  const name = 'second account';
  if (access === undefined) return { name, available: false, detail };
  return {
    name,
    available: true,
    detail: describeAccess(access),
  };
}

function describeAccess(access: Access): string {
  if (access.kind === 'assumed-role') return `by assuming ${access.roleArn}`;
  return access.profile === undefined ? 'by access key id' : `by the profile ${access.profile}`;
}

/** Another Region of the same partition. */
export function secondRegion(region: string): string {
  const [first, second] = {
    'aws-cn': ['cn-north-1', 'cn-northwest-1'],
    'aws-us-gov': ['us-gov-west-1', 'us-gov-east-1'],
  }[partitionOf(region)] ?? ['eu-west-1', 'us-east-1'];
  return (region === first ? second : first) ?? region;
}
