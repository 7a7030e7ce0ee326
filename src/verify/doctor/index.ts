import { capabilityOf, operation } from '../../contract/capabilities.ts';
import { ruleEntry } from '../../contract/provenance.ts';
import { rules, specHash } from '../../contract/generated/catalogue.ts';
import type { DoctorCapability, DoctorCopy, DoctorReport } from '../../contract/generated/types.ts';
import { usual } from '../../contract/usual.ts';
import { version } from '../../contract/version.ts';
import { Allowance, endingOf } from '../../harness/target/allowance.ts';
import { NoNeptune } from '../../harness/target/endpoint/contact.ts';
import { connectEndpoint, type EndpointTarget } from '../../harness/target/endpoint/index.ts';
import { withoutUser } from '../../harness/target/endpoint/redact.ts';
import { refuseAws } from '../../harness/target/guard/aws-hosts.ts';
import type { Journal } from '../../harness/target/guard/journal.ts';
import { makeRunId } from '../../harness/target/run-id.ts';
import type { Capability } from '../../harness/target/exchange.ts';
import { absentIn } from '../../harness/run/needs.ts';
import type { RunResult } from '../../harness/run/result.ts';
import { runCases } from '../../harness/run/run.ts';
import { exitCodeOf, notImplemented } from '../../report/conclude.ts';
import { collectFindings } from '../../report/findings.ts';
import { ruleResult } from '../../report/rule-result.ts';
import { canary, canaryRule } from '../canary.ts';
import type { VerifyOptions } from '../options.ts';
import { journalOf, wayTo } from '../way.ts';
import { costOf } from './cost.ts';
import { operationsOf } from './operations.ts';
import { tryCapabilities } from './trials.ts';

/** What to look at, and how; as in `verify`. */
export type DoctorOptions = Pick<
  VerifyOptions,
  | 'region'
  | 'kmsEndpoint'
  | 'tls'
  | 'timeout'
  | 'profiles'
  | 'targetName'
  | 'runId'
  | 'journal'
  | 'signal'
  | 'deadline'
  | 'copyTimeout'
> & {
  readonly endpoint: string;
  /** Variables of the environment that name a proxy for the endpoint, which is not used; none unless given. */
  readonly proxies?: readonly string[];
};

/** A report that is not finished. */
type Begun = Pick<
  DoctorReport,
  'format' | 'tool' | 'specHash' | 'endpoint' | 'proxies' | 'contact' | 'run' | 'leftBehind'
>;

/**
 * Finds out whether `verify` could measure anything at an endpoint, and what: makes one plain copy there, and tries
 * what the target can do, by the same rules of harm. Whatever is there, or not, is in the report; rejects with a
 * UsageError for what must not be called, and for files that cannot be read or kept.
 */
export async function examine(given: DoctorOptions): Promise<DoctorReport> {
  const startedAt = new Date();
  const options = { ...usual, runId: makeRunId(), proxies: [], ...given };
  const { endpoint: url, runId, kmsEndpoint } = options;
  refuseAws(url);
  refuseAws(kmsEndpoint);
  const allowance = new Allowance(options);
  const begun = (contact: DoctorReport['contact']): Begun => {
    const stopped = endingOf(allowance.signal)?.reason;
    return {
      format: 1,
      tool: { name: 'neptune-copy-contract', version: version() },
      specHash,
      endpoint: withoutUser(url),
      proxies: options.proxies,
      contact,
      run: {
        id: runId,
        startedAt: startedAt.toISOString(),
        milliseconds: Date.now() - startedAt.getTime(),
        ...(stopped !== undefined && { stopped }),
      },
      leftBehind: [],
    };
  };
  let journal: Journal | undefined;
  let leftBehind: readonly string[] = [];
  try {
    journal = await journalOf(options, runId, url);
    const { targetName: name } = options;
    const target = await connectEndpoint({
      ...wayTo(url, options),
      runId,
      jobs: 1,
      allowance,
      ...(name !== undefined && { name }),
      ...(journal !== undefined && { journal }),
    });
    const found = await lookAt(target, allowance.signal);
    leftBehind = found.leftBehind;
    const report = begun({ kind: 'query' });
    const run = { ...report.run, requests: target.requests() };
    return target.redact?.({ ...report, ...found, run }) ?? { ...report, ...found, run };
  } catch (error) {
    if (!(error instanceof NoNeptune)) throw error;
    const contact = allowance.signal.aborted ? { kind: 'stopped' as const } : error.contact;
    return { ...begun(contact), operations: [], capabilities: [], exitCode: 2 };
  } finally {
    // Of a run that left nothing, the state folder need not tell.
    await journal?.end(options.journal === undefined && leftBehind.length === 0);
    allowance.close();
  }
}

/** What is found out of who answers. */
type Found = Omit<DoctorReport, keyof Begun> & Pick<DoctorReport, 'leftBehind'>;

/** Makes the plain copy, tries what there is, and removes all of it. */
async function lookAt(target: EndpointTarget, signal: AbortSignal): Promise<Found> {
  const left: string[] = [];
  try {
    const run = await runCases(target, { cases: canary(), signal });
    const copy = copyOf(run, target);
    const tried = await tryCapabilities(target, run.results.get(0)?.kind === 'measured');
    left.push(...run.leftBehind, ...tried.leftBehind);
    const absent = absentIn(tried.capabilities);
    const { clusters: ladder } = target.tools;
    const clusters = ladder.settled;
    const toldApart = new Set([operation, ...ladder.capabilities().map(({ name }) => name)]);
    left.push(...(await target.sweep()));
    return {
      target: {
        name: target.name,
        account: target.setting.accounts.self,
        region: target.setting.regions.here,
      },
      ...(clusters !== undefined && { clusters }),
      copy,
      operations: operationsOf(target.heard),
      capabilities: tried.capabilities.filter(({ name }) => !toldApart.has(name)).map(withCost),
      ...((copy.status === 'works' || copy.status === 'fails') && {
        rules: { measurable: rules.length - costOf(absent), of: rules.length },
      }),
      leftBehind: [...new Set(left)],
      exitCode: exitCodeOf({
        found: copy.status === 'absent' || copy.status === 'fails',
        judged: copy.status === 'works',
      }),
    };
  } catch (error) {
    await target.sweep();
    throw error;
  } finally {
    await target.close();
  }
}

/** What came of the plain copy. */
function copyOf(run: RunResult, target: EndpointTarget): DoctorCopy {
  const missing = notImplemented({ capabilities: target.capabilities });
  const [finding] = collectFindings(
    run,
    usual,
    () => ({}),
    ({ rule }) => rule === canaryRule,
  );
  const deviation = finding && {
    rule: finding.rule,
    fingerprint: finding.fingerprint,
    expected: finding.expected,
    actual: finding.actual,
  };
  if (missing !== undefined)
    return { status: 'absent', detail: missing, ...(deviation !== undefined && { deviation }) };
  const [result] = ruleResult({ ...ruleEntry(canaryRule), id: canaryRule }, run, usual).cases;
  if (result?.status === 'pass') return { status: 'works' };
  if (deviation !== undefined) return { status: 'fails', deviation };
  return { status: 'unknown', detail: result?.reason ?? 'not run' };
}

const needs = new Set<string>(Object.values(capabilityOf));

/** What a capability costs that the target says it has not. */
const withCost = ({ silent, ...capability }: Capability): DoctorCapability => ({
  ...capability,
  ...(!capability.available &&
    silent !== true &&
    needs.has(capability.name) && { costs: costOf([capability.name]) }),
});
