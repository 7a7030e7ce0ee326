import type { Status, StatusCounts } from '../../../contract/generated/types.ts';
import { wellFormed } from '../../../protocol/text.ts';
import { describeCounts, statuses, totalOf } from '../words.ts';
import { html, type Content, type Markup } from './markup.ts';

/** What stands for a status beside its colour, for who sees no colours. */
const glyphs: Readonly<Record<Status, string>> = {
  pass: '✓',
  fail: '✕',
  known: '≈',
  new: '+',
  inconclusive: '–',
  error: '!',
};

/** The sign of a status; read out as its name. */
export const glyph = (status: Status): Markup =>
  html`<span class="glyph ${status}" aria-hidden="true">${glyphs[status]}</span>`;

/** A status in a word. */
export const badge = (status: Status): Markup =>
  html`<span class="badge ${status}">${glyph(status)} ${status}</span>`;

/** The share of each status as a bar. */
export function bar(counts: StatusCounts): Markup {
  const total = totalOf(counts);
  let at = 0;
  const parts = statuses.map((status) => {
    const width = total === 0 ? 0 : (100 * (counts[status] ?? 0)) / total;
    at += width;
    return width === 0
      ? undefined
      : html`<rect
          class="${status}"
          x="${(at - width).toFixed(3)}%"
          width="${width.toFixed(3)}%"
          height="100%"
        />`;
  });
  return html`<svg class="bar" role="img" aria-label="${describeCounts(counts)}">${parts}</svg>`;
}

/** A text as it came, with a button that copies it. */
export const source = (label: string, text: string): Markup =>
  html`<div class="source">
    <button type="button" class="copy" aria-label="Copy: ${label}">Copy</button>
    <pre tabindex="0" role="group" aria-label="${label}"><code>${text}</code></pre>
  </div>`;

/** A table that is scrolled sideways where it has no room. */
export const table = (
  label: string,
  head: readonly string[],
  rows: readonly (readonly Content[])[],
): Markup =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** Something to be opened. */
export const folded = (summary: Content, content: Content): Markup =>
  html`<details class="fold">
    <summary>${summary}</summary>
    ${content}
  </details>`;

/** The address of something on this page. Ids are of the target's making where a report is; they may hold anything. */
export const fragment = (id: string): string => `#${encodeURIComponent(wellFormed(id))}`;

/** A link to a rule on this page. */
export const ruleLink = (id: string): Markup => html`<a class="mono" href="${fragment(id)}">${id}</a>`;

/** A section of the page; none when it has nothing to say. */
export const section = (id: string, title: string, content: Content, intro?: string): Markup | undefined =>
  content === undefined
    ? undefined
    : html`<section id="${id}" aria-labelledby="${id}-title">
        <h2 id="${id}-title">${title}</h2>
        ${intro === undefined ? undefined : html`<p class="intro">${intro}</p>`} ${content}
      </section>`;
