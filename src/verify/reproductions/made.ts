import type { HttpExchange, Target } from '../../harness/target/target.ts';
import { effectOf } from '../../harness/target/guard/effects.ts';
import { describeResource, resourceKey, type Resource } from '../../harness/target/guard/resource.ts';
import { firstIn, readCall } from './seen-call.ts';

/** What a script has made so far, told by its calls: so that it can be said what is left where it did not remove it. */
export class Made {
  readonly #standing = new Map<string, Resource>();

  note(exchange: HttpExchange): void {
    const { service, operation, caller, input, ok } = readCall(exchange);
    const effect = effectOf(service, operation, caller, input);
    if (effect === undefined || effect.does === 'reads') return;
    const { does } = effect;
    if (!ok && !hasEffect(does, exchange.response)) return;
    const id = operation === 'CreateKey' ? firstIn(exchange.response, 'KeyId') : undefined;
    const resource = id === undefined ? effect.resource : { kind: 'key' as const, place: caller, name: id };
    if (resource === undefined) return;
    // Names are folded by some targets, and told in any case by scripts.
    const key = resourceKey({ ...resource, name: resource.name.toLowerCase() });
    if (does === 'makes' || does === 'restores') this.#standing.set(key, resource);
    if (does === 'removes') this.#standing.delete(key);
  }

  /** What still stands, in words. What failed while it was made need not be there: the target is asked. */
  async remaining(target: Pick<Target, 'describe'>): Promise<readonly string[]> {
    const told: string[] = [];
    for (const each of this.#standing.values()) {
      const seen = each.kind === 'snapshot' ? await target.describe(each.place, each.name) : undefined;
      if (seen?.ok !== true || seen.value !== undefined)
        told.push(`${describeResource(each)}, of a reproduction`);
    }
    return told;
  }
}

/** Whether a call may have done its work although it failed: a server's failure may come late, and what is gone is gone. */
const hasEffect = (does: string, { status, body }: HttpExchange['response']): boolean =>
  (does === 'makes' && status >= 500) || (does === 'removes' && /NotFound/.test(body));
