import type { DBClusterSnapshot, LiveDocument, Tag } from '../../contract/generated/types.ts';
import { applyWire, snapshotArn, type Caller } from '../../model/index.ts';
import type { Allowance } from '../target/allowance.ts';
import type { Clock } from '../target/clock.ts';
import { CopyWaits } from '../target/copy-waits.ts';
import { describeSnapshot, listTags } from '../target/endpoint/observe.ts';
import { redactor } from '../target/endpoint/redact.ts';
import { sendCopy } from '../target/endpoint/send.ts';
import type { Capability, Exchange, Observed } from '../target/exchange.ts';
import type { Guard } from '../target/guard/guard.ts';
import type { Resource } from '../target/guard/resource.ts';
import type { Target } from '../target/target.ts';
import type { Inventory } from './inventory.ts';
import { isMarked } from './mark.ts';
import { permitFor, type LiveLevel } from './permit.ts';
import { removeCopy, type Patience } from './remove-copy.ts';
import { settingOf } from './setting.ts';
import { LiveStage } from './stage.ts';
import { looks, until } from './until.ts';

/** What a run does in a real account, and at most. */
export interface LiveOptions {
  readonly name: string;
  readonly level: LiveLevel;
  /** Most copies that stand at once, and that are made in all. */
  readonly copiesAtOnce: number;
  readonly copiesInAll: number;
  /** How many were made before this process. */
  readonly copiesBefore: number;
  readonly clock: Clock;
  readonly allowance: Allowance;
  readonly patience: Patience;
}

/**
 * A real account as a target. It stages nothing: what plays the parts of a world is what the account's file names. It
 * sends what is marked as its run's, and nothing else; a copy is removed when another needs its place, or at the end,
 * because AWS deletes none that is under way.
 */
export function liveTarget(
  guard: Guard,
  live: LiveDocument,
  inventory: Inventory,
  options: LiveOptions,
): Target {
  const { clock, allowance, patience, level } = options;
  const { run: runId } = guard.ledger;
  const setting = settingOf(live);
  const stage = new LiveStage(live, inventory, setting);
  const standing: Resource[] = [];
  const left = new Set<string>();
  let copies = options.copiesBefore;

  const isStanding = ({ account, region }: Caller, name: string): boolean =>
    standing.some(
      ({ place, name: own }) =>
        place.account === account && place.region === region && own.toLowerCase() === name.toLowerCase(),
    );
  const putAway = async (cleaner: Guard): Promise<void> => {
    const [oldest] = standing.splice(0, 1);
    const problem = oldest && (await removeCopy(cleaner, oldest, clock, patience));
    if (problem !== undefined) left.add(problem);
  };
  const seenSoon = async <T>(
    look: () => Promise<Observed<T>>,
    isSeen: (value: T) => boolean,
  ): Promise<Observed<T>> => {
    let last = await look();
    if (last.ok && isSeen(last.value)) return last;
    await clock.pause(looks.first);
    await until(clock, patience.seen, async () => {
      last = await look();
      return last.ok && isSeen(last.value) ? true : undefined;
    });
    return last;
  };

  return {
    name: options.name,
    runId,
    setting,
    capabilities: capabilitiesOf(live),
    stage: (given, nameOf) => Promise.resolve(stage.play(given, nameOf)),
    async send(caller, request, wire, http): Promise<Exchange> {
      const arriving = applyWire(request, wire, http);
      const permit = permitFor({ live, level, run: runId, world: stage.world }, caller, arriving);
      if (!permit.ok) return notSent(permit.reason);
      if (permit.mayCopy && copies >= options.copiesInAll)
        return notSent(`the ${options.copiesInAll} copies that may be made in all are made`);
      while (standing.length >= options.copiesAtOnce) await putAway(guard);
      const resource: Resource = {
        kind: 'snapshot',
        place: caller,
        name: arriving.TargetDBClusterSnapshotIdentifier ?? '',
      };
      for (let again = true; ; again = false) {
        const exchange = await sendCopy(guard, caller, request, wire, http);
        if (exchange.claim?.kind === 'ours' || isDoubtful(exchange)) {
          standing.push(resource);
          copies += 1;
        }
        // Whether AWS has made it can only be seen: it goes, and is asked for once more.
        if (!isDoubtful(exchange) || resource.name === '') return exchange;
        standing.splice(standing.indexOf(resource), 1);
        const problem = await removeCopy(guard, resource, clock, patience);
        if (problem !== undefined) standing.push(resource);
        if (!again || problem !== undefined) return unanswered(exchange);
      }
    },
    async describe(caller, name): Promise<Observed<DBClusterSnapshot | undefined>> {
      const look = (): ReturnType<typeof describeSnapshot> => describeSnapshot(guard, caller, name);
      if (isStanding(caller, name)) return seenSoon(look, (value) => value !== undefined);
      const seen = await look();
      // Refused, and there all the same: it is told as a deviation, and goes like any other.
      if (seen.ok && seen.value !== undefined && guard.ledger.carriesRun(name))
        standing.push({ kind: 'snapshot', place: caller, name });
      return seen;
    },
    listTags(caller, arn): Promise<Observed<readonly Tag[]>> {
      const look = (): ReturnType<typeof listTags> => listTags(guard, caller, arn);
      const isOurs = standing.some(({ place, name }) => snapshotArn(place, name.toLowerCase()) === arn);
      return isOurs ? seenSoon(look, (tags) => isMarked(tags, runId)) : look();
    },
    // It stands until another needs its place: nothing is deleted that is under way.
    discard: () => Promise.resolve(undefined),
    async sweep() {
      while (standing.length > 0) await putAway(guard.cleaner);
      return [...left, ...guard.ledger.strays()];
    },
    waits: new CopyWaits(patience.copy, allowance, clock, looks),
    allowance,
    redact: redactor([]),
    close() {
      guard.close();
      return Promise.resolve();
    },
  };
}

/** Whether a copy may have been made without an answer that says so. */
function isDoubtful({ sdk, attempts }: Exchange): boolean {
  if (sdk.kind === 'no-answer') return attempts > 0;
  if (sdk.kind !== 'exception') return false;
  const isThere = attempts > 1 && /AlreadyExists/.test(sdk.name);
  return isThere || (sdk.status !== undefined && sdk.status >= 500);
}

/** What nobody knows the answer of is no answer. */
const unanswered = ({ sdk, attempts }: Exchange): Exchange =>
  sdk.kind === 'exception'
    ? { sdk: { kind: 'no-answer', reason: `${sdk.name}: ${sdk.message}` }, attempts }
    : { sdk, attempts };

const notSent = (reason: string): Exchange => ({ sdk: { kind: 'not-sent', reason }, attempts: 0 });

/** What the file says that there is. Whatever else a case needs, it needs of a certain snapshot or key. */
function capabilitiesOf({ accounts, regions, keys = {} }: LiveDocument): readonly Capability[] {
  const told = (name: string, isThere: boolean): Capability => ({
    name,
    available: isThere,
    detail: isThere ? 'the file names it' : 'the file names none',
  });
  return [
    told('second account', accounts.other !== undefined),
    told('second Region', regions.elsewhere !== undefined),
    told('KMS keys', Object.keys(keys).length > 0),
    told(
      'KMS key states',
      Object.values(keys).some(({ state = 'Enabled' }) => state !== 'Enabled'),
    ),
  ];
}
