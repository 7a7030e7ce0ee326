import { createHash } from 'node:crypto';
import type { Report, Status } from '../../contract/generated/types.ts';
import { script, style } from './html/assets.ts';
import { deviationsSection, findingIds } from './html/deviations.ts';
import { html, type Markup } from './html/markup.ts';
import { bar, section } from './html/parts.ts';
import { matrix, ruleList, toolbar } from './html/rules.ts';
import {
  baselineSection,
  capabilitiesSection,
  coverageSection,
  unspecifiedSection,
  precedenceSection,
  runSection,
  inconclusiveSection,
} from './html/sections.ts';
import { shown } from '../kit/shown.ts';
import { effortOf, headlineOf, statusesIn, totalOf, verdictOf } from './words.ts';

/**
 * The report as one page that needs nothing else: it can be read without its script, which adds filter, search,
 * copying and links to what is folded. Its policy forbids any request and any code but its own.
 */
export function renderHtml(whole: Report): string {
  const report = shown(whole);
  const { target } = report;
  const title = `CopyDBClusterSnapshot at ${target.name}: ${headline(report)}`;
  const ids = findingIds(report);
  return page(
    title,
    html`${header(report)}
      <main id="main">
        <section aria-labelledby="glance-title">
          <h2 id="glance-title" class="hidden">At a glance</h2>
          ${matrix(report)}
        </section>
        <div id="found">
          ${toolbar(report)} ${deviationsSection(report, ids)}
          ${section('section-rules', 'Rules', ruleList(report, ids))}
          <p id="none" class="quiet" hidden>Nothing fits.</p>
        </div>
        ${baselineSection(report)} ${inconclusiveSection(report)} ${precedenceSection(report)}
        ${coverageSection(report)} ${unspecifiedSection(report)} ${capabilitiesSection(report)}
        ${runSection(report)}
      </main>`,
    { id: 'found', text: 'To what was found' },
  );
}

/** Where the keyboard may skip to. */
interface Skip {
  readonly id: string;
  readonly text: string;
}

const toRules: Skip = { id: 'section-rules', text: 'To the rules' };

/** A page of this kind: style and script inside, and a policy by which nothing else is loaded or run. */
export function page(title: string, body: Markup, skip = toRules): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `${
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <link rel="icon" href="data:," />
          ${assets}
        </head>
        <body>
          <a class="skip" href="#${skip.id}">${skip.text}</a>
          ${body}
          <div id="said" class="hidden" role="status"></div>
        </body>
      </html>`.html
  }\n`;
}

/** Not a blank more than what the policy's hashes are of. */
const assets: Markup = { html: `<style>${style}</style><script>${script}</script>` };

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What is to be read at a glance. */
const headline = (report: Report): string =>
  report.summary.exitCode === 2 ? 'not judged' : headlineOf(report);

const moods: Readonly<Record<0 | 1 | 2, Status>> = { 0: 'pass', 1: 'fail', 2: 'error' };

function header(report: Report): Markup {
  const { target, run, tool, summary } = report;
  const verdict = verdictOf(report);
  const at = target.endpoint === undefined ? '' : ` at ${target.endpoint}`;
  const where = `${target.version === undefined ? '' : `${target.version} `}${at}`;
  return html`<header class="top">
    <div class="bar-top">
      <p class="eyebrow">CopyDBClusterSnapshot, judged by ${tool.name} ${tool.version}</p>
      <button type="button" class="plain" id="theme">Dark</button>
    </div>
    <h1>${target.name} <span class="verdict ${moods[summary.exitCode]}">${headline(report)}</span></h1>
    ${verdict === headlineOf(report) ? undefined : html`<p>${verdict}</p>`}
    <p class="quiet">
      ${where === '' ? undefined : html`${where.trim()}, `}<time datetime="${run.startedAt}"
        >${run.startedAt.slice(0, 16).replace('T', ' ')} UTC</time
      >, ${effortOf(report)}
    </p>
    <div class="totals">${totals('rules', summary.rules)}${totals('cases', summary.cases)}</div>
  </header>`;
}

function totals(what: string, counts: Report['summary']['rules']): Markup {
  const total = totalOf(counts);
  const told = statusesIn(counts);
  return html`<div>
    <p><b>${total}</b> ${what}</p>
    ${bar(counts)}
    <p class="legend">
      ${told.map((status) => html`<span class="${status}"><i></i><b>${counts[status]}</b> ${status}</span> `)}
    </p>
  </div>`;
}
