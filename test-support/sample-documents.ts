import { driftReport } from '../src/drift/report.ts';
import { compareReports } from '../src/report/index.ts';
import { listingOf } from '../src/reporters/list/listing.ts';
import type { Documents } from '../src/reporters/index.ts';
import { directedCase } from './fakes.ts';
import { sampleDoctorReport } from './sample-doctor.ts';
import { check } from './check-plans.ts';
import { sampleFinding, sampleReport } from './sample-report.ts';

const report = sampleReport({ leftBehind: ['snapshot a'] });
const later = sampleReport({ findings: [sampleFinding({ fingerprint: 'v2-bbbbbbbbbbbb' })] });
const copy = 'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n';

const seenAt = { name: 'a', run: 'abcd', target: 'AWS', region: 'us-east-1', date: '2026-11-27', aws: true };

const sampleEvidence: Documents['evidence'] = {
  recordings: [seenAt],
  accounts: 1,
  regions: ['us-east-1'],
  rules: [
    {
      rule: 'tag-count',
      statement: 'No more than 50 tags.',
      seen: 'contradicts',
      observations: [
        {
          recording: 'a',
          rule: 'tag-count',
          bearing: 'contradicts',
          of: 'behaviour',
          answers: [{ answer: 'a copy', cases: ['tags-validation/count-51'] }],
        },
      ],
    },
    { rule: 'copy-arn', statement: 'A copy has an ARN.', seen: 'open', observations: [] },
  ],
  members: [
    {
      member: 'SnapshotCreateTime',
      from: 'another Region',
      seen: [{ recording: 'a', likeSource: true, cases: ['copy-members/arn-cross-region'] }],
    },
  ],
  rows: [
    {
      rule: 'tag-count',
      of: 'behaviour',
      as: 'contradictedBy',
      recording: seenAt,
      says: 'a copy',
      cases: ['tags-validation/count-51'],
      from: 'documented',
      to: 'contradicted',
      effects: [{ target: 'moto', fails: false }],
    },
  ],
  patch: '--- a/spec/rules.yaml\n+++ b/spec/rules.yaml\n',
};

/** A document of each subject that reports are made of, with something to tell. */
export const sampleDocuments: Documents = {
  run: report,
  compare: compareReports([
    { file: 'a.json', report },
    { file: 'b.json', report: later },
  ]),
  check: check(`${copy}---\n${copy}Tags: [{ Key: 'aws:x', Value: y }]\n`),
  drift: driftReport({
    version: '1.2.3',
    sdkVersion: '4.5.6',
    differences: [
      { path: 'faults.F', kind: 'code', change: 'broken', contract: 'A', sdk: 'B' },
      { path: 'input.New', kind: 'added', change: 'addition', sdk: 'string' },
    ],
    allowed: [{ path: 'input.None', kind: 'added', reason: 'stale', file: 'a.yaml', line: 1, column: 1 }],
    allowAdditions: false,
  }),
  list: listingOf([directedCase()], { gate: 'sibling' }),
  doctor: sampleDoctorReport(),
  recordings: {
    alike: 3,
    differences: [
      {
        label: 'kms-key/disabled',
        before: {
          kind: 'measured',
          actual: { kind: 'rejection', code: 'KMSKeyNotAccessibleFault', status: 400 },
        },
        after: { kind: 'unmeasured', reason: 'no keys' },
      },
    ],
    onlyBefore: ['members/source-missing'],
    onlyAfter: [],
  },
  evidence: sampleEvidence,
};
