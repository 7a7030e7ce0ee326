import { mapTexts } from '../../protocol/map-texts.ts';
import { placeOf, realise, type Realised, type SnapshotShape } from '../../model/index.ts';
import { completed } from '../../harness/target/completed.ts';
import { readBySdk } from '../../harness/target/endpoint/send.ts';
import type { HttpExchange, Step, Target } from '../../harness/target/target.ts';
import { abstractDeviation } from '../../harness/run/deviation.ts';
import { runUnit, type Measured } from '../../harness/run/unit.ts';
import { firstIn, readCall, type SeenCall } from './seen-call.ts';

/** What the answer to a script shows. */
export interface Judged {
  readonly shown: boolean;
  /** Why it does not, or why that cannot be said. */
  readonly reason?: string;
  /** Set where the answer says nothing of it. */
  readonly unjudged?: true;
}

/** Operations that only set up, look and clean up. The call under test may name anything else, or nothing. */
const beside = /^(Describe|List|Get|Create|Delete|Modify|Add|Remove|Assume)/;

/** Names of a run as they stand in calls. */
const names = /ncc-([0-9a-z]{6})-/;

/**
 * Looks on while a script makes a call again, and judges the answer as that of the case was judged: by the same checks,
 * with the names that the script has made up, in the world that it has made.
 */
export class Rejudging {
  readonly #target: Target;
  readonly #measured: Measured;
  readonly #fingerprint: string;
  /** What the target makes up, in the order in which it is asked for. */
  readonly #inventing: Step[];
  /** Copies that come before the call under test. */
  #copiesBefore: number;
  #runId: string | undefined;
  readonly #invented = new Map<string, string>();
  #judged: Promise<Judged> | undefined;

  constructor(target: Target, measured: Measured, fingerprint: string, steps: readonly Step[]) {
    this.#target = target;
    this.#measured = measured;
    this.#fingerprint = fingerprint;
    this.#inventing = steps.filter(({ invented }) => invented !== undefined);
    this.#copiesBefore = steps.filter(({ operation }) => operation === 'CopyDBClusterSnapshot').length;
  }

  /** What the call under test showed; undefined while it was not made. */
  get judged(): Promise<Judged> | undefined {
    return this.#judged;
  }

  /** Takes notice of a call. Resolves when what it showed is known, and its answer may go on. */
  async see(exchange: HttpExchange): Promise<void> {
    this.#runId ??= names.exec(`${exchange.request.url}\n${exchange.request.body}`)?.[1];
    const call = readCall(exchange);
    this.#learn(call, exchange);
    if (call.service !== 'neptune' || beside.test(call.operation)) return;
    if (this.#copiesBefore > 0) {
      this.#copiesBefore -= 1;
      return;
    }
    this.#judged ??= this.#judge(exchange);
    await this.#judged;
  }

  #learn(call: SeenCall, { response }: HttpExchange): void {
    const [next] = this.#inventing;
    if (next?.invented === undefined || !call.ok || !this.#isCallOf(next, call)) return;
    const value = firstIn(response, next.invented.path.split('.').at(-1) ?? '');
    this.#inventing.shift();
    if (value !== undefined) this.#invented.set(next.invented.value, value);
  }

  #isCallOf({ operation, input }: Step, call: SeenCall): boolean {
    return (
      operation === call.operation &&
      Object.entries(input).every(
        ([member, value]) =>
          member === 'Description' ||
          typeof value !== 'string' ||
          call.input[member] === this.#renamed(value),
      )
    );
  }

  /** A text of the run as the script has it. */
  #renamed(text: string): string {
    const { runId } = this.#target;
    const own = this.#runId ?? runId;
    let renamed = text
      .replaceAll(`ncc-${runId}-`, `ncc-${own}-`)
      .replaceAll(`NCC-${runId.toUpperCase()}-`, `NCC-${own.toUpperCase()}-`);
    for (const [before, now] of this.#invented) renamed = renamed.replaceAll(before, now);
    return renamed;
  }

  async #judge(http: HttpExchange): Promise<Judged> {
    const { given, unit } = this.#measured;
    const realised = await this.#world();
    if (realised === undefined) return { shown: false, reason: 'its world is not to be seen at the target' };
    const sdk = await readBySdk(http.response);
    const target: Target = {
      ...this.#target,
      runId: this.#runId ?? this.#target.runId,
      send: () => Promise.resolve({ sdk, http, attempts: 1 }),
      // The copy is the script's own.
      discard: () => Promise.resolve(undefined),
    };
    const result = await runUnit(target, given, { realised, steps: [] }, unit);
    if (result.kind !== 'measured') return { shown: false, unjudged: true, reason: result.reason };
    const kept = this.#target.redact?.(result) ?? result;
    const shown = kept.checks.some(
      (check) => check.status === 'fail' && abstractDeviation(check, kept).fingerprint === this.#fingerprint,
    );
    return { shown };
  }

  /** The world as the script has made it, by the target's own description; undefined where a part is not there. */
  async #world(): Promise<Realised | undefined> {
    const { given, bindings } = this.#measured;
    const renamed = (text: string): string => this.#renamed(text);
    const setting = {
      ...bindings.setting,
      nameOf: (handle: string) => renamed(bindings.setting.nameOf(handle)),
    };
    const { keys, snapshots } = mapTexts({ keys: bindings.keys, snapshots: bindings.snapshots }, renamed);
    const found: Record<string, SnapshotShape> = {};
    for (const [handle, entry] of Object.entries(given.snapshots ?? {})) {
      const place = placeOf(entry, setting);
      const seen = await this.#target.describe(place, snapshots[handle]?.name ?? '');
      if (!seen.ok || seen.value === undefined) return undefined;
      found[handle] = completed(seen.value, place, entry.type);
    }
    const ids = Object.fromEntries(Object.entries(keys).map(([handle, { id }]) => [handle, id]));
    return realise(given, setting, { keys: ids, snapshots: found });
  }
}
