import { columns } from '../kit/columns.ts';
import { painter } from '../kit/paint.ts';
import type { RenderOptions } from '../kit/render-options.ts';
import { plural } from '../run/words.ts';
import type { Listing } from './listing.ts';

/** Each rule with its statement, its cases with their titles below it, and how many there are. */
export function renderText({ rules }: Listing, options: RenderOptions): string {
  const paint = painter(options);
  const blocks = rules.map(({ id, statement, gating, new: isNew, cases }) => {
    const mark = gating ? '' : `  (${isNew === true ? 'new: ' : ''}does not fail the run)`;
    const rows = columns(cases.map((each) => [`  ${each.id}`, each.title]));
    return `${paint('bold', id)}  ${statement}${mark}\n${rows}\n`;
  });
  const count = rules.reduce((sum, { cases }) => sum + cases.length, 0);
  return `${blocks.join('\n')}\n${plural(rules.length, 'rule')}, ${plural(count, 'case')}\n`;
}
