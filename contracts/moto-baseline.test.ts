import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import type { BaselineProblem, Finding, Report } from '../src/contract/generated/types.ts';
import { applyBaseline } from '../src/report/baseline.ts';
import { contractIndex, type Baseline, type LocatedEntry } from '../src/report/baseline-entry.ts';
import { readBaseline } from '../src/report/baseline-file.ts';
import { verify } from '../src/verify/index.ts';
import { headline, ordinary } from '../test-support/judge.ts';
import { startMoto } from '../test-support/moto.ts';
import { findMoto, type Python } from '../test-support/python.ts';

const cases = directedCases();

/** The versions of moto that have a baseline, and how far a run of each goes. */
const versions = ['5.0.28', '5.2.1', '5.2.5'] as const;
type Version = (typeof versions)[number];

const context = { contract: contractIndex(cases), today: new Date().toISOString().slice(0, 10) };

/** The limits of the command, so that this run finds what `verify` finds. */
const search = { runs: 15, maxCalls: 30, maxTime: 60_000 };

/** Judges a moto of its own. */
async function judge(python: Python, version: Version, runId?: string): Promise<Report> {
  const moto = await startMoto(python);
  try {
    const found = await verify({
      ...ordinary,
      endpoint: moto.url,
      targetName: 'moto',
      ...(runId !== undefined && { runId }),
      // Once is enough: the directed cases show all that these versions do otherwise.
      ...(version === '5.2.1' && { search }),
    });
    return { ...found, findings: found.findings.filter((finding) => !isRace(finding)) };
  } finally {
    await moto.close();
  }
}

describe.each(versions)('the baseline of moto %s', (version) => {
  it.each(load(version).entries)(
    'has a reason to report $rule $fingerprint by',
    ({ reason, owner, target }) => {
      expect({ owner, target }).toEqual({ owner: 'maintainers', target: 'moto' });
      // What is known of AWS, what moto does and where, how to see it.
      expect(reason).toMatch(/\((?:[^)]*)(?:Neptune|aurora|AWS CLI|cloud-custodian)[^)]*\)/);
      expect(reason).toMatch(/moto[^]*\b(rds|kms|core)\/\w+\.py\b|moto[^]*the other entries/);
      expect(reason).toMatch(/See it: \S/);
    },
  );
});

/** A run of each version that is there, all at once: much of each is waiting. */
const reports = new Map<Version, Report>();
beforeAll(async () => {
  await Promise.all(
    versions.map(async (version) => {
      const python = findMoto(version);
      if (python !== undefined) reports.set(version, await judge(python, version));
    }),
  );
});

describe.each(versions)('moto_server %s and its baseline', (version) => {
  const python = findMoto(version);
  const baseline = load(version);
  const reportOf = (): Report => {
    const report = reports.get(version);
    if (report === undefined) throw new Error(`moto ${version} was not judged`);
    return report;
  };
  const withEntries = (entries: readonly LocatedEntry[]) =>
    applyBaseline(reportOf(), { ...baseline, entries }, context);

  it.skipIf(python === undefined)('conforms but for what is known', () => {
    const { findings, summary, baseline: held } = withEntries(baseline.entries);
    expect(held?.problems.map(problem)).toEqual([]);
    const unknown = findings.filter(({ gating, known }) => gating && known === undefined);
    expect(unknown.map(headline)).toEqual([]);
    expect(summary).toMatchObject({ exitCode: 0, deviations: 0 });
    expect(summary.known).toBe(findings.filter(({ known }) => known !== undefined).length);
    expect(held).toMatchObject({ matched: baseline.entries.length, unchecked: 0, elsewhere: 0 });
  });

  it.skipIf(python === undefined).each(baseline.entries)(
    'fails without the entry for $rule $fingerprint',
    (entry) => {
      const { summary } = withEntries(baseline.entries.filter((each) => each !== entry));
      expect(summary).toMatchObject({ exitCode: 1, deviations: 1 });
    },
  );

  it
    .skipIf(python === undefined)
    .each(['target-unique', 'copy-create-time', 'source-available', 'no-such-rule'])(
    'fails with one more entry, for %s, that matches nothing',
    (rule) => {
      const [like] = baseline.entries;
      if (like === undefined) throw new Error('the baseline is empty');
      const { summary, baseline: held } = withEntries([
        ...baseline.entries,
        { ...like, rule, fingerprint: 'v2-000000000000' },
      ]);
      expect(held?.problems.map((each) => each.rule)).toEqual([rule]);
      expect(summary).toMatchObject({ exitCode: 1, deviations: 0 });
    },
  );

  it.skipIf(python === undefined || version !== '5.2.5')(
    'fails by the two crashes that 5.2.1 did not have, though rule and outcome are known of it',
    () => {
      const { findings, summary } = applyBaseline(reportOf(), load('5.2.1'), context);
      const crashes = findings.find(
        ({ rule, actual }) => rule === 'source-arn-form' && actual.kind === 'unintelligible',
      );
      const { cases: seen = [], knownCases = [] } = crashes ?? {};
      expect(seen.filter((id) => !knownCases.includes(id)).sort()).toEqual([
        'source-arn/no-type',
        'source-arn/slash',
      ]);
      expect(crashes).not.toHaveProperty('known');
      expect(summary.exitCode).toBe(1);
    },
  );

  it.skipIf(python === undefined || version !== '5.0.28')(
    'has the same fingerprints in another run, though it keeps the case of names',
    async () => {
      if (python === undefined) return;
      const again = await judge(python, version, 'another7');
      const told = ({ findings }: Report): string[] => findings.map(({ fingerprint }) => fingerprint).sort();
      const report = reportOf();
      expect(report.findings.some(({ actual }) => JSON.stringify(actual).includes('{new:upper}'))).toBe(true);
      expect(again.run.id).not.toBe(report.run.id);
      expect(told(again)).toEqual(told(report));
    },
  );
});

/** Of several copies to one name at once, two may win: a race in moto that no run can be sure to meet. */
const isRace = ({ rule, expected }: Finding): boolean =>
  rule === 'target-unique' && expected.kind === 'winners';

const problem = ({ kind, rule, cases: names, fingerprint, line, message }: BaselineProblem): string =>
  `${line}: ${kind}: ${rule} (${names.join(', ')}) ${fingerprint}: ${message}`;

function load(version: Version): Baseline {
  const path = fileURLToPath(new URL(`moto/${version}.yaml`, import.meta.url));
  const read = readBaseline(readFileSync(path, 'utf8'), path);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.baseline;
}
