import { shown } from '../kit/shown.ts';
import { escapeXml } from '../../protocol/text.ts';
import { element } from '../kit/xml.ts';
import type { CheckFinding, CheckReport } from '../../contract/generated/types.ts';
import { isFailing } from '../../check/report.ts';

/**
 * JUnit's XML, of the schemas that Jenkins publishes: a suite for each file, a test case for each planned copy or test
 * of a policy. Something is a failure or an error just when it fails the run; milder findings are in system-out.
 */
export function renderJunit(whole: CheckReport): string {
  const report = shown(whole);
  const suites = [...suitesOf(report)].map(([file, cases]) => {
    const lines = cases.map((each) => `\n    ${testCase(file, each, report)}`);
    const text = `\n  ${element('testsuite', { name: file, ...counts(cases, report) }, [...lines, '\n  '])}`;
    return { text, cases };
  });
  const all = suites.flatMap(({ cases }) => cases);
  // Jenkins knows of no skipped here.
  const { tests, failures, errors } = counts(all, report);
  const attributes = { name: 'neptune-copy-contract check', tests, failures, errors };
  const content = [...suites.map(({ text }) => text), '\n'];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, content)}\n`;
}

interface TestCase {
  readonly name: string;
  readonly findings: CheckFinding[];
}

/** The test cases by file; what is about a file as a whole has one of its own. */
function suitesOf({ subjects, findings }: CheckReport): Map<string, TestCase[]> {
  const suites = new Map<string, TestCase[]>();
  const add = (file: string, added: TestCase): TestCase => {
    const cases = suites.get(file);
    if (cases === undefined) suites.set(file, [added]);
    else cases.push(added);
    return added;
  };
  const ofSubject = subjects.map(({ name, file }) => add(file, { name, findings: [] }));
  const ofFile = new Map<string, TestCase>();
  for (const finding of findings) {
    const { subject, file } = finding;
    const known = subject === undefined ? ofFile.get(file) : ofSubject[subject];
    const own = known ?? add(file, { name: 'the file as a whole', findings: [] });
    if (subject === undefined) ofFile.set(file, own);
    own.findings.push(finding);
  }
  return suites;
}

/** What becomes of a test case: one of these, as Jenkins and GitLab have it. */
type Result = 'failure' | 'error' | 'skipped';

/** A failure where something that stands fails the run, an error where only what is undecided does; skipped where that may pass. */
function resultOf({ findings }: TestCase, { summary }: CheckReport): Result | undefined {
  const failing = findings.filter((finding) => isFailing(finding, summary));
  if (failing.some(({ standing }) => standing === undefined)) return 'failure';
  if (failing.length > 0) return 'error';
  return findings.some(({ standing }) => standing === 'undecided') ? 'skipped' : undefined;
}

function testCase(file: string, own: TestCase, report: CheckReport): string {
  const { name, findings } = own;
  const result = resultOf(own, report);
  const told = findings.filter(
    (finding) =>
      isFailing(finding, report.summary) || (result === 'skipped' && finding.standing === 'undecided'),
  );
  const others = findings.filter((finding) => !told.includes(finding));
  const type = [...new Set(told.map(({ rule }) => rule))].join(', ');
  const message = told.map((finding) => finding.message).join('; ');
  return element('testcase', { classname: file, name }, [
    ...(result === undefined
      ? []
      : [element(result, result === 'skipped' ? {} : { type, message }, [linesOf(told)])]),
    ...(others.length > 0 ? [element('system-out', {}, [linesOf(others)])] : []),
  ]);
}

const counts = (cases: readonly TestCase[], report: CheckReport) => {
  const results = cases.map((each) => resultOf(each, report));
  const count = (result: Result): number => results.filter((each) => each === result).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
};

const linesOf = (findings: readonly CheckFinding[]): string =>
  escapeXml(
    findings
      .map(
        ({ file, line, column, severity, standing, reason, message, rule }) =>
          `${file}:${line}:${column}: ${standing ?? severity}: ${message}${reason === undefined ? '' : ` (${reason})`} [${rule}]`,
      )
      .join('\n'),
  );
