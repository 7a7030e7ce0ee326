import { harmless } from '../../contract/shown.ts';
import type { Outlook } from '../../verify/outlook.ts';
import { plural } from '../run/words.ts';

/** What an outlook is told with. */
export interface OutlookContext {
  /** The endpoint; the embedded one unless given. */
  readonly endpoint?: string;
  /** Most calls in a sequence. */
  readonly maxCalls: number;
  /** How many cases are left out on purpose. */
  readonly leftOut: number;
}

/** What a run would do at an endpoint, in a few lines. */
export function outlookText(
  { worlds, cases, rules, pairs, calls, sequences, atOnce }: Outlook,
  { endpoint = 'the embedded endpoint', maxCalls, leftOut }: OutlookContext,
): string {
  const { clusters, snapshots, keys } = atOnce;
  const lines = [
    `At ${harmless(endpoint)}, this run would`,
    `  judge ${plural(cases, 'case')} of ${plural(rules, 'rule')} and ${plural(pairs, 'pair')} of rules, in ${plural(worlds, 'world')}, with at most ${plural(calls, 'call')} of CopyDBClusterSnapshot`,
    ...(leftOut === 0 ? [] : [`  leave out ${plural(leftOut, 'case')}, as --without says`]),
    ...(sequences === 0
      ? []
      : [
          `  make up ${plural(sequences, 'sequence')} of at most ${plural(maxCalls, 'call')}, and repeat those that fail until they are short`,
        ]),
    `  have there at most ${plural(snapshots, 'snapshot')}, ${plural(clusters, 'cluster')} and ${plural(keys, 'KMS key')} of its own at once, and remove them (keys are scheduled for deletion)`,
    'Nothing was sent.',
  ];
  return `${lines.join('\n')}\n`;
}
