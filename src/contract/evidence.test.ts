import { expect, it } from 'vitest';
import type { RuleId } from './generated/catalogue.ts';
import { ruleEntry, standingOf, type Standing } from './provenance.ts';

/** How a claim stands that was read at its source again in November 2026, and by whom it is contradicted. */
interface Read {
  readonly rule: RuleId;
  readonly behaviour: Standing;
  readonly fault?: Standing;
  readonly against?: readonly string[];
}

// A line changes with what is known only: then say in the commit who said so. Each was seen to fail with its claim undone.
it.each<[finding: string, read: Read]>([
  [
    'an SDK sent its own URL for another Region and was not refused',
    { rule: 'presigned-url-of-sdk', behaviour: 'observed', fault: 'sibling' },
  ],
  [
    'AWS Backup names snapshots `awsbackup:…`; no refusal of another name is known',
    { rule: 'source-identifier-form', behaviour: 'inferred', fault: 'inferred' },
  ],
  [
    'storage and zones of a snapshot were seen to move until it was available',
    {
      rule: 'copy-inherits',
      behaviour: 'documented',
      against: ['cli-creating-sample', 'cli-deleting-sample', 'documentdb-guide'],
    },
  ],
  [
    'two samples of answers lack the source, descriptions have it',
    { rule: 'copy-source-arn', behaviour: 'documented', against: ['cli-sample', 'rds-api'] },
  ],
  [
    'the sibling says that the time changes for the copy',
    {
      rule: 'copy-create-time',
      behaviour: 'contradicted',
      against: ['rds-snapshot-api', 'rds-snapshot-api'],
    },
  ],
  [
    'a sample of DocumentDB merges what another service replaces',
    { rule: 'tags-over-copy-tags', behaviour: 'sibling', against: ['documentdb-guide'] },
  ],
  [
    'a key that stands twice was refused by CreateDBInstance',
    { rule: 'tag-key-unique', behaviour: 'sibling', fault: 'sibling' },
  ],
  [
    'the model of Neptune itself says that the source of another Region is named by its ARN',
    { rule: 'source-cross-region-by-arn', behaviour: 'documented', fault: 'documented' },
  ],
  [
    'the present guide wants a key across Regions; the answer is known of CopyDBSnapshot',
    { rule: 'kms-cross-region-requires-key', behaviour: 'documented', fault: 'sibling' },
  ],
  [
    'the guides copy across Regions and accounts in one step, against a model',
    {
      rule: 'source-one-step',
      behaviour: 'documented',
      fault: 'inferred',
      against: ['documentdb-api'],
    },
  ],
  [
    'Terraform cannot tell an absent member from an empty one',
    { rule: 'wire-absent-members', behaviour: 'inferred' },
  ],
  [
    'that a snapshot is not shared was refused elsewhere; by which fault it is here, nobody knows',
    { rule: 'source-visible', behaviour: 'sibling', fault: 'inferred' },
  ],
  [
    '63 characters are documented, but AWS itself makes longer names',
    {
      rule: 'target-identifier-syntax',
      behaviour: 'documented',
      fault: 'sibling',
      against: ['long-name-report'],
    },
  ],
  [
    'nobody knows what becomes of a form that no SDK writes',
    { rule: 'form-plain', behaviour: 'unspecified', fault: 'unspecified' },
  ],
  [
    'RDS, which is the same control plane, answers with more members',
    { rule: 'wire-known-members', behaviour: 'inferred', against: ['rds-model'] },
  ],
  [
    'what a policy without kms:CreateGrant lets through is known of RDS',
    { rule: 'kms-source-key-accessible', behaviour: 'sibling', fault: 'sibling' },
  ],
])('%s', (_, { rule, behaviour, fault, against = [] }) => {
  const entry = ruleEntry(rule);
  expect(standingOf(entry, 'behaviour')).toBe(behaviour);
  expect(entry.faults === undefined ? undefined : standingOf(entry, 'fault')).toBe(fault);
  expect((entry.contradictedBy ?? []).map(({ source }) => source)).toEqual(against);
});
