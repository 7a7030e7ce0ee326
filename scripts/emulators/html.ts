import type { Comparison } from '../../src/report/index.ts';
import { changedIn, changes, details } from '../../src/reporters/compare/words.ts';
import { shown } from '../../src/reporters/kit/shown.ts';
import { page } from '../../src/reporters/run/html.ts';
import { html, type Markup } from '../../src/reporters/run/html/markup.ts';
import { bar, fragment, section, table } from '../../src/reporters/run/html/parts.ts';
import { describeCounts, plural } from '../../src/reporters/run/words.ts';
import type { Cell, Matrix } from './matrix.ts';
import { alsoBy, measuredIn, nameOf, oldText, signOf, signs, tell, verdictOf, type Sign } from './words.ts';

/** The matrix as one page that needs nothing else: each cell leads to its evidence. */
export function matrixHtml({ columns, rows, history, old }: Matrix): string {
  return page(
    'CopyDBClusterSnapshot at emulators',
    html`<header class="top">
        <div class="bar-top">
          <p class="eyebrow">CopyDBClusterSnapshot, ${plural(columns.length, 'emulator')} side by side</p>
          <button type="button" class="plain" id="theme">Dark</button>
        </div>
        <h1>Emulators</h1>
        ${old.length === 0 ? undefined : html`<p class="note">${oldText(old)}</p>`}
        <div class="totals">
          ${columns.map(
            (column) =>
              html`<div>
                <p><a href="${fragment(column.id)}">${nameOf(column)}</a></p>
                ${bar(column.stored.summary.rules)}
                <p class="quiet">
                  ${describeCounts(column.stored.summary.rules)}; ${verdictOf(column)}; ${column.stored.date},
                  contract ${column.stored.contract.version}
                </p>
              </div>`,
          )}
        </div>
      </header>
      <main id="main">
        ${section(
          'section-rules',
          'Rules by emulator',
          table(
            'Rules by emulator',
            ['rule', ...columns.map(nameOf)],
            rows.map(({ id, cells }) => [html`<span class="mono">${id}</span>`, ...cells.map(linked)]),
          ),
          'Most harmful first. Each sign leads to what is behind it.',
        )}
        ${section('section-history', 'History', history.map(historyOf))}
        ${columns.map((column) =>
          section(
            column.id,
            nameOf(column),
            html`<div class="entries">
              ${rows
                .flatMap(({ cells }) => cells)
                .filter((cell) => cell.column === column && cell.rule !== undefined)
                .map(evidence)}
            </div>`,
            `${verdictOf(column)}.`,
          ),
        )}
      </main>`,
  );
}

/** The colour of a sign. */
const tints: Readonly<Record<Sign, string>> = {
  pass: 'pass',
  fail: 'fail',
  inferred: 'known',
  inconclusive: 'inconclusive',
  absent: 'inconclusive',
};

const signed = (cell: Cell): Markup => {
  const sign = signOf(cell);
  return html`<span class="badge ${tints[sign]}">${signs[sign][0]} ${sign}</span>`;
};

const linked = (cell: Cell): Markup =>
  html`<a href="${fragment(cell.rule === undefined ? cell.column.id : cell.anchor)}">${signed(cell)}</a>`;

function historyOf(comparison: Comparison): Markup {
  const { reports } = comparison;
  const changed = changes.flatMap((change) =>
    changedIn(comparison, change).map(({ row, cell }) => ({ change, row, cell })),
  );
  return html`<h3>
      ${reports.map(({ report: { target } }) => `${target.name} ${target.version ?? ''}`).join(' → ')}
    </h3>
    ${
      changed.length === 0
        ? html`<p class="quiet">Nothing changed.</p>`
        : table(
            'What changed',
            ['change', 'rule', 'what is behind it'],
            changed.map(({ change, row, cell }) => [
              change,
              html`<span class="mono">${row.id}</span>`,
              html`<ul class="sources">
                ${details(cell).map((line) => html`<li>${line}</li>`)}
              </ul>`,
            ]),
          )
    }`;
}

function evidence(cell: Cell): Markup {
  const { anchor, rule, findings, others, column } = cell;
  return html`<details class="entry rule" id="${anchor}">
    <summary>
      ${signed(cell)}
      <span class="name"
        ><span class="mono">${rule?.id}</span> <span class="statement">${rule?.statement}</span></span
      >
    </summary>
    <div class="body">
      <p class="quiet">${measuredIn(cell)}</p>
      ${findings.map((finding) => {
        const { expected, actual, cases, cause, reason } = shown(tell(column, finding));
        return html`<h3 class="mono">${finding.fingerprint}</h3>
          <ul class="sources">
            <li>expected ${expected}</li>
            <li>actual ${actual}</li>
            <li>${cases}</li>
            ${cause === undefined ? undefined : html`<li>explained by ${cause}</li>`}
            ${reason === undefined ? undefined : html`<li>${reason}</li>`}
          </ul>`;
      })}
      ${others.length === 0 ? undefined : html`<p>Cases of it also fail by ${alsoBy(cell)}.</p>`}
    </div>
  </details>`;
}
