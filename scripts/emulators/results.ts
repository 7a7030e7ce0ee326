/** What a run of an emulator came to, small enough to be kept, and the same for each run that comes to the same. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules as catalogue, specHash } from '../../src/contract/generated/catalogue.ts';
import type {
  CaseResult,
  Finding,
  Report,
  RuleResult,
  Status,
  StatusCounts,
} from '../../src/contract/generated/types.ts';
import { notImplemented } from '../../src/report/conclude.ts';
import { mostFrequent, withoutRun } from '../../src/report/reasons.ts';
import { mapTexts } from '../../src/protocol/map-texts.ts';
import { folder, labelOf, type Emulator } from '../../test-support/emulators.ts';

/** A deviation without the evidence of its run. */
type StoredFinding = Pick<
  Finding,
  'rule' | 'aspect' | 'level' | 'gating' | 'expected' | 'actual' | 'fingerprint' | 'cause' | 'cases'
>;

/** A rule: its cases by how they ended, what they fail by, and why some could not be measured. */
interface StoredRule {
  readonly id: string;
  readonly status: Status;
  readonly gating: boolean;
  readonly reason?: string;
  readonly checks: RuleResult['checks'];
  readonly cases: Readonly<Partial<Record<Status, readonly string[]>>>;
  /** The fingerprints of what a case fails by. */
  readonly failing: Readonly<Record<string, readonly string[]>>;
}

/** A stored result; everything but the date and the contract follows from emulator, seed and contract. */
export interface Stored {
  readonly emulator: string;
  readonly version: string;
  /** The day of the run. */
  readonly date: string;
  readonly contract: { readonly version: string; readonly specHash: string };
  readonly seed: number;
  readonly gate: Report['gate'];
  /** What the emulator says of the operation where it has none. */
  readonly notImplemented?: string;
  readonly summary: {
    readonly rules: StatusCounts;
    readonly cases: StatusCounts;
    readonly deviations: number;
    readonly reported: number;
    readonly exitCode: 0 | 1 | 2;
  };
  readonly rules: readonly StoredRule[];
  readonly findings: readonly StoredFinding[];
}

/** What is to be kept of a report. */
export function storedOf({ name, version }: Emulator, report: Report, date: string): Stored {
  const { rules, cases, deviations, reported, exitCode } = report.summary;
  const missing = notImplemented(report.target);
  return {
    emulator: name,
    version,
    date,
    contract: { version: report.tool.version, specHash: report.specHash },
    seed: report.seed,
    gate: report.gate,
    ...(missing !== undefined && { notImplemented: withoutRun(missing) }),
    summary: { rules, cases, deviations, reported, exitCode },
    rules: report.rules.map(storedRule),
    findings: report.findings.map(
      ({ rule, aspect, level, gating, expected, actual, fingerprint, cause, cases: seen }) => ({
        rule,
        aspect,
        level,
        gating,
        ...mapTexts({ expected, actual }, withoutRun),
        fingerprint,
        ...(cause !== undefined && { cause }),
        cases: seen,
      }),
    ),
  };
}

function storedRule({ id, status, gating, checks, cases }: RuleResult): StoredRule {
  const { reason } = mostFrequent(cases) ?? {};
  const byStatus: Partial<Record<Status, string[]>> = {};
  for (const each of cases) (byStatus[each.status] ??= []).push(each.id);
  const failing = Object.fromEntries(
    cases.flatMap(({ id: name, findings }) => (findings === undefined ? [] : [[name, findings]])),
  );
  return { id, status, gating, ...(reason !== undefined && { reason }), checks, cases: byStatus, failing };
}

/** A stored result as the report that it was of, as far as it was kept: whatever reads reports reads it. */
export function reportOf(stored: Stored): Report {
  const { emulator, version, contract, seed, gate, summary, rules, findings, date } = stored;
  const statements = new Map(catalogue.map((rule) => [rule.id as string, rule]));
  const ruleOf = (id: string): Pick<RuleResult, 'kind' | 'statement'> =>
    statements.get(id) ?? { kind: 'wire', statement: `A rule of another contract: ${id}.` };
  return {
    format: 2,
    tool: { name: 'neptune-copy-contract', version: contract.version },
    specHash: contract.specHash,
    target: {
      name: emulator,
      version,
      accounts: { self: '', other: '' },
      regions: { here: '', elsewhere: '' },
      capabilities: [],
    },
    run: { id: '', startedAt: `${date}T00:00:00Z`, milliseconds: 0, calls: 0 },
    seed,
    gate,
    summary: { ...summary, known: 0 },
    rules: rules.map(({ id, status, gating, checks, cases, failing }) => ({
      id,
      kind: ruleOf(id).kind,
      statement: ruleOf(id).statement,
      status,
      gating,
      provenance: [],
      checks,
      cases: Object.entries(cases).flatMap(([ended, ids]) =>
        ids.map((each): CaseResult => caseOf(each, ended as Status, failing[each])),
      ),
    })),
    findings: findings.map((finding) => ({
      ...finding,
      statement: ruleOf(finding.rule).statement,
      provenance: [],
      sdk: { kind: 'no-answer', reason: 'not kept' },
      reproduction: {},
    })),
    unspecified: [],
    leftBehind: [],
  };
}

const caseOf = (id: string, status: Status, findings: readonly string[] | undefined): CaseResult => ({
  id,
  title: id,
  status,
  ...(findings !== undefined && { findings }),
});

/** Where the result of an emulator is kept. */
export const fileOf = (emulator: Emulator): string => join(folder, 'results', `${labelOf(emulator)}.json`);

/** The stored result of an emulator; undefined where it was not run yet. */
export function readStored(emulator: Emulator): Stored | undefined {
  const file = fileOf(emulator);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stored) : undefined;
}

/** Results of emulators that are no longer registered. */
export function orphans(emulators: readonly Emulator[]): readonly string[] {
  const wanted = new Set(emulators.map((emulator) => `${labelOf(emulator)}.json`));
  return readdirSync(join(folder, 'results')).filter((name) => !wanted.has(name));
}

/** Whether a result is of the contract as it is now. */
export const isOfToday = ({ contract }: Stored): boolean => contract.specHash === specHash;
