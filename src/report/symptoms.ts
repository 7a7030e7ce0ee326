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

/** The findings that are told by themselves: causes, and whatever nothing explains. */
export function withoutSymptoms<F extends Finding>(findings: readonly F[]): readonly F[] {
  const symptoms = new Set([...symptomsOf(findings).values()].flat());
  return findings.filter((finding) => !symptoms.has(finding));
}
