import { Marked, type Token } from 'marked';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { driftReport } from '../src/drift/report.ts';
import { formatsOf, render, type Subject } from '../src/reporters/index.ts';
import { renderDeviation } from '../src/reporters/run/one-deviation.ts';
import { compareReports } from '../src/report/index.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { check } from '../test-support/check-plans.ts';
import { madeHostile } from '../test-support/hostile-texts.ts';
import { sampleBaseline, sampleFinding, sampleReport } from '../test-support/sample-report.ts';

/** Of rules that no catalogue has, so that their order is the same whatever they are called. */
const foreign = <T extends { readonly rule?: string; readonly id?: string }>(
  key: 'rule' | 'id',
  items: readonly T[],
): T[] => items.map((item) => ({ ...item, [key]: `x-${item[key] ?? ''}` }));

const report = sampleReport({
  rules: foreign('id', sampleReport().rules),
  baseline: sampleBaseline,
  leftBehind: ['snapshot a'],
  search: { runs: 2, wanted: 2, maxCalls: 9, copies: 5, stopped: ['no answer'] },
  findings: foreign('rule', [
    ...sampleReport().findings,
    sampleFinding({
      fingerprint: 'v2-cccccccccccc',
      sequence: { calls: [], path: '0', replayPath: '' },
    }),
  ]),
});
const compared = (one: Report, other: Report) =>
  compareReports([
    { file: 'a.json', report: one },
    { file: 'b.json', report: other },
  ]);
const later = sampleReport({ findings: [sampleFinding({ fingerprint: 'v2-bbbbbbbbbbbb' })] });
const checked = check(
  'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n---\nSourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\nKmsKeyID: x\n',
);
const drift = driftReport({
  version: '1.2.3',
  sdkVersion: '4.5.6',
  differences: [
    { path: 'faults.F', kind: 'code', change: 'broken', contract: 'A', sdk: 'B' },
    { path: 'input.New', kind: 'added', change: 'addition', sdk: 'string' },
    { path: 'input.Old', kind: 'added', change: 'addition', sdk: 'string' },
  ],
  allowed: [
    { path: 'input.Old', kind: 'added', reason: 'meant', file: 'a.yaml', line: 1, column: 1 },
    { path: 'input.None', kind: 'added', reason: 'stale', file: 'a.yaml', line: 1, column: 1 },
  ],
  allowAdditions: false,
});

type Render = (hostile: boolean, color: boolean) => Promise<string>;

/** Renders a document as it is, or with all of its texts hostile, in each format that there is for it. */
const renders = <S extends Subject>(
  kind: string,
  subject: S,
  plain: Parameters<typeof render<S>>[2],
): [string, Render][] =>
  formatsOf(subject).map((format) => [
    `${kind} as ${format}`,
    (hostile, color) => render(subject, format, hostile ? madeHostile(plain) : plain, { color }),
  ]);

const all: [string, Render][] = [
  ...renders('a report', 'run', report),
  [
    'a report as long text',
    (hostile, paint) =>
      render('run', 'text', hostile ? madeHostile(report) : report, { color: paint, verbose: true }),
  ],
  [
    'a deviation as text',
    (hostile, paint) => {
      const given = hostile ? madeHostile(report) : report;
      return Promise.resolve(renderDeviation(given, given.findings[0]?.fingerprint ?? '', { color: paint }));
    },
  ],
  ...renders('a comparison', 'compare', compared(report, later)),
  ...renders('a check', 'check', checked),
  ...renders('a drift', 'drift', drift),
];
const as = (...formats: string[]): typeof all =>
  all.filter(([name]) => formats.includes(name.split(' ').at(-1) ?? ''));

/** Tests may take long where eight of them share a machine. */
const testMilliseconds = 60_000;

describe.each(all)('%s', (name, render) => {
  it(
    'holds nothing that is not to be seen',
    async () => {
      for (const color of [false, true]) {
        const own = /\u001b\[\d{1,2}m/g;
        const text = await render(true, color);
        expect(text.length).toBeGreaterThan(name.endsWith('badge') ? 50 : 1_000);
        expect(text.replaceAll(own, color ? '' : '$&')).not.toMatch(
          /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/u,
        );
      }
    },
    testMilliseconds,
  );

  it(
    'gives no command but its own',
    async () => {
      const text = await render(true, false);
      expect(text).not.toMatch(/##(?:\[|vso\[)/i);
      const commands = (from: string): string[] => from.match(/^\s*::.*?::/gm) ?? [];
      const levels = (from: string): string[] => commands(from).map((each) => each.split(' ')[0] ?? '');
      expect(levels(text)).toEqual(levels(await render(false, false)));
      expect(commands(text).length > 0).toBe(name.endsWith('github'));
    },
    testMilliseconds,
  );
});

it.each(as('json', 'sarif', 'badge'))('%s is JSON of the same texts', async (name, render) => {
  const read: unknown = JSON.parse(await render(true, false));
  if (name === 'a report as json') expect(read).toEqual(madeHostile(report));
  else expect(read).toBeTypeOf('object');
});

it.each(as('junit'))('%s is well-formed XML with the same elements', async (_, render) => {
  const elements = (text: string): string[] => {
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name: tag }) => names.push(tag));
    parser.write(text).close();
    return names;
  };
  expect(elements(await render(true, false))).toEqual(elements(await render(false, false)));
});

it.each(as('html'))('%s has the same elements', async (_, render) => {
  // An address in what is known is a link, and nothing else becomes an element.
  const tags = (text: string): string[] =>
    [...text.matchAll(/<(\/?[a-z!][\w-]*)/gi)]
      .map(([, tag = '']) => tag)
      .filter((tag) => !/^\/?a$/.test(tag));
  const text = await render(true, false);
  expect(tags(text)).toEqual(tags(await render(false, false)));
  for (const [, href = ''] of text.matchAll(/\shref="([^"]*)"/g))
    expect(href).toMatch(/^(?:#|https?:|data:,$)/);
  expect(text).not.toMatch(/\son\w+="/);
});

it.each(as('markdown'))('%s has the same blocks, and no element or link of a text', async (_, render) => {
  const parts = (text: string): string[] => {
    const marked = new Marked({ gfm: true });
    const found: string[] = [];
    void marked.walkTokens(marked.lexer(text), (token: Token) => {
      const { type, raw } = token;
      if (type === 'table') found.push(`table of ${(token as { header: unknown[] }).header.length}`);
      else if (type === 'html' && !/^(?:<!-- -->)+$/.test(raw))
        found.push(...(raw.match(/<\/?(?!code>)[a-z]\w*/gi) ?? []));
      else if (/^(?:heading|code|list|list_item|hr|blockquote|image|link|def|del)$/.test(type))
        found.push(type);
    });
    return found;
  };
  const text = await render(true, false);
  const plain = parts(await render(false, false));
  expect(plain).toContain('heading');
  // The link to why a deviation is known is of the baseline; a hostile one is none.
  expect(parts(text)).toEqual(plain.filter((part) => part !== 'link'));
  expect(text.replaceAll(/^(`{3,}).*\n[^]*?\n\1$/gm, '')).not.toMatch(/[^`]@\w+(?![^|\n]*`)/);
});
