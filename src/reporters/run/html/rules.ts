import type { CaseResult, Finding, Report, RuleResult } from '../../../contract/generated/types.ts';
import { plural, statuses } from '../words.ts';
import { findingCard, sources } from './finding.ts';
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

/** All rules with what was found of them. A run that was asked for few rules may have come across others. */
export function ruleList(report: Report): Markup {
  const ids = findingIds(report.findings);
  const ofRule = (id: string): Finding[] => report.findings.filter(({ rule }) => rule === id);
  const listed = new Set(report.rules.map(({ id }) => id));
  const others = report.findings.filter(({ rule }) => !listed.has(rule));
  return html`<div id="list">
    ${byKind(report).map(
      ({ title, rules }) =>
        html`<div class="group">
          <h3>${title}</h3>
          <div class="rules">${rules.map((rule) => ruleDetails(rule, ofRule(rule.id), ids))}</div>
        </div>`,
    )}
    ${others.map((finding) => findingCard(finding, ids.get(finding) ?? finding.fingerprint, finding.rule))}
  </div>`;
}

/** Where a link to a finding leads. Its fingerprint, as long as no other has the same. */
function findingIds(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const taken = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const before = taken.get(finding.fingerprint) ?? 0;
      taken.set(finding.fingerprint, before + 1);
      return [finding, before === 0 ? finding.fingerprint : `${finding.fingerprint}-${before + 1}`];
    }),
  );
}

function ruleDetails(
  { id, status, statement, gating, provenance, checks, cases }: RuleResult,
  findings: readonly Finding[],
  ids: ReadonlyMap<Finding, string>,
): Markup {
  const counts = { pass: 0, fail: 0, known: 0, inconclusive: 0, error: 0 };
  for (const each of cases) counts[each.status] += 1;
  const only = gating ? undefined : html` <span class="tag">does not gate</span>`;
  return html`<details class="rule" id="${id}" data-status="${status}">
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
      ${findings.map((finding) => findingCard(finding, ids.get(finding) ?? finding.fingerprint))}
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
          ${sources(provenance)}
          <p class="quiet">
            Looked at ${plural(checks.passed + checks.failed, 'time')} in all calls, ${checks.failed} of them
            not kept. <a href="${fragment(id)}">Link to this rule</a>
          </p>
        </div>
      </div>
    </div>
  </details>`;
}

/** What went wrong comes first. */
const urgency: readonly CaseResult['status'][] = ['fail', 'error', 'known', 'inconclusive', 'pass'];
const inOrder = (cases: readonly CaseResult[]): CaseResult[] =>
  urgency.flatMap((status) => cases.filter((each) => each.status === status));

function caseItem({ id, title, status, reason, findings = [] }: CaseResult, own: readonly Finding[]): Markup {
  // Where the rule has one deviation, it stands above.
  const [only, another] = own;
  const links = findings.filter((each) => another !== undefined || each !== only?.fingerprint);
  return html`<li>
    ${glyph(status)}<span class="hidden">${status}:</span>
    <span
      ><span class="mono">${id}</span> <span class="quiet">${title}</span>${
        reason === undefined ? undefined : html`<span class="reason">${reason}</span>`
      }${links.map((each) => html` <a class="mono" href="${fragment(each)}">${each}</a>`)}</span
    >
  </li>`;
}

/** The controls that narrow the list down; they need the script of the page. */
export const toolbar = ({ rules, summary }: Report): Markup =>
  html`<div class="toolbar" role="search" aria-label="Rules">
    <label class="hidden" for="search">Search rules and cases</label>
    <input
      id="search"
      type="search"
      placeholder="Search rules, cases, deviations"
      autocomplete="off"
      spellcheck="false"
    />
    <div class="chips" role="group" aria-label="Only rules with the status">
      ${statuses
        .filter((status) => summary.rules[status] > 0)
        .map(
          (status) =>
            html`<button type="button" class="chip ${status}" aria-pressed="false" data-filter="${status}">
              ${glyph(status)} ${status} <b>${summary.rules[status]}</b>
            </button>`,
        )}
    </div>
    <button type="button" class="plain" id="expand">Open all</button>
    <p id="shown" class="quiet" role="status">${plural(rules.length, 'rule')}</p>
  </div>`;
