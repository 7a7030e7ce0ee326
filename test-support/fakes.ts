import {
  copy,
  placeState,
  plainSetting,
  realise,
  removeSnapshot,
  type Caller,
  type CopyRequest,
  type Outcome,
  type Realised,
} from '../src/model/index.ts';
import type { DirectedCase, Situation } from '../src/contract/case.ts';
import type { DBClusterSnapshot, WorldDocument } from '../src/contract/generated/types.ts';
import type { Exchange, Staging, Target } from '../src/harness/target/target.ts';
import type { Unit } from '../src/harness/run/plan.ts';
import type { RunResult } from '../src/harness/run/result.ts';
import type { Measured, UnitResult } from '../src/harness/run/unit.ts';

/** Account and Region of whoever calls. */
export const caller: Caller = { account: '111111111111', region: 'us-east-1' };

/** One available snapshot. */
export const oneSource: WorldDocument = { snapshots: { source: {} } };

/** The plainest request there is. */
export const plainRequest = {
  SourceDBClusterSnapshotIdentifier: '{source}',
  TargetDBClusterSnapshotIdentifier: '{new}',
};

/** A situation, plain but for what is told. */
export const situation = (different: Partial<Situation> = {}): Situation => ({
  given: oneSource,
  caller: { account: 'self', region: 'here' },
  request: plainRequest,
  wire: {},
  ...different,
});

/** A case of an accepted copy, but for what is told. */
export const directedCase = (different: Partial<DirectedCase> = {}): DirectedCase => ({
  id: 'family/plain',
  title: 'a plain copy',
  rule: 'copy-type-manual',
  situation: situation(),
  claim: { kind: 'copied', copy: {} },
  ...different,
});

/** A case of a missing source, with its control case. */
export const missingSource: DirectedCase = directedCase({
  id: 'family/missing',
  title: 'a source that is not there',
  rule: 'source-exists',
  situation: situation({ request: { ...plainRequest, SourceDBClusterSnapshotIdentifier: '{unknown}' } }),
  claim: { kind: 'rejected', breaks: ['source-exists'], unspecified: [], control: situation() },
});

/** The model as a target without HTTP, whose members can be replaced; it writes down what is done to it. */
export function fakeTarget(different: Partial<Target> = {}): Target & { readonly journal: string[] } {
  const journal: string[] = [];
  let at: Realised = realise({}, plainSetting);
  const snapshotOf = (where: Caller, name: string) =>
    placeState(at.world, where).snapshots.get(name.toLowerCase());
  return {
    name: 'a fake',
    runId: 'r1',
    setting: { accounts: plainSetting.accounts, regions: plainSetting.regions },
    capabilities: [{ name: 'second account', available: true, detail: 'by access key id' }],
    stage(given, nameOf): Promise<Staging> {
      journal.push(`stage ${nameOf('x')}`);
      at = realise(given, { ...plainSetting, nameOf });
      return Promise.resolve(staged({ cleanUp: () => (journal.push('clean up'), Promise.resolve([])) }));
    },
    send(where, request): Promise<Exchange> {
      journal.push(`send ${request.TargetDBClusterSnapshotIdentifier ?? ''}`);
      const [world, outcome] = copy(at.world, where, request);
      at = { ...at, world };
      return Promise.resolve(exchangeOf(outcome));
    },
    describe: (where, name) => Promise.resolve({ ok: true, value: snapshotOf(where, name)?.shape }),
    listTags(where, arn) {
      const name = arn.split('cluster-snapshot:')[1] ?? '';
      return Promise.resolve({ ok: true, value: snapshotOf(where, name)?.tags ?? [] });
    },
    discard(where, name) {
      journal.push(`discard ${name}`);
      if (snapshotOf(where, name) !== undefined) at = { ...at, world: removeSnapshot(at.world, where, name) };
      return Promise.resolve(undefined);
    },
    sweep: () => Promise.resolve([]),
    close: () => Promise.resolve(),
    ...different,
    journal,
  };
}

/** A world that stands, but for what is told. */
export const staged = (different: Partial<Extract<Staging, { kind: 'staged' }>> = {}): Staging => ({
  kind: 'staged',
  steps: [],
  recheck: () => Promise.resolve(undefined),
  cleanUp: () => Promise.resolve([]),
  ...different,
});

function exchangeOf(outcome: Outcome): Exchange {
  if (outcome.kind === 'copied')
    return {
      attempts: 1,
      sdk: { kind: 'output', snapshot: outcome.snapshot.shape },
      claim: { kind: 'ours' },
    };
  const { shape, message } = outcome.fault;
  return { attempts: 1, sdk: { kind: 'exception', name: shape, message } };
}

/** A unit, plain but for what is told. */
export const unit = (different: Partial<Unit> = {}): Unit => ({
  id: 0,
  label: 'family/plain',
  rule: 'copy-type-manual',
  follow: false,
  caller: { account: 'self', region: 'here' },
  request: plainRequest,
  wire: {},
  ...different,
});

const { world, bindings } = realise(oneSource, plainSetting);

/** What a copy of the plain source looks like. */
export const plainCopy = (different: Partial<DBClusterSnapshot> = {}): DBClusterSnapshot => {
  const request: CopyRequest = {
    SourceDBClusterSnapshotIdentifier: 'source',
    TargetDBClusterSnapshotIdentifier: 'new',
  };
  const [, outcome] = copy(world, caller, request);
  if (outcome.kind !== 'copied') throw new Error('the plain copy was refused');
  return { ...outcome.snapshot.shape, ...different };
};

/** A unit that was measured, but for what is told. */
export const measured = (different: Partial<Measured> = {}): Measured => ({
  kind: 'measured',
  unit: unit(),
  given: oneSource,
  caller,
  request: { SourceDBClusterSnapshotIdentifier: 'source', TargetDBClusterSnapshotIdentifier: 'new' },
  bindings,
  steps: [],
  verdict: { broken: [], unspecified: [], rejections: [], copied: { members: {}, tags: noTags } },
  actual: { kind: 'copied', snapshot: plainCopy() },
  exchange: { attempts: 1, sdk: { kind: 'output', snapshot: plainCopy() } },
  checks: [],
  ...different,
});

const noTags = { rule: 'copy-no-tags-by-default', required: [], optional: [] } as const;

/** A run of these results, by the id of their unit. */
export const runOf = (
  cases: RunResult['plan']['cases'],
  results: readonly UnitResult[],
  leftBehind: readonly string[] = [],
): RunResult => ({
  runId: 'r1',
  plan: { groups: [], cases, pairs: [], unitCount: results.length },
  results: new Map(results.entries()),
  leftOut: [],
  leftBehind,
});
