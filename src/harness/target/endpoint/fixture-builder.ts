import type { Caller } from '../../../model/index.ts';
import type { DBClusterSnapshot, Tag } from '../../../contract/generated/types.ts';
import { sideBySide } from '../../side-by-side.ts';
import { resourceKey, type Resource } from '../guard/resource.ts';
import type { CallFault, CallResult, Step } from '../exchange.ts';
import { describeSnapshot, listTags, toShape } from './observe.ts';
import { impossible, stoppedBy, stopUnseen } from './staging-stopped.ts';
import type { Tools } from './tools.ts';

/** Makes things at a target, keeps a record of how, and removes them again in reverse order. */
export class FixtureBuilder {
  readonly connection: Tools;
  readonly steps: Step[] = [];
  /** Name, in the world's document, of what is being made. */
  about: string | undefined;
  readonly #made: Resource[] = [];
  /** Snapshots as the target answered when they were made, by their place and name. */
  readonly #answered = new Map<string, DBClusterSnapshot>();

  constructor(connection: Tools) {
    this.connection = connection;
  }

  /** Makes a call that has to succeed, and records it. */
  async call(
    service: Step['service'],
    operation: string,
    caller: Caller,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>> {
    const result = await this.attempt(service, operation, caller, input);
    if (!result.ok) throw stoppedBy(operation, result.fault);
    return result.output;
  }

  /** Makes a call that may be refused, and records it if it is not. */
  async attempt(
    service: Step['service'],
    operation: string,
    caller: Caller,
    input: Readonly<Record<string, unknown>>,
  ): Promise<CallResult> {
    const result = await this.connection.call(service, operation, caller, input);
    if (!result.ok) return result;
    const about = this.about === undefined ? {} : { about: this.about };
    this.steps.push({ service, operation, caller, input, ...about });
    // Keys stay until the run ends: there are few, and they go from hand to hand.
    if (result.made !== undefined && result.made.kind !== 'key') this.removeLater(result.made);
    if (result.made?.kind === 'snapshot') this.#keep(result.made, result.output['DBClusterSnapshot']);
    return result;
  }

  /** Makes a cluster, in whichever way the target wants to be asked. */
  async makeCluster(
    caller: Caller,
    DBClusterIdentifier: string,
    different: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.connection.clusters.climb(caller, { DBClusterIdentifier, ...different }, (at, input) =>
      this.attempt('neptune', 'CreateDBCluster', at, input),
    );
  }

  /**
   * Makes calls of one operation of Neptune side by side; all have to succeed, and are recorded in their order. What
   * they make is the caller's to remove: `keep` is told of it at once.
   */
  async callForAll(
    operation: string,
    caller: Caller,
    inputs: readonly Readonly<Record<string, unknown>>[],
    keep: (made: { readonly made: Resource; readonly step: Step }, index: number) => void = () => undefined,
  ): Promise<readonly { readonly made: Resource; readonly step: Step }[]> {
    let failure: CallFault | undefined;
    const pieces = inputs.map((input, index) => ({
      run: async () => {
        const step: Step = { service: 'neptune', operation, caller, input };
        const result = await this.connection.call('neptune', operation, caller, input);
        if (!result.ok) failure ??= result.fault;
        if (!result.ok || result.made === undefined) return undefined;
        const kept = { made: result.made, step };
        keep(kept, index);
        return kept;
      },
    }));
    const done = await sideBySide(pieces, this.connection.atOnce, () => failure !== undefined);
    const all = done.flatMap((each) => (each === undefined ? [] : [each]));
    this.steps.push(...all.map(({ step }) => step));
    if (failure !== undefined) throw stoppedBy(operation, failure);
    return all;
  }

  /** Marks what the last step made up, for scripts that repeat the steps. */
  noteInvention(variable: string, path: string, value: string): void {
    const last = this.steps.pop();
    if (last !== undefined) this.steps.push({ ...last, invented: { variable, path, value } });
  }

  /** Sees to it that something that was made is removed at the end. */
  removeLater(made: Resource): void {
    this.#made.push(made);
  }

  /**
   * What the target describes under the name, or else what it answered when it was made; staging stops when it has
   * told nothing of it at all.
   */
  async find(caller: Caller, name: string): Promise<DBClusterSnapshot> {
    const seen = await describeSnapshot(this.connection, caller, name);
    if (!seen.ok) stopUnseen('DescribeDBClusterSnapshots', seen);
    return (
      seen.value ??
      this.#answered.get(answeredKey(caller, name)) ??
      impossible(`the snapshot ${name} is not described after it was made`)
    );
  }

  #keep({ place, name }: Resource, answered: unknown): void {
    if (typeof answered !== 'object' || answered === null) return;
    const shape = toShape(answered as Record<string, unknown>);
    if (shape.DBClusterSnapshotIdentifier !== undefined) this.#answered.set(answeredKey(place, name), shape);
  }

  /** Waits until the snapshot is available. One of which no status is told is taken to be. */
  async awaitAvailable(caller: Caller, name: string): Promise<DBClusterSnapshot> {
    const made = this.steps.at(-1)?.operation === 'CopyDBClusterSnapshot' ? 'Copy' : 'Create';
    const wait = this.connection.waits.begin(`${made}DBClusterSnapshot`, {
      first: 50,
      factor: 1.5,
      longest: 2_000,
    });
    for (;;) {
      const snapshot = await this.find(caller, name);
      if ((snapshot.Status ?? 'available') === 'available') {
        wait.done();
        return snapshot;
      }
      if (snapshot.Status === 'failed') impossible(`the snapshot ${name} failed`);
      const tired = await wait.pause();
      if (tired !== undefined) impossible(`the snapshot ${name} is still ${snapshot.Status}: ${tired}`);
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
    return this.connection.putAway(this.#made.splice(0).reverse());
  }
}

const answeredKey = (place: Caller, name: string): string =>
  resourceKey({ kind: 'snapshot', place, name: name.toLowerCase() });
