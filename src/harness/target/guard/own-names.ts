import { placeKey } from '../../../model/index.ts';
import type { Callable } from '../endpoint/connection.ts';
import type { Ledger } from './ledger.ts';
import { namesInOnePage } from './listing.ts';
import type { Resource } from './resource.ts';

/**
 * Which names of a run nobody can have, so that none of them has to be looked for by itself: those that carry the run
 * and were never asked for, where a list of the place, made before anything, shows none that carries it. Where a target
 * cannot list, or has more than a page, nothing is known.
 */
export class OwnNames {
  readonly #connection: Callable;
  readonly #ledger: Ledger;
  readonly #lists = new Map<string, Promise<boolean>>();

  constructor(connection: Callable, ledger: Ledger) {
    this.#connection = connection;
    this.#ledger = ledger;
  }

  /** Whether it is known, by what was seen before, that nobody has a name in a place. */
  async areFree({ kind, place, name }: Resource): Promise<boolean> {
    if (kind !== 'snapshot' && kind !== 'cluster') return false;
    if (!this.#ledger.carriesRun(name) || this.#ledger.hasAsked(name)) return false;
    const key = `${kind} ${placeKey(place)}`;
    const known = this.#lists.get(key) ?? this.#holdsNone(kind, place);
    this.#lists.set(key, known);
    // While it was listed, somebody may have asked for the very name.
    return (await known) && !this.#ledger.hasAsked(name);
  }

  async #holdsNone(kind: 'snapshot' | 'cluster', place: Resource['place']): Promise<boolean> {
    const names = await namesInOnePage(this.#connection, place, kind);
    // What the run made elsewhere is shown here by a target that does not tell its places apart; automated snapshots of
    // its clusters were never asked for.
    const isStranger = (name: string): boolean =>
      this.#ledger.carriesRun(name) &&
      !this.#ledger.hasAsked(name) &&
      !this.#ledger.owns({ kind, place, name });
    return names !== undefined && !names.some(isStranger);
  }
}
