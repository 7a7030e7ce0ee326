import type { Setting } from '../model/world/bindings.ts';
import { realise } from '../model/world/fixture.ts';
import type { Caller } from '../model/world/place.ts';
import type { World } from '../model/world/world.ts';
import { shown } from '../contract/shown.ts';
import type { PolicyTest } from '../contract/generated/types.ts';
import { applyPolicy, type PolicyAnswer } from './apply-policy.ts';
import { contextOf } from './context.ts';
import { judgeAlone } from './judge-alone.ts';
import { judgeInWorld } from './judge-in-world.ts';
import type { KnownCaller, PlannedCopy } from './plan.ts';
import type { Policy } from './policy.ts';
import { runFacts } from './run-facts.ts';
import { requestProblems } from './request-shape.ts';
import type { Path } from '../contract/source-text.ts';

/** What a policy says of one of its tests, or why the test cannot be run and where in it. */
export type RanTest =
  | { readonly kind: 'answered'; readonly answer: PolicyAnswer }
  | { readonly kind: 'unusable'; readonly message: string; readonly path: Path };

/** Runs a test of a policy. In its world, the caller plays the roles `self` and `here`. */
export function runPolicyTest(policy: Policy, test: PolicyTest): RanTest {
  const { request, world: document, caller: told = {}, now, others = [] } = test;
  const [problem] = [
    ...requestProblems(request, ['request']),
    ...others.flatMap((other, i) => [...requestProblems(other.request, ['others', i, 'request'])]),
  ];
  if (problem !== undefined) return { kind: 'unusable', message: problem.message, path: problem.path };
  const caller: Caller = { ...standIn, ...told };
  let world: World | undefined;
  try {
    if (document !== undefined) world = realise(document, rolesOf(caller)).world;
  } catch (error) {
    // A name in the world that leads nowhere.
    if (!(error instanceof Error)) throw error;
    return { kind: 'unusable', message: error.message.split(' ').map(shown).join(' '), path: ['world'] };
  }
  const judge = world === undefined ? judgeAlone() : judgeInWorld(world, caller);
  const copy = plannedCopy(policy, test, told);
  const besides = others.map((other) =>
    plannedCopy(policy, { ...test, request: other.request }, { ...told, ...other.caller }),
  );
  const setting = world === undefined ? undefined : { world, caller };
  const copies = [...besides, copy];
  const run = runFacts([{ copies, callers: [{ caller: told, copies: copies.length }] }], now, setting);
  return { kind: 'answered', answer: applyPolicy(policy, contextOf(copy, judge(copy), run), []) };
}

const standIn: Caller = { account: '123456789012', region: 'us-east-1' };

function rolesOf({ account, region }: Caller): Setting {
  const other = account === '210987654321' ? standIn.account : '210987654321';
  const elsewhere = region === 'eu-west-1' ? standIn.region : 'eu-west-1';
  return {
    accounts: { self: account, other },
    regions: { here: region, elsewhere },
    nameOf: (handle) => handle,
  };
}

/** A test as a planned copy; where it is does not matter, because its findings are about the test. */
function plannedCopy(
  { file, locate }: Policy,
  { name, request }: PolicyTest,
  caller: KnownCaller,
): PlannedCopy {
  const at = locate([]);
  return {
    name,
    file,
    caller,
    request,
    problems: [],
    at,
    locate: () => at,
    locateCaller: () => at,
  };
}
