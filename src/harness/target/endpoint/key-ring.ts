import { keyArn, type Caller } from '../../../model/index.ts';
import type { KeyDocument } from '../../../contract/generated/types.ts';
import type { CallResult, Step } from '../exchange.ts';
import type { Callable } from './connection.ts';
import { impossible } from './staging-stopped.ts';

/** Who takes keys from the ring: it makes the calls that a key needs, as steps of its own. */
export interface KeyUser {
  readonly steps: Step[];
  readonly about: string | undefined;
  call(
    service: Step['service'],
    operation: string,
    caller: Caller,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>>;
  noteInvention(variable: string, path: string, value: string): void;
}

/** What a key is made to be, whichever world uses it. Its state is no part of that: it changes, and changes back. */
export interface KeyKind {
  readonly place: Caller;
  readonly spec?: NonNullable<KeyDocument['spec']>;
  /** Regions that have a replica. */
  readonly replicas?: readonly string[];
  /** Accounts that its policy lets use it, besides its own. */
  readonly usableBy?: readonly string[];
}

/** The keys of a run, for whoever stages worlds. */
export type Keys = Pick<KeyRing, 'take' | 'bring' | 'giveBack'>;

/** State of a key, in the words of KMS. */
export type KeyState = NonNullable<KeyDocument['state']>;

/** A key on the ring. */
export interface RingKey {
  readonly id: string;
  readonly arn: string;
}

interface Entry extends RingKey {
  readonly kind: string;
  readonly place: Caller;
  /** Calls that made it. */
  readonly steps: readonly Step[];
  state: KeyState;
  /** Who has it now. */
  holder: KeyUser | undefined;
}

/**
 * The KMS keys of a run: AWS cannot delete keys, so they are made once for each kind and handed from one world to the
 * next. What a world did to the state of a key is undone when it gives it back.
 */
export class KeyRing {
  readonly #run: string;
  /** Makes the calls that nobody needs to repeat by hand. */
  readonly #caretaker: Callable;
  #entries: Entry[] = [];
  #made = 0;

  constructor(run: string, caretaker: Callable) {
    this.#run = run;
    this.#caretaker = caretaker;
  }

  /** Takes a key of that kind, enabled, until `giveBack`. The fixture builder's steps tell how it came about. */
  async take(fixtureBuilder: KeyUser, handle: string, kind: KeyKind): Promise<RingKey> {
    const free = this.#entries.find(
      (entry) => entry.kind === JSON.stringify(kind) && entry.holder === undefined,
    );
    if (free === undefined) return this.#call(fixtureBuilder, handle, kind);
    free.holder = fixtureBuilder;
    fixtureBuilder.steps.push(...free.steps.map((step) => named(step, fixtureBuilder.about, handle)));
    return free;
  }

  /** Brings a key into a state, as a step of the fixture builder that has it. */
  async bring(fixtureBuilder: KeyUser, key: RingKey, state: KeyState): Promise<void> {
    const entry = this.#entries.find(({ id }) => id === key.id);
    if (entry === undefined || entry.state === state) return;
    for (const [operation, input] of ways[entry.state][state]) {
      await fixtureBuilder.call('kms', operation, entry.place, { KeyId: entry.id, ...input });
    }
    entry.state = state;
  }

  /** Takes back all that a fixture builder has, and enables it again. A key that cannot be is used no more. */
  async giveBack(fixtureBuilder: KeyUser): Promise<void> {
    for (const entry of this.#entries.filter(({ holder }) => holder === fixtureBuilder)) {
      for (const [operation, input] of ways[entry.state].Enabled) {
        const result: CallResult = await this.#caretaker.call('kms', operation, entry.place, {
          KeyId: entry.id,
          ...input,
        });
        if (!result.ok) this.#entries = this.#entries.filter((other) => other !== entry);
      }
      entry.state = 'Enabled';
      // Until now it was of no use to another world, which is judged beside this one.
      entry.holder = undefined;
    }
  }

  async #call(fixtureBuilder: KeyUser, handle: string, kind: KeyKind): Promise<RingKey> {
    const { place, spec, replicas, usableBy } = kind;
    const before = fixtureBuilder.steps.length;
    this.#made += 1;
    const output = await fixtureBuilder.call('kms', 'CreateKey', place, {
      Description: `neptune-copy-contract ncc-${this.#run}-key-${this.#made}`,
      ...(spec !== undefined && { KeySpec: spec, KeyUsage: usageOf(spec) }),
      ...(replicas !== undefined && { MultiRegion: true }),
      ...(usableBy !== undefined && { Policy: policyFor([place.account, ...usableBy]) }),
    });
    const { KeyId: id, Arn: arn } = (output['KeyMetadata'] ?? {}) as { KeyId?: string; Arn?: string };
    if (id === undefined || arn !== keyArn(place, id)) {
      impossible(
        `CreateKey answered the key ARN ${String(arn)}, which is not of the account ${place.account} in ${place.region}`,
      );
    }
    fixtureBuilder.noteInvention(variableOf(handle), 'KeyMetadata.KeyId', id);
    for (const region of replicas ?? []) {
      await fixtureBuilder.call('kms', 'ReplicateKey', place, { KeyId: id, ReplicaRegion: region });
    }
    const steps = fixtureBuilder.steps.slice(before);
    const entry: Entry = {
      id,
      arn,
      kind: JSON.stringify(kind),
      place,
      steps,
      state: 'Enabled',
      holder: fixtureBuilder,
    };
    this.#entries.push(entry);
    return entry;
  }
}

type Ways = readonly (readonly [operation: string, input?: Readonly<Record<string, unknown>>])[];

/** The calls that lead from one state to another. */
const ways: Readonly<Record<KeyState, Readonly<Record<KeyState, Ways>>>> = {
  Enabled: {
    Enabled: [],
    Disabled: [['DisableKey']],
    PendingDeletion: [['ScheduleKeyDeletion', { PendingWindowInDays: 7 }]],
  },
  Disabled: {
    Enabled: [['EnableKey']],
    Disabled: [],
    PendingDeletion: [['ScheduleKeyDeletion', { PendingWindowInDays: 7 }]],
  },
  PendingDeletion: {
    Enabled: [['CancelKeyDeletion'], ['EnableKey']],
    Disabled: [['CancelKeyDeletion']],
    PendingDeletion: [],
  },
};

/** A step as another world would have made it. */
const named = (step: Step, about: string | undefined, handle: string): Step => {
  const { about: _, invented, ...rest } = step;
  return {
    ...rest,
    ...(about !== undefined && { about }),
    ...(invented !== undefined && { invented: { ...invented, variable: variableOf(handle) } }),
  };
};

/** Name of the shell variable for a key's id. */
const variableOf = (handle: string): string => `key_${handle.replaceAll(/[^A-Za-z0-9]/g, '_')}`;

const usageOf = (spec: string): string =>
  spec === 'SYMMETRIC_DEFAULT'
    ? 'ENCRYPT_DECRYPT'
    : spec.startsWith('HMAC')
      ? 'GENERATE_VERIFY_MAC'
      : 'SIGN_VERIFY';

const policyFor = (accounts: readonly string[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: accounts.map((account) => `arn:aws:iam::${account}:root`) },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
