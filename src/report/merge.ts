import { precedence as preconditions } from '../model/index.ts';
import { cases as allCases } from '../contract/generated/cases.ts';
import { rules as allRules, specHash } from '../contract/generated/catalogue.ts';
import { conclude, type Unconcluded } from './conclude.ts';
import type {
  CaseResult,
  Coverage,
  Finding,
  Precedence,
  Report,
  RuleResult,
  SearchInfo,
  Status,
} from '../contract/generated/types.ts';
import { isSequence } from './baseline-entry.ts';
import { canonical } from '../harness/run/canonical.ts';
import { pairsOf } from '../harness/run/pairs.ts';
import { planRun } from '../harness/run/plan.ts';
import { orderOf } from './precedence.ts';

/** A part of a run, and its file. */
export interface Part {
  readonly file: string;
  readonly report: Report;
}

/** The report of the whole, or why there is none. */
export type Merged =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Joins the reports of the parts of one run: the report of the whole, as if it had been made at once, but for what
 * differs from run to run. Whichever way the parts are given, it is the same.
 */
export function mergeReports(given: readonly Part[]): Merged {
  const problems = problemsOf(given);
  if (problems.length > 0) return { ok: false, problems };
  const parts = [...given].sort((a, b) => (a.report.shard?.index ?? 0) - (b.report.shard?.index ?? 0));
  const reports = parts.map(({ report }) => report);
  const [first] = reports;
  if (first === undefined) return { ok: false, problems: ['there is nothing to join'] };
  const rank = ranksOf(reports);
  const rules = mergeRules(reports, rank);
  const findings = mergeFindings(reports, rank);
  const { format, tool, specHash: contract, target, seed, gate, demands } = first;
  const search = mergeSearches(present(reports.map((report) => report.search)));
  const precedence = mergePrecedences(present(reports.map((report) => report.precedence)), rank);
  const coverage = mergeCoverages(present(reports.map((report) => report.coverage)), rank);
  const copies = present(reports.map(({ run }) => run.copies));
  const [stopped] = present(reports.map(({ run }) => run.stopped));
  const tooLarge = sum(present(reports.map(({ run }) => run.tooLarge)));
  const report: Unconcluded = {
    format,
    tool,
    specHash: contract,
    target,
    run: {
      id: [...new Set(reports.map(({ run }) => run.id))].join('+'),
      startedAt: reports.map(({ run }) => run.startedAt).sort()[0] ?? first.run.startedAt,
      milliseconds: sum(reports.map(({ run }) => run.milliseconds)),
      calls: sum(reports.map(({ run }) => run.calls)),
      ...(copies.length > 0 && {
        copies: {
          asked: sum(copies.map(({ asked }) => asked)),
          accepted: sum(copies.map(({ accepted }) => accepted)),
        },
      }),
      ...(stopped !== undefined && { stopped }),
      ...(tooLarge > 0 && { tooLarge }),
    },
    seed,
    gate,
    ...(demands !== undefined && { demands }),
    rules,
    findings,
    ...(search !== undefined && { search }),
    ...(precedence !== undefined && { precedence }),
    ...(coverage !== undefined && { coverage }),
    open: inOrder(distinct(reports.flatMap(({ open }) => open)), (question) => rank.cases.get(question.case)),
    leftBehind: reports.flatMap(({ leftBehind }) => leftBehind),
  };
  return { ok: true, report: { ...report, summary: conclude(report) } };
}

/** Why reports are not the parts of one run. */
function problemsOf(parts: readonly Part[]): string[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  return [
    ...others.flatMap((part) => differences(first, part)),
    ...parts.flatMap(({ file, report }) =>
      report.baseline === undefined
        ? []
        : [`${file}: a baseline was applied to it; apply it to the whole: report merge --baseline`],
    ),
    ...missingParts(parts),
    ...contradictions(parts),
  ];
}

/** What the parts of one run have in common. */
const common: readonly (readonly [what: string, value: (report: Report) => unknown])[] = [
  ['contract', ({ specHash: hash }) => hash],
  ['version of the tool', ({ tool }) => tool.version],
  ['target', ({ target }) => target.name],
  ['version of the target', ({ target }) => target.version],
  ['accounts', ({ target }) => target.accounts],
  ['Regions', ({ target }) => target.regions],
  ['seed', ({ seed }) => seed],
  ['gate', ({ gate }) => gate],
  ['demands', ({ demands }) => demands],
  ['number of parts', ({ shard }) => shard?.count],
];

const differences = (first: Part, other: Part): string[] =>
  common.flatMap(([what, value]) => {
    const [a, b] = [first, other].map(({ report }) => JSON.stringify([value(report)]).slice(1, -1));
    return a === b ? [] : [`${other.file}: another ${what} than ${first.file}: ${b}, not ${a}`];
  });

/** A part that is lost must not look like one that conforms. */
function missingParts(parts: readonly Part[]): string[] {
  const total = parts[0]?.report.shard?.count ?? 0;
  const byIndex = new Map<number, Part[]>();
  for (const part of parts) {
    const index = part.report.shard?.index ?? 0;
    byIndex.set(index, [...(byIndex.get(index) ?? []), part]);
  }
  return Array.from({ length: total }, (_, i) => i + 1).flatMap((index) => {
    const found = byIndex.get(index) ?? [];
    if (found.length === 0) return [`part ${index}/${total} is missing`];
    return found
      .slice(1)
      .map(({ file }) => `${file}: part ${index}/${total} is there already: ${found[0]?.file ?? ''}`);
  });
}

/** Cases that ended differently in two reports. */
function contradictions(parts: readonly Part[]): string[] {
  const seen = new Map<string, { readonly file: string; readonly result: CaseResult }>();
  return parts.flatMap(({ file, report }) =>
    report.rules.flatMap(({ cases }) =>
      cases.flatMap((result) => {
        const known = seen.get(result.id);
        if (known === undefined) seen.set(result.id, { file, result });
        return known === undefined || canonical(known.result) === canonical(result)
          ? []
          : [
              `${file}: the case ${result.id} ended otherwise than in ${known.file}: ${result.status}, not ${known.result.status}`,
            ];
      }),
    ),
  );
}

/** Where things stand in the report of a whole run. */
interface Ranks {
  readonly rules: ReadonlyMap<string, number>;
  readonly cases: ReadonlyMap<string, number>;
  /** Calls by their label, in the order in which they are made. */
  readonly calls: ReadonlyMap<string, number>;
}

/** The order of this contract; reports of another stay in the order in which they were given. */
function ranksOf(reports: readonly Report[]): Ranks {
  const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
    new Map([...new Set(names)].map((name, i) => [name, i]));
  if (reports.some((report) => report.specHash !== specHash)) {
    return { rules: new Map(), cases: new Map(), calls: new Map() };
  }
  const ran = new Set(
    reports.flatMap(({ rules }) => rules.flatMap(({ cases }) => cases.map(({ id }) => id))),
  );
  const cases = allCases.filter(({ id }) => ran.has(id));
  const { groups } = planRun(cases, pairsOf(cases), Number.MAX_SAFE_INTEGER);
  return {
    rules: numbered(allRules.map(({ id }) => id)),
    cases: numbered(cases.map(({ id }) => id)),
    calls: numbered(groups.flatMap(({ units }) => units.map(({ label }) => label))),
  };
}

/** Sorts by rank; what has none comes last, as it was. */
const inOrder = <T>(items: readonly T[], rank: (item: T) => number | undefined): T[] =>
  items
    .map((item) => ({ item, at: rank(item) ?? Number.MAX_SAFE_INTEGER }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

function mergeRules(reports: readonly Report[], rank: Ranks): RuleResult[] {
  const byId = new Map<string, RuleResult[]>();
  for (const rule of reports.flatMap(({ rules }) => rules))
    byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule]);
  const merged = [...byId.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const cases = distinct(same.flatMap((rule) => rule.cases));
    const checks = {
      passed: sum(same.map((rule) => rule.checks.passed)),
      failed: sum(same.map((rule) => rule.checks.failed)),
    };
    const status = statusOf(cases, checks.failed);
    return [{ ...first, status, checks, cases: inOrder(cases, ({ id }) => rank.cases.get(id)) }];
  });
  return inOrder(merged, ({ id }) => rank.rules.get(id));
}

/** The status of a rule by its cases, as in the report of a run. */
function statusOf(cases: readonly CaseResult[], failed: number): Status {
  const statuses = new Set(cases.map(({ status }) => status));
  if (failed > 0 || statuses.has('fail')) return 'fail';
  return (['pass', 'error', 'unmeasured'] as const).find((status) => statuses.has(status)) ?? 'unmeasured';
}

/** Findings of several parts are one; the call that comes first in the run is its evidence. */
function mergeFindings(reports: readonly Report[], rank: Ranks): Finding[] {
  const position = (label: string): number =>
    isSequence(label) ? rank.calls.size + Number(label.split('/')[1]) : (rank.calls.get(label) ?? 0);
  const all = inOrder(
    reports.flatMap(({ findings }) => findings),
    ({ cases: [label = ''] }) => position(label),
  );
  const byFingerprint = new Map<string, Finding[]>();
  for (const finding of all) {
    const same = byFingerprint.get(finding.fingerprint) ?? [];
    // What a case or an earlier sequence shows is not looked for by a search.
    if (finding.sequence !== undefined && same.length > 0) continue;
    byFingerprint.set(finding.fingerprint, [...same, finding]);
  }
  const merged = [...byFingerprint.values()].flatMap((same) => {
    const [first] = same;
    const labels = same.flatMap(({ cases }, i) =>
      cases.filter((label) => !same.slice(0, i).some((earlier) => earlier.cases.includes(label))),
    );
    return first === undefined ? [] : [{ ...first, cases: inOrder(labels, position) }];
  });
  return inOrder(merged, ({ rule }) => rank.rules.get(rule));
}

function mergeSearches(searches: readonly SearchInfo[]): SearchInfo | undefined {
  const [first] = searches;
  return (
    first && {
      runs: sum(searches.map(({ runs }) => runs)),
      wanted: sum(searches.map(({ wanted }) => wanted)),
      maxCalls: first.maxCalls,
      copies: sum(searches.map(({ copies }) => copies)),
      stopped: [...new Set(searches.flatMap(({ stopped }) => stopped))],
    }
  );
}

/** Pairs in the order of the catalogue. */
const pairRank =
  ({ rules }: Ranks) =>
  ({ rules: [a = '', b = ''] }: { readonly rules: readonly string[] }): number =>
    (rules.get(a) ?? 0) * rules.size + (rules.get(b) ?? 0);

function mergePrecedences(all: readonly Precedence[], rank: Ranks): Precedence | undefined {
  if (all.length === 0) return undefined;
  const pairs = inOrder(distinct(all.flatMap((each) => each.pairs)), pairRank(rank));
  return { pairs, unmeasured: sum(all.map(({ unmeasured }) => unmeasured)), ...orderOf(pairs) };
}

function mergeCoverages(all: readonly Coverage[], rank: Ranks): Coverage | undefined {
  if (all.length === 0) return undefined;
  const ids = [...new Set(all.flatMap(({ rules }) => rules.map(({ id }) => id)))];
  const order = preconditions.map(({ id }) => id as string);
  const rules = ids.map((id) => {
    const same = all.flatMap((each) => each.rules.filter((rule) => rule.id === id));
    return {
      id,
      brokenAlone: sum(same.map(({ brokenAlone }) => brokenAlone)),
      brokenWith: inOrder([...new Set(same.flatMap(({ brokenWith }) => brokenWith))], (other) =>
        order.indexOf(other),
      ),
      kept: sum(same.map(({ kept }) => kept)),
      unspecified: sum(same.map(({ unspecified }) => unspecified)),
    };
  });
  return {
    rules,
    pairs: {
      possible: sum(all.map(({ pairs }) => pairs.possible)),
      broken: sum(all.map(({ pairs }) => pairs.broken)),
      missing: inOrder(
        all.flatMap(({ pairs }) => pairs.missing),
        pairRank(rank),
      ),
    },
  };
}

/** Values, each once. */
const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [canonical(value), value])).values(),
];

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
