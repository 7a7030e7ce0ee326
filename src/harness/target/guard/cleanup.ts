import { HarnessError } from '../../../errors.ts';
import { accessOf } from '../endpoint/access.ts';
import { Connection } from '../endpoint/connection.ts';
import { readTls, type TlsOptions } from '../endpoint/tls.ts';
import { refuseAws } from './aws-hosts.ts';
import { Guard } from './guard.ts';
import { Journal } from './journal.ts';
import { Ledger } from './ledger.ts';
import { descriptionOf, lookFor } from './look.ts';
import { listKeyIds } from './listing.ts';
import type { JournaledRun, Leftover } from './read-journal.ts';
import { describeResource, type Resource } from './resource.ts';
import { putAway } from './sweep.ts';

/** How what a run left is removed. */
export interface CleanupOptions {
  /** Where to call; where the run called unless given. */
  readonly endpoint?: string;
  /** Milliseconds until an attempt of a call is given up. */
  readonly timeout: number;
  /** How the certificate of an https endpoint is checked; against what this machine trusts unless given. */
  readonly tls?: TlsOptions;
  /** Look, and remove nothing. */
  readonly dryRun: boolean;
}

/** What came of it, in words. */
export interface Cleanup {
  /** What was there, and is removed; or would be, in a dry run. */
  readonly removed: readonly string[];
  /** What is still there, or may be. */
  readonly left: readonly string[];
}

/**
 * Removes what a run left, by its journal and through the same guard: what its creation was answered for, and what it
 * asked for under a name that nobody else would have. All else it leaves alone, and tells. Rejects with a TargetError
 * or UsageError when the endpoint cannot be called.
 */
export async function cleanUp(
  { file, run, accounts, leftovers }: JournaledRun,
  { endpoint = run.endpoint, timeout, dryRun, ...options }: CleanupOptions,
): Promise<Cleanup> {
  refuseAws(endpoint);
  refuseAws(run.kmsEndpoint);
  if (run.live === true) throw new HarnessError(`the run ${run.run} was live, and is cleaned up as such`);
  const tls = options.tls === undefined ? {} : { tls: await readTls(options.tls) };
  const access = await accessOf(accounts, endpoint, timeout, tls.tls);
  const journal = dryRun ? undefined : await Journal.goOn(file);
  const ledger = new Ledger(run.run, journal);
  const kms = run.kmsEndpoint === undefined ? {} : { kmsEndpoint: run.kmsEndpoint };
  const guard = new Guard(new Connection({ endpoint, timeout, ...tls, ...kms }, access), ledger);
  try {
    const present: Resource[] = [];
    const left: string[] = [];
    for (const leftover of leftovers) {
      for (const resource of await candidates(guard, leftover)) {
        const look = await lookFor(guard, resource);
        const what = describeResource(resource);
        if (look.kind === 'unknown') left.push(`${what}: whether it is there cannot be told: ${look.reason}`);
        else if (look.kind === 'free') await settled(ledger, resource);
        else if (leftover.known !== 'made' && !ledger.carriesRun(resource.name) && resource.kind !== 'key')
          left.push(`${what}: the run does not know whether it made it, and anybody may use this name`);
        else {
          ledger.adopt(resource);
          present.push(resource);
        }
      }
    }
    if (dryRun) return { removed: present.map(describeResource), left };
    left.push(...(await putAway(guard, present)), ...ledger.strays());
    const removed: string[] = [];
    for (const resource of present) {
      if (await isGone(guard, resource)) removed.push(describeResource(resource));
      else if (left.length === 0) left.push(`${describeResource(resource)}: it is still described`);
    }
    return { removed, left };
  } finally {
    guard.close();
    await journal?.end(false);
  }
}

/** The resource of a leftover. A key whose id nobody was told is found by the description that it was asked for with. */
async function candidates(guard: Guard, { resource, known }: Leftover): Promise<readonly Resource[]> {
  const { kind, place, name } = resource;
  if (kind !== 'key' || known === 'made' || !guard.ledger.carriesRun(name)) return [resource];
  const listed = await listKeyIds(guard, place);
  const found: Resource[] = [];
  for (const id of listed.ok ? listed.value : []) {
    if ((await descriptionOf(guard, place, id)) === name) found.push({ kind, place, name: id });
  }
  return found;
}

/** Whether the target describes it no more; a key, whether it is due for deletion. */
async function isGone(guard: Guard, resource: Resource): Promise<boolean> {
  if (resource.kind !== 'key') return (await lookFor(guard, resource)).kind === 'free';
  const seen = await guard.call('kms', 'DescribeKey', resource.place, { KeyId: resource.name });
  const state = seen.ok && (seen.output['KeyMetadata'] as { KeyState?: string } | undefined)?.KeyState;
  return !seen.ok || state === 'PendingDeletion' || state === 'PendingReplicaDeletion';
}

/** There is nothing under the name: the journal need not tell of it any longer. */
async function settled(ledger: Ledger, resource: Resource): Promise<void> {
  ledger.adopt(resource);
  await ledger.removed(resource);
}
