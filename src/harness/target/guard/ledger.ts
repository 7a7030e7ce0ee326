import { placeKey, samePlace, type Caller } from '../../../model/index.ts';
import type { Journal } from './journal.ts';
import { resourceKey, type Resource } from './resource.ts';

/**
 * What a run has made at a target, and nothing else: the one source of what it may alter or remove. Everything
 * that is asked for stands in the journal before it can exist.
 */
export class Ledger {
  /** The run's id, which is part of every name that can carry it. */
  readonly run: string;
  readonly #journal: Journal | undefined;
  /** What stands at the target, in the order in which it was made. */
  readonly #own = new Map<string, Resource>();
  /** What the target said it has removed, until somebody has looked. */
  readonly #removed = new Map<string, Resource>();
  readonly #strays = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(run: string, journal?: Journal) {
    this.run = run;
    this.#journal = journal;
  }

  /** Whether the name could only have been made up by this run. */
  carriesRun(name: string): boolean {
    return name.toLowerCase().includes(`ncc-${this.run}-`.toLowerCase());
  }

  /** Whether this run made the very resource and it stands; an automated snapshot belongs to the cluster it is of. */
  owns(resource: Resource): boolean {
    return this.#own.has(this.#key(resource)) || this.#isAutomatedOfOwn(resource);
  }

  /** Whether this run made the very resource and had it removed. */
  hasRemoved(resource: Resource): boolean {
    return this.#removed.has(this.#key(resource));
  }

  /** Notes, and puts on disk, that a resource is about to be asked for. */
  async asks(resource: Resource): Promise<void> {
    this.#asked.add(resource.name.toLowerCase());
    await this.#journal?.write({ event: 'asked', ...resource });
  }

  /** Whether anything was asked for under a name, in whatever place and case. */
  hasAsked(name: string): boolean {
    return this.#asked.has(name.toLowerCase());
  }

  /** Notes that the target answered its creation with success, under the name asked for. */
  async made(resource: Resource): Promise<void> {
    this.#own.set(this.#key(resource), resource);
    this.#removed.delete(this.#key(resource));
    await this.#journal?.write({ event: 'made', ...resource });
  }

  /** Takes over what an earlier process of the run has made. */
  adopt(resource: Resource): void {
    this.#own.set(this.#key(resource), resource);
  }

  /** Notes that the target refused its creation. */
  async refused(resource: Resource): Promise<void> {
    await this.#journal?.write({ event: 'refused', ...resource });
  }

  /** Notes that the target answered its removal with success, or says that there is no such thing. */
  async removed(resource: Resource): Promise<void> {
    const key = this.#key(resource);
    const own = this.#own.get(key);
    if (own === undefined) return;
    this.#own.delete(key);
    this.#removed.set(key, own);
    await this.#journal?.write({ event: 'removed', ...own });
  }

  /** What was removed since somebody last looked whether it is gone. */
  removedSince(): readonly Resource[] {
    return [...this.#removed.values()];
  }

  /** Notes that somebody has looked. */
  lookedAfter(resources: readonly Resource[]): void {
    for (const resource of resources) this.#removed.delete(this.#key(resource));
  }

  /** Notes that something is still there although its removal was answered with success. */
  async stillThere(resource: Resource): Promise<void> {
    await this.#journal?.write({ event: 'still-there', ...resource });
  }

  /** Notes something that this run cannot remove, in words. */
  stray(what: string): void {
    this.#strays.add(what);
  }

  /** What could not be removed, in words. */
  strays(): readonly string[] {
    return [...this.#strays];
  }

  /** What stands at the target, last things first. */
  standing(): readonly Resource[] {
    return [...this.#own.values()].reverse();
  }

  /** Places in which something was made or removed and not yet looked at, each once. */
  places(): readonly Caller[] {
    const all = [...this.#own.values(), ...this.#removed.values()].map(({ place }) => place);
    return [...new Map(all.map((place) => [placeKey(place), place])).values()];
  }

  /** Names that carry the run may come back in another case; all others are told apart by it, as some targets do. */
  #key(resource: Resource): string {
    const { name } = resource;
    return resourceKey(this.carriesRun(name) ? { ...resource, name: name.toLowerCase() } : resource);
  }

  /** `rds:CLUSTER-2026-01-31-08-30`, of a cluster of this run that stands, or stood a moment ago. */
  #isAutomatedOfOwn({ kind, place, name }: Resource): boolean {
    const cluster = /^rds:(.+)-\d{4}(-\d\d){4}$/i.exec(name)?.[1]?.toLowerCase();
    if (kind !== 'snapshot' || cluster === undefined || !this.carriesRun(cluster)) return false;
    return [...this.#own.values(), ...this.#removed.values()].some(
      (own) => own.kind === 'cluster' && samePlace(own.place, place) && own.name.toLowerCase() === cluster,
    );
  }
}
