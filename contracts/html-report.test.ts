import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../src/report/index.ts';
import { renderHtml as renderComparison } from '../src/reporters/compare/html.ts';
import { renderHtml } from '../src/reporters/run/html.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { findBrowser, startBrowser } from '../test-support/browser.ts';
import { sampleCase, sampleFinding, sampleReport, sampleRule } from '../test-support/sample-report.ts';

const chromium = findBrowser();
const address = 'https://report.example/';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(chromium === undefined)('the HTML report in a browser', () => {
  let browser: Browser;
  /** What the open page asked for, and what it complained of. */
  const seen = { requests: [] as string[], complaints: [] as string[] };

  beforeAll(async () => {
    browser = await startBrowser(chromium ?? '');
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  /** Shows a report under an address of its own; nothing else answers. */
  async function show(
    report: Report | string,
    { hash = '', init, ...options }: BrowserContextOptions & { hash?: string; init?: string } = {},
  ): Promise<Page> {
    seen.requests = [];
    seen.complaints = [];
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
    if (init !== undefined) await context.addInitScript(init);
    const page = await context.newPage();
    page.on('console', (message) => seen.complaints.push(message.text()));
    page.on('pageerror', (error) => seen.complaints.push(error.message));
    page.on('dialog', (dialog) => seen.complaints.push(dialog.message()));
    const body = typeof report === 'string' ? report : renderHtml(report);
    await page.route('**', (route) => {
      seen.requests.push(route.request().url());
      return route.request().url() === address
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
        : route.abort();
    });
    await page.goto(address + hash);
    return page;
  }

  const visibleRules = (page: Page): Promise<string[]> =>
    page
      .locator('details.rule:visible')
      .evaluateAll((rules) => rules.map((rule) => (rule as { id: string }).id));
  const visibleDeviations = (page: Page): Promise<string[]> =>
    page
      .locator('details.deviation:visible')
      .evaluateAll((deviations) => deviations.map((each) => (each as { id: string }).id));
  const all = ['source-required', 'target-unique', 'kms-key', 'copy-arn', 'copy-tags-all', 'wire-status'];
  const isOpen = (page: Page, id: string): Promise<boolean> =>
    page.locator(`[id="${id}"]`).evaluate((rule) => (rule as unknown as { open: boolean }).open);
  const clipboard = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()');

  it('asks for nothing but itself, and has nothing to complain of', async () => {
    const page = await show(sampleReport());
    await page.locator('#expand').click();
    await page.locator('button.copy:visible').first().click();
    await page.locator('#theme').click();
    expect(seen.requests).toEqual([address]);
    expect(seen.complaints).toEqual([]);
  });

  it('could ask for nothing and run nothing even if it held more', async () => {
    const page = await show(sampleReport());
    const beyond = `Promise.all([
      fetch('https://elsewhere.example/').catch((error) => error.message),
      new Promise((resolve) => { const image = new Image(); image.onerror = () => resolve('no image'); image.src = 'https://elsewhere.example/x.png'; }),
    ])`;
    expect(await page.evaluate(beyond)).toEqual(['Failed to fetch', 'no image']);
    await page.evaluate(
      `const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script)`,
    );
    expect(await page.evaluate('window.ran')).toBe(undefined);
    expect(seen.requests).toEqual([address]);
    expect(seen.complaints.join('\n')).toContain('Content Security Policy');
  });

  describe('filter', () => {
    it('shows only rules with the statuses that are chosen', async () => {
      const page = await show(sampleReport());
      expect(await visibleRules(page)).toEqual(all);
      await page.getByRole('button', { name: 'fail' }).click();
      expect(await visibleRules(page)).toEqual(['target-unique', 'copy-arn']);
      expect(await visibleDeviations(page)).toEqual([
        'v2-f00df00df00d',
        'v2-deadbeef0000',
        'v2-0123456789ab',
      ]);
      expect(await page.locator('#shown').textContent()).toBe('3 of 4 deviations, 2 of 6 rules');
      await page.getByRole('button', { name: 'inconclusive' }).click();
      expect(await visibleRules(page)).toEqual(['target-unique', 'kms-key', 'copy-arn']);
      await page.getByRole('button', { name: 'fail' }).click();
      await page.getByRole('button', { name: 'inconclusive' }).click();
      expect(await visibleRules(page)).toEqual(all);
      expect(await page.locator('#shown').textContent()).toBe('4 deviations, 6 rules');
    });

    it('shows only what gates', async () => {
      const rules = sampleReport().rules.map((rule) => ({ ...rule, gating: rule.id !== 'target-unique' }));
      const page = await show(sampleReport({ rules }));
      await page.getByRole('button', { name: 'gates 5' }).click();
      expect(await visibleRules(page)).toEqual(all.filter((id) => id !== 'target-unique'));
      expect(await visibleDeviations(page)).toEqual([
        'v2-f00df00df00d',
        'v2-deadbeef0000',
        'v2-abcdefabcdef',
      ]);
      expect(await page.getByText('Deviations from what is not known well enough').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'fail' }).click();
      expect(await visibleRules(page)).toEqual(['copy-arn']);
      expect(await page.locator('#shown').textContent()).toBe('2 of 4 deviations, 1 of 6 rules');
      await page.getByRole('button', { name: 'gates 5' }).click();
      expect(await visibleRules(page)).toEqual(['target-unique', 'copy-arn']);
    });

    const searches: { name: string; given: string; expected: string[] }[] = [
      { name: 'the id of a rule', given: 'copy-arn', expected: ['copy-arn'] },
      { name: 'whatever the case', given: 'COPY-ARN', expected: ['copy-arn'] },
      { name: 'words in any order', given: 'says kms', expected: ['kms-key'] },
      { name: 'a case', given: 'tags/all', expected: ['copy-tags-all'] },
      { name: 'a reason', given: 'no answer in', expected: ['wire-status'] },
      { name: 'a fingerprint', given: 'v2-deadbeef0000', expected: ['wire-status'] },
      {
        name: 'the actual outcome',
        given: 'arn of the source',
        expected: ['target-unique', 'copy-arn', 'copy-tags-all', 'wire-status'],
      },
      { name: 'no words of the page itself', given: 'expected', expected: [] },
      { name: 'nothing that is there', given: 'xyzzy', expected: [] },
    ];

    it.each(searches)('by search: $name', async ({ given, expected }) => {
      const page = await show(sampleReport());
      await page.getByRole('searchbox').fill(given);
      expect(await visibleRules(page)).toEqual(expected);
      expect(await page.locator('#none').isVisible()).toBe(expected.length === 0);
      await page.getByRole('searchbox').fill('');
      expect(await visibleRules(page)).toEqual(all);
    });

    it('shows those cases of a rule that were searched for, all of them when it was the rule', async () => {
      const page = await show(sampleReport(), { hash: '#copy-arn' });
      const cases = (): Promise<number> => page.locator('[id="copy-arn"] .cases > li:visible').count();
      await page.getByRole('searchbox').fill('other/c');
      expect(await cases()).toBe(1);
      await page.getByRole('searchbox').fill('copy-arn');
      expect(await cases()).toBe(3);
    });
  });

  it('shows how long cases took, where a call was made', async () => {
    const report = sampleReport({
      rules: [
        sampleRule('copy-arn', 'pass', [
          sampleCase('family/a', 'pass', { milliseconds: 12 }),
          sampleCase('family/b', 'pass', { milliseconds: 61_040 }),
          sampleCase('family/c', 'inconclusive', { reason: 'no KMS here' }),
        ]),
      ],
      findings: [],
    });
    const page = await show(report, { hash: '#copy-arn' });
    const took = await page.locator('.cases > li:visible .took').allInnerTexts();
    expect(took.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(['took 12 ms', 'took 61.0 s']);
    expect(await page.locator('.cases > li:visible').count()).toBe(3);
  });

  it('has the most harmful deviations first, apart what is only inferred and what is known', async () => {
    const crash = { kind: 'unintelligible', status: 500, reason: 'no XML' } as const;
    const findings = [
      ...sampleReport().findings,
      sampleFinding({ fingerprint: 'v2-1', rule: 'wire-status', actual: crash }),
      sampleFinding({ fingerprint: 'v2-2', actual: crash, gating: false }),
    ];
    const page = await show(sampleReport({ findings }));
    const groups: (string | null)[][] = [];
    for (const group of await page.locator('#section-deviations .group').all()) {
      const ids = await group
        .locator('details.deviation')
        .evaluateAll((deviations) => deviations.map((each) => (each as { id: string }).id));
      groups.push([await group.locator('h3').textContent(), ...ids]);
    }
    expect(groups).toEqual([
      ['The target fails, or its answer cannot be read 1', 'v2-1'],
      ['The target refuses rightly, but with another code 2', 'v2-f00df00df00d', 'v2-deadbeef0000'],
      [
        'Deviations from what is not known well enough, which do not fail the run 2',
        'v2-2',
        'v2-0123456789ab',
      ],
      ['Known deviations, which do not fail the run 1', 'v2-abcdefabcdef'],
    ]);
  });

  it('opens rules by click, by key and all at once', async () => {
    const page = await show(sampleReport());
    await page.locator('[id="copy-arn"] > summary').click();
    expect(await isOpen(page, 'copy-arn')).toBe(true);
    expect(await page.locator('[id="copy-arn"]').getByText('the ARN of the source').isVisible()).toBe(true);
    expect(page.url()).toBe(`${address}#copy-arn`);
    await page.locator('[id="kms-key"] > summary').focus();
    await page.keyboard.press('Enter');
    expect(await isOpen(page, 'kms-key')).toBe(true);
    await page.getByRole('button', { name: 'Open all' }).click();
    expect(await page.locator('details.rule[open]').count()).toBe(6);
    expect(await page.locator('details.deviation[open]').count()).toBe(4);
    await page.getByRole('button', { name: 'Close all' }).click();
    expect(await page.locator('details.entry[open]').count()).toBe(0);
  });

  it('is walked through with the keyboard alone', async () => {
    const page = await show(sampleReport());
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To what was found');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
  });

  describe('copying', () => {
    const script = '#!/bin/sh\naws neptune x\n';

    it.each([
      ['with the clipboard', ''],
      ['where the clipboard is closed', 'navigator.clipboard.writeText = () => Promise.reject(new Error())'],
    ])('takes the script of the language that is chosen: %s', async (_, init) => {
      const page = await show(sampleReport(), { hash: '#v2-f00df00df00d', init });
      const card = page.locator('[id="v2-f00df00df00d"]');
      await card.getByRole('button', { name: 'Copy: aws-cli script' }).click();
      await page.getByText('Copied', { exact: true }).first().waitFor();
      expect(await clipboard(page)).toBe(script);
      await card.getByRole('radio', { name: 'curl' }).check();
      await card.getByRole('button', { name: 'Copy: curl script' }).click();
      await page.waitForFunction(`navigator.clipboard.readText().then((text) => text.startsWith('curl'))`);
      expect(await clipboard(page)).toBe('curl -d \'a=b\' "$endpoint"\n');
      expect(await page.locator('#said').textContent()).toBe('Copied');
    });
  });

  describe('a link', () => {
    it('to a rule opens it', async () => {
      const page = await show(sampleReport(), { hash: '#copy-arn' });
      expect(await isOpen(page, 'copy-arn')).toBe(true);
      const deviation = page.locator('[id="copy-arn"] .own').getByRole('link', { name: 'v2-f00df00df00d' });
      await deviation.click();
      await page.locator('[id="v2-f00df00df00d"][open] .finding').waitFor();
      expect(await page.locator('[id="v2-f00df00df00d"] .finding').isVisible()).toBe(true);
    });

    it('to a deviation opens it, and from there to its rule', async () => {
      const page = await show(sampleReport(), { hash: '#v2-deadbeef0000' });
      expect(await isOpen(page, 'v2-deadbeef0000')).toBe(true);
      expect(await page.locator('[id="v2-deadbeef0000"] .finding').isVisible()).toBe(true);
      await page.locator('[id="v2-deadbeef0000"]').getByRole('link', { name: 'wire-status' }).click();
      await page.locator('[id="wire-status"][open]').waitFor();
    });

    it('works from the matrix, also when the rule is filtered away or was closed again', async () => {
      const page = await show(sampleReport());
      await page.getByRole('button', { name: 'inconclusive' }).click();
      const tile = page.getByRole('link', { name: 'copy-arn: fail' });
      await tile.click();
      await page.locator('[id="copy-arn"][open]').waitFor();
      expect(await visibleRules(page)).toEqual(all);
      expect(await page.evaluate('document.activeElement.parentElement.id')).toBe('copy-arn');
      await page.locator('[id="copy-arn"] > summary').click();
      expect(await isOpen(page, 'copy-arn')).toBe(false);
      await tile.click();
      expect(await isOpen(page, 'copy-arn')).toBe(true);
    });

    it('to nothing does nothing', async () => {
      await show(sampleReport(), { hash: '#%E0%A4%A' });
      await show(sampleReport(), { hash: '#nobody' });
      expect(seen.complaints).toEqual([]);
    });
  });

  it('remembers the colours that were chosen', async () => {
    const page = await show(sampleReport(), { colorScheme: 'light' });
    const background = (): Promise<string> =>
      page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await background();
    await page.getByRole('button', { name: 'Change to dark colours' }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background()).toBe(dark);
    await page.getByRole('button', { name: 'Change to light colours' }).click();
    expect(await background()).toBe(light);
  });

  it('can be read without its script', async () => {
    const page = await show(sampleReport(), { javaScriptEnabled: false });
    expect(await page.locator('h1').textContent()).toContain('a target');
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.locator('[id="v2-f00df00df00d"] > summary').click();
    const script = page.locator('[id="v2-f00df00df00d"]').getByText('aws neptune x');
    expect(await script.isVisible()).toBe(true);
    await page.locator('[id="v2-f00df00df00d"]').getByRole('radio', { name: 'curl' }).check();
    expect(await script.isVisible()).toBe(false);
  });

  describe('texts of a target', () => {
    const attack = [
      '</script></style></title></textarea><script>window.hacked = 1</script>',
      '<img src="x" onerror="window.hacked = 1"><svg onload="window.hacked = 1">',
      `"'><a href="javascript:window.hacked = 1">here</a><b onmouseover="window.hacked = 1">`,
      'javascript:window.hacked=1 javascript://%0Awindow.hacked=1 https://x.example/"onclick="window.hacked=1',
      '\u0000\ud800\uffff &lt;script&gt; ]]> <!--',
    ].join(' ');

    /** Every text of a value replaced; what has a meaning to the program is kept. */
    const spoiled = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string')
        return ['status', 'kind', 'of', 'level', 'aspect'].includes(key) ? value : attack;
      if (Array.isArray(value)) return value.map((each) => spoiled(each));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoiled(each, name)]));
    };

    it('never run, and are shown as they are', async () => {
      const baseline = {
        file: 'x',
        matched: 0,
        unchecked: 0,
        elsewhere: 0,
        problems: [
          {
            kind: 'stale' as const,
            rule: 'x',
            cases: ['x'],
            fingerprint: 'x',
            line: 1,
            column: 1,
            message: 'x',
          },
        ],
      };
      const page = await show(spoiled(sampleReport({ baseline, leftBehind: ['x'] })) as Report);
      for (const summary of await page.locator('summary').all()) await summary.dispatchEvent('click');
      for (const link of await page.locator('main a').all()) {
        await link.dispatchEvent('mouseover');
        expect(await link.getAttribute('href')).toMatch(/^(#|https:\/\/)/);
      }
      expect(await page.evaluate('window.hacked')).toBe(undefined);
      expect(await page.locator('img, main script, svg[onload], [onclick], [onmouseover]').count()).toBe(0);
      expect(await page.locator('h1').textContent()).toContain(
        '</script></style></title></textarea><script>',
      );
      expect(seen.requests).toEqual([address]);
      expect(seen.complaints).toEqual([]);
    });
  });

  describe('everybody can use it', () => {
    const phone = { width: 360, height: 740 };
    const desk = { width: 1200, height: 800 };
    const views = (['light', 'dark'] as const).flatMap((colorScheme) =>
      [desk, phone].map((viewport) => ({ colorScheme, viewport })),
    );

    it.each(views)('axe finds nothing: $colorScheme, $viewport.width wide', async (view) => {
      // Long enough to be scrolled.
      const exchange = { request: 'GET /', response: 'a line\n'.repeat(100) };
      const findings = sampleReport().findings.map((finding) => ({ ...finding, exchange }));
      const page = await show(sampleReport({ findings }), view);
      const check = async (): Promise<string[]> => {
        const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
        expect(passes.length).toBeGreaterThan(20);
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      };
      await page.evaluate(axe);
      expect(await check()).toEqual([]);
      await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
      await page.getByRole('button', { name: 'fail' }).click();
      expect(await check()).toEqual([]);
    });

    it.each(views)('axe finds nothing in a comparison: $colorScheme, $viewport.width wide', async (view) => {
      const reports = [sampleReport({ findings: [] }), sampleReport(), large()];
      const comparison = compareReports(reports.map((report, i) => ({ file: `${i}.json`, report })));
      const page = await show(renderComparison(comparison), view);
      await page.evaluate(axe);
      await page.evaluate(
        `for (const each of [...document.querySelectorAll('details')].slice(0, 3)) each.open = true`,
      );
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      expect(await page.locator('details.rule').count()).toBeGreaterThan(3);
      expect([seen.requests, seen.complaints]).toEqual([[address], []]);
    });

    it('axe would find something', async () => {
      const page = await show(sampleReport());
      await page.evaluate(axe);
      await page.evaluate(`document.querySelector('#search').labels[0].remove()`);
      await page.evaluate(`document.querySelector('#search').placeholder = ''`);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(violations.map(({ id }) => id)).toContain('label');
    });

    it('nothing stands out of a phone', async () => {
      const page = await show(sampleReport(), { viewport: phone });
      await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
      const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overhang)).toBe(0);
      await page.evaluate(`document.querySelector('h1').style.minWidth = '50rem'`);
      expect(await page.evaluate(overhang)).toBeGreaterThan(0);
    });
  });

  it('takes 5,000 cases, and lays out only what is seen', async () => {
    const page = await show(large());
    expect(await page.locator('.cases > li').count()).toBe(5_000);
    expect(
      await page.evaluate(`getComputedStyle(document.querySelector('details.rule')).contentVisibility`),
    ).toBe('auto');
    await page.getByRole('searchbox').fill('case-4321');
    expect(await visibleRules(page)).toEqual(['rule-86']);
    await page.locator('details.rule:visible > summary').click();
    expect(await page.locator('.cases > li:visible').count()).toBe(1);
  });
});

/** A report of 5,000 cases in 100 rules, with 500 deviations of the usual size. */
function large(): Report {
  const script = '#!/bin/sh\n'.padEnd(4_000, 'aws neptune copy-db-cluster-snapshot --dry-run\n');
  const fingerprint = (i: number): string => i.toString(16).padStart(12, '0');
  const findings = Array.from({ length: 500 }, (_, i) =>
    sampleFinding({
      rule: `rule-${i % 100}`,
      fingerprint: fingerprint(i),
      cases: [`family/case-${i}`],
      reproduction: { 'aws-cli': script, boto3: script, javascript: script, curl: script },
    }),
  );
  const rules = Array.from({ length: 100 }, (_, rule) =>
    sampleRule(
      `rule-${rule}`,
      'fail',
      Array.from({ length: 50 }, (_, i) =>
        sampleCase(`family/case-${rule * 50 + i}`, i < 5 ? 'fail' : 'pass'),
      ),
    ),
  );
  return sampleReport({ rules, findings });
}
