import { sayActual, sayExpected, saySdk } from '../../../contract/deviation-words.ts';
import { visibleJson } from '../../../protocol/visible.ts';
import type {
  ContradictionInfo,
  Finding,
  ProvenanceInfo,
  SituationInfo,
} from '../../../contract/generated/types.ts';
import { contradictionText, howKnown } from '../../kit/known.ts';
import { newCases, notShownText, plural, withoutChatter } from '../words.ts';
import { html, linked, type Markup } from './markup.ts';
import { folded, fragment, ruleLink, source } from './parts.ts';

/** A deviation with its evidence; `id`, which is of it alone on the page, is where a link to it leads. */
export function findingCard(finding: Finding, id: string): Markup {
  const { rule, statement, expected, actual, fingerprint, provenance, contradictedBy, exchange, sdk, where } =
    finding;
  return html`<article class="finding" aria-label="Deviation ${fingerprint}: ${statement}">
    <header>
      <h4>Deviation <a class="mono" href="${fragment(id)}">${fingerprint}</a> from ${ruleLink(rule)}</h4>
      ${standing(finding)}
    </header>
    <p class="says quiet">${statement}</p>
    ${known(finding)}
    ${where === undefined ? undefined : html`<p class="note">Seen in calls with ${where}</p>`}
    <dl class="versus">
      <div class="expected">
        <dt>Expected</dt>
        <dd>${sayExpected(expected)}</dd>
      </div>
      <div class="actual">
        <dt>Actual</dt>
        <dd>${sayActual(actual)}</dd>
      </div>
    </dl>
    ${scripts(finding, id)}
    ${
      exchange === undefined
        ? undefined
        : folded(
            'Wire exchange',
            html`<div class="pair">
              ${source('request', withoutChatter(exchange.request))}${source('response', exchange.response)}
            </div>`,
          )
    }
    ${folded('What the AWS SDK made of it', source('SDK', saySdk(sdk)))}
    ${finding.situation === undefined ? undefined : situation(finding.situation)} ${calls(finding)}
    ${newCases(finding).map((names) => html`<p class="note">Known in other cases; new in ${names}</p>`)}
    ${folded(`Seen in ${plural(finding.cases.length, 'case')}`, caseNames(finding.cases))}
    <div class="why">
      <h5>What is known</h5>
      ${sources(provenance)} ${contradictions(contradictedBy)}
    </div>
  </article>`;
}

/** Whether a deviation fails the run, and how well what it violates is known. */
function standing({ known, gating, new: isNew, level, aspect }: Finding): Markup {
  const what = aspect === 'fault' ? 'only the fault differs' : undefined;
  const told =
    known !== undefined
      ? html`<span class="badge known">known</span>`
      : gating
        ? html`<span class="badge fail">fails the run</span>`
        : isNew === true
          ? html`<span class="badge new">new, reported only</span>`
          : html`<span class="badge inconclusive">reported only</span>`;
  return html`<p class="tags">
    ${told} <span class="tag">${level}</span>${what && html` <span class="tag">${what}</span>`}
  </p>`;
}

function known({ known: entry }: Finding): Markup | undefined {
  if (entry === undefined) return undefined;
  const by = entry.link === undefined ? entry.owner : `${entry.owner}, ${entry.link}`;
  return html`<p class="note">${linked(entry.reason.trim())} <span class="quiet">(${linked(by)})</span></p>`;
}

/** Each source of what is known, with a link to it. */
export const sources = (provenance: readonly ProvenanceInfo[]): Markup =>
  html`<ul class="sources">
    ${provenance.map((entry) => html`<li>${tags(entry)}${linked(entry.source)}</li>`)}
  </ul>`;

/** Who says otherwise, and what. */
export const contradictions = (entries: readonly ContradictionInfo[] = []): Markup | undefined =>
  entries.length === 0
    ? undefined
    : html`<h5>Who says otherwise</h5>
        <ul class="sources">
          ${entries.map((entry) => html`<li>${tags(entry)}${linked(contradictionText(entry))}</li>`)}
        </ul>`;

const tags = (entry: ProvenanceInfo): Markup =>
  html`<span class="tag ${entry.level}">${howKnown(entry)}</span>
    ${entry.of === 'fault' ? html`<span class="tag">fault</span> ` : undefined}`;

/** One script at a time, chosen by its language; no script of the page is needed for that. */
function scripts(finding: Finding, id: string): Markup | undefined {
  const languages = Object.entries(finding.reproduction);
  if (languages.length === 0) return undefined;
  return html`<fieldset class="scripts">
    <legend>Reproduce it with</legend>
    ${languages.map(
      ([language, text], i) =>
        html`<label
            ><input type="radio" name="script-${id}" ${i === 0 ? checked : undefined} /> ${language}</label
          >
          <div class="script">${ranNote(finding, language)}${source(`${language} script`, text)}</div>`,
    )}
  </fieldset>`;
}

/** What came of running a script, where it was. */
function ranNote(finding: Finding, language: string): Markup | undefined {
  const problem = notShownText(finding, language);
  if (problem !== undefined) return html`<p class="note">This script ${problem}.</p>`;
  if (finding.reproduced?.[language] === undefined) return undefined;
  return html`<p class="quiet">It was run, and shows the deviation.</p>`;
}

const checked: Markup = { html: 'checked' };

function situation({ given, caller, request, wire, http }: SituationInfo): Markup {
  const told = { given, caller, request, ...(wire && { wire }), ...(http && { http }) };
  return folded('World, caller and request', source('situation', visibleJson(told, 2)));
}

const calls = ({ sequence }: Finding): Markup | undefined =>
  sequence &&
  folded(
    `The ${plural(sequence.calls.length, 'call')} that show it`,
    html`<ol class="calls">
      ${sequence.calls.map((call) => html`<li><code>${visibleJson(call)}</code></li>`)}
    </ol>`,
  );

/** Names of cases, in few lines. */
export const caseNames = (names: readonly string[]): Markup =>
  html`<p class="mono names">${names.join(', ')}</p>`;
