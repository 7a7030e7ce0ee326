import { expect, test } from 'vitest';
import { sampleFinding } from '../../test-support/sample-report.ts';
import { symptomsOf, withoutSymptoms } from './symptoms.ts';

const known = { reason: 'r', owner: 'o' };
const cause = sampleFinding({ fingerprint: 'v2-000000000001' });
const symptom = sampleFinding({ fingerprint: 'v2-000000000002', cause: cause.fingerprint });
const other = sampleFinding({ fingerprint: 'v2-000000000003' });

test('a symptom is told with its cause', () => {
  const findings = [symptom, cause, other];
  expect([...symptomsOf(findings)]).toEqual([[cause.fingerprint, [symptom]]]);
  expect(withoutSymptoms(findings)).toEqual([cause, other]);
});

test.each([
  ['is known', [{ ...cause, known }, symptom]],
  ['is not there', [symptom]],
])('a symptom is a deviation of its own where its cause %s', (_, findings) => {
  expect(symptomsOf(findings).size).toBe(0);
  expect(withoutSymptoms(findings)).toEqual(findings);
});

test('a symptom that is known is told as known', () => {
  const findings = [cause, { ...symptom, known }];
  expect(withoutSymptoms(findings)).toEqual(findings);
});
