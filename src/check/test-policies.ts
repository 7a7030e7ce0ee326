import type { CheckFinding, CheckReport, CheckSubject, PolicyTest } from '../contract/generated/types.ts';
import type { PolicyAnswer } from './apply-policy.ts';
import { quoted, shown } from '../contract/shown.ts';
import { detailsOf } from './condition.ts';
import { runPolicyTest } from './policy-test.ts';
import type { Policy } from './policy.ts';
import { buildCheckReport, type CheckOptions } from './report.ts';
import { policyRuleId } from './rules.ts';
import type { Path } from '../contract/source-text.ts';
import { createTally } from './tally.ts';

/** Holds policies against the examples that they bring along. Exceptions do not count, so no date matters. */
export function testPolicies(policies: readonly Policy[], options: CheckOptions): CheckReport {
  const subjects: CheckSubject[] = [];
  const findings: CheckFinding[] = [];
  const summaries = policies.map((policy) => {
    const { file, document } = policy;
    const tally = createTally(policy, '');
    if (document.tests === undefined) findings.push(untested(policy));
    for (const expected of ['allowed', 'denied'] as const) {
      for (const [i, test] of (document.tests?.[expected] ?? []).entries()) {
        const path = ['tests', expected, i];
        const name = `${policy.id}: ${expected}: ${shown(test.name)}`;
        const subject = subjects.push({ name, file, ...policy.locate(path) }) - 1;
        const failure = failureOf(policy, test, path, expected, tally.add);
        if (failure === undefined) continue;
        const place = { file, ...policy.locate(failure.path), subject };
        findings.push({
          rule: policyRuleId(policy.id),
          severity: 'error',
          message: failure.message,
          ...place,
        });
      }
    }
    return tally.summary();
  });
  const found = { what: 'policy tests', files: policies.length, subjects, findings } as const;
  return buildCheckReport(
    { ...found, policies: summaries, notChecked: [], allRead: true },
    policies,
    options,
  );
}

const untested = ({ id, file, locate }: Policy): CheckFinding => ({
  rule: policyRuleId(id),
  severity: 'warning',
  message: `The policy ${id} has no tests: examples that it allows, and that it denies.`,
  file,
  ...locate(['id']),
});

/** What is to be said of a test that does not come out as it should, and where. */
function failureOf(
  policy: Policy,
  test: PolicyTest,
  path: Path,
  expected: 'allowed' | 'denied',
  count: (answer: PolicyAnswer) => void,
): { readonly message: string; readonly path: Path } | undefined {
  const failure = (message: string, at = path) => ({
    message: `The test ${quoted(test.name)} ${message}`,
    path: at,
  });
  const ran = runPolicyTest(policy, test);
  if (ran.kind === 'unusable') return failure(`cannot be run: ${ran.message}`, [...path, ...ran.path]);
  const { answer } = ran;
  count(answer);
  if (answer.kind === 'undecided') {
    const on = answer.on.map((each) => each.replaceAll('/', '.')).join(', ');
    return failure(`cannot be decided: ${on} not known. Give it a caller or a world.`);
  }
  const actual = answer.kind === 'denied' ? 'denied' : 'allowed';
  return actual === expected
    ? undefined
    : failure(`should be ${expected}, but is ${actual}: ${reasonOf(answer)}.`);
}

function reasonOf(answer: PolicyAnswer): string {
  if (answer.kind === 'denied') return detailsOf(answer.violations);
  return answer.kind === 'not-applicable' ? 'its `when` does not apply' : 'its `require` is met';
}
