import { placeKey, type Caller } from '../../model/index.ts';
import type { DBClusterSnapshot, Tag } from '../../spec/generated/types.ts';
import { Allowance } from '../allowance.ts';
import { CopyWaits } from '../copy-waits.ts';
import type { Step, Unseen } from '../target.ts';
import type { CallFault, CallResult, Callable } from './connection.ts';
import { describeSnapshot, listTags } from './observe.ts';

/** Staging cannot go on: because the target cannot do it, or because the harness got no usable answer. */
export class StagingStopped extends Error {
  override readonly name = 'StagingStopped';
  readonly kind: 'impossible' | 'failed';

  constructor(kind: 'impossible' | 'failed', reason: string) {
    super(reason);
    this.kind = kind;
  }
}

/** Stops staging because the target cannot do what is needed. */
export function impossible(reason: string): never {
  throw new StagingStopped('impossible', reason);
}

/** Something to be removed again. */
interface Leftover {
  readonly what: string;
  remove(): Promise<CallResult>;
}

/** What bounds the making of things. */
export interface WorkshopLimits {
  readonly allowance?: Allowance | undefined;
  readonly waits?: CopyWaits | undefined;
}

/** After so many removals in a row without an answer, nobody is taken to be there. */
const patience = 3;

/** Makes things at a target, keeps a record of how, and removes them again in reverse order. */
export class Workshop {
  readonly connection: Callable;
  readonly steps: Step[] = [];
  /** Name, in the world's document, of what is being made. */
  about: string | undefined;
  readonly #leftovers: Leftover[] = [];
  readonly #allowance: Allowance;
  readonly #waits: CopyWaits;

  constructor(connection: Callable, { allowance, waits }: WorkshopLimits = {}) {
    this.connection = connection;
    this.#allowance = allowance ?? new Allowance();
    this.#waits = waits ?? new CopyWaits();
  }

  /** Makes a call that has to succeed, and records it. */
  async make(
    service: Step['service'],
    operation: string,
    caller: Caller,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>> {
    const result = await this.connection.call(service, operation, caller, input);
    const about = this.about === undefined ? {} : { about: this.about };
    this.steps.push({ service, operation, caller, input, ...about });
    if (result.ok) return result.output;
    throw new StagingStopped(kindOf(result.fault), `${operation}: ${describeFault(result.fault)}`);
  }

  /** Marks what the last step made up, for scripts that repeat the steps. */
  noteInvention(variable: string, path: string, value: string): void {
    const last = this.steps.pop();
    if (last !== undefined) this.steps.push({ ...last, invented: { variable, path, value } });
  }

  /** Sees to it that a call is made at the end. */
  leave(
    what: string,
    service: Step['service'],
    operation: string,
    caller: Caller,
    input: Record<string, unknown>,
  ): void {
    this.#leftovers.push({ what, remove: () => this.connection.call(service, operation, caller, input) });
  }

  /** Sees to it that the snapshot is deleted at the end. */
  leaveSnapshot(caller: Caller, name: string): void {
    this.leave(`snapshot ${name} (${placeKey(caller)})`, 'neptune', 'DeleteDBClusterSnapshot', caller, {
      DBClusterSnapshotIdentifier: name,
    });
  }

  /** Sees to it that the cluster is deleted at the end, and its automated snapshots, which some targets keep. */
  leaveCluster(caller: Caller, cluster: string): void {
    const what = `${cluster} (${placeKey(caller)})`;
    const remove = (): Promise<CallResult> => this.#removeAutomated(caller, cluster);
    this.#leftovers.push({ what: `automated snapshots of ${what}`, remove });
    this.leave(`cluster ${what}`, 'neptune', 'DeleteDBCluster', caller, {
      DBClusterIdentifier: cluster,
      SkipFinalSnapshot: true,
    });
  }

  async #removeAutomated(caller: Caller, cluster: string): Promise<CallResult> {
    const listed = await this.connection.call('neptune', 'DescribeDBClusterSnapshots', caller, {
      DBClusterIdentifier: cluster,
      SnapshotType: 'automated',
    });
    if (!listed.ok) return listed;
    for (const { DBClusterSnapshotIdentifier } of (listed.output['DBClusterSnapshots'] ??
      []) as DBClusterSnapshot[]) {
      const removed = await this.connection.call('neptune', 'DeleteDBClusterSnapshot', caller, {
        DBClusterSnapshotIdentifier,
      });
      if (!removed.ok) return removed;
    }
    return listed;
  }

  /** What the target describes under the name; staging stops when it describes nothing. */
  async find(caller: Caller, name: string): Promise<DBClusterSnapshot> {
    const seen = await describeSnapshot(this.connection, caller, name);
    if (!seen.ok) stopUnseen('DescribeDBClusterSnapshots', seen);
    return seen.value ?? impossible(`the snapshot ${name} is not described after it was made`);
  }

  /** Waits until the snapshot is available. */
  async awaitAvailable(caller: Caller, name: string): Promise<DBClusterSnapshot> {
    const made = this.steps.at(-1)?.operation === 'CopyDBClusterSnapshot' ? 'Copy' : 'Create';
    const wait = this.#waits.begin(`${made}DBClusterSnapshot`, { first: 50, factor: 1.5, longest: 2_000 });
    for (;;) {
      const snapshot = await this.find(caller, name);
      if (snapshot.Status === 'available') {
        wait.done();
        return snapshot;
      }
      if (snapshot.Status === 'failed') impossible(`the snapshot ${name} failed`);
      const tired = await wait.pause();
      if (tired !== undefined)
        impossible(`the snapshot ${name} is still ${snapshot.Status ?? 'without a status'}: ${tired}`);
      const last = this.steps.at(-1);
      if (last !== undefined && last.awaited === undefined)
        this.steps[this.steps.length - 1] = { ...last, awaited: name };
    }
  }

  /** The tags that the target lists; staging stops when it lists none at all. */
  async tagsOf(caller: Caller, arn: string): Promise<readonly Tag[]> {
    const seen = await listTags(this.connection, caller, arn);
    return seen.ok ? seen.value : stopUnseen('ListTagsForResource', seen);
  }

  /** Removes everything, last things first. Resolves to what is left. */
  cleanUp(): Promise<readonly string[]> {
    return this.#allowance.cleaningUp(() => this.#removeAll());
  }

  async #removeAll(): Promise<readonly string[]> {
    const left: string[] = [];
    let silent = 0;
    for (const leftover of this.#leftovers.reverse()) {
      if (silent >= patience) {
        left.push(`${leftover.what}: the target has stopped answering`);
        continue;
      }
      const result = await leftover.remove();
      silent = result.ok || result.fault.status !== undefined ? 0 : silent + 1;
      if (!result.ok && !isGone(result.fault)) left.push(`${leftover.what}: ${describeFault(result.fault)}`);
    }
    this.#leftovers.length = 0;
    return left;
  }
}

/** Stops staging because nothing could be seen of what was made. */
export function stopUnseen(what: string, { reason, silent }: Unseen): never {
  throw new StagingStopped(silent === true ? 'failed' : 'impossible', `${what}: ${reason}`);
}

/** A fault in one line. */
export const describeFault = (fault: CallFault): string =>
  `${fault.name}${fault.status === undefined ? '' : ` (HTTP ${fault.status})`}: ${fault.message}`;

/** An answer is the target's word, even if it fails; no answer, or "not now", is not. */
const kindOf = ({ name, status }: CallFault): 'impossible' | 'failed' =>
  status === undefined ||
  [429, 502, 503, 504].includes(status) ||
  /^(Throttling|RequestLimitExceeded|ServiceUnavailable|SlowDown)/.test(name)
    ? 'failed'
    : 'impossible';

/** Whether a removal failed because there is nothing to remove, or because it is on its way already. */
const isGone = (fault: CallFault): boolean =>
  fault.status === 404 || /NotFound|InvalidState/.test(fault.name);
