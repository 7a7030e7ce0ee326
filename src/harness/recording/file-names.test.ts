import { expect, it } from 'vitest';
import { FileNames } from './file-names.ts';

it('gives each piece of work a file of its own, always the same', () => {
  const names = new FileNames();
  expect([
    names.of('a', 'cases', 'kms-key/disabled (control case)'),
    names.of('b', 'cases', 'KMS-key/disabled (control case)'),
    names.of('a', 'cases', 'kms-key/disabled (control case)'),
    names.of('c', 'cases', 'pairs/one+other'),
    names.of('d', 'sequences', 'sequence'),
    names.of('e', 'sequences', 'sequence'),
  ]).toEqual([
    'cases/kms-key/disabled-control-case.json',
    'cases/KMS-key/disabled-control-case-2.json',
    'cases/kms-key/disabled-control-case.json',
    'cases/pairs/one+other.json',
    'sequences/sequence.json',
    'sequences/sequence-2.json',
  ]);
});
