import { sideBySide } from '../../side-by-side.ts';
import type { CallFault, CallResult } from '../exchange.ts';
import type { Guard } from './guard.ts';
import { listEverything } from './listing.ts';
import { isNotFound, lookFor } from './look.ts';
import { describeResource, type Resource, type ResourceKind } from './resource.ts';

type Removal = (guard: Guard, resource: Resource) => Promise<CallResult>;

/** The call that removes something. KMS keys cannot be deleted, only scheduled for it. */
const removals: Readonly<Record<ResourceKind, Removal>> = {
  snapshot: (guard, { place, name }) =>
    guard.call('neptune', 'DeleteDBClusterSnapshot', place, { DBClusterSnapshotIdentifier: name }),
  cluster: (guard, { place, name }) =>
    guard.call('neptune', 'DeleteDBCluster', place, { DBClusterIdentifier: name, SkipFinalSnapshot: true }),
  alias: (guard, { place, name }) => guard.call('kms', 'DeleteAlias', place, { AliasName: name }),
  key: (guard, { place, name }) =>
    guard.call('kms', 'ScheduleKeyDeletion', place, { KeyId: name, PendingWindowInDays: 7 }),
};

/** Removes one thing of the run's. Resolves to what went wrong, if anything. */
export async function remove(guard: Guard, resource: Resource): Promise<string | undefined> {
  return problemOf(await removals[resource.kind](guard, resource), resource);
}

function problemOf(result: CallResult, resource: Resource): string | undefined {
  if (result.ok || isNotFound(result.fault) || isOnItsWay(result.fault, resource)) return undefined;
  const { name, message } = result.fault;
  return `${describeResource(resource)}: ${name}: ${message}`;
}

/** A key that is scheduled for deletion already has nowhere further to go. */
const isOnItsWay = ({ name }: CallFault, { kind }: Resource): boolean =>
  kind === 'key' && /InvalidState/.test(name);

/** After so many removals in a row without an answer, nobody is taken to be there. */
const mostSilencesInARow = 3;

/** Removes things of the run's, in this order, and looks whether they are gone. Resolves to what is left, in words. */
export async function putAway(
  guard: Guard,
  resources: readonly Resource[],
  atOnce = 1,
): Promise<readonly string[]> {
  return [...(await removeAll(guard, resources, atOnce)), ...(await lookAfter(guard))];
}

/** So many removals, and somebody looks whether they did anything: where there is much else, a look costs much. */
const manyRemoved = 2_000;

/**
 * Removes things of the run's, in this order, but for things of one kind that follow each other: of these so many at
 * once. Resolves to what is left, in words.
 */
export async function removeAll(
  guard: Guard,
  resources: readonly Resource[],
  atOnce = 1,
): Promise<readonly string[]> {
  let silent = 0;
  const removeOne = async (resource: Resource): Promise<string | undefined> => {
    if (!guard.ledger.owns(resource)) return undefined;
    if (silent >= mostSilencesInARow)
      return `${describeResource(resource)}: the target has stopped answering`;
    const result = await removals[resource.kind](guard, resource);
    silent = result.ok || result.fault.status !== undefined || result.fault.refused === true ? 0 : silent + 1;
    return problemOf(result, resource);
  };
  const left: string[] = [];
  for (const alike of ofOneKind(resources)) {
    const problems = await sideBySide(
      alike.map((resource) => ({ run: () => removeOne(resource) })),
      atOnce,
    );
    for (const [at, problem] of problems.entries()) {
      if (problem === undefined) continue;
      // What could not go beside others, such as a source before its copy, may go when they have gone.
      const resource = alike[at];
      const still = atOnce === 1 || resource === undefined ? problem : await removeOne(resource);
      if (still !== undefined) left.push(still);
    }
  }
  if (guard.ledger.removedSince().length > manyRemoved) left.push(...(await lookAfter(guard)));
  return left;
}

/** Things in their order, those of one kind that follow each other together. */
function ofOneKind(resources: readonly Resource[]): readonly (readonly Resource[])[] {
  const runs: Resource[][] = [];
  for (const resource of resources) {
    const last = runs.at(-1);
    if (last?.[0]?.kind === resource.kind) last.push(resource);
    else runs.push([resource]);
  }
  return runs;
}

/**
 * Looks whether all that was removed is gone, and whether anything stands under a name of the run that it does not
 * own. Automated snapshots of its clusters, which some targets keep, are removed. Resolves to what is left, in words.
 */
export async function lookAfter(guard: Guard): Promise<readonly string[]> {
  const { ledger } = guard;
  const left: string[] = [];
  const places = ledger.places();
  const removed = ledger.removedSince();
  for (const place of places) {
    for (const kind of ['snapshot', 'cluster'] as const) {
      const own = removed.filter((each) => each.kind === kind && isIn(each, place));
      if (own.length === 0 && kind === 'cluster') continue;
      const listed = await listEverything(guard, place, kind);
      if (!listed.ok) {
        left.push(...(await lookOneByOne(guard, own, listed.reason)));
        continue;
      }
      for (const { name, status } of listed.value) {
        const found: Resource = { kind, place, name };
        if (status === 'deleting') continue;
        const gone = own.find((each) => each.name.toLowerCase() === name.toLowerCase());
        if (gone !== undefined) left.push(await stillThere(guard, gone));
        else if (ledger.carriesRun(name)) left.push(...(await straggler(guard, found)));
      }
    }
  }
  // A key that is due for deletion can be had back.
  ledger.lookedAfter(removed.filter(({ kind }) => kind !== 'key'));
  return left;
}

/** Too long a list to look through: a few names tell whether removals do anything at all. */
const fewNames = 10;

async function lookOneByOne(guard: Guard, own: readonly Resource[], reason: string): Promise<string[]> {
  const left: string[] = [];
  for (const resource of own.slice(0, fewNames)) {
    const look = await lookFor(guard, resource);
    if (look.kind === 'taken') left.push(await stillThere(guard, resource));
    if (look.kind === 'unknown')
      return [...left, `whether what was removed is gone could not be seen: ${reason}; ${look.reason}`];
  }
  return left;
}

async function stillThere(guard: Guard, resource: Resource): Promise<string> {
  await guard.ledger.stillThere(resource);
  return `${describeResource(resource)}: its deletion was answered with success, but it is still described`;
}

/** Something under a name of the run which is not what it just removed. */
async function straggler(guard: Guard, resource: Resource): Promise<string[]> {
  if (guard.ledger.owns(resource)) {
    if (!resource.name.startsWith('rds:')) return [];
    const problem = await remove(guard, resource);
    return problem === undefined ? [] : [problem];
  }
  return [
    `${describeResource(resource)}: it is there although its creation was not answered with success; \`cleanup ${guard.ledger.run}\` removes it`,
  ];
}

const isIn = (resource: Resource, { account, region }: Resource['place']): boolean =>
  resource.place.account === account && resource.place.region === region;
