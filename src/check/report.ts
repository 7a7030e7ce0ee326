import type {
  CheckFinding,
  CheckReport,
  CheckSeverity,
  CheckSubject,
  NotChecked,
  PolicySummary,
} from '../contract/generated/types.ts';
import type { Policy } from './policy.ts';
import { describeRules } from './rules.ts';

/** From the worst to the mildest. */
export const severities: readonly CheckSeverity[] = ['error', 'warning', 'note'];

/** Whether a finding fails the run: what is undecided does as what stands, unless that is allowed. */
export function isFailing(
  { severity, standing }: Pick<CheckFinding, 'severity' | 'standing'>,
  { failOn, allowUndecided }: Pick<CheckReport['summary'], 'failOn' | 'allowUndecided'>,
): boolean {
  if (standing === 'excused' || (standing === 'undecided' && allowUndecided)) return false;
  return severities.indexOf(severity) <= severities.indexOf(failOn);
}

/** What every run is told. */
export interface CheckOptions {
  /** The mildest severity that fails the run. */
  readonly failOn: CheckSeverity;
  /** Whether what cannot be decided may pass. */
  readonly allowUndecided: boolean;
  readonly version: string;
}

/** What a run found out. */
export interface Found {
  readonly what: CheckReport['what'];
  readonly files: number;
  readonly subjects: readonly CheckSubject[];
  readonly findings: readonly CheckFinding[];
  readonly policies: readonly PolicySummary[];
  readonly notChecked: readonly NotChecked[];
  /** Whether everything that was named could be read. */
  readonly allRead: boolean;
}

/** Makes the report of a run. */
export function buildCheckReport(
  found: Found,
  policies: readonly Policy[],
  { failOn, allowUndecided, version }: CheckOptions,
): CheckReport {
  const { findings, files } = found;
  const count = (severity: CheckSeverity): number =>
    findings.filter((finding) => finding.standing === undefined && finding.severity === severity).length;
  const standing = (which: CheckFinding['standing']): number =>
    findings.filter((finding) => finding.standing === which).length;
  return {
    format: 1,
    tool: { name: 'neptune-copy-contract', version },
    what: found.what,
    summary: {
      files,
      subjects: found.subjects.length,
      error: count('error'),
      warning: count('warning'),
      note: count('note'),
      undecided: standing('undecided'),
      excused: standing('excused'),
      failOn,
      allowUndecided,
      exitCode: !found.allRead
        ? 2
        : findings.some((finding) => isFailing(finding, { failOn, allowUndecided }))
          ? 1
          : 0,
    },
    subjects: found.subjects,
    findings,
    rules: describeRules(
      findings.map(({ rule }) => rule),
      policies,
    ),
    policies: found.policies,
    notChecked: found.notChecked,
  };
}
