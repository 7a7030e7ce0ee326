import { sayActual, sayExpected } from '../../contract/deviation-words.ts';
import { applyWire, type Caller } from '../../model/index.ts';
import type { Access } from '../target/endpoint/accounts.ts';
import type { TlsOptions } from '../target/endpoint/tls.ts';
import type { Step } from '../target/target.ts';
import { allMade, madeSnapshot, tasksOf, type Made, type Task } from './ownership.ts';
import { rawRequest, type RawRequest } from './raw.ts';
import { isOrdinary, type Scenario } from './scenario.ts';
import { commentLines, isMadeUp, type Variables } from './text.ts';

/** What a script does, whatever its language. */
export interface Script {
  /** Lines of comment at its head. */
  readonly title: readonly string[];
  readonly endpoint: string;
  readonly kmsEndpoint?: string;
  readonly tls?: TlsOptions;
  /** As whom it calls; as what it is unless given. */
  readonly userAgent?: string;
  /** The account that needs no further mention: the first that has an access key. */
  readonly home: string;
  /** Ways to the accounts that the script calls from. */
  readonly access: ReadonlyMap<string, Access>;
  readonly variables: Variables;
  /** Calls that bring the world about. */
  readonly stage: readonly Task[];
  readonly caller: Caller;
  /** The call under test, as an SDK makes it, or as it goes over the wire. */
  readonly test:
    { readonly kind: 'call'; readonly step: Step } | { readonly kind: 'raw'; readonly request: RawRequest };
  /** Calls that come after it and before the look. */
  readonly after: readonly Task[];
  /** Calls that show what the answer does not. */
  readonly look: readonly Step[];
  /** What to hold beside it, where what is told has names in it that are made up anew each time the script runs. */
  readonly beside: readonly string[];
  /** The copy that is asked for, if it has a name. */
  readonly copy?: Copy;
  /** All that the script may make, last things first. It removes what it has made, and nothing else. */
  readonly cleanUp: readonly Made[];
}

/** The copy under test. It is the script's own if its name was free before, and the answer says that it was made. */
export interface Copy extends Made {
  readonly name: string;
  /** The look at whether the name is taken. */
  readonly look: Step;
}

/** Turns a scenario into a script. `raw` asks for the wire's form of the call even when an SDK would send it. */
export function scriptOf(scenario: Scenario, raw = !isOrdinary(scenario)): Script {
  const { caller, request, steps, after: later = [], endpoint, kmsEndpoint } = scenario;
  const look = looks(scenario);
  const copy = copyOf(scenario);
  const test = neptune('CopyDBClusterSnapshot', caller, { ...request });
  const tasks = tasksOf([...steps, test, ...later], caller);
  const stage = tasks.slice(0, steps.length);
  const after = tasks.slice(steps.length + 1);
  const madeBefore = allMade(stage).filter(({ what }) => what !== copy?.what);
  const madeBeside = [...(copy ? [copy] : []), ...madeBefore];
  const madeAfter = allMade(after).filter(({ what }) => madeBeside.every((made) => made.what !== what));
  const cleanUp = [...madeAfter, ...madeBeside];
  const accounts = new Set(
    [caller, ...[...steps, ...later, ...look].map((step) => step.caller)].map(({ account }) => account),
  );
  const own = [...scenario.access].filter(([, { kind }]) => kind === 'access-key').slice(0, 1);
  const home = own[0]?.[0] ?? caller.account;
  const told = [`expected: ${sayExpected(scenario.expected)}`, `actual: ${sayActual(scenario.actual)}`];
  const variables: Variables = new Map(
    [...steps, ...later].flatMap(({ invented }) => (invented ? [[invented.value, invented.variable]] : [])),
  );
  return {
    title: commentLines([scenario.title, ...told].join('\n')),
    endpoint: withoutUser(endpoint),
    ...(kmsEndpoint !== undefined && { kmsEndpoint: withoutUser(kmsEndpoint) }),
    ...(scenario.tls !== undefined && { tls: scenario.tls }),
    ...(scenario.userAgent !== undefined && { userAgent: scenario.userAgent }),
    home,
    access: new Map([...own, ...[...scenario.access].filter(([account]) => accounts.has(account))]),
    variables,
    stage,
    caller,
    test: raw ? { kind: 'raw', request: rawRequest(scenario) } : { kind: 'call', step: test },
    after,
    look,
    beside: told.filter((text) => isMadeUp(text, variables)),
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

/** A look at the snapshot of a name. */
export const describe = (by: Caller, name: string): Step =>
  neptune('DescribeDBClusterSnapshots', by, { DBClusterSnapshotIdentifier: name });

function looks({ look, seenBy, caller, request, wire, http, steps }: Scenario): Step[] {
  if (seenBy !== undefined) return [seenBy];
  const { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: target } = applyWire(
    request,
    wire,
  );
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

function copyOf({ caller, request, wire, edits }: Scenario): Copy | undefined {
  const name = applyWire(request, wire, edits).TargetDBClusterSnapshotIdentifier;
  if (name === undefined) return undefined;
  return { name, look: describe(caller, name), ...madeSnapshot(name, caller, caller) };
}

/** An address without user and password. */
function withoutUser(endpoint: string): string {
  if (!endpoint.includes('@')) return endpoint;
  const url = new URL(endpoint);
  url.username = '';
  url.password = '';
  return url.href;
}

/** All calls of a script, for the clients and the names that they need. */
export const callsOf = (script: Script): Step[] => [
  ...(script.test.kind === 'call' ? [script.test.step] : []),
  ...(script.copy ? [script.copy.look] : []),
  ...tasksIn(script).flatMap((task) => [
    ...('step' in task ? [task.step] : []),
    ...('step' in task && task.step.awaited !== undefined
      ? [describe(task.step.caller, task.step.awaited)]
      : []),
    ...(task.kind === 'make-key' ? [task.look] : []),
  ]),
  ...script.look,
  ...script.cleanUp.map(({ removal }) => removal),
];

/** All calls of a script but the one under test, and the looks. */
export const tasksIn = ({ stage, after }: Pick<Script, 'stage' | 'after'>): readonly Task[] => [
  ...stage,
  ...after,
];
