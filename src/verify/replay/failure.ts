import type { Failure, FailureReplay, Finding, Report } from '../../contract/generated/types.ts';

/** What made a report, besides what it says itself. */
export interface Runtime {
  readonly node: string;
  /** Version of @aws-sdk/client-neptune. */
  readonly sdk: string;
}

/** The findings of a report, each as a document of its own, by the name of its file. */
export const failuresOf = (report: Report, runtime: Runtime): ReadonlyMap<string, Failure> =>
  new Map(report.findings.map((finding) => [fileNameOf(finding), failureOf(finding, report, runtime)]));

/** The same name for the same deviation, in every run. */
const fileNameOf = ({ rule, fingerprint }: Finding): string => `${rule}-${fingerprint}.json`;

function failureOf(finding: Finding, { tool, specHash, target, seed }: Report, runtime: Runtime): Failure {
  const { rule, statement, aspect, level, gating, expected, actual, fingerprint } = finding;
  const { beside, cases, verdict, exchange, sdk, reproduction } = finding;
  return {
    format: 2,
    tool,
    specHash,
    runtime: { ...runtime },
    target: {
      name: target.name,
      ...(target.endpoint !== undefined && { endpoint: target.endpoint }),
      ...(target.version !== undefined && { version: target.version }),
      region: target.regions.here,
    },
    seed,
    rule,
    statement,
    aspect,
    level,
    gating,
    expected,
    actual,
    fingerprint,
    ...(beside !== undefined && { beside }),
    cases,
    replay: replayOf(finding),
    ...(verdict !== undefined && { verdict }),
    transcript: exchange === undefined ? [] : [exchange],
    sdk,
    reproduction,
  };
}

/** What is to be done again. The members of a situation are checked when the file is read. */
function replayOf({ rule, situation, sequence }: Finding): FailureReplay {
  if (sequence !== undefined) return { kind: 'sequence', ...sequence };
  return { kind: 'case', rule, ...situation } as FailureReplay;
}
