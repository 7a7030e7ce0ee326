import { expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../../../test-support/sample-report.ts';
import { renderHtml } from '../html.ts';

const cause = sampleFinding({ fingerprint: 'v2-000000000001' });
const symptom = sampleFinding({ fingerprint: 'v2-000000000002', cause: cause.fingerprint });

it('has a place for every link, also for that to a deviation which another one explains', () => {
  const page = renderHtml(sampleReport({ findings: [...sampleReport().findings, cause, symptom] }));
  const linked = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  const there = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  expect(linked).toContain(symptom.fingerprint);
  expect(linked.filter((id) => !there.has(id))).toEqual([]);
  expect(page).toContain('Explained by the deviations above');
});
