import { placeKey, type Caller } from '../../../model/index.ts';
import type { Step } from '../exchange.ts';
import type { Resource } from '../guard/resource.ts';
import type { FixtureBuilder } from './fixture-builder.ts';
import type { Tools } from './tools.ts';

/** A snapshot that only takes up room, and the call that made it. */
interface Filler {
  readonly made: Resource;
  readonly step: Step;
}

/** What fills up a place. */
interface Filled {
  readonly place: Caller;
  readonly cluster: Filler;
  readonly snapshots: Filler[];
}

/** So many of them go when a world goes: the snapshots of the next one come before its quota is filled up. */
const room = 10;

/**
 * Snapshots that use up quotas. A hundred of them are dear, so they stand from one world that needs them to the next;
 * worlds whose quotas are filled up are alone at the target, and all of them go before another world is made.
 */
export class Fillers {
  readonly #filled = new Map<string, Filled>();
  readonly #tools: Pick<Tools, 'putAway'>;
  #count = 0;

  constructor(tools: Pick<Tools, 'putAway'>) {
    this.#tools = tools;
  }

  /** Takes over what stands in a place, as steps of the fixture builder; the first time, makes their cluster. */
  async take(fixtureBuilder: FixtureBuilder, place: Caller, cluster: string): Promise<void> {
    const known = this.#filled.get(placeKey(place));
    if (known !== undefined) {
      fixtureBuilder.steps.push(known.cluster.step, ...known.snapshots.map(({ step }) => step));
      return;
    }
    const { connection } = fixtureBuilder;
    await connection.clusters.climb(place, { DBClusterIdentifier: cluster }, async (caller, input) => {
      const result = await connection.call('neptune', 'CreateDBCluster', caller, input);
      if (!result.ok || result.made === undefined) return result;
      const step: Step = { service: 'neptune', operation: 'CreateDBCluster', caller, input };
      fixtureBuilder.steps.push(step);
      this.#filled.set(placeKey(place), { place, cluster: { made: result.made, step }, snapshots: [] });
      return result;
    });
  }

  /** Makes so many more in a place. */
  async add(fixtureBuilder: FixtureBuilder, place: Caller, prefix: string, count: number): Promise<void> {
    const filled = this.#filled.get(placeKey(place));
    if (filled === undefined) return;
    const inputs = Array.from({ length: Math.max(0, count) }, () => ({
      DBClusterIdentifier: filled.cluster.made.name,
      DBClusterSnapshotIdentifier: `${prefix}-${(this.#count += 1)}`,
    }));
    const made: Filler[] = [];
    try {
      await fixtureBuilder.callForAll('CreateDBClusterSnapshot', place, inputs, (filler, index) => {
        made[index] = filler;
      });
    } finally {
      // Those that were refused left holes.
      filled.snapshots.push(...Object.values(made));
    }
  }

  /** The cluster of what stands in a place, and a name that none of them has. */
  another(place: Caller, prefix: string): Readonly<Record<string, unknown>> {
    return {
      DBClusterIdentifier: this.#filled.get(placeKey(place))?.cluster.made.name,
      DBClusterSnapshotIdentifier: `${prefix}-${(this.#count += 1)}`,
    };
  }

  /** Deletes so many in a place, as steps of the fixture builder. */
  async remove(fixtureBuilder: FixtureBuilder, place: Caller, count: number): Promise<void> {
    const gone = this.#filled.get(placeKey(place))?.snapshots.splice(-count, count) ?? [];
    for (const { made } of gone) {
      fixtureBuilder.removeLater(made);
      await fixtureBuilder.call('neptune', 'DeleteDBClusterSnapshot', place, {
        DBClusterSnapshotIdentifier: made.name,
      });
    }
  }

  /** Leaves some room for the snapshots of another world. Resolves to what could not be removed, in words. */
  async makeRoom(): Promise<readonly string[]> {
    return this.#putAway(
      [...this.#filled.values()].flatMap(({ snapshots }) => snapshots.splice(-room, room)),
    );
  }

  /** Removes all of them. Resolves to what could not be removed, in words. */
  async release(): Promise<readonly string[]> {
    const all = [...this.#filled.values()];
    this.#filled.clear();
    return [
      ...(await this.#putAway(all.flatMap(({ snapshots }) => snapshots))),
      ...(await this.#putAway(all.map(({ cluster }) => cluster))),
    ];
  }

  #putAway(fillers: readonly Filler[]): Promise<readonly string[]> {
    return this.#tools.putAway(fillers.map(({ made }) => made));
  }
}
