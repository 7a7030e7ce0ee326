import { describe, expect, it } from 'vitest';
import { sampleCase, sampleFinding, sampleReport, sampleRule } from '../../../test-support/sample-report.ts';
import type { Report } from '../../contract/generated/types.ts';
import { render, type Format } from '../index.ts';
import { renderDeviation } from './one-deviation.ts';

/** A deviation that the requirement set does not ask for, by which a case and a rule come out as new. */
const finding = sampleFinding({ gating: false, new: true, cases: ['family/a'] });
const report = (different: Partial<Report> = {}): Report => {
  const rules = [
    {
      ...sampleRule('copy-arn', 'new', [
        sampleCase('family/a', 'new', { findings: [finding.fingerprint] }),
        sampleCase('family/b', 'pass'),
      ]),
      gating: false,
      new: true as const,
    },
    sampleRule('target-unique', 'pass', [sampleCase('unique/taken', 'pass')]),
  ];
  const whole = sampleReport({ requirements: '2026-11', rules, findings: [finding], ...different });
  return { ...whole, summary: { ...whole.summary, reported: 0, new: 1 } };
};

const written = (format: Format, verbose = false): Promise<string> =>
  render('run', format, report(), { color: false, ...(verbose && { verbose }) });

describe('what is new to the requirement set', () => {
  it('stands in the page apart from what fails the run', async () => {
    const lines = (await written('text')).split('\n');
    expect(lines[0]).toBe('CopyDBClusterSnapshot at a target: conforms but for 1 new deviation');
    expect(lines[1]).toContain(', gate sibling, requirements 2026-11, ');
    expect(lines[2]).toBe('rules: 1 pass, 1 new; cases: 2 pass, 1 new');
    expect(lines).toContain('New since the requirement set, which do not fail the run (1)');
    expect(lines.join('\n')).not.toContain('not known well enough');
  });

  it('stands so in the long text', async () => {
    const text = await written('text', true);
    expect(text).toContain('New since the requirement set, which do not fail the run\n\n1. copy-arn');
    expect(text).toMatch(/^conforms but for 1 new deviation {2}\(.*, gate sibling, requirements 2026-11\)$/m);
  });

  it('is a skipped test case of JUnit', async () => {
    const xml = await written('junit');
    expect(xml).toContain('<skipped>new: the requirement set does not ask for it: copy-arn: ');
    expect(xml).toMatch(/<testsuites [^>]*failures="0"/);
  });

  it('has a status, and a column in tables, only where there is some', async () => {
    const markdown = await written('markdown');
    expect(markdown).toContain('### New since the requirement set, which do not fail the run\n');
    expect(markdown).toMatch(/\| pass *\| fail *\| known *\| new *\| inconclusive *\| error *\|/);
    const without = await render('run', 'markdown', sampleReport(), { color: false });
    expect(without).toMatch(/\| known *\| inconclusive *\|/);
  });

  it('is marked in HTML, at the deviation, the rule and the case, and can be asked for', async () => {
    const page = await written('html');
    expect(page).toContain('New since the requirement set, which do not fail the run');
    expect(page).toMatch(/id="v2-f00df00df00d"\s+data-status="new"/);
    expect(page).toMatch(/id="copy-arn" data-status="new" data-gating="false"/);
    expect(page).toContain('data-filter="new"');
    expect(page).toContain('new, does not gate');
    expect(page).toContain('2026-11: what gates only since is new');
  });

  it('is a warning for GitHub', async () => {
    const commands = (await written('github')).split('\n').map((line) => line.split(' ')[0]);
    expect(commands.filter((name) => name !== '')).toEqual(['::warning', '::notice']);
  });

  it('is told by the badge', async () => {
    expect(JSON.parse(await written('badge'))).toMatchObject({
      message: '2/2 rules measured, 1 new',
      color: 'yellow',
    });
  });

  it('is explained', () => {
    expect(renderDeviation(report(), finding.fingerprint, { color: false })).toContain(
      '\n  means     what it breaks is documented, but requirement set 2026-11 does not ask for it: it does not fail the run\n',
    );
  });

  it('is told beside what is known', async () => {
    const known = sampleFinding({
      fingerprint: 'v2-abcdefabcdef',
      known: { reason: 'So be it.', owner: 'us' },
    });
    const both = report({ findings: [finding, known] });
    const text = await render('run', 'text', both, { color: false });
    expect(text).toMatch(/^.*: conforms but for 1 known deviation and 1 new deviation$/m);
  });
});

describe('who says otherwise', () => {
  const against = {
    of: 'behaviour',
    level: 'sibling',
    sibling: 'CopyDBSnapshot of RDS, documented',
    source: 'the other guide',
    says: 'It does not.',
  } as const;
  const contested = sampleFinding({ gating: false, level: 'contradicted', contradictedBy: [against] });
  const contradicted = sampleReport({
    findings: [contested],
    rules: [
      { ...sampleRule('copy-arn', 'fail', []), contradictedBy: [{ ...against, setAside: 'It is old.' }] },
    ],
  });
  const line = 'sibling (CopyDBSnapshot of RDS, documented): It does not. the other guide';

  it('stands beside who says so, in the long text, in one deviation, and in evidence', async () => {
    const options = { color: false, verbose: true };
    expect(await render('run', 'text', contradicted, options)).toContain(`   against  ${line}\n`);
    expect(renderDeviation(contradicted, contested.fingerprint, options)).toContain(`  against   ${line}\n`);
    expect(await render('run', 'markdown', contradicted, options)).toContain(`against, ${line}\n`);
  });

  it('stands in HTML at the deviation and at the rule, with why it is set aside', async () => {
    const page = await render('run', 'html', contradicted, { color: false });
    expect(page.match(/Who says otherwise/g)).toHaveLength(2);
    expect(page).toContain('It does not. Set aside: It is old. the other guide');
  });
});
