import type { Change, Comparison, RuleChange, RuleRow } from '../../report/index.ts';
import { page } from '../run/html.ts';
import { html, type Markup } from '../run/html/markup.ts';
import { badge, bar, section, table } from '../run/html/parts.ts';
import { shown } from '../kit/shown.ts';
import { describeCounts, plural } from '../run/words.ts';
import { changes, details, resultOf } from './words.ts';

/** A comparison as one page: every rule by every report, those that changed to be opened. */
export function renderHtml(whole: Comparison): string {
  const comparison = shown(whole);
  const { reports, rows, contractsDiffer, exitCode } = comparison;
  const changed = rows.filter(({ cells }) => cells.some(({ change }) => change !== undefined));
  const mood = (['pass', 'fail', 'error'] as const)[exitCode];
  const names = reports.map(({ name }) => name);
  return page(
    `CopyDBClusterSnapshot: ${resultOf(comparison)}`,
    html`<header class="top">
        <div class="bar-top">
          <p class="eyebrow">CopyDBClusterSnapshot, ${plural(reports.length, 'report')} side by side</p>
          <button type="button" class="plain" id="theme">Dark</button>
        </div>
        <h1>${names.join(' → ')} <span class="verdict ${mood}">${resultOf(comparison)}</span></h1>
        ${
          contractsDiffer
            ? html`<p class="note">
                The reports are of different contracts: what differs may be the contract.
              </p>`
            : undefined
        }
        <div class="totals">
          ${reports.map(
            ({ name, report }) =>
              html`<div>
                <p><b>${name}</b></p>
                ${bar(report.summary.rules)}
                <p class="quiet">${describeCounts(report.summary.rules)}</p>
              </div>`,
          )}
        </div>
      </header>
      <main id="main">
        ${section(
          'section-rules',
          'What changed',
          changed.length === 0
            ? html`<p class="quiet">Nothing: every rule is as in the first report.</p>`
            : html`<div class="entries compared">
                ${sorted(changed).map((row) => rowDetails(row, names))}
              </div>`,
        )}
        ${section('section-matrix', 'All rules', matrix(rows, names))}
      </main>`,
  );
}

/** The worst change of a rule; rules of one kind of change stay in the order of the report. */
const sorted = (rows: readonly RuleRow[]): RuleRow[] =>
  changes.flatMap((change) => rows.filter((row) => worst(row) === change));

const worst = ({ cells }: RuleRow): Change | undefined =>
  changes.find((change) => cells.some((cell) => cell.change === change));

function rowDetails(row: RuleRow, names: readonly string[]): Markup {
  const { id, statement, cells } = row;
  return html`<details class="entry rule" id="${id}">
    <summary>
      <span class="badge ${tint(worst(row))}">${worst(row)}</span>
      <span class="name"><span class="mono">${id}</span> <span class="statement">${statement}</span></span>
      <span class="figures"
        >${cells.map(({ status }, i) => html`${i === 0 ? '' : ' → '}${status ?? 'absent'}`)}</span
      >
    </summary>
    <div class="body">
      ${cells.map((cell, i) => (cell.change === undefined ? undefined : cellDetails(cell, names[i] ?? '')))}
    </div>
  </details>`;
}

function cellDetails(cell: RuleChange, name: string): Markup {
  const excused = cell.change === 'newly failing' && !cell.regression ? ', which does not fail the run' : '';
  return html`<h3>${name}: ${cell.change}${excused}</h3>
    <ul class="sources">
      ${details(cell).map((line) => html`<li>${line}</li>`)}
    </ul>`;
}

const tint = (change: Change | undefined): string =>
  change === 'newly failing'
    ? 'fail'
    : change === 'newly passing'
      ? 'pass'
      : change === 'changed'
        ? 'known'
        : 'inconclusive';

const matrix = (rows: readonly RuleRow[], names: readonly string[]): Markup =>
  table(
    'Rules by report',
    ['rule', ...names],
    rows.map(({ id, cells }) => [
      html`<span class="mono">${id}</span>`,
      ...cells.map(({ status, change }) =>
        status === undefined
          ? html`<span class="quiet">absent</span>`
          : html`${badge(status)}${change === undefined ? undefined : html` <span class="tag">${change}</span>`}`,
      ),
    ]),
  );
