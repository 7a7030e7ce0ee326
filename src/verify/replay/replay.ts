import type { Failure, Finding } from '../../contract/generated/types.ts';
import type { EndpointTarget } from '../../harness/target/endpoint/index.ts';
import type { ReplayOptions } from './attempt.ts';
import { replayCase } from './replay-case.ts';
import { replaySequence } from './replay-sequence.ts';

export type { ReplayOptions } from './attempt.ts';

/** What came of doing it again. */
export type Replayed =
  /** The same rule deviates in the same way. */
  | { readonly kind: 'reproduced' }
  /** The rule deviates otherwise, or another one does that did not before. */
  | { readonly kind: 'changed'; readonly now: readonly Finding[] }
  /** Nothing deviates that did not deviate beside it before. */
  | { readonly kind: 'gone' }
  /** It could not be done again. */
  | { readonly kind: 'not-run'; readonly reason: string };

/** Does again what a failure file describes, and compares. */
export async function replayFailure(
  target: EndpointTarget,
  failure: Failure,
  options: ReplayOptions = {},
): Promise<{ readonly result: Replayed; readonly leftBehind: readonly string[] }> {
  const { replay } = failure;
  const attempt =
    replay.kind === 'case'
      ? await replayCase(target, failure, replay, options)
      : await replaySequence(target, failure, replay, options);
  const result: Replayed = attempt.ok
    ? compare(failure, attempt.findings)
    : { kind: 'not-run', reason: attempt.reason };
  return { result, leftBehind: attempt.leftBehind };
}

/** Sets what is seen now against what was seen then. */
export function compare({ rule, fingerprint, beside }: Failure, findings: readonly Finding[]): Replayed {
  if (findings.some((finding) => finding.rule === rule && finding.fingerprint === fingerprint))
    return { kind: 'reproduced' };
  // A sequence does not tell what else its calls showed, so that only its own rule can tell of a change.
  const isNews = (finding: Finding): boolean =>
    beside === undefined ? finding.rule === rule : !beside.includes(finding.fingerprint);
  const now = findings.filter(isNews);
  return now.length === 0 ? { kind: 'gone' } : { kind: 'changed', now };
}
