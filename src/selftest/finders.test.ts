import { expect, it } from 'vitest';
import { findersOf } from './finders.ts';

const held = (rule: string, ...cases: readonly string[]) => ({ rule, cases: [...cases] });

it('a case and a sequence find what they show of a culprit, in the order of the contract', () => {
  const findings = [
    held('copy-arn', 'isolation/region', 'copy-members/arn-cross-region'),
    held('copy-inherits', 'copy-course/orphan'),
  ];
  expect(findersOf(findings, ['copy-arn'])).toEqual(['copy-members/arn-cross-region', 'isolation/region']);
});

it('a call that several cases make is shown by each of them, be it as its control case', () => {
  const found = findersOf(
    [held('kms-key-accessible', 'copy-encryption/new-key-by-alias')],
    ['kms-key-accessible'],
  );
  expect(found).toContain('kms-key/by-alias');
  expect(found).toContain('kms-key/unknown-alias');
  // Its control case names the key in another way.
  expect(found).not.toContain('kms-key/unknown-id');
});

it('a refusal is shown by its own case, not by those with the same control case', () => {
  expect(findersOf([held('source-exists', 'source-lookup/unknown-arn')], ['source-exists'])).toEqual([
    'source-lookup/unknown-arn',
  ]);
});
