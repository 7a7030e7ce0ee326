import { placeKey } from '../../model/world/place.ts';
import { idOf, listOf } from './answer-forms.ts';
import { problem, shown } from './finding.ts';
import { textOf, type Witness } from './witness.ts';

/** Most records of a page for which no other number is asked. */
const usualMost = 100;

/** Holds lists to the number of records that was asked for, and pages to what the ones before have shown. */
export function pageWitness(): Witness {
  /** What has been shown up to a marker. */
  const before = new Map<string, ReadonlySet<unknown>>();
  return {
    hear({ operation, input, output, caller }) {
      if (!operation.startsWith('Describe')) return [];
      const ids = listOf(operation, output).map((thing) => idOf(operation, thing));
      const { MaxRecords: most = usualMost } = input;
      const from = textOf(input['Marker']);
      const next = textOf(output['Marker']);
      const keyOf = (marker: string): string => [placeKey(caller), operation, marker].join(' ');
      const seen = from === undefined ? undefined : before.get(keyOf(from));
      const again = ids.find((id) => id !== undefined && seen?.has(id) === true);
      if (next !== undefined) before.set(keyOf(next), new Set([...(seen ?? []), ...ids]));
      return [
        ...(ids.length > Number(most)
          ? [problem('mock/page', `at most ${String(most)} records`, `${ids.length} records`)]
          : []),
        ...(again === undefined
          ? []
          : [problem('mock/page', `records beyond the marker ${shown(from)}`, `${shown(again)} again`)]),
      ];
    },
  };
}
