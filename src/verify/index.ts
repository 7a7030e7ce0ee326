import { Lookout } from './bail.ts';
import { whatToAsk } from './canary.ts';
import { journalOf, wayTo } from './way.ts';
import { complete, demandsOf, type CompleteOptions, type VerifyOptions } from './options.ts';
import { version } from '../contract/version.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import { reproductions } from '../harness/reproduce/index.ts';
import { startServer } from '../server/index.ts';
import { Allowance, endingOf, type Ending } from '../harness/target/allowance.ts';
import { connectEndpoint, type EndpointTarget } from '../harness/target/endpoint/index.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import { makeRunId } from '../harness/target/run-id.ts';
import { withoutUser } from '../harness/target/endpoint/redact.ts';
import { buildReport, type JudgedReport } from '../report/report.ts';
import { runCases } from '../harness/run/run.ts';
import { scenarioOf } from '../harness/run/scenario.ts';
import { recorderFor } from './recording.ts';
import { searchBeyond } from './search-beyond.ts';
import { checkReproductions } from './reproductions/index.ts';

/** How long a copy takes at the embedded endpoint: long enough to be met on its way. */
export const embeddedCopyDuration = 600;

/** Where scripts expect the embedded endpoint once it is started by hand: `serve --port 8182`. */
const embeddedByHand = 'http://127.0.0.1:8182';

/**
 * Judges an endpoint with the directed cases; `verify({ endpoint })` says all that has to be said. Throws a TargetError when there is nothing to be judged;
 * whatever else the target does is in the report.
 */
export async function verify(given: VerifyOptions = {}): Promise<JudgedReport> {
  const options = complete(given);
  const bailing = new AbortController();
  const signals = [bailing.signal, ...(options.signal === undefined ? [] : [options.signal])];
  const allowance = new Allowance({ ...options, signal: AbortSignal.any(signals) });
  const end = (ending: Ending): void => bailing.abort(ending);
  try {
    return await verifyWithin(allowance, { ...options, signal: allowance.signal, end });
  } finally {
    allowance.close();
  }
}

/** Options of a run that can be ended. */
type Running = CompleteOptions & { readonly end: (ending: Ending) => void };

async function verifyWithin(allowance: Allowance, options: Running): Promise<JudgedReport> {
  if (options.endpoint !== undefined) return judgeEndpoint(allowance, options, options.endpoint);
  const server = await startServer({ copyDuration: embeddedCopyDuration });
  // Sequences wait for their copies; another world in which these are quick saves most of that.
  const quick = await startServer({ copyDuration: 5 });
  try {
    const embedded = { name: 'the embedded endpoint', searchUrl: quick.url };
    return await judgeEndpoint(allowance, options, server.url, embedded);
  } finally {
    await server.close();
    await quick.close();
  }
}

/** The endpoint of our own, when it is judged. */
interface Embedded {
  readonly name: string;
  /** Where its copies take no time to speak of. */
  readonly searchUrl: string;
}

async function judgeEndpoint(
  allowance: Allowance,
  options: Running,
  url: string,
  embedded?: Embedded,
): Promise<JudgedReport> {
  const startedAt = new Date();
  const name = options.targetName ?? embedded?.name;
  const runId = options.runId ?? makeRunId();
  refuseAws(url);
  refuseAws(options.kmsEndpoint);
  const journal = embedded === undefined ? await journalOf(options, runId, url) : undefined;
  const connect = (at: string): Promise<EndpointTarget> =>
    connectEndpoint({
      ...wayTo(at, options),
      ...(options.jobs !== undefined && { jobs: options.jobs }),
      allowance,
      ...(name !== undefined && { name }),
      ...(journal !== undefined && { journal }),
      runId,
    });
  const recorder = await recorderFor(options);
  const watched = (target: EndpointTarget): EndpointTarget => recorder?.watch(target) ?? target;
  const targets: EndpointTarget[] = [];
  const leftBehind: string[] = [];
  const sweep = async (): Promise<void> => {
    for (const target of targets) leftBehind.push(...(await target.sweep()));
  };
  try {
    const connected = await connect(url);
    targets.push(connected);
    const searchable = embedded === undefined ? connected : await connect(embedded.searchUrl);
    if (searchable !== connected) targets.push(searchable);
    const wanted = whatToAsk(connected, options);
    const lookout = lookoutFor(connected.name, wanted);
    const run = await runCases(watched(connected), {
      ...wanted,
      jobs: connected.jobs,
      ...(lookout && { onMeasured: lookout.measured }),
    });
    const scripts = {
      endpoint: embedded === undefined ? connected.endpoint : embeddedByHand,
      ...(options.kmsEndpoint !== undefined && { kmsEndpoint: withoutUser(options.kmsEndpoint) }),
      ...(options.tls !== undefined && embedded === undefined && { tls: options.tls }),
    };
    const searched = await searchBeyond(watched(searchable), run, {
      ...wanted,
      jobs: searchable.jobs,
      scripts: { access: searchable.access, ...scripts },
      ...(lookout && { onFound: lookout.found }),
    });
    const stopped = endingOf(allowance.signal);
    await sweep();
    await recorder?.finish(run, {
      milliseconds: Date.now() - startedAt.getTime(),
      requests: total(targets, (target) => target.requests()),
      ...(stopped !== undefined && { stopped: { kind: stopped.kind, reason: stopped.reason } }),
    });
    // The port of the embedded endpoint is gone when somebody reads the report.
    const { endpoint: _port, ...anonymous } = connected;
    const report = buildReport(embedded === undefined ? connected : anonymous, run, {
      ...wanted,
      version: version(),
      startedAt,
      milliseconds: Date.now() - startedAt.getTime(),
      demands: demandsOf(wanted),
      reproduce: (measured, deviation) =>
        reproductions({ ...scenarioOf(measured, deviation, connected), ...scripts }),
      ...(searched !== undefined && { searched }),
      leftBehind,
      ...(stopped !== undefined && { stopped }),
      tooLarge: total(targets, (target) => target.tooLarge()),
      requests: total(targets, (target) => target.requests()),
    });
    if (options.checkReproductions !== true) return report;
    return await checkReproductions(report, { ...wanted, target: connected, run, scripts });
  } catch (error) {
    await sweep();
    throw error;
  } finally {
    for (const target of targets) await target.close();
    // Of a run that left nothing, the state folder need not tell.
    await journal?.end(options.journal === undefined && leftBehind.length === 0);
  }
}

const total = (targets: readonly EndpointTarget[], of: (target: EndpointTarget) => number): number =>
  targets.reduce((sum, target) => sum + of(target), 0);

/** What ends the run early, if anything is to. */
function lookoutFor(
  target: string,
  { bail, gate, requirements, rules, excludeRules = [], end }: Running,
): Lookout | undefined {
  if (bail === undefined) return undefined;
  const isTold = (rule: RuleId): boolean =>
    !excludeRules.includes(rule) && (rules === undefined || rules.includes(rule));
  return new Lookout({
    ...bail,
    gate,
    ...(requirements !== undefined && { requirements }),
    target,
    isTold,
    end,
  });
}

export type { Bail, SeenDeviation } from './bail.ts';
export { judgeRecording, type RecordingOptions } from './recording.ts';
export type { SearchLimits, VerifyOptions } from './options.ts';
