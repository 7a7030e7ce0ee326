import type { Finding } from '../contract/generated/types.ts';

/**
 * The findings that others explain, by the fingerprint of their cause. Where the cause is known and a symptom is not,
 * the symptom is news, and a deviation of its own.
 */
export function symptomsOf<F extends Finding>(findings: readonly F[]): ReadonlyMap<string, readonly F[]> {
  const news = new Set(
    findings.flatMap(({ known, fingerprint }) => (known === undefined ? [fingerprint] : [])),
  );
  const found = new Map<string, F[]>();
  for (const finding of findings) {
    const { cause, known } = finding;
    if (cause === undefined || known !== undefined || !news.has(cause)) continue;
    found.set(cause, [...(found.get(cause) ?? []), finding]);
  }
  return found;
}

/** Whether a finding, as long as nothing explains it, fails the run. */
export const failsRun = ({ gating, known }: Pick<Finding, 'gating' | 'known'>): boolean =>
  gating && known === undefined;

/** Whether it would fail the run, had the requirement set asked for it, and no baseline knows it. */
export const isFresh = ({ new: fresh, known }: Pick<Finding, 'new' | 'known'>): boolean =>
  fresh === true && known === undefined;

/** The findings that are told by themselves: causes, and whatever nothing explains. */
export function withoutSymptoms<F extends Finding>(findings: readonly F[]): readonly F[] {
  const symptoms = new Set([...symptomsOf(findings).values()].flat());
  return findings.filter((finding) => !symptoms.has(finding));
}
