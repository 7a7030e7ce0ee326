import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../src/contract/generated/cases.ts';
import type { BaselineProblem, Finding, Report } from '../src/contract/generated/types.ts';
import { applyBaseline } from '../src/report/baseline.ts';
import { contractIndex, type Baseline, type LocatedEntry } from '../src/report/baseline-entry.ts';
import { readBaseline } from '../src/report/baseline-file.ts';
import { verify } from '../src/verify/index.ts';
import { headline, ordinary } from '../test-support/judge.ts';
import { startMoto } from '../test-support/moto.ts';
import { findPython } from '../test-support/python.ts';

const file = fileURLToPath(new URL('moto/baseline.yaml', import.meta.url));
const baseline = load(file);
const context = { contract: contractIndex(cases), today: new Date().toISOString().slice(0, 10) };
const python = findPython();

/** The limits of the command, so that this run finds what `verify` finds. */
const search = { runs: 15, maxCalls: 30, maxTime: 60_000 };

describe('the baseline of moto', () => {
  it.each(baseline.entries)('has a reason to report $rule $fingerprint by', ({ reason, owner, target }) => {
    expect({ owner, target }).toEqual({ owner: 'maintainers', target: 'moto' });
    // What is known of AWS, what moto does and where, how to see it.
    expect(reason).toMatch(/\((?:[^)]*)(?:Neptune|aurora|AWS CLI|cloud-custodian)[^)]*\)/);
    expect(reason).toMatch(/moto[^]*\b(rds|kms|core)\/\w+\.py\b|moto[^]*the other entries/);
    expect(reason).toMatch(/See it: \S/);
  });
});

describe.skipIf(python === undefined)('moto_server and its baseline', () => {
  let report: Report;

  beforeAll(async () => {
    if (python === undefined) return;
    const moto = await startMoto(python);
    try {
      const found = await verify({ ...ordinary, endpoint: moto.url, targetName: 'moto', search });
      report = { ...found, findings: found.findings.filter((finding) => !isRace(finding)) };
    } finally {
      await moto.close();
    }
  }, 180_000);

  const withEntries = (entries: readonly LocatedEntry[]) =>
    applyBaseline(report, { ...baseline, entries }, context);

  it('conforms but for what is known', () => {
    const { findings, summary, baseline: held } = withEntries(baseline.entries);
    expect(held?.problems.map(problem)).toEqual([]);
    expect(findings.filter(({ gating, known }) => gating && known === undefined).map(headline)).toEqual([]);
    expect(summary).toMatchObject({ exitCode: 0, deviations: 0 });
    expect(summary.known).toBe(findings.filter(({ known }) => known !== undefined).length);
    expect(held).toMatchObject({ matched: baseline.entries.length, unchecked: 0, elsewhere: 0 });
  });

  it.each(baseline.entries)('fails without the entry for $rule $fingerprint', (entry) => {
    const { summary } = withEntries(baseline.entries.filter((each) => each !== entry));
    expect(summary).toMatchObject({ exitCode: 1, deviations: 1 });
  });

  it.each(['target-unique', 'copy-create-time', 'source-available', 'no-such-rule'])(
    'fails with one more entry, for %s, that matches nothing',
    (rule) => {
      const [like] = baseline.entries;
      if (like === undefined) throw new Error('the baseline is empty');
      const { summary, baseline: held } = withEntries([
        ...baseline.entries,
        { ...like, rule, fingerprint: '000000000000' },
      ]);
      expect(held?.problems.map((each) => each.rule)).toEqual([rule]);
      expect(summary).toMatchObject({ exitCode: 1, deviations: 0 });
    },
  );
});

/** Of several copies to one name at once, two may win: a race in moto that no run can be sure to meet. */
const isRace = ({ rule, expected }: Finding): boolean =>
  rule === 'target-unique' && expected.startsWith('exactly one of');

const problem = ({ kind, rule, case: id, fingerprint, line, message }: BaselineProblem): string =>
  `${line}: ${kind}: ${rule} (${id}) ${fingerprint}: ${message}`;

function load(path: string): Baseline {
  const read = readBaseline(readFileSync(path, 'utf8'), path);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.baseline;
}
