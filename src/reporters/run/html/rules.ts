import type { CaseResult, Finding, Report, RuleResult } from '../../../contract/generated/types.ts';
import { count } from '../../../report/count.ts';
import { byImpact } from '../../../report/impact.ts';
import { sayActual } from '../../../contract/deviation-words.ts';
import { durationText, plural, statusesIn } from '../words.ts';
import type { FindingIds } from './deviations.ts';
import { contradictions, sources } from './finding.ts';
import { html, type Markup } from './markup.ts';
import { badge, bar, fragment, glyph } from './parts.ts';

/** The kinds of rules, as people would call them. */
const kinds: readonly (readonly [kind: RuleResult['kind'], title: string])[] = [
  ['precondition', 'What a request must keep'],
  ['postcondition', 'What a copy must be like'],
  ['wire', 'The form of the answer'],
];

/** The kinds that a report has, each with its rules. */
const byKind = ({ rules }: Pick<Report, 'rules'>) =>
  kinds
    .map(([kind, title]) => ({ kind, title, rules: rules.filter((rule) => rule.kind === kind) }))
    .filter((group) => group.rules.length > 0);

/** All rules at a glance: a tile each, which leads to it. */
export const matrix = (report: Report): Markup =>
  html`<div class="matrix">
    ${byKind(report).map(
      ({ title, rules }) =>
        html`<div>
          <h3>${title} <span class="quiet">${rules.length}</span></h3>
          <ul class="tiles">
            ${rules.map(
              ({ id, status }) =>
                html`<li>
                  <a class="tile ${status}" href="${fragment(id)}" title="${id}: ${status}"
                    ><span class="hidden">${id}: ${status}</span>${glyph(status)}</a
                  >
                </li>`,
            )}
          </ul>
        </div>`,
    )}
  </div>`;

/** All rules with what was found of them. */
export const ruleList = (report: Report, ids: FindingIds): Markup =>
  html`<div id="list">
    ${byKind(report).map(
      ({ title, rules }) =>
        html`<div class="group">
          <h3>${title}</h3>
          <div class="entries">
            ${rules.map((rule) =>
              ruleDetails(
                rule,
                report.findings.filter((finding) => finding.rule === rule.id),
                ids,
              ),
            )}
          </div>
        </div>`,
    )}
  </div>`;

function ruleDetails(
  { id, status, statement, gating, new: isNew, provenance, contradictedBy, checks, cases }: RuleResult,
  findings: readonly Finding[],
  ids: FindingIds,
): Markup {
  const counts = count(cases);
  const only = gating
    ? undefined
    : html` <span class="tag">${isNew === true ? 'new, does not gate' : 'does not gate'}</span>`;
  return html`<details class="entry rule" id="${id}" data-status="${status}" data-gating="${String(gating)}">
    <summary>
      ${badge(status)}
      <span class="name"
        ><span class="mono">${id}</span>${only} <span class="statement">${statement}</span></span
      >
      <span class="figures">
        ${bar(counts)}<span class="quiet"
          >${plural(cases.length, 'case')}${findings.length === 0 ? '' : `, ${plural(findings.length, 'deviation')}`}</span
        >
      </span>
    </summary>
    <div class="body">
      ${ownDeviations(findings, ids)}
      <div class="columns">
        <div>
          <h4>Cases</h4>
          ${
            cases.length === 0
              ? html`<p class="quiet">No case is about this rule in this run.</p>`
              : html`<ul class="cases">
                  ${inOrder(cases).map((each) => caseItem(each, findings))}
                </ul>`
          }
        </div>
        <div>
          <h4>What is known</h4>
          ${sources(provenance)} ${contradictions(contradictedBy)}
          <p class="quiet">
            Looked at ${plural(checks.passed + checks.failed, 'time')} in all calls, ${checks.failed} of them
            not kept. <a href="${fragment(id)}">Link to this rule</a>
          </p>
        </div>
      </div>
    </div>
  </details>`;
}

/** The deviations of a rule, each with a link to all that is known of it. */
function ownDeviations(findings: readonly Finding[], ids: FindingIds): Markup | undefined {
  if (findings.length === 0) return undefined;
  return html`<h4>Deviations</h4>
    <ul class="own">
      ${byImpact(findings).map(
        (finding) =>
          html`<li>
            <a class="mono" href="${fragment(ids.get(finding) ?? finding.fingerprint)}"
              >${finding.fingerprint}</a
            >
            ${sayActual(finding.actual)}
          </li>`,
      )}
    </ul>`;
}

/** What went wrong comes first. */
const urgency: readonly CaseResult['status'][] = ['fail', 'error', 'known', 'new', 'inconclusive', 'pass'];
const inOrder = (cases: readonly CaseResult[]): CaseResult[] =>
  urgency.flatMap((status) => cases.filter((each) => each.status === status));

function caseItem(
  { id, title, status, reason, milliseconds, findings = [] }: CaseResult,
  own: readonly Finding[],
): Markup {
  // Where the rule has one deviation, it stands above.
  const [only, another] = own;
  const links = findings.filter((each) => another !== undefined || each !== only?.fingerprint);
  return html`<li>
    ${glyph(status)}<span class="hidden">${status}:</span>
    <span
      ><span class="mono">${id}</span> <span class="quiet">${title}</span>${
        reason === undefined ? undefined : html`<span class="reason">${reason}</span>`
      }${links.map((each) => html` <a class="mono" href="${fragment(each)}">${each}</a>`)}</span
    >${
      milliseconds === undefined
        ? undefined
        : html`<span class="quiet took"><span class="hidden">took</span> ${durationText(milliseconds)}</span>`
    }
  </li>`;
}

/** The controls that narrow deviations and rules down; they need the script of the page. */
export const toolbar = ({ rules, findings, summary }: Report): Markup =>
  html`<div class="toolbar" role="search" aria-label="Deviations and rules">
    <label class="hidden" for="search">Search deviations, rules and cases</label>
    <input
      id="search"
      type="search"
      placeholder="Search deviations, rules, cases"
      autocomplete="off"
      spellcheck="false"
    />
    <div class="chips" role="group" aria-label="Only what gates, or has the status">
      <button type="button" class="chip" id="gating" aria-pressed="false">
        gates <b>${rules.filter(({ gating }) => gating).length}</b>
      </button>
      ${statusesIn(summary.rules).map(
        (status) =>
          html`<button type="button" class="chip ${status}" aria-pressed="false" data-filter="${status}">
            ${glyph(status)} ${status} <b>${summary.rules[status]}</b>
          </button>`,
      )}
    </div>
    <button type="button" class="plain" id="expand">Open all</button>
    <p id="shown" class="quiet" role="status">
      ${findings.length === 0 ? '' : `${plural(findings.length, 'deviation')}, `}${plural(rules.length, 'rule')}
    </p>
  </div>`;
