import type { Finding, Report } from '../../contract/generated/types.ts';
import { byImpact, impactOf, impacts } from '../../report/impact.ts';
import { painter, type Paint } from '../kit/paint.ts';
import { shown } from '../kit/shown.ts';
import { baselineSections } from './page/baseline.ts';
import { symptomsOf, withoutSymptoms } from '../../report/symptoms.ts';
import { deviationLines, symptomLines } from './page/brief.ts';
import { fit, type Section } from './page/fit.ts';
import { headLines } from './page/head.ts';
import { unmeasuredLines } from './page/unmeasured.ts';
import { impactTitles, inferredTitle, newTitle } from './impact-words.ts';
import { cutTo, sortFindings } from './words.ts';

/** Lines of the page at most, whatever was found. */
export const mostLines = 120;

/**
 * The report as one page: the verdict first, then what the target does otherwise than AWS, most harmful first, then what
 * was not measured, and how to see more. A page has at most 120 lines; what does not fit is counted.
 */
export function renderPage(whole: Report, options: { readonly color: boolean }): string {
  const report = shown(whole);
  const paint = painter(options);
  const head = headLines(report, paint);
  const foot = [...unmeasuredLines(report, paint), ...left(report, paint), ...more(report)];
  const lines = [...head, ...fit(sectionsOf(report, paint), mostLines - head.length - foot.length), ...foot];
  return `${lines.join('\n')}\n`;
}

function sectionsOf(report: Report, paint: Paint): readonly Section[] {
  const { gating, fresh, reported } = sortFindings(report);
  const { problems, known } = baselineSections(report, paint);
  const symptoms = symptomsOf(report.findings);
  const deviations = (title: string, findings: readonly Finding[]): Section => ({
    title: `${paint('bold', title)} (${findings.length})`,
    entries: findings.map((finding) => [
      ...deviationLines(finding, (rule) => paint('red', rule)),
      ...symptomLines(finding, symptoms.get(finding.fingerprint) ?? []),
    ]),
  });
  return [
    ...impacts.map((impact) =>
      deviations(
        impactTitles[impact],
        byImpact(gating).filter((finding) => impactOf(finding) === impact),
      ),
    ),
    problems,
    deviations(newTitle, byImpact(fresh)),
    deviations(inferredTitle, byImpact(reported)),
    known,
  ];
}

function left({ leftBehind }: Report, paint: Paint): readonly string[] {
  if (leftBehind.length === 0) return [];
  const told = leftBehind.slice(0, 3).map((what) => `  ${cutTo(what, 200)}`);
  const others = leftBehind.length - told.length;
  return [
    '',
    paint('yellow', 'Left behind at the target'),
    ...told,
    ...(others > 0 ? [`  and ${others} more`] : []),
  ];
}

/** How to see more. */
function more({ findings }: Report): readonly string[] {
  const [first] = byImpact(withoutSymptoms(findings));
  return [
    '',
    'More: --verbose (evidence, exchange, a script for each deviation; answers where AWS is silent),',
    '--report html=FILE (to browse), --report json=FILE (to keep)',
    ...(first === undefined
      ? []
      : [
          `and then \`neptune-copy-contract explain FILE ${cutTo(first.fingerprint, 20)}\` (all of one deviation)`,
        ]),
  ];
}
