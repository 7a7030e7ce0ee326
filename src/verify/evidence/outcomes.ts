import type { Verdict } from '../../model/index.ts';
import { outcomeOf, type RecordedOutcome } from '../../harness/recording/outcome.ts';
import { caseKey } from '../../harness/recording/work-key.ts';
import type { JudgedRecording } from '../recording.ts';

/** How a call of today's contract ended in a recording, and what was expected of it. */
export interface HeldOutcome {
  /** The case that makes it first, or what else it is called. */
  readonly label: string;
  readonly outcome: RecordedOutcome;
  readonly verdict: Verdict;
}

/** How the calls ended that a recording has and that could be judged, by their units. */
export const outcomesOf = ({ recording, run }: JudgedRecording): ReadonlyMap<number, HeldOutcome> =>
  new Map(
    run.plan.groups.flatMap(({ given, units }) =>
      units.flatMap((unit) => {
        const result = run.results.get(unit.id);
        const recorded = recording.cases.get(caseKey({ given, ...unit }, unit.follow));
        if (recorded === undefined || result?.kind !== 'measured') return [];
        const outcome = outcomeOf(recorded, recording.index);
        return [[unit.id, { label: unit.label, outcome, verdict: result.verdict }] as const];
      }),
    ),
  );
