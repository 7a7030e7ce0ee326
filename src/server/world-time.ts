import { advance } from '../model/world/lifecycle.ts';
import type { Instant, World } from '../model/world/world.ts';

/** A world that is as old as a clock says, and a test lets time pass besides. */
export class WorldTime {
  #world: World;
  /** How far the world is ahead of the clock, in milliseconds. */
  #ahead = 0;
  readonly #clock: (() => Instant) | undefined;

  /** Without a clock, time stands still but for `advance`. */
  constructor(world: World, clock: (() => Instant) | undefined) {
    this.#clock = clock;
    this.#world = world;
    this.replace(world);
  }

  /** The world as it is now, or as a call has left it. */
  get world(): World {
    this.#world = advance(this.#world, this.#now(this.#world));
    return this.#world;
  }

  set world(next: World) {
    this.#world = next;
  }

  /** Puts another world in its place. One that was made for later than the clock says begins now. */
  replace(world: World): void {
    const now = this.#now(world);
    this.#world = now < world.clock ? { ...world, clock: now } : world;
  }

  /** Lets so many milliseconds pass. */
  advance(milliseconds: number): void {
    const { world } = this;
    if (this.#clock !== undefined) this.#ahead += milliseconds;
    this.#world = advance(world, world.clock + milliseconds);
  }

  #now({ clock }: World): Instant {
    return this.#clock === undefined ? clock : this.#clock() + this.#ahead;
  }
}
