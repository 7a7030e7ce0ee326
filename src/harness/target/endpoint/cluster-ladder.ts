import type { Caller } from '../../../model/index.ts';
import type { CallResult, Capability } from '../exchange.ts';
import { describeFault, kindOf } from './fault-words.ts';
import { StagingStopped, stoppedBy } from './staging-stopped.ts';

type Input = Readonly<Record<string, unknown>>;

/** A way to ask for a cluster: what it is called in reports, and what it adds to the plain request. */
interface Rung {
  readonly name: string;
  readonly adds: Input;
}

// Protects nothing: the cluster holds no data, and goes with the run.
const user = { MasterUsername: 'contract', MasterUserPassword: 'no-secret-at-all' };

/** Some emulators want what Neptune does not, or know the engines of its siblings only. */
const rungs: readonly Rung[] = [
  { name: 'plain', adds: {} },
  { name: 'with MasterUsername and MasterUserPassword', adds: user },
  ...['aurora-mysql', 'aurora-postgresql', 'docdb'].map((Engine) => ({
    name: `with a master user and the Engine ${Engine}`,
    adds: { ...user, Engine },
  })),
];

/** Asks a target for clusters in the first way that it accepts, and keeps to that. */
export class ClusterLadder {
  #settled: Rung | undefined;

  /**
   * Makes a cluster through `make`, and resolves to what the target answered. Throws StagingStopped when it accepts
   * none of the ways, with all that it said, or does not answer.
   */
  async climb(
    caller: Caller,
    input: Input,
    make: (caller: Caller, input: Input) => Promise<CallResult>,
  ): Promise<Input> {
    const answered = new Map<string, string>();
    const settled = this.#settled;
    for (const rung of settled === undefined ? rungs : [settled]) {
      const result = await make(caller, { Engine: 'neptune', ...input, ...rung.adds });
      if (result.ok) {
        this.#settled = rung;
        return result.output;
      }
      const said = describeFault(result.fault);
      if (settled !== undefined || kindOf(result.fault) === 'failed' || result.fault.refused === true)
        throw stoppedBy('CreateDBCluster', result.fault);
      if (!answered.has(said)) answered.set(said, rung.name);
    }
    const [only = '', ...others] = answered.keys();
    const told =
      others.length === 0
        ? only
        : [...answered].map(([said, name]) => `tried ${name}, answered ${said}`).join('; ');
    throw new StagingStopped('impossible', `CreateDBCluster: ${told}`);
  }

  /** The way that was found; undefined while none is. */
  get settled(): string | undefined {
    return this.#settled?.name;
  }

  /** What a report tells of it: the way that was found, unless it is the plain one. */
  capabilities(): readonly Capability[] {
    const found = this.#settled;
    if (found === undefined || found === rungs[0]) return [];
    return [{ name: 'clusters', available: true, detail: `${found.name}; refused otherwise` }];
  }
}
