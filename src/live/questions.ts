import type { DirectedCase } from '../contract/case.ts';
import { directedCases } from '../contract/directed-cases.ts';

/** What nobody has published, and a single run in a real account could tell. */
export interface Question {
  readonly id: string;
  readonly title: string;
  /** Ids of the cases that ask it. */
  readonly cases: readonly string[];
}

/** The open questions, in the order of their worth. A new one is an entry here. */
export const questions: readonly Question[] = [
  {
    id: 'create-time',
    title:
      'whether SnapshotCreateTime of a copy is that of its source, in place, across Regions and accounts',
    cases: [
      'copy-members/create-time',
      'copy-encryption/unencrypted-cross-region',
      'copy-encryption/unencrypted-cross-account',
    ],
  },
  {
    id: 'tags-with-copy-tags',
    title: 'whether Tags with CopyTags replace the tags of the source, or are added to them',
    cases: ['tags-copying/tags-and-copy-tags', 'tags-copying/same-key'],
  },
  {
    id: 'key-for-unencrypted',
    title: 'with which code a KmsKeyId for an unencrypted source is refused',
    cases: ['kms-source/unencrypted', 'kms-source/unencrypted-by-alias'],
  },
  {
    id: 'long-names',
    title: 'whether names of 64 to 255 characters are refused, and with which code',
    cases: ['target-identifier-syntax/length-64', 'target-identifier-syntax/length-255'],
  },
  {
    id: 'many-tags',
    title: 'with which code more than 50 tags are refused',
    cases: ['tags-validation/count-51'],
  },
  {
    id: 'missing-members',
    title: 'with which code a request without a source, or without a name for the copy, is refused',
    cases: ['members/source-missing', 'members/target-missing'],
  },
];

/** The cases that ask a question. */
export const casesOfQuestion = ({ cases }: Question): readonly DirectedCase[] =>
  directedCases().filter(({ id }) => cases.includes(id));
