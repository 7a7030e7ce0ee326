import type { DirectedCase, Situation } from '../contract/case.ts';
import type { RequestTemplate } from '../contract/generated/types.ts';
import { isLiveRun, markOf } from '../harness/live/mark.ts';

/**
 * A case in which copies carry the tag of a run, where that does not change what is asked. Where tags of the source are
 * asked for, where the form of tags is what is tried, and where no tag more would fit, the case stays as it is: its call
 * is not made in a real account.
 */
export function marked(entry: DirectedCase, run: string): DirectedCase {
  const situation = withMark(entry.situation, run);
  const { claim } = entry;
  return claim.kind === 'rejected'
    ? { ...entry, situation, claim: { ...claim, control: withMark(claim.control, run) } }
    : { ...entry, situation };
}

/** The cases as a run has made them: marked, where it was one in a real account. */
export const asMadeBy = (run: string, cases: readonly DirectedCase[]): readonly DirectedCase[] =>
  isLiveRun(run) ? cases.map((entry) => marked(entry, run)) : cases;

/** AWS takes so many tags, and no more. */
const mostTags = 50;

function withMark(situation: Situation, run: string): Situation {
  const { request, wire, http } = situation;
  const isAboutForm =
    Object.keys(wire).some((name) => name.startsWith('Tags')) ||
    Object.keys(http?.doubled ?? {}).some((name) => name.startsWith('Tags'));
  const copiesTags = request.CopyTags === true || 'CopyTags' in wire;
  const tags = tagsOf(request);
  if (isAboutForm || tags.length === mostTags || (copiesTags && tags.length === 0)) return situation;
  // Behind those of the case: where one of them is wrong, that is met as before.
  return { ...situation, request: { ...request, Tags: [...tags, markOf(run)] } };
}

/** The tags of a request, one by one. */
function tagsOf({
  Tags: tags,
}: RequestTemplate): Extract<NonNullable<RequestTemplate['Tags']>, readonly unknown[]> {
  if (tags === undefined || tags === null) return [];
  if (!('generate' in tags)) return tags;
  return Array.from({ length: tags.generate }, (_, i) => ({ Key: `key-${i + 1}`, Value: `value-${i + 1}` }));
}
