import { shown } from '../kit/shown.ts';
import { escapeXml } from '../../protocol/text.ts';
import { element } from '../kit/xml.ts';
import type { CheckFinding, CheckReport } from '../../contract/generated/types.ts';
import { isFailing } from '../../check/report.ts';

/**
 * JUnit's XML: a suite for each file, a test case for each planned copy or test of a policy. Something is a failure just
 * when it fails the run; milder findings are in system-out.
 */
export function renderJunit(whole: CheckReport): string {
  const report = shown(whole);
  const suites = [...suitesOf(report)].map(([file, cases]) => {
    const lines = cases.map((each) => `\n    ${testCase(file, each, report)}`);
    const text = `\n  ${element('testsuite', { name: file, ...counts(cases, report) }, [...lines, '\n  '])}`;
    return { text, cases };
  });
  const attributes = {
    name: 'neptune-copy-contract check',
    ...counts(
      suites.flatMap(({ cases }) => cases),
      report,
    ),
  };
  const content = [...suites.map(({ text }) => text), '\n'];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, content)}\n`;
}

interface TestCase {
  readonly name: string;
  readonly line: number;
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
  const ofSubject = subjects.map(({ name, file, line }) => add(file, { name, line, findings: [] }));
  const ofFile = new Map<string, TestCase>();
  for (const finding of findings) {
    const { subject, file } = finding;
    const known = subject === undefined ? ofFile.get(file) : ofSubject[subject];
    const own = known ?? add(file, { name: 'the file as a whole', line: finding.line, findings: [] });
    if (subject === undefined) ofFile.set(file, own);
    own.findings.push(finding);
  }
  return suites;
}

function testCase(file: string, { name, line, findings }: TestCase, report: CheckReport): string {
  const failing = findings.filter((finding) => fails(finding, report));
  const others = findings.filter((finding) => !fails(finding, report));
  const type = [...new Set(failing.map(({ rule }) => rule))].join(', ');
  const message = failing.map((finding) => finding.message).join('; ');
  return element('testcase', { classname: file, name, file, line }, [
    ...(failing.length > 0 ? [element('failure', { type, message }, [linesOf(failing)])] : []),
    ...(others.length > 0 ? [element('system-out', {}, [linesOf(others)])] : []),
  ]);
}

const fails = ({ severity }: CheckFinding, { summary }: CheckReport): boolean =>
  isFailing(severity, summary.failOn);

const counts = (cases: readonly TestCase[], report: CheckReport) => ({
  tests: cases.length,
  failures: cases.filter(({ findings }) => findings.some((finding) => fails(finding, report))).length,
  errors: 0,
  skipped: 0,
});

const linesOf = (findings: readonly CheckFinding[]): string =>
  escapeXml(
    findings
      .map(
        ({ file, line, column, severity, message, rule }) =>
          `${file}:${line}:${column}: ${severity}: ${message} [${rule}]`,
      )
      .join('\n'),
  );
