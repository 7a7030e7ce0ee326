import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymousAccounts } from '../src/harness/recording/anonymous.ts';
import { readStored, storedOf } from '../scripts/emulators/results.ts';
import { directedSequences, namedCases } from '../src/contract/directed-sequences.ts';
import type { BaselineProblem, Finding, Report } from '../src/contract/generated/types.ts';
import { applyBaseline } from '../src/report/baseline.ts';
import { contractIndex, type LocatedEntry } from '../src/report/baseline-entry.ts';
import { notImplemented } from '../src/report/conclude.ts';
import { judgeRecording } from '../src/verify/index.ts';
import {
  baselineOf,
  findEmulator,
  judgeEmulator,
  labelOf,
  readEmulators,
  withoutRaces,
  type Emulator,
} from '../test-support/emulators.ts';
import { headline, ordinary } from '../test-support/judge.ts';

const context = {
  contract: contractIndex(namedCases()),
  today: new Date().toISOString().slice(0, 10),
};

/** The limits of the command, so that this run finds what `verify` finds. */
const search = { runs: 15, maxCalls: 30, maxTime: 60_000 };

/** Once is enough: the directed cases show all that these emulators do otherwise. */
const searched = 'moto-5.2.1';

/** What a run with the baseline ends with: that an operation is absent may be known, and makes nothing green. */
const knownExitCode: Record<Emulator['verdict'], 0 | 2> = { conforms: 0, 'not implemented': 2 };

/** Rules that no emulator of the kind deviates from; where nothing is copied, little is asked. */
const staleRules: Record<Emulator['verdict'], readonly string[]> = {
  conforms: ['target-unique', 'copy-create-time', 'source-available', 'no-such-rule'],
  'not implemented': ['copy-plain', 'wire-request-id', 'no-such-rule'],
};

const emulators = readEmulators().map((emulator) => ({
  ...emulator,
  label: labelOf(emulator),
  baseline: baselineOf(emulator),
  python: findEmulator(emulator),
}));

/** An emulator that a test is about. */
function named(wanted: string): (typeof emulators)[number] {
  const found = emulators.find(({ label }) => label === wanted);
  if (found === undefined) throw new Error(`${wanted} is not registered`);
  return found;
}

it('are registered once each', () => {
  const labels = emulators.map(({ label }) => label);
  expect(labels).toEqual([...new Set(labels)]);
});

it.each([
  { name: 'a member that is missing', given: 'emulators: [{ name: a, version: "1", start: b }]', line: 1 },
  { name: 'a verdict that there is not', given: 'emulators:\n  - verdict: fine\n', line: 2 },
])('are refused with the line: $name', ({ given, line }) => {
  expect(() => readEmulators(given)).toThrow(`contracts/emulators/emulators.yaml:${line}:`);
});

describe.each(emulators)('the baseline of $label', ({ name, baseline }) => {
  it.each(baseline.entries)('has a reason to report $rule $fingerprint by', ({ reason, owner, target }) => {
    expect({ owner, target }).toEqual({ owner: 'maintainers', target: name });
    // What is known of AWS, what the emulator does and where, how to see it.
    expect(reason).toMatch(/\((?:[^)]*)(?:Neptune|aurora|AWS CLI|cloud-custodian)[^)]*\)/);
    expect(reason).toMatch(new RegExp(`${name}[^]*(?:\\b(?:\\w+/)+\\w+\\.py\\b|the other entries)`));
    expect(reason).toMatch(/See it: \S/);
  });
});

/** A run of each that is there, all at once: much of each is waiting. */
const reports = new Map<string, Report>();
let recordings: string;
beforeAll(async () => {
  recordings = await mkdtemp(join(tmpdir(), 'ncc-recordings-'));
  await Promise.all(
    emulators.map(async ({ python, ...emulator }) => {
      if (python === undefined) return;
      const options = emulator.label === searched ? { search } : {};
      const record = join(recordings, emulator.label);
      reports.set(emulator.label, await judgeEmulator(emulator, python, { ...options, record }));
    }),
  );
});
afterAll(() => rm(recordings, { recursive: true }));

function reportOf({ label }: { readonly label: string }): Report {
  const report = reports.get(label);
  if (report === undefined) throw new Error(`${label} was not judged`);
  return report;
}

describe.each(emulators)('$label and its baseline', (emulator) => {
  const { python, baseline } = emulator;
  const withEntries = (entries: readonly LocatedEntry[]) =>
    applyBaseline(reportOf(emulator), { ...baseline, entries }, context);

  it.skipIf(python === undefined)('comes to its verdict, but for what is known', () => {
    const { findings, summary, baseline: held, target } = withEntries(baseline.entries);
    expect(held?.problems.map(problem)).toEqual([]);
    const unknown = findings.filter(({ gating, known }) => gating && known === undefined);
    expect(unknown.map(headline)).toEqual([]);
    expect(summary).toMatchObject({ exitCode: knownExitCode[emulator.verdict], deviations: 0 });
    expect(notImplemented(target) !== undefined).toBe(emulator.verdict === 'not implemented');
    expect(summary.known).toBe(findings.filter(({ known }) => known !== undefined).length);
    expect(held).toMatchObject({ matched: baseline.entries.length, unchecked: 0, elsewhere: 0 });
  });

  it.skipIf(python === undefined)('comes to what is stored of it, but for the day', () => {
    const stored = readStored(emulator);
    const found = storedOf(emulator, reportOf(emulator), stored?.date ?? '');
    // Its contract may be older, where that makes no difference.
    expect({ ...found, contract: stored?.contract }).toEqual(stored);
  });

  it.skipIf(python === undefined)('is judged alike from its recording, and nothing is sent', async () => {
    const { cases, gate } = ordinary;
    const again = await judgeRecording(join(recordings, emulator.label), {
      cases,
      sequences: directedSequences(),
      gate,
    });
    const found = reportOf(emulator);
    const told = ({ rule, fingerprint, cases: shown, gating }: Finding) => ({
      rule,
      fingerprint,
      shown,
      gating,
    });
    expect(withoutRaces(again).findings.map(told)).toEqual(found.findings.map(told));
    const concluded = ({ rules, summary, target }: Report): string =>
      JSON.stringify([
        rules.flatMap((rule) => rule.cases.map(({ id, status, reason }) => [rule.id, id, status, reason])),
        summary,
      ])
        .replaceAll(target.accounts.self, 'SELF')
        .replaceAll(target.accounts.other, 'OTHER')
        .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'UUID');
    expect(concluded(again)).toBe(concluded(found));
  });

  it.skipIf(python === undefined || emulator.name !== 'moto')(
    'does not tell its account in its recording',
    async () => {
      const { self } = reportOf(emulator).target.accounts;
      const folder = join(recordings, emulator.label);
      const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
      expect(files.length).toBeGreaterThan(1);
      expect(self).not.toBe(anonymousAccounts.self);
      for (const file of files) expect(await readFile(join(folder, file), 'utf8'), file).not.toContain(self);
    },
  );

  it.skipIf(python === undefined).each(baseline.entries)(
    'fails without the entry for $rule $fingerprint',
    (entry) => {
      const { summary } = withEntries(baseline.entries.filter((each) => each !== entry));
      expect(summary).toMatchObject({ exitCode: 1, deviations: 1 });
    },
  );

  it.skipIf(python === undefined).each(staleRules[emulator.verdict])(
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
});

describe('moto 5.2.5', () => {
  const emulator = named('moto-5.2.5');

  it.skipIf(emulator.python === undefined)(
    'fails by the two crashes that 5.2.1 did not have, though rule and outcome are known of it',
    () => {
      const { findings, summary } = applyBaseline(reportOf(emulator), named('moto-5.2.1').baseline, context);
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
});

describe('moto 5.0.28', () => {
  const emulator = named('moto-5.0.28');

  it.skipIf(emulator.python === undefined)(
    'has the same fingerprints in another run, though it keeps the case of names',
    async () => {
      if (emulator.python === undefined) return;
      const again = await judgeEmulator(emulator, emulator.python, { runId: 'another7' });
      const told = ({ findings }: Report): string[] => findings.map(({ fingerprint }) => fingerprint).sort();
      const report = reportOf(emulator);
      expect(report.findings.some(({ actual }) => JSON.stringify(actual).includes('{new:upper}'))).toBe(true);
      expect(again.run.id).not.toBe(report.run.id);
      expect(told(again)).toEqual(told(report));
    },
  );
});

const problem = ({ kind, rule, cases: names, fingerprint, line, message }: BaselineProblem): string =>
  `${line}: ${kind}: ${rule} (${names.join(', ')}) ${fingerprint}: ${message}`;
