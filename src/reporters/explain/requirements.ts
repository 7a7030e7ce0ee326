import type { SetExplanation } from '../../contract/explanation.ts';
import { isGating } from '../../contract/gate.ts';
import type { Change } from '../../contract/requirements.ts';
import { usual } from '../../contract/usual.ts';
import { plural } from '../run/words.ts';

/** The requirement sets, for a terminal: what a run that names one is held to, and what it is not. */
export const requirementsText = (sets: readonly SetExplanation[]): string =>
  `${sets.map((set) => [setText(set), ...changeTexts(set).map((text) => `  ${text}`)].join('\n')).join('\n\n')}\n`;

/** The same as a list of Markdown. */
export const requirementsMarkdown = (sets: readonly SetExplanation[]): readonly string[] =>
  sets.flatMap((set) => [`- ${setText(set)}`, ...changeTexts(set).map((text) => `  - ${text}`)]);

const setText = ({ name, date, gating, changes }: SetExplanation): string =>
  `${name} (${date}): ${plural(gating, 'claim')} can fail a run; ${changes.length === 0 ? 'nothing stands' : `${plural(changes.length, 'claim')} stand${changes.length === 1 ? 's' : ''}`} otherwise since`;

const changeTexts = ({ changes }: SetExplanation): readonly string[] =>
  changes.map((change) => `${change.rule}, ${change.aspect}: ${standingText(change)}; ${meaningOf(change)}`);

const standingText = ({ then, now }: Change): string =>
  `${then ?? 'no such claim'} then, ${now ?? 'no such claim'} now`;

/** What a change means for a run that names the set. */
function meaningOf({ then, now }: Change): string {
  const [gated, gates] = [then, now].map(
    (standing) => standing !== undefined && isGating(standing, usual.gate),
  );
  if (gates === gated) return gates === true ? 'fails a run, as before' : 'fails no run, as before';
  return gates === true ? 'new, so that it fails no run' : 'fails no run any more';
}
