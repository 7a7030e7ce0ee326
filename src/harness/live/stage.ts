import type { LiveDocument, WorldDocument } from '../../contract/generated/types.ts';
import { emptyWorld, realise, type Found, type Setting, type World } from '../../model/index.ts';
import type { Staging } from '../target/target.ts';
import { castOf, type Parts } from './cast.ts';
import type { Inventory } from './inventory.ts';

/** The worlds of cases, played by what an account has. Nothing is made for them, and nothing removed. */
export class LiveStage {
  /** The world that stands now, as the account describes it. */
  world: World = emptyWorld();
  readonly #live: LiveDocument;
  readonly #inventory: Inventory;
  readonly #setting: Omit<Setting, 'nameOf'>;

  constructor(live: LiveDocument, inventory: Inventory, setting: Omit<Setting, 'nameOf'>) {
    this.#live = live;
    this.#inventory = inventory;
    this.#setting = setting;
  }

  /** Gives the parts of a world away, or tells what the account has nobody for. */
  play(given: WorldDocument, nameOf: Setting['nameOf']): Staging {
    const cast = castOf(given, this.#live);
    if (!cast.ok)
      return { kind: 'impossible', reason: `nothing that the file names plays this part: ${cast.lacks}` };
    const found = this.#found(cast.parts);
    this.world = realise(given, { ...this.#setting, nameOf }, found).world;
    return {
      kind: 'staged',
      found,
      steps: [],
      recheck: () => Promise.resolve(undefined),
      cleanUp: () => Promise.resolve([]),
    };
  }

  #found({ keys, snapshots }: Parts): Found {
    const { keys: named = {} } = this.#live;
    const each = <T>(parts: Readonly<Record<string, string>>, of: (name: string) => T | undefined) =>
      Object.fromEntries(
        Object.entries(parts).flatMap(([handle, name]) => {
          const value = of(name);
          return value === undefined ? [] : [[handle, value] as const];
        }),
      );
    return {
      keys: each(keys, (name) => named[name]?.id),
      aliases: each(keys, (name) => named[name]?.alias),
      snapshots: each(snapshots, (name) => this.#inventory.snapshots[name]?.shape),
      tags: each(snapshots, (name) => this.#inventory.snapshots[name]?.tags),
    };
  }
}
