import { applyWire, samePlace, type Caller } from '../model/index.ts';
import type { Access } from '../targets/endpoint/accounts.ts';
import type { Step } from '../targets/target.ts';
import { rawRequest, type RawRequest } from './raw.ts';
import { isOrdinary, type Scene } from './scene.ts';
import { commentLines, type Variables } from './text.ts';
import { undo } from './undo.ts';

/** What a script does, whatever its language. */
export interface Script {
  /** Lines of comment at its head. */
  readonly title: readonly string[];
  readonly endpoint: string;
  readonly kmsEndpoint?: string;
  /** The account that needs no further mention: the first that has an access key. */
  readonly home: string;
  /** Ways to the accounts that the script calls from. */
  readonly access: ReadonlyMap<string, Access>;
  readonly variables: Variables;
  /** Calls that bring the world about. */
  readonly stage: readonly Step[];
  readonly caller: Caller;
  /** The call under test, as an SDK makes it, or as it goes over the wire. */
  readonly test:
    { readonly kind: 'call'; readonly step: Step } | { readonly kind: 'raw'; readonly request: RawRequest };
  /** Calls that show what the answer does not. */
  readonly look: readonly Step[];
  /** The copy under its new name, if it may be there and no step made it. */
  readonly copy?: Step;
  /** Calls that remove what the steps made. */
  readonly cleanUp: readonly Step[];
}

/** Turns a scene into a script. `raw` asks for the wire's form of the call even when an SDK would send it. */
export function scriptOf(scene: Scene, raw = !isOrdinary(scene)): Script {
  const { caller, request, steps, endpoint, kmsEndpoint } = scene;
  const cleanUp = undo(steps);
  const look = looks(scene);
  const copy = copyRemoval(scene, cleanUp);
  const accounts = new Set(
    [caller, ...[...steps, ...look, ...cleanUp].map((step) => step.caller)].map(({ account }) => account),
  );
  const own = [...scene.access].filter(([, { kind }]) => kind === 'access-key').slice(0, 1);
  const home = own[0]?.[0] ?? caller.account;
  return {
    title: commentLines(scene.title),
    endpoint,
    ...(kmsEndpoint !== undefined && { kmsEndpoint }),
    home,
    access: new Map([...own, ...[...scene.access].filter(([account]) => accounts.has(account))]),
    variables: new Map(
      steps.flatMap(({ invented }) => (invented ? [[invented.value, invented.variable]] : [])),
    ),
    stage: steps,
    caller,
    test: raw
      ? { kind: 'raw', request: rawRequest(scene) }
      : { kind: 'call', step: neptune('CopyDBClusterSnapshot', caller, { ...request }) },
    look,
    ...(copy !== undefined && { copy }),
    cleanUp,
  };
}

const neptune = (operation: string, caller: Caller, input: Step['input']): Step => ({
  service: 'neptune',
  operation,
  caller,
  input,
});

function looks({ look, seenBy, caller, request, wire, http, steps }: Scene): Step[] {
  if (seenBy !== undefined) return [seenBy];
  const { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: target } = applyWire(
    request,
    wire,
  );
  const describe = (by: Caller, name: string): Step =>
    neptune('DescribeDBClusterSnapshots', by, { DBClusterSnapshotIdentifier: name });
  if (look === 'description' && target !== undefined) return [describe(caller, target)];
  if (look === 'source' && source !== undefined) {
    const [, region, account, named] =
      /^arn:[^:]*:rds:([^:]*):([^:]*):cluster-snapshot:(.*)$/.exec(source) ?? [];
    const name = named ?? source;
    const makers = steps.filter((step) => nameMadeBy(step)?.toLowerCase() === name.toLowerCase());
    const there = makers.find((step) => step.caller.region === region && step.caller.account === account);
    return [describe((there ?? makers[0])?.caller ?? caller, name)];
  }
  const arn = /<DBClusterSnapshotArn>([^<]*)</.exec(http?.response.body ?? '')?.[1];
  return look === 'tags' && arn !== undefined
    ? [neptune('ListTagsForResource', caller, { ResourceName: arn })]
    : [];
}

/** The snapshot that a step makes, if it makes one. */
function nameMadeBy({ operation, input }: Step): string | undefined {
  const member = {
    CreateDBClusterSnapshot: 'DBClusterSnapshotIdentifier',
    CopyDBClusterSnapshot: 'TargetDBClusterSnapshotIdentifier',
  }[operation];
  return member === undefined ? undefined : (input[member] as string | undefined);
}

function copyRemoval({ caller, request, wire }: Scene, cleanUp: readonly Step[]): Step | undefined {
  const name = applyWire(request, wire).TargetDBClusterSnapshotIdentifier;
  if (name === undefined) return undefined;
  const removed = (step: Step): boolean =>
    samePlace(step.caller, caller) &&
    String(step.input['DBClusterSnapshotIdentifier']).toLowerCase() === name.toLowerCase();
  return cleanUp.some(removed)
    ? undefined
    : neptune('DeleteDBClusterSnapshot', caller, { DBClusterSnapshotIdentifier: name });
}
