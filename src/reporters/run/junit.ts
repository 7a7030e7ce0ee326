import { sayActual } from '../../contract/deviation-words.ts';
import { escapeXml } from '../../protocol/text.ts';
import type { BaselineInfo, CaseResult, Finding, Report } from '../../contract/generated/types.ts';
import { evidenceOf } from './evidence.ts';
import { shown } from '../kit/shown.ts';
import { firstOf, oneLine, verdictOf } from './words.ts';
import { element } from '../kit/xml.ts';
import { failsRun, withoutSymptoms } from '../../report/symptoms.ts';

/** A test case as JUnit knows it. */
interface TestCase {
  /** The same from run to run. */
  readonly name: string;
  /** How long it took, where that is known. */
  readonly milliseconds?: number | undefined;
  readonly result:
    | { readonly kind: 'passed' }
    | { readonly kind: 'skipped'; readonly message: string }
    | { readonly kind: 'failure' | 'error'; readonly message: string; readonly details: string };
}

/**
 * The report as JUnit's XML: a suite is a rule, a test case a case, and a finding that no case lists has a test case
 * of its own. Something is a failure just when it fails the run: known and new deviations and those below the gate are
 * skipped, and say why. Whether there is a verdict is a test case, too: an error that says why where there is none.
 * Where the run could judge, what one call went without is skipped. Times are in seconds: of a test case that of the
 * case's own call, of a suite their sum, and of all suites that of the whole run, in which worlds are staged and
 * several calls may be under way at once.
 *
 * Elements and attributes are those that the schemas of Jenkins (junit-4.xsd and junit-10.xsd) have in common.
 */
export function renderJunit(whole: Report): string {
  const report = shown(whole);
  const suites = [...suitesOf(report)].filter(([, cases]) => cases.length > 0);
  const { skipped: _, ...all } = counts(suites.flatMap(([, cases]) => cases));
  const name = `CopyDBClusterSnapshot at ${report.target.name}`;
  const time = seconds(report.run.milliseconds);
  // A time without a zone, as JUnit has it.
  const timestamp = report.run.startedAt.slice(0, 19);
  const texts = suites.map(([rule, cases]) => {
    const lines = cases.map((each) => `\n    ${testCase(rule, each)}`);
    const attributes = { name: rule, ...counts(cases), time: timeOf(cases), timestamp };
    return `\n  ${element('testsuite', attributes, [...lines, '\n  '])}`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name, ...all, time }, [...texts, '\n'])}\n`;
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

/** What test cases took together; undefined where that is known of none. */
function timeOf(cases: readonly TestCase[]): string | undefined {
  const known = cases.flatMap(({ milliseconds = [] }) => milliseconds);
  return known.length === 0 ? undefined : seconds(known.reduce((sum, each) => sum + each, 0));
}

/** The test cases by rule, in the order of the report. */
function suitesOf(report: Report): Map<string, TestCase[]> {
  const { rules, findings, baseline, summary } = report;
  const byId = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const suites = new Map(
    rules.map(({ id, cases }) => [id, cases.map((each) => ofCase(each, byId, summary.exitCode === 0))]),
  );
  const cases = rules.flatMap((rule) => rule.cases);
  const listed = new Set(cases.flatMap((each) => each.findings ?? []));
  const failed = new Set(cases.flatMap((each) => (each.status === 'fail' ? (each.findings ?? []) : [])));
  for (const finding of withoutSymptoms(findings)) {
    // Known in the cases that list it, it may be news in one that does not.
    if ((failsRun(finding) ? failed : listed).has(finding.fingerprint)) continue;
    const others = suites.get(finding.rule) ?? [];
    suites.set(finding.rule, [...others, ofFinding(finding)]);
  }
  if (baseline !== undefined) suites.set('baseline', ofBaseline(baseline));
  suites.set('verdict', [judged(report)]);
  return suites;
}

function ofCase(each: CaseResult, byId: ReadonlyMap<string, Finding>, conforms: boolean): TestCase {
  const { id, milliseconds } = each;
  return { name: id, milliseconds, result: resultOf(each, byId, conforms) };
}

function resultOf(
  { status, reason = '', findings = [] }: CaseResult,
  byId: ReadonlyMap<string, Finding>,
  conforms: boolean,
): TestCase['result'] {
  const own = findings.flatMap((fingerprint) => byId.get(fingerprint) ?? []);
  switch (status) {
    case 'pass':
      return { kind: 'passed' };
    case 'inconclusive':
      return { kind: 'skipped', message: `inconclusive: ${reason}` };
    case 'error':
      if (conforms) return { kind: 'skipped', message: `not judged: ${reason}` };
      return { kind: 'error', message: reason, details: reason };
    case 'known':
    case 'new':
      return excused(own);
    case 'fail':
      return deviating(own);
  }
}

/** A run that could not judge must not look like one in which nothing went wrong. */
function judged(report: Report): TestCase {
  const name = 'judged';
  if (report.summary.exitCode !== 2) return { name, result: { kind: 'passed' } };
  const message = verdictOf(report);
  return { name, result: { kind: 'error', message, details: message } };
}

const ofFinding = (finding: Finding): TestCase => ({
  name: `deviation ${finding.fingerprint}`,
  result: deviating([finding]),
});

/** What deviations make of a test case: the first that fails the run has the word, else the first of all. */
function deviating(findings: readonly Finding[]): TestCase['result'] {
  const failing = findings.filter(failsRun);
  if (failing.length > 0 || findings.length === 0) {
    const message = failing.map(({ rule, actual }) => `${rule}: ${sayActual(actual)}`).join('; ');
    return { kind: 'failure', message, details: failing.map(evidenceOf).join('\n\n') };
  }
  return excused(findings);
}

/** What deviations make of a test case that does not fail. */
function excused(findings: readonly Finding[]): TestCase['result'] {
  const told = findings.map(({ known, knownCases, new: isNew, level, rule, actual }) => {
    if (known !== undefined) return `known: ${oneLine(known.reason)} (${known.owner})`;
    const deviation = `${rule}: ${sayActual(actual)}`;
    if (knownCases !== undefined) return `known here, though not in all cases that show it: ${deviation}`;
    if (isNew === true) return `new: the requirement set does not ask for it: ${deviation}`;
    return `does not fail the run, being ${level === 'inferred' ? 'only ' : ''}${level}: ${deviation}`;
  });
  return { kind: 'skipped', message: [...new Set(told)].join('; ') };
}

const ofBaseline = ({ file, problems }: BaselineInfo): TestCase[] =>
  problems.map(({ kind, rule, cases, fingerprint, line, column, message }) => {
    const details = `${file}:${line}:${column}: ${kind}: ${message}`;
    const name = `${rule} (${firstOf(cases, 3)}) ${fingerprint} ${kind}`;
    return { name, result: { kind: 'failure', message: `${kind}: ${message}`, details } };
  });

function testCase(classname: string, { name, milliseconds, result }: TestCase): string {
  const attributes = {
    classname,
    name,
    time: milliseconds === undefined ? undefined : seconds(milliseconds),
  };
  switch (result.kind) {
    case 'passed':
      return element('testcase', attributes);
    case 'skipped':
      // Not every schema has a message here; readers take the text where there is none.
      return element('testcase', attributes, [element('skipped', {}, [escapeXml(result.message)])]);
    case 'failure':
    case 'error': {
      const type = result.kind === 'failure' ? 'deviation' : 'not judged';
      const { message, details } = result;
      return element('testcase', attributes, [element(result.kind, { message, type }, [escapeXml(details)])]);
    }
  }
}

function counts(cases: readonly TestCase[]) {
  const number = (wanted: TestCase['result']['kind']): number =>
    cases.filter(({ result }) => result.kind === wanted).length;
  return {
    tests: cases.length,
    failures: number('failure'),
    errors: number('error'),
    skipped: number('skipped'),
  };
}
