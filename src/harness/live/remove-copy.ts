import { snapshotArn } from '../../model/index.ts';
import type { Clock } from '../target/clock.ts';
import { describeFault } from '../target/endpoint/fault-words.ts';
import { describeSnapshot, listTags } from '../target/endpoint/observe.ts';
import type { Guard } from '../target/guard/guard.ts';
import { isNotFound } from '../target/guard/look.ts';
import { describeResource, type Resource } from '../target/guard/resource.ts';
import { isMarked, markKey } from './mark.ts';
import { until } from './until.ts';

/** How long it is waited for what AWS takes its time for, in milliseconds. */
export interface Patience {
  /** Until a copy is done, and can be deleted. */
  readonly copy: number;
  /** Until what was done is seen: descriptions and tags may come late. */
  readonly seen: number;
}

/** Copies of large volumes take hours; how late AWS shows what it has done is documented nowhere. */
export const usualPatience: Patience = { copy: 6 * 3_600_000, seen: 120_000 };

/** What a look shows of a copy. */
type Look =
  | { readonly kind: 'absent' }
  | { readonly kind: 'ours' }
  /** It cannot be removed now, and why. */
  | { readonly kind: 'busy' | 'unmarked'; readonly reason: string };

/**
 * Removes a copy of a run: once it is done, because AWS deletes none that is under way; if it carries the run's tag; and
 * until it is described no more. One that nobody sees for long enough is gone, or never was. Resolves to what is left, in
 * words; undefined when nothing is.
 */
export async function removeCopy(
  guard: Guard,
  resource: Resource,
  clock: Clock,
  patience: Patience = usualPatience,
): Promise<string | undefined> {
  const { ledger } = guard;
  const begun = clock.now();
  const isLate = (since: number): boolean => clock.now() - since >= patience.seen;
  let deletedAt: number | undefined;
  let trouble = '';
  const end = await until<'gone' | 'left'>(clock, patience.copy, async () => {
    const look = await lookAt(guard, resource);
    if (look.kind === 'absent') return deletedAt !== undefined || isLate(begun) ? 'gone' : undefined;
    if (look.kind !== 'ours') {
      trouble = look.reason;
      return look.kind === 'unmarked' && isLate(begun) ? 'left' : undefined;
    }
    if (deletedAt !== undefined) {
      trouble = 'its deletion was answered with success, but it is still described';
      return isLate(deletedAt) ? 'left' : undefined;
    }
    ledger.adopt(resource);
    const result = await guard.call('neptune', 'DeleteDBClusterSnapshot', resource.place, {
      DBClusterSnapshotIdentifier: resource.name,
    });
    if (result.ok || isNotFound(result.fault)) deletedAt = clock.now();
    else trouble = describeFault(result.fault);
    return undefined;
  });
  if (end === 'gone') {
    // The journal need not tell of it any longer, also where nothing ever answered.
    if (deletedAt === undefined) ledger.adopt(resource);
    await ledger.removed(resource);
    return undefined;
  }
  if (deletedAt !== undefined) await ledger.stillThere(resource);
  return `${describeResource(resource)}: ${trouble}`;
}

/** Looks at a copy, and whether it carries the run's tag. */
export async function lookAt(guard: Guard, { place, name }: Resource): Promise<Look> {
  const described = await describeSnapshot(guard, place, name);
  if (!described.ok) return { kind: 'busy', reason: described.reason };
  if (described.value === undefined) return { kind: 'absent' };
  const { Status: status = 'available' } = described.value;
  if (status !== 'available' && status !== 'failed') return { kind: 'busy', reason: `it is ${status}` };
  const tags = await listTags(guard, place, snapshotArn(place, name.toLowerCase()));
  if (!tags.ok) return { kind: 'busy', reason: tags.reason };
  const { run } = guard.ledger;
  return isMarked(tags.value, run)
    ? { kind: 'ours' }
    : { kind: 'unmarked', reason: `it does not carry the tag ${markKey}=${run}` };
}
