import { samePlace, type Caller } from '../../model/index.ts';
import type { Step } from '../target/target.ts';
import { isFresh, shown } from './text.ts';

/** Something that a script makes, and how it removes it. */
export interface Made {
  /** Its name in messages, and in the script's list of what it made: what has another name is another thing. */
  readonly what: string;
  readonly removal: Step;
}

/** A call of the set-up. The script stops at the first that fails. */
export type Task =
  /** Only looks, or alters what the script made. */
  | { readonly kind: 'do'; readonly step: Step }
  /** A copy of a sequence that a search found may be refused, and the sequence goes on. */
  | { readonly kind: 'make'; readonly step: Step; readonly made: Made; readonly mayFail: boolean }
  /** A key is the script's own once it is described as the script described it. */
  | { readonly kind: 'make-key'; readonly step: Step; readonly made: Made; readonly look: Step }
  | { readonly kind: 'remove'; readonly step: Step; readonly what: string }
  /** Would alter what no call of the script makes: the script stops instead. */
  | { readonly kind: 'refuse'; readonly reason: string };

/** Steps as tasks of a script whose call under test is the caller's. */
export function tasksOf(steps: readonly Step[], home: Caller): Task[] {
  const made = new Set<string>();
  return steps.map((original) => {
    const step = original.operation === 'CreateKey' ? described(original) : original;
    const making = madeBy(step, home);
    if (making !== undefined) {
      made.add(making.what);
      if (step.operation === 'CreateKey')
        return { kind: 'make-key', step, made: making, look: lookAtKey(step) };
      return { kind: 'make', step, made: making, mayFail: step.mayFail === true };
    }
    const altered = alteredBy(step, home);
    if (altered === undefined) return { kind: 'do', step };
    if (!made.has(altered))
      return { kind: 'refuse', reason: `${step.operation} would alter what this script does not make` };
    return removals.has(step.operation) ? { kind: 'remove', step, what: altered } : { kind: 'do', step };
  });
}

/** All that tasks make, each once, last things first. */
export function allMade(tasks: readonly Task[]): Made[] {
  const found = tasks.flatMap((task) => ('made' in task ? [task.made] : []));
  return [...new Map(found.reverse().map((made) => [made.what, made])).values()];
}

/** The snapshot of a name, as something that a script makes. */
export const madeSnapshot = (name: unknown, caller: Caller, home: Caller): Made => ({
  what: nameIn(`snapshot ${String(name).toLowerCase()}`, caller, home),
  removal: {
    service: 'neptune',
    operation: 'DeleteDBClusterSnapshot',
    caller,
    input: { DBClusterSnapshotIdentifier: name },
  },
});

function madeBy({ service, operation, caller, input, invented }: Step, home: Caller): Made | undefined {
  const made = (
    kind: string,
    name: unknown,
    removal: Pick<Step, 'operation' | 'input'>,
    place = caller,
  ): Made => ({
    what: nameIn(`${kind} ${String(name)}`, place, home),
    removal: { service, caller: place, ...removal },
  });
  const forgetKey = (KeyId: unknown) => ({
    operation: 'ScheduleKeyDeletion',
    input: { KeyId, PendingWindowInDays: 7 },
  });
  switch (operation) {
    case 'CreateDBCluster': {
      const name = input['DBClusterIdentifier'];
      return made('cluster', String(name).toLowerCase(), {
        operation: 'DeleteDBCluster',
        input: { DBClusterIdentifier: name, SkipFinalSnapshot: true },
      });
    }
    case 'CreateDBClusterSnapshot':
      return madeSnapshot(input['DBClusterSnapshotIdentifier'], caller, home);
    case 'CopyDBClusterSnapshot':
      return madeSnapshot(input['TargetDBClusterSnapshotIdentifier'], caller, home);
    case 'CreateAlias': {
      const AliasName = input['AliasName'];
      return made('alias', AliasName, { operation: 'DeleteAlias', input: { AliasName } });
    }
    case 'CreateKey':
      return invented && made('key', invented.value, forgetKey(invented.value));
    case 'ReplicateKey': {
      const place = { account: caller.account, region: String(input['ReplicaRegion']) };
      return made('key', input['KeyId'], forgetKey(input['KeyId']), place);
    }
    default:
      return undefined;
  }
}

/** What a step alters or removes, if anything. */
function alteredBy({ operation, caller, input }: Step, home: Caller): string | undefined {
  if (/^(Describe|List|Get)/.test(operation)) return undefined;
  const named = (kind: string, name: unknown): string => nameIn(`${kind} ${String(name)}`, caller, home);
  if (operation === 'DeleteAlias') return named('alias', input['AliasName']);
  if ('KeyId' in input) return named('key', input['KeyId']);
  const arn = /^arn:[^:]*:rds:([^:]*):([^:]*):cluster-snapshot:([^:]*)$/.exec(String(input['ResourceName']));
  if (arn !== null) {
    const [, region = '', account = '', name = ''] = arn;
    return samePlace({ account, region }, caller) ? named('snapshot', name) : 'what is elsewhere';
  }
  if ('DBClusterSnapshotIdentifier' in input)
    return named('snapshot', String(input['DBClusterSnapshotIdentifier']).toLowerCase());
  return named('cluster', String(input['DBClusterIdentifier']).toLowerCase());
}

const removals = new Set([
  'DeleteDBCluster',
  'DeleteDBClusterSnapshot',
  'DeleteAlias',
  'ScheduleKeyDeletion',
]);

const nameIn = (name: string, place: Caller, home: Caller): string =>
  shown(samePlace(place, home) ? name : `${name} (${place.account}, ${place.region})`);

/** A key is told from others by its description: it is one that nobody else gives. */
function described(step: Step): Step {
  const { Description, ...input } = step.input;
  const own = typeof Description === 'string' && isFresh(Description);
  return { ...step, input: { Description: own ? Description : 'ncc-000000-key', ...input } };
}

function lookAtKey({ service, caller, invented }: Step): Step {
  return { service, operation: 'DescribeKey', caller, input: { KeyId: invented?.value } };
}
