import type { WorldDocument } from '../../contract/generated/types.ts';
import { attributePairs } from '../run/attribute-pairs.ts';
import { turnOf, turnsOf } from '../run/lots.ts';
import { planFor, type Wanted } from '../run/plan-for.ts';
import type { Unit } from '../run/plan.ts';
import { progressOf, type Progress } from '../run/progress.ts';
import { toldElsewhere, type RunResult } from '../run/result.ts';
import { runUnit, type UnitResult } from '../run/unit.ts';
import type { Piece, Target, Work } from '../target/target.ts';
import { playedTarget, recordedTarget } from './played-target.ts';
import { recordedWorld } from './recorded-world.ts';
import type { Recording } from './read-recording.ts';
import { notRecorded, TapeReader } from './tape.ts';
import { caseKey, sequenceKey } from './work-key.ts';

/** A target that answers sequences of calls as it did in the recording. */
export function sequencePlayer(recording: Recording): Target {
  const target = recordedTarget(recording.index);
  const piece = (work: Work): Piece => {
    const found =
      work.kind === 'sequence' ? recording.sequences.get(sequenceKey(work.calls, work.closely)) : undefined;
    return {
      target: playedTarget(target, new TapeReader(found?.tape ?? [])),
      ...(found !== undefined && { prefix: found.prefix }),
      end: () => Promise.resolve(),
    };
  };
  return { ...playedTarget(target, new TapeReader([])), piece };
}

/** Judges the cases of today's contract by what was answered in the recording. Nothing is sent. */
export async function playCases(
  recording: Recording,
  options: Wanted & { readonly onProgress?: (progress: Progress) => void },
): Promise<RunResult> {
  const { plan, leftOut } = planFor(options);
  const turns = turnsOf(plan);
  const results = new Map<number, UnitResult>();
  for (const { given, units } of plan.groups) {
    for (const unit of units) {
      const isTold = turnOf(unit, turns, results) === 'told';
      results.set(unit.id, isTold ? toldElsewhere : await playUnit(recording, given, unit));
      options.onProgress?.(progressOf(plan, results, unit));
    }
  }
  const { id, stopped } = recording.index.run;
  return {
    runId: id,
    plan,
    results: attributePairs(results),
    leftOut,
    leftBehind: [],
    ...(stopped !== undefined && { stopped }),
  };
}

async function playUnit(recording: Recording, given: WorldDocument, unit: Unit): Promise<UnitResult> {
  const recorded = recording.cases.get(caseKey({ given, ...unit }, unit.follow));
  if (recorded === undefined) return { kind: 'inconclusive', reason: notRecorded };
  if (recorded.kind === 'unmeasured') return { kind: recorded.status, reason: recorded.reason };
  const target = playedTarget(recordedTarget(recording.index), new TapeReader(recorded.tape));
  return runUnit(target, given, recordedWorld(recorded, target), unit);
}
