import type { CallResult, Capability } from '../exchange.ts';
import { offered } from './offered.ts';

/** What a run has heard of the operations that it called, by the name of each. */
export class Heard {
  readonly #operations = new Map<string, Capability>();

  /** Notes an answer, be it none. An operation that was answered once is there, whatever else comes of it. */
  note(operation: string, result: CallResult<unknown>): void {
    const known = this.#operations.get(operation);
    if (known?.available === true) return;
    const now = offered(operation, result);
    // Silence takes back nothing that the target has said.
    if (known === undefined || now.silent !== true) this.#operations.set(operation, now);
  }

  /** What was heard of an operation; undefined where it was not called. */
  of(operation: string): Capability | undefined {
    return this.#operations.get(operation);
  }
}
