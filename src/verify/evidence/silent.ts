import { naming, type CopiedFrom } from '../../harness/recording/outcome.ts';
import type { HeldOutcome } from './outcomes.ts';

/** What a member of copies was, of which no rule says anything there. */
export interface SilentMember {
  readonly member: string;
  /** Where the sources of the copies are. */
  readonly from: CopiedFrom;
  /** Whether it was as in the source, by recording. */
  readonly seen: readonly {
    readonly recording: string;
    readonly likeSource: boolean;
    readonly cases: readonly string[];
  }[];
}

/** Members of copies of which the contract says nothing, and whether each was that of the source. */
export function silentMembers(
  recordings: readonly (readonly [name: string, outcomes: ReadonlyMap<number, HeldOutcome>])[],
): readonly SilentMember[] {
  const found = new Map<string, SilentMember & { seen: SilentMember['seen'][number][] }>();
  for (const [recording, outcomes] of recordings) {
    for (const { member, from, likeSource, label } of [...outcomes.values()].flatMap(membersIn)) {
      const entry = found.get(`${member} ${from}`) ?? { member, from, seen: [] };
      found.set(`${member} ${from}`, entry);
      const same = entry.seen.findIndex(
        (each) => each.recording === recording && each.likeSource === likeSource,
      );
      const cases = [...(entry.seen[same]?.cases ?? []), label];
      if (same === -1) entry.seen.push({ recording, likeSource, cases });
      else entry.seen[same] = { recording, likeSource, cases };
    }
  }
  return [...found.values()].sort((a, b) => (`${a.member} ${a.from}` < `${b.member} ${b.from}` ? -1 : 1));
}

interface Seen {
  readonly member: string;
  readonly from: CopiedFrom;
  readonly likeSource: boolean;
  readonly label: string;
}

function membersIn({ label, outcome, verdict: { copied } }: HeldOutcome): readonly Seen[] {
  // A copy that was not to be made says nothing of those that are.
  if (outcome.kind === 'unmeasured' || outcome.copy?.from === undefined || copied === undefined) return [];
  const { members, unlikeSource = [], from } = outcome.copy;
  const told = new Set([...naming, ...Object.keys(copied.members)]);
  return Object.keys(members)
    .filter((member) => !told.has(member))
    .map((member) => ({ member, from, likeSource: !unlikeSource.includes(member), label }));
}
