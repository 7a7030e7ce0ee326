import type { DirectedCase } from '../contract/case.ts';
import type { LiveDocument, LiveSnapshot } from '../contract/generated/types.ts';
import type { Inventory } from '../harness/live/inventory.ts';
import { permitFor, type LiveLevel } from '../harness/live/permit.ts';
import { settingOf } from '../harness/live/setting.ts';
import { LiveStage } from '../harness/live/stage.ts';
import { planFor } from '../harness/run/plan-for.ts';
import { nameMaker } from '../harness/run/names.ts';
import type { Plan, Unit } from '../harness/run/plan.ts';
import { prepareCall } from '../harness/run/unit.ts';
import { keyArn, placeOf, realise, snapshotArn, type SnapshotShape } from '../model/index.ts';

/** What will become of a call of a plan in a real account. */
export type Prospect =
  | { readonly kind: 'sent'; readonly mayCopy: boolean; readonly crossRegion: boolean }
  /** It is not made, and why. */
  | { readonly kind: 'not-sent'; readonly reason: string };

/** A call of a plan, and what will become of it. */
export interface Foreseen {
  readonly unit: Unit;
  readonly prospect: Prospect;
}

/** Foresees every call of a run, by the file alone. Nothing is sent for it. */
export function foresee(
  cases: readonly DirectedCase[],
  live: LiveDocument,
  level: LiveLevel,
  run: string,
): { readonly plan: Plan; readonly calls: readonly Foreseen[] } {
  const { plan } = planFor({ cases });
  const setting = settingOf(live);
  const stage = new LiveStage(live, imagined(live), setting);
  const nameOf = nameMaker(run, 0);
  const calls = plan.groups.flatMap(({ given, units }): Foreseen[] => {
    const staging = stage.play(given, nameOf);
    if (staging.kind !== 'staged')
      return units.map((unit) => ({ unit, prospect: { kind: 'not-sent', reason: staging.reason } }));
    const realised = realise(given, { ...setting, nameOf }, staging.found);
    return units.map((unit): Foreseen => {
      const { caller, arriving } = prepareCall({ runId: run, setting }, { realised }, unit);
      const permit = permitFor({ live, level, run, world: stage.world }, caller, arriving);
      if (!permit.ok) return { unit, prospect: { kind: 'not-sent', reason: permit.reason } };
      const { SourceDBClusterSnapshotIdentifier: source = '' } = arriving;
      const crossRegion = source.startsWith('arn:') && !source.includes(`:${caller.region}:`);
      return { unit, prospect: { kind: 'sent', mayCopy: permit.mayCopy, crossRegion } };
    });
  });
  return { plan, calls };
}

/** What the file says of snapshots, as an account would describe them. */
function imagined(live: LiveDocument): Inventory {
  const setting = settingOf(live);
  const shapeOf = (entry: LiveSnapshot): SnapshotShape => {
    const place = placeOf(entry, setting);
    const key = entry.encryptedWith === undefined ? undefined : live.keys?.[entry.encryptedWith];
    return {
      DBClusterSnapshotIdentifier: entry.identifier,
      DBClusterSnapshotArn: snapshotArn(place, entry.identifier),
      SnapshotType: entry.type ?? 'manual',
      Status: 'available',
      PercentProgress: 100,
      StorageEncrypted: entry.encryptedWith !== undefined,
      Engine: 'neptune',
      ...(entry.encryptedWith !== undefined && {
        KmsKeyId: keyArn(key === undefined ? place : placeOf(key, setting), key?.id ?? 'managed'),
      }),
    };
  };
  const entries = Object.entries(live.snapshots ?? {}).map(
    ([name, entry]) =>
      [
        name,
        { shape: shapeOf(entry), tags: (entry.tags ?? []).map(({ Key, Value = '' }) => ({ Key, Value })) },
      ] as const,
  );
  return { snapshots: Object.fromEntries(entries) };
}
