import { directedSequences } from '../contract/directed-sequences.ts';
import { specHash, type RuleId } from '../contract/generated/catalogue.ts';
import type { Report } from '../contract/generated/types.ts';
import { signatureOf } from '../harness/checks/identity.ts';
import type { SequenceResult } from '../harness/search/index.ts';
import type { JudgedFinding } from './findings.ts';
import { joinRaw } from './raw.ts';
import { buildReport, type SearchReport } from './report.ts';

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
  const raws = present(reports.map(({ raw }) => raw));
  const { run, reproduce } = joinRaw(raws);
  const { target, tool, seed, gate, requirements, demands } = first;
  const [stopped] = present(reports.map((report) => report.run.stopped));
  const requests = present(reports.map((report) => report.run.requests));
  const report = buildReport({ ...target, setting: target }, run, {
    version: tool.version,
    seed,
    gate,
    ...(requirements !== undefined && { requirements }),
    startedAt: new Date(Math.min(...reports.map((part) => Date.parse(part.run.startedAt)))),
    milliseconds: sum(reports.map((part) => part.run.milliseconds)),
    tooLarge: sum(present(reports.map((part) => part.run.tooLarge))),
    ...(requests.length > 0 && { requests: sum(requests) }),
    reproduce,
    rules: [...new Set(reports.flatMap((report) => report.rules.map(({ id }) => id as RuleId)))],
    ...(demands !== undefined && { demands }),
    ...joinSearches(reports),
    ...(stopped !== undefined && { stopped }),
    leftBehind: reports.flatMap(({ leftBehind }) => leftBehind),
  });
  return { ok: true, report: { ...report, findings: report.findings.map(checkedIn(reports)) } };
}

/** A finding with what a part says of its scripts, which is that of the first that has run them. */
function checkedIn(reports: readonly Report[]): (finding: JudgedFinding) => JudgedFinding {
  const checked = new Map(
    reports
      .toReversed()
      .flatMap(({ findings }) => findings)
      .filter(({ reproduced }) => reproduced !== undefined)
      .map((finding) => [finding.fingerprint, finding]),
  );
  return (finding) => {
    const { reproduction, reproduced } = checked.get(finding.fingerprint) ?? {};
    if (reproduction === undefined || reproduced === undefined) return finding;
    return { ...finding, reproduction, reproduced };
  };
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
    ...withoutRaw(parts),
  ];
}

/** Parts of which too little is kept, or that another contract has judged. */
const withoutRaw = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ file, report }) => {
    if (report.raw === undefined) return [`${file}: it is no part of a run: verify --shard makes one`];
    return report.specHash === specHash
      ? []
      : [`${file}: another version of the contract has judged it; join it with the one that made it`];
  });

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
  ['requirement set', ({ requirements }) => requirements],
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

/**
 * What sequences have shown in the parts as one: the directed ones first. What a case or an earlier sequence shows is
 * told of none but those whose rule it is.
 */
function joinSearches(reports: readonly Report[]): { readonly searched?: SearchReport } {
  const infos = present(reports.map(({ search }) => search));
  const [info] = infos;
  const directed = directedIn(reports);
  if (info === undefined && directed.length === 0) return {};
  const rules = new Map(directed.map(({ rule, result }) => [result.id, rule]));
  const shown = new Set(
    reports.flatMap(({ findings }) =>
      findings.filter(({ sequence }) => sequence === undefined).map(signatureOf),
    ),
  );
  const findings = reports
    .flatMap((report) => report.findings.filter(({ sequence }) => sequence !== undefined))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .filter((finding) => {
      const signature = signatureOf(finding);
      const isNew = !shown.has(signature);
      shown.add(signature);
      return isNew || rules.get(finding.sequence?.path ?? '') === finding.rule;
    });
  return {
    searched: {
      ...(info !== undefined && {
        info: {
          runs: sum(infos.map(({ runs }) => runs)),
          wanted: sum(infos.map(({ wanted }) => wanted)),
          maxCalls: info.maxCalls,
          copies: sum(infos.map(({ copies }) => copies)),
          stopped: [...new Set(infos.flatMap(({ stopped }) => stopped))],
        },
      }),
      directed,
      // Judged with this contract, as is each part.
      findings: findings as JudgedFinding[],
      leftBehind: [],
    },
  };
}

/** What came of the directed sequences, in the order of the contract. */
function directedIn(reports: readonly Report[]): readonly SequenceResult[] {
  const results = new Map(
    reports.flatMap(({ rules }) =>
      rules.flatMap(({ cases }) => cases.map((each) => [each.id, each] as const)),
    ),
  );
  return directedSequences().flatMap(({ id, rule }) => {
    const result = results.get(id);
    return result === undefined ? [] : [{ rule, result }];
  });
}

/** Where the sequence of a finding stands among all. */
function placeOf({ sequence }: Report['findings'][number]): number {
  const path = sequence?.path ?? '';
  const directed = directedSequences().findIndex(({ id }) => id === path);
  return directed === -1 ? directedSequences().length + Number(path) : directed;
}

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
