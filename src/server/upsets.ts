import { UsageError } from '../errors.ts';
import { faults, type FaultShape } from '../contract/generated/catalogue.ts';
import { suggestion } from '../contract/nearest.ts';
import { operationNames } from '../model/operations/index.ts';
import type { SnapshotOutput } from '../model/operations/copy-snapshot.ts';
import type { Reply, ServiceFault } from '../model/operations/reply.ts';
import { failed } from '../model/world/lifecycle.ts';
import { findSnapshot, putSnapshot, type World } from '../model/world/world.ts';
import type { Perform } from './perform.ts';

/** What a test lets go wrong that no request asks for: calls that fail once, and copies that fail. */
export class Upsets {
  readonly #faults: { readonly fault: ServiceFault; readonly operation: string | undefined }[] = [];
  readonly #copies = new Set<string>();

  /**
   * Lets the next call fail, or the next one of an operation, without any effect; again for one more. A fault of the
   * catalogue is told by its name, any other by code, status and message. Throws a UsageError for names that are none.
   */
  failNext(fault: FaultShape | ServiceFault, operation?: string): void {
    if (operation !== undefined && !operationNames.includes(operation))
      throw new UsageError(`there is no operation ${operation}${suggestion(operation, operationNames)}`);
    this.#faults.push({ fault: typeof fault === 'string' ? known(fault) : fault, operation });
  }

  /**
   * Lets the copies of that name that are under way fail now. Where there are none, the next copy that is made under
   * this name fails once it is due.
   */
  failCopy(world: World, name: string): World {
    const folded = name.toLowerCase();
    const underWay = [...world.places.values()].flatMap(({ inProgress, snapshots }) =>
      inProgress.has(folded) ? (snapshots.get(folded) ?? []) : [],
    );
    if (underWay.length === 0) this.#copies.add(folded);
    return underWay.reduce((next, copy) => putSnapshot(next, failed(copy)), world);
  }

  /** Runs operations as told, but for what is to go wrong. */
  over(perform: Perform): Perform {
    return (world, caller, service, action, input) => {
      const at = this.#faults.findIndex(({ operation }) => operation === undefined || operation === action);
      const [upset] = at === -1 ? [] : this.#faults.splice(at, 1);
      if (upset !== undefined) return [world, { ok: false, fault: upset.fault }];
      const [next, reply] = perform(world, caller, service, action, input);
      if (action !== 'CopyDBClusterSnapshot' || !reply.ok) return [next, reply];
      const { DBClusterSnapshotIdentifier: name } = (reply.output as SnapshotOutput).DBClusterSnapshot;
      const copy = this.#copies.delete(name) ? findSnapshot(next, caller, name) : undefined;
      if (copy === undefined) return [next, reply];
      const { progress } = copy;
      const doomed =
        progress === undefined ? failed(copy) : { ...copy, progress: { ...progress, fails: true } };
      return [putSnapshot(next, doomed), begun(reply.output as SnapshotOutput)];
    };
  }
}

/** A copy that takes no time is told as available; one that will fail never was. */
const begun = ({ DBClusterSnapshot: shape }: SnapshotOutput): Reply => ({
  ok: true,
  output: { DBClusterSnapshot: { ...shape, Status: 'copying', PercentProgress: 0 } },
});

function known(name: string): ServiceFault {
  const entry = faults.find(({ shape, code }) => shape === name || code === name);
  if (entry !== undefined)
    return { code: entry.code, status: entry.status, message: `${entry.code}, as it was to be.` };
  const names = faults.map(({ shape }) => shape);
  throw new UsageError(
    `no fault is called ${name}${suggestion(name, names)}; any other is told as { code, status, message }`,
  );
}
