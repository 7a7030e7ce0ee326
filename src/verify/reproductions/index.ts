import type { ReproductionCheck } from '../../contract/generated/types.ts';
import type { Deviation } from '../../harness/checks/check.ts';
import { reproductions, type Scenario } from '../../harness/reproduce/index.ts';
import { abstractDeviation } from '../../harness/run/deviation.ts';
import type { Progress } from '../../harness/run/progress.ts';
import type { RunResult } from '../../harness/run/result.ts';
import { scenarioOf } from '../../harness/run/scenario.ts';
import type { Measured } from '../../harness/run/unit.ts';
import { Allowance, endingOf } from '../../harness/target/allowance.ts';
import { CopyWaits } from '../../harness/target/copy-waits.ts';
import type { EndpointTarget } from '../../harness/target/endpoint/index.ts';
import { readTls, type TlsOptions } from '../../harness/target/endpoint/tls.ts';
import { byImpact } from '../../report/impact.ts';
import type { JudgedFinding } from '../../report/findings.ts';
import type { JudgedReport } from '../../report/report.ts';
import { withoutSymptoms } from '../../report/symptoms.ts';
import { Rejudging } from './judge-again.ts';
import { Made } from './made.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { runScript } from './run-script.ts';
import { toolbox, type Tool } from './tools.ts';

/** What the scripts of a report are run against, and how those that it has were written. */
export interface Rerun {
  readonly target: EndpointTarget;
  readonly run: RunResult;
  /** Where the scripts of the report call, and whom they trust. */
  readonly scripts: Pick<Scenario, 'endpoint' | 'kmsEndpoint' | 'tls'>;
  /** Where the target's KMS is, if elsewhere. */
  readonly kmsEndpoint?: string;
  readonly tls?: TlsOptions;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Most scripts that are run: a target that deviates everywhere would keep somebody waiting for hours. */
const mostScripts = 200;

/** Milliseconds that a copy is followed while its script waits for the answer, which it does for a minute. */
const longestFollowing = 20_000;

/**
 * Runs each script of the deviations that are told, one after the other, most harmful first, and says of each whether
 * it shows its deviation. Where it does so only with the User-Agent of the SDK that judged, the script gets that.
 */
export async function checkReproductions(report: JudgedReport, rerun: Rerun): Promise<JudgedReport> {
  const { onProgress, signal = new AbortController().signal } = rerun;
  const told = byImpact(withoutSymptoms(report.findings));
  const total = Math.min(mostScripts, told.flatMap(({ reproduction }) => Object.keys(reproduction)).length);
  const measured = measuredOf(rerun.run);
  const toolOf = toolbox();
  const left: string[] = [];
  const checked = new Map<JudgedFinding, Checked>();
  let done = 0;
  let failed = 0;
  for (const finding of told) {
    const of: Checked = { reproduction: { ...finding.reproduction }, reproduced: {} };
    checked.set(finding, of);
    for (const language of Object.keys(finding.reproduction)) {
      const reason =
        endingOf(signal)?.reason ??
        (done === mostScripts ? `${mostScripts} scripts were run before it` : unfit(finding, rerun.target));
      const tool = await toolOf(language);
      const seen = measured.get(finding.fingerprint);
      if (reason !== undefined || seen === undefined || tool === undefined) {
        of.reproduced[language] =
          tool === undefined
            ? { result: 'no tool' }
            : { result: 'not run', reason: reason ?? 'it is no call' };
        if (done === mostScripts) continue;
      } else {
        const { check, script } = await checkScript({ ...rerun, signal }, seen, { language, tool, left });
        of.reproduced[language] = check;
        if (script !== undefined) of.reproduction[language] = script;
        if (check.result !== 'shown') failed += 1;
      }
      done += 1;
      onProgress?.({ of: 'scripts', done, total, failed, label: `${finding.rule} ${language}` });
    }
  }
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, ...checked.get(finding) })),
    leftBehind: [...new Set([...report.leftBehind, ...left])],
  };
}

/** The scripts of a finding, and what came of them. */
interface Checked {
  readonly reproduction: Record<string, string>;
  readonly reproduced: Record<string, ReproductionCheck>;
}

/** Why no script of a finding can be judged; undefined where they can. */
function unfit({ sequence }: JudgedFinding, { access }: EndpointTarget): string | undefined {
  if (sequence !== undefined) return 'a sequence of calls, which `replay` makes again';
  const withProfile = [...access.values()].some(
    (way) => way.kind === 'access-key' && way.profile !== undefined,
  );
  return withProfile ? 'it needs the credentials of a profile, which no script holds' : undefined;
}

/** The first call that showed each deviation, as findings have it. */
function measuredOf(run: RunResult): ReadonlyMap<string, Seen> {
  const found = new Map<string, Seen>();
  for (const result of run.results.values()) {
    if (result.kind !== 'measured') continue;
    for (const check of result.checks) {
      if (check.status !== 'fail') continue;
      const { fingerprint } = abstractDeviation(check, result);
      if (!found.has(fingerprint))
        found.set(fingerprint, { measured: result, deviation: check, fingerprint });
    }
  }
  return found;
}

interface Seen {
  readonly measured: Measured;
  readonly deviation: Deviation;
  readonly fingerprint: string;
}

/** A script to be run, and where to tell what it leaves. */
interface Running {
  readonly language: string;
  readonly tool: Tool;
  readonly left: string[];
}

type Ready = Rerun & { readonly signal: AbortSignal };

/** Runs a script; where it does not show the deviation, once more with the identity of the SDK that judged. */
async function checkScript(
  rerun: Ready,
  seen: Seen,
  running: Running,
): Promise<{ readonly check: ReproductionCheck; readonly script?: string }> {
  const plain = await rehearse(rerun, seen, running);
  const userAgent = seen.measured.exchange.http?.request.headers['user-agent'];
  if (plain.result !== 'not shown' || userAgent === undefined) return { check: plain };
  const scenario: Scenario = {
    ...scenarioOf(seen.measured, seen.deviation, rerun.target),
    ...rerun.scripts,
  };
  const [before, script] = [scenario, { ...scenario, userAgent }].map(
    (each) => reproductions(each)[running.language],
  );
  // The SDK that judged says by itself who it is.
  if (script === undefined || script === before) return { check: plain };
  const again = await rehearse(rerun, seen, running, userAgent);
  return again.result === 'shown' ? { check: { ...again, identity: true }, script } : { check: plain };
}

/** Runs a script once, and judges what it showed. */
async function rehearse(
  { target, kmsEndpoint, tls: options, signal }: Ready,
  { measured, deviation, fingerprint }: Seen,
  { language, tool, left }: Running,
  userAgent?: string,
): Promise<ReproductionCheck> {
  const { tls: _trusted, ...scenario } = { tls: undefined, ...scenarioOf(measured, deviation, target) };
  const waits = new CopyWaits(longestFollowing, target.allowance ?? new Allowance());
  const rejudging = new Rejudging({ ...target, waits }, measured, fingerprint, scenario.steps);
  const made = new Made();
  const tls = options === undefined ? undefined : await readTls(options);
  const witness = (exchange: Parameters<Made['note']>[0]): Promise<void> => {
    made.note(exchange);
    return rejudging.see(exchange);
  };
  const proxy = await startRecordingProxy(target.endpoint, witness, tls);
  const kms = kmsEndpoint === undefined ? undefined : await startRecordingProxy(kmsEndpoint, witness, tls);
  try {
    const script = reproductions({
      ...scenario,
      endpoint: proxy.url,
      ...(kms !== undefined && { kmsEndpoint: kms.url }),
      ...(userAgent !== undefined && { userAgent }),
    })[language];
    const { code, stopped, stderr } = await runScript(tool, script ?? '', signal);
    const judged = await rejudging.judged;
    if (judged?.shown === true) return { result: 'shown' };
    if (judged !== undefined && judged.unjudged !== true)
      return { result: 'not shown', ...(judged.reason !== undefined && { reason: judged.reason }) };
    const reason =
      judged?.reason ??
      (stopped
        ? (endingOf(signal)?.reason ?? 'it took too long')
        : `it ended with ${String(code)} before the call: ${stderr.slice(-300)}`);
    const result = stopped || judged !== undefined ? 'not run' : 'not shown';
    return { result, reason: target.redact?.(reason) ?? reason };
  } finally {
    await Promise.all([proxy.close(), kms?.close()]);
    left.push(...(await made.remaining(target)));
  }
}
