import { plainSetting } from '../src/model/world/bindings.ts';
import { realise } from '../src/model/world/fixture.ts';
import type { Caller } from '../src/model/world/place.ts';
import { emptyWorld } from '../src/model/world/world.ts';
import { checkPlan, createPolicyReader, readPlan, type Policy } from '../src/check/index.ts';
import { formatProblem } from '../src/contract/document.ts';
import type { CheckReport, WorldDocument } from '../src/contract/generated/types.ts';

/** Who calls in the tests unless a plan tells. */
export const here: Caller = { account: plainSetting.accounts.self, region: plainSetting.regions.here };

/** What a plan of one file is held against in a test. */
export interface Against {
  readonly world?: WorldDocument;
  readonly policies?: readonly string[];
  readonly caller?: Partial<Caller>;
  readonly today?: string;
  readonly allowUndecided?: boolean;
  readonly failOn?: CheckReport['summary']['failOn'];
}

/** How plans are checked in tests where nothing else is told. */
export const ordinaryChecks = {
  policies: [],
  now: '2026-11-22T00:00:00Z',
  failOn: 'error',
  allowUndecided: false,
  version: '0',
} as const;

/** Checks a plan that is one file, `plan.yaml`, by policies that are files `policy-0.yaml` and so on. */
export function check(text: string, against: Against = {}): CheckReport {
  const { world, policies = [], caller = here, today } = against;
  const { failOn = ordinaryChecks.failOn, allowUndecided = false } = against;
  const plan = readPlan(text, 'plan.yaml', caller);
  const setting =
    world === undefined
      ? {}
      : { setting: { world: realise(world, plainSetting, {}, emptyWorld()).world, caller: here } };
  return checkPlan([plan], {
    ...ordinaryChecks,
    ...setting,
    policies: policies.map((policy, i) => readPolicyText(policy, `policy-${i}.yaml`)),
    ...(today !== undefined && { now: today.includes('T') ? today : `${today}T00:00:00Z` }),
    failOn,
    allowUndecided,
  });
}

/** A policy from its text. */
export function readPolicyText(text: string, file = 'policy.yaml'): Policy {
  const { policies, problems } = createPolicyReader()(text, file);
  const [policy] = policies;
  if (policy === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  return policy;
}

/** The findings of a report, one a line: `line:column severity rule`, or the standing where it does not stand. */
export const lines = ({ findings }: CheckReport): string[] =>
  findings.map(
    ({ line, column, severity, standing, rule }) => `${line}:${column} ${standing ?? severity} ${rule}`,
  );
