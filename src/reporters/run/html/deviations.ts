import type { Finding, Report } from '../../../contract/generated/types.ts';
import { byImpact, impactOf, impacts } from '../../../report/impact.ts';
import { explainedTitle, impactTitles, inferredTitle, knownTitle, newTitle } from '../impact-words.ts';
import { briefActual, briefExpected } from '../page/brief.ts';
import { plural, sortFindings } from '../words.ts';
import { findingCard } from './finding.ts';
import { html, type Markup } from './markup.ts';
import { section } from './parts.ts';

/** Where links to findings lead: the fingerprint of each, as long as no other has the same. */
export type FindingIds = ReadonlyMap<Finding, string>;

/** Where links to the findings of a report lead. */
export function findingIds({ findings }: Pick<Report, 'findings'>): FindingIds {
  const taken = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const before = taken.get(finding.fingerprint) ?? 0;
      taken.set(finding.fingerprint, before + 1);
      return [finding, before === 0 ? finding.fingerprint : `${finding.fingerprint}-${before + 1}`];
    }),
  );
}

/** The deviations, most harmful first; apart from those that fail the run what is only inferred, and what is known. */
export function deviationsSection(report: Report, ids: FindingIds): Markup | undefined {
  const { gating, reported, known, fresh, explained } = sortFindings(report);
  const groups = [
    ...impacts.map((impact) => ({
      title: impactTitles[impact],
      findings: gating.filter((finding) => impactOf(finding) === impact),
    })),
    { title: newTitle, findings: fresh },
    { title: inferredTitle, findings: reported },
    { title: knownTitle, findings: known },
    { title: explainedTitle, findings: explained },
  ].filter(({ findings }) => findings.length > 0);
  if (groups.length === 0) return undefined;
  return section(
    'section-deviations',
    'Deviations',
    groups.map(
      ({ title, findings }) =>
        html`<div class="group">
          <h3>${title} <span class="quiet">${findings.length}</span></h3>
          <div class="entries">
            ${byImpact(findings).map((finding) =>
              deviation(finding, ids.get(finding) ?? finding.fingerprint, explained.includes(finding)),
            )}
          </div>
        </div>`,
    ),
  );
}

function deviation(finding: Finding, id: string, isExplained: boolean): Markup {
  const { rule, expected, actual, cases, gating, new: isNew, known } = finding;
  return html`<details
    class="entry deviation"
    id="${id}"
    data-status="${known !== undefined ? 'known' : isNew === true ? 'new' : 'fail'}"
    data-gating="${String(gating)}"
  >
    <summary>
      ${badgeOf(finding, isExplained)}
      <span class="name"
        ><span class="mono">${rule}</span>
        <span class="statement">${briefExpected(expected)} → ${briefActual(actual, expected)}</span></span
      >
      <span class="figures quiet">${plural(cases.length, 'case')}</span>
    </summary>
    <div class="body">${findingCard(finding, id)}</div>
  </details>`;
}

/** Whether a deviation fails the run by itself. */
function badgeOf({ known, gating, new: isNew }: Finding, isExplained: boolean): Markup {
  if (isExplained) return html`<span class="badge inconclusive">explained</span>`;
  if (known !== undefined) return html`<span class="badge known">known</span>`;
  if (isNew === true) return html`<span class="badge new">new</span>`;
  return gating
    ? html`<span class="badge fail">fails</span>`
    : html`<span class="badge inconclusive">reported</span>`;
}
