import type { DirectedCase } from '../contract/case.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { MinMeasured, Report, Shard } from '../contract/generated/types.ts';
import type { LeftOutName } from '../contract/capabilities.ts';
import { usualDemands } from '../report/conclude.ts';
import { reproductions } from '../harness/reproduce/index.ts';
import { startServer } from '../server/index.ts';
import { search, signatureOf } from '../harness/search/index.ts';
import { Allowance, endingOf } from '../harness/target/allowance.ts';
import { connectEndpoint, type EndpointTarget } from '../harness/target/endpoint/index.ts';
import { refuseAws } from '../harness/target/guard/aws-hosts.ts';
import type { Journal } from '../harness/target/guard/journal.ts';
import { openJournal } from '../harness/target/guard/open-journal.ts';
import { makeRunId } from '../harness/target/run-id.ts';
import type { AccountProfile } from '../harness/target/endpoint/profiles.ts';
import { withoutUser } from '../harness/target/endpoint/redact.ts';
import type { Level } from '../contract/provenance.ts';
import { buildReport, type SearchReport } from '../report/report.ts';
import { searchFindings } from '../report/search-findings.ts';
import { runCases, type Progress } from '../harness/run/run.ts';
import type { RunResult } from '../harness/run/result.ts';
import { sceneOf } from '../harness/run/scene.ts';

/** What to judge, and how. */
export interface VerifyOptions {
  /** The endpoint; the embedded one unless given. */
  readonly endpoint?: string;
  readonly kmsEndpoint?: string;
  readonly region: string;
  readonly cases: readonly DirectedCase[];
  /** Rules to report on, each of which must then be measured; all unless given. */
  readonly rules?: readonly RuleId[];
  /** What the target is not to be judged by: cases that need it are not run, and excused; nothing unless given. */
  readonly without?: readonly LeftOutName[];
  /**
   * How many of the gating rules that nothing excuses must be measured, or the run could not judge (exit code 2): a
   * number of rules, or a share from 0 to 1; a share of 0.75 unless given.
   */
  readonly minMeasured?: MinMeasured;
  readonly seed: number;
  readonly gate: Level;
  /** Milliseconds until an attempt of a call is given up. */
  readonly timeout: number;
  /** The target's quota of manual snapshots, if it is known not to be AWS's usual one. */
  readonly quota?: number;
  /** Accounts by profiles: the first calls, the second is the other one. */
  readonly profiles?: readonly AccountProfile[];
  /** What the report calls the target; the endpoint's host unless given. */
  readonly targetName?: string;
  /** Version of this package, for the report. */
  readonly version: string;
  /** Part of every name that is made up: four to sixteen small letters and digits; random unless given. */
  readonly runId?: string;
  /**
   * File for the journal of what is made at the endpoint; one in the user's state folder unless given, which goes
   * when nothing is left behind. `false` keeps none: for endpoints that end with the run.
   */
  readonly journal?: string | false;
  /** Most pairs of rules that are broken together; `usualPairs` unless given. */
  readonly pairs?: number;
  /** The part of the run to make; all of it unless given. */
  readonly shard?: Shard;
  /** Limits of the stateful search; none is made unless given. */
  readonly search?: SearchLimits;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run when aborted: it cleans up, and reports what it has. */
  readonly signal?: AbortSignal;
  /** Ends the run in the same way after so many milliseconds; never unless given. */
  readonly deadline?: number;
  /** Milliseconds until a copy that does not become available is given up; a minute unless given. */
  readonly copyTimeout?: number;
}

/** How far a stateful search goes. */
export interface SearchLimits {
  /** How many sequences of calls. */
  readonly runs: number;
  /** Most calls in a sequence. */
  readonly maxCalls: number;
  /** Milliseconds after which no new sequence is begun. */
  readonly maxTime: number;
}

/** How long a copy takes at the embedded endpoint: long enough to be met on its way. */
export const embeddedCopyDuration = 600;

/** How many pairs of rules a run tries unless told: all that there are. */
export const usualPairs = 1_000;

/** Where scripts expect the embedded endpoint once it is started by hand: `serve --port 8182`. */
const embeddedByHand = 'http://127.0.0.1:8182';

/**
 * Judges an endpoint with the directed cases. Throws a TargetError when there is nothing to be judged;
 * whatever else the target does is in the report.
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const allowance = new Allowance(options);
  try {
    return await verifyWithin(allowance, { ...options, signal: allowance.signal });
  } finally {
    allowance.close();
  }
}

async function verifyWithin(allowance: Allowance, options: VerifyOptions): Promise<Report> {
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
  options: VerifyOptions,
  url: string,
  embedded?: Embedded,
): Promise<Report> {
  const startedAt = new Date();
  const name = options.targetName ?? embedded?.name;
  const runId = options.runId ?? makeRunId();
  refuseAws(url);
  refuseAws(options.kmsEndpoint);
  const journal = embedded === undefined ? await journalOf(options, runId, url) : undefined;
  const connect = (at: string): Promise<EndpointTarget> =>
    connectEndpoint({
      url: at,
      region: options.region,
      timeout: options.timeout,
      allowance,
      ...(options.copyTimeout !== undefined && { copyTimeout: options.copyTimeout }),
      ...(options.kmsEndpoint !== undefined && { kmsUrl: options.kmsEndpoint }),
      ...(options.quota !== undefined && { quota: options.quota }),
      ...(options.profiles !== undefined && { profiles: options.profiles }),
      ...(name !== undefined && { name }),
      ...(journal !== undefined && { journal }),
      runId,
    });
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
    const run = await runCases(connected, { pairs: usualPairs, ...options });
    const scripts = {
      endpoint: embedded === undefined ? connected.endpoint : embeddedByHand,
      ...(options.kmsEndpoint !== undefined && { kmsEndpoint: withoutUser(options.kmsEndpoint) }),
    };
    const searched = await searchBeyond(searchable, run, options, scripts);
    const stopped = endingOf(allowance.signal);
    await sweep();
    // The port of the embedded endpoint is gone when somebody reads the report.
    const { endpoint: _port, ...anonymous } = connected;
    return buildReport(embedded === undefined ? connected : anonymous, run, {
      ...options,
      startedAt,
      milliseconds: Date.now() - startedAt.getTime(),
      demands: {
        minMeasured: options.minMeasured ?? usualDemands.minMeasured,
        without: options.without ?? [],
        named: options.rules !== undefined,
      },
      reproduce: (measured, deviation) =>
        reproductions({ ...sceneOf(measured, deviation, connected), ...scripts }),
      ...(searched !== undefined && { searched }),
      leftBehind,
      ...(stopped !== undefined && { stopped }),
      tooLarge: connected.tooLarge() + (searchable === connected ? 0 : searchable.tooLarge()),
    });
  } catch (error) {
    await sweep();
    throw error;
  } finally {
    for (const target of targets) await target.close();
    // Of a run that left nothing, the state folder need not tell.
    await journal?.end(options.journal === undefined && leftBehind.length === 0);
  }
}

function journalOf(options: VerifyOptions, run: string, endpoint: string): Promise<Journal> | undefined {
  const { journal: file, kmsEndpoint } = options;
  if (file === false) return undefined;
  return openJournal({
    run,
    endpoint,
    ...(kmsEndpoint !== undefined && { kmsEndpoint }),
    ...(file !== undefined && { file }),
  });
}

/** Looks for what no directed case shows. What the cases have shown already is not looked for. */
async function searchBeyond(
  target: EndpointTarget,
  run: RunResult,
  options: VerifyOptions,
  scripts: { readonly endpoint: string; readonly kmsEndpoint?: string },
): Promise<SearchReport | undefined> {
  const { search: limits, signal, onProgress } = options;
  if (limits === undefined || limits.runs === 0 || signal?.aborted === true) return undefined;
  const seen = [...run.results.values()].flatMap((result) =>
    result.kind === 'measured' ? result.checks : [],
  );
  const known = new Set(seen.flatMap((check) => (check.status === 'fail' ? [signatureOf(check)] : [])));
  const { discoveries, runs, wanted, copies, stopped, leftBehind } = await search(target, {
    ...limits,
    seed: options.seed,
    known,
    ...(options.shard !== undefined && { shard: options.shard }),
    ...(signal !== undefined && { signal }),
    onProgress: (done, total, failed) => onProgress?.({ done, total, failed, label: 'stateful search' }),
  });
  const info = { runs, wanted, maxCalls: limits.maxCalls, copies, stopped };
  return {
    info,
    findings: searchFindings(target, discoveries, { gate: options.gate, ...scripts }),
    leftBehind,
  };
}
