import { sayActual } from '../../../contract/deviation-words.ts';
import type { Report } from '../../../contract/generated/types.ts';
import { firstOf, plural, tooLargeText, inconclusiveOf } from '../words.ts';
import { caseNames } from './finding.ts';
import { html, type Markup } from './markup.ts';
import { badge, folded, ruleLink, section, table } from './parts.ts';

/** What is wrong with the baseline; it fails the run. */
export function baselineSection({ baseline }: Report): Markup | undefined {
  if (baseline === undefined) return undefined;
  const { file, problems, matched, unchecked, elsewhere } = baseline;
  const rows = problems.map(({ line, column, kind, rule, cases, fingerprint, message }) => [
    html`<span class="mono">${file}:${line}:${column}</span>`,
    html`<span class="badge fail">${kind}</span>`,
    ruleLink(rule),
    html`<span class="mono">${firstOf(cases, 3)}</span> <span class="mono quiet">${fingerprint}</span>`,
    message,
  ]);
  return section(
    'section-baseline',
    'Known deviations',
    html`<p>
        ${file}: ${plural(matched, 'entry').replace(/entrys$/, 'entries')} hold, ${unchecked} not looked at in
        this run, ${elsewhere} for other targets.
      </p>
      ${rows.length === 0 ? undefined : table('Entries that fail the run', ['place', 'problem', 'rule', 'cases', 'what to do'], rows)}`,
  );
}

/** Why something was inconclusive, each reason once. */
export function inconclusiveSection(report: Report): Markup | undefined {
  const reasons = inconclusiveOf(report);
  if (reasons.length === 0) return undefined;
  return section(
    'section-inconclusive',
    'Inconclusive',
    html`<ul class="reasons">
      ${reasons.map(
        ({ status, reason, cases }) =>
          html`<li>
            ${badge(status)}
            <div>
              ${folded(html`${reason} <span class="quiet">${plural(cases.length, 'case')}</span>`, caseNames(cases))}
            </div>
          </li>`,
      )}
    </ul>`,
    'Neither passed nor failed: the target could not be brought into the situation, or the answer said nothing.',
  );
}

/** Which rule answers when two are broken. */
export function precedenceSection({ precedence }: Report): Markup | undefined {
  if (precedence === undefined) return undefined;
  const { pairs, order, unordered, inconclusive } = precedence;
  const told = pairs.filter(({ answered }) => answered !== undefined).length;
  const steps = order.map((rules) => html`<li>${rules.map((rule) => html`${ruleLink(rule)} `)}</li>`);
  const circles = unordered.map((rules) => html`<li>${rules.map((rule) => html`${ruleLink(rule)} `)}</li>`);
  const rows = pairs.map(({ rules, answered, actual }) => [
    rules.map((rule) => html`${ruleLink(rule)} `),
    answered === undefined ? html`<span class="quiet">cannot be told</span>` : ruleLink(answered),
    sayActual(actual),
  ]);
  return section(
    'section-precedence',
    'When two rules are broken',
    html`<p>
        ${plural(pairs.length, 'pair')} tried: ${told} told apart, ${pairs.length - told} answered alike,
        ${inconclusive} inconclusive.
      </p>
      ${
        steps.length === 0
          ? undefined
          : html`<ol class="steps">
              ${steps}
            </ol>`
      }
      ${
        circles.length === 0
          ? undefined
          : html`<h3>In no fixed order</h3>
              <ul class="steps">
                ${circles}
              </ul>`
      }
      ${folded('All pairs', table('Pairs of rules', ['broken together', 'answered', 'actual'], rows))}`,
    'The order in which this target checks, as its answers tell. AWS documents none, so nothing here is judged.',
  );
}

/** How far the preconditions were exercised. */
export function coverageSection({ coverage }: Report): Markup | undefined {
  if (coverage === undefined) return undefined;
  const { rules, pairs } = coverage;
  const rows = rules.map(({ id, brokenAlone, brokenWith, kept, unspecified }) => [
    ruleLink(id),
    brokenAlone,
    html`<span title="${brokenWith.join(', ')}">${brokenWith.length}</span>`,
    kept,
    unspecified,
  ]);
  const missing = pairs.missing.map(({ rules: both, reason }) => [
    both.map((rule) => html`${ruleLink(rule)} `),
    reason,
  ]);
  const head = [
    'rule',
    'calls that break it alone',
    'rules broken with it',
    'calls that keep it',
    'unspecified',
  ];
  return section(
    'section-coverage',
    'Coverage of the preconditions',
    html`<p>${pairs.broken} of ${plural(pairs.possible, 'pair')} of rules broken together by some call.</p>
      ${folded('Every rule', table('Coverage by rule', head, rows))}
      ${missing.length === 0 ? undefined : folded(`${plural(missing.length, 'pair')} not tried`, table('Pairs not tried', ['pair', 'why'], missing))}`,
  );
}

/** What the target does where the documentation is silent. */
export function unspecifiedSection({ unspecified }: Report): Markup | undefined {
  if (unspecified.length === 0) return undefined;
  const rows = unspecified.map(({ title, rule, actual }) => [title, ruleLink(rule), sayActual(actual)]);
  return section(
    'section-unspecified',
    'Where AWS is silent',
    folded(
      `What this target answers in ${plural(unspecified.length, 'case')}`,
      table('Unspecified behaviour', ['situation', 'rule', 'actual'], rows),
    ),
    'The documentation leaves these unspecified, so any answer is accepted.',
  );
}

/** What the target can do, by its own answers. */
export function capabilitiesSection({ target }: Report): Markup | undefined {
  if (target.capabilities.length === 0) return undefined;
  const rows = target.capabilities.map(({ name, available, detail }) => [
    html`<span class="badge ${available ? 'pass' : 'inconclusive'}">${available ? 'yes' : 'no'}</span>`,
    name,
    html`<span class="quiet">${detail}</span>`,
  ]);
  return section(
    'section-capabilities',
    'What the target can do',
    table('Capabilities', ['can', 'what', 'how it answered'], rows),
  );
}

/** What was run, to run it again. */
export function runSection(report: Report): Markup | undefined {
  const { target, run, specHash, tool, seed, gate, requirements, search, leftBehind } = report;
  const { accounts, regions } = target;
  const facts: readonly (readonly [string, string])[] = [
    ['tool', `${tool.name} ${tool.version}`],
    ['contract', specHash],
    ['seed', String(seed)],
    ['gate', `${gate}: weakest knowledge that fails the run`],
    ...(requirements === undefined
      ? []
      : [['requirements', `${requirements}: what gates only since is new`] as const]),
    ['accounts', `${accounts.self}, ${accounts.other}`],
    ['Regions', `${regions.here}, ${regions.elsewhere}`],
    ['run', `${run.id}, ${run.startedAt}`],
    ...(search === undefined
      ? []
      : [
          [
            'search',
            `${search.runs} of ${search.wanted} sequences of calls, ${search.copies} copies judged`,
          ] as const,
        ]),
    ...(search?.stopped ?? []).map((reason) => ['search', `ended early: ${reason}`] as const),
    ...(run.tooLarge === undefined ? [] : [['limits', tooLargeText(report)] as const]),
    ...leftBehind.map((what) => ['left behind', what] as const),
  ];
  return section(
    'section-run',
    'The run',
    html`<dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`,
  );
}
