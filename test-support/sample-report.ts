import { actualValue, wanted } from './said.ts';
import type { CaseResult, Finding, Report, RuleResult, Status } from '../src/contract/generated/types.ts';

/** A finding, plain but for what is told. */
export const sampleFinding = (different: Partial<Finding> = {}): Finding => ({
  rule: 'copy-arn',
  statement: 'The copy has an ARN of its own.',
  provenance: [
    {
      of: 'behaviour',
      level: 'documented',
      source: 'the guide; ARNs; https://docs.example.com/arns.html; 2026-01-01',
    },
    { of: 'behaviour', level: 'observed', source: 'a trace' },
  ],
  aspect: 'behaviour',
  level: 'documented',
  gating: true,
  expected: wanted('an ARN of the copy'),
  actual: actualValue('the ARN of the source'),
  fingerprint: 'v2-f00df00df00d',
  cases: ['family/a'],
  situation: { rule: 'copy-arn', given: { snapshots: { source: {} } }, caller: {}, request: {} },
  exchange: {
    request: 'POST http://127.0.0.1:1/\ncontent-type: form\n\nAction=CopyDBClusterSnapshot',
    response: 'HTTP 200\ncontent-type: text/xml\n\n<CopyDBClusterSnapshotResponse/>',
  },
  sdk: { kind: 'output', snapshot: {} },
  reproduction: { 'aws-cli': '#!/bin/sh\naws neptune x\n', curl: 'curl -d \'a=b\' "$endpoint"\n' },
  ...different,
});

/** A rule with these cases. */
export const sampleRule = (
  id: string,
  status: Status,
  cases: readonly CaseResult[] = [],
  kind: RuleResult['kind'] = 'postcondition',
): RuleResult => ({
  id,
  kind,
  statement: `What ${id} says.`,
  status,
  gating: true,
  provenance: [
    { of: 'behaviour', level: 'documented', source: 'the guide; https://docs.example.com/; 2026-01-01' },
  ],
  checks: { passed: cases.length, failed: 0 },
  cases,
});

/** A case that ended so. */
export const sampleCase = (id: string, status: Status, different: Partial<CaseResult> = {}): CaseResult => ({
  id,
  title: `situation ${id}`,
  status,
  ...different,
});

/** A report with something in each of its parts, but for what is told. The counts are those of the rules. */
export function sampleReport(different: Partial<Report> = {}): Report {
  const rules = different.rules ?? sampleRules;
  const findings = different.findings ?? sampleFindings;
  const known = findings.filter((finding) => finding.known).length;
  const deviations = findings.filter((finding) => finding.gating && !finding.known).length;
  return {
    format: 2,
    tool: { name: 'neptune-copy-contract', version: '1.2.3' },
    specHash: '0123456789abcdef'.repeat(4),
    target: {
      name: 'a target',
      endpoint: 'http://127.0.0.1:1',
      accounts: { self: '111111111111', other: '222222222222' },
      regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
      capabilities: [
        { name: 'tags', available: true, detail: 'answered' },
        { name: 'KMS keys', available: false, detail: 'NotImplemented (HTTP 501)' },
      ],
    },
    run: { id: 'r1', startedAt: '2026-01-01T00:00:00.000Z', milliseconds: 1234, calls: 3, requests: 40 },
    seed: 7,
    gate: 'sibling',
    summary: {
      rules: count(rules),
      cases: count(rules.flatMap(({ cases }) => cases)),
      deviations,
      known,
      reported: findings.length - deviations - known,
      exitCode: deviations > 0 ? 1 : 0,
    },
    rules,
    findings,
    precedence: {
      pairs: [
        {
          rules: ['source-required', 'target-unique'],
          answered: 'source-required',
          actual: { kind: 'rejection', code: 'MissingParameter', status: 400 },
        },
        {
          rules: ['source-required', 'kms-key'],
          actual: { kind: 'rejection', code: 'InvalidParameterValue', status: 400 },
        },
      ],
      inconclusive: 1,
      order: [['source-required'], ['target-unique']],
      unordered: [],
    },
    coverage: {
      rules: [
        { id: 'source-required', brokenAlone: 2, brokenWith: ['target-unique'], kept: 5, unspecified: 1 },
      ],
      pairs: {
        possible: 3,
        broken: 2,
        missing: [{ rules: ['target-unique', 'kms-key'], reason: 'no KMS here' }],
      },
    },
    unspecified: [
      { rule: 'kms-key', case: 'kms/alias', title: 'an alias without a key', actual: { kind: 'copy' } },
    ],
    leftBehind: [],
    search: { runs: 2, wanted: 2, maxCalls: 9, copies: 5, stopped: [] },
    ...different,
  };
}

/** A baseline with an entry that no longer holds. */
export const sampleBaseline = {
  file: 'known.yaml',
  matched: 1,
  unchecked: 2,
  elsewhere: 0,
  problems: [
    {
      kind: 'stale',
      rule: 'copy-arn',
      cases: ['family/b'],
      fingerprint: 'v2-aaaaaaaaaaaa',
      line: 3,
      column: 5,
      message: 'remove it',
    },
  ],
} as const satisfies Report['baseline'];

const sampleRules: readonly RuleResult[] = [
  sampleRule(
    'source-required',
    'pass',
    [sampleCase('family/missing', 'pass', { milliseconds: 12 })],
    'precondition',
  ),
  sampleRule(
    'target-unique',
    'fail',
    [sampleCase('unique/taken', 'fail', { findings: ['v2-0123456789ab'] })],
    'precondition',
  ),
  sampleRule(
    'kms-key',
    'inconclusive',
    [sampleCase('kms/none', 'inconclusive', { reason: 'no KMS here' })],
    'precondition',
  ),
  sampleRule('copy-arn', 'fail', [
    sampleCase('family/a', 'fail', { findings: ['v2-f00df00df00d'] }),
    sampleCase('family/b', 'pass'),
    sampleCase('other/c', 'pass'),
  ]),
  sampleRule('copy-tags-all', 'known', [sampleCase('tags/all', 'known', { findings: ['v2-abcdefabcdef'] })]),
  sampleRule(
    'wire-status',
    'error',
    [sampleCase('wire/late', 'error', { reason: 'no answer in 10 s' })],
    'wire',
  ),
];

const sampleFindings: readonly Finding[] = [
  sampleFinding({
    rule: 'target-unique',
    fingerprint: 'v2-0123456789ab',
    gating: false,
    level: 'inferred',
    cases: ['unique/taken'],
  }),
  sampleFinding(),
  sampleFinding({
    rule: 'copy-tags-all',
    fingerprint: 'v2-abcdefabcdef',
    cases: ['tags/all'],
    known: { reason: 'It keeps no tags.\n', owner: 'maintainers', link: 'https://issues.example.com/7' },
  }),
  sampleFinding({
    rule: 'wire-status',
    fingerprint: 'v2-deadbeef0000',
    cases: ['search/3'],
    beside: [],
    reproduced: {
      'aws-cli': { result: 'shown', identity: true },
      curl: { result: 'not run', reason: 'late' },
    },
  }),
];

/** How many have each status. */
function count(items: readonly { readonly status: Status }[]): Report['summary']['rules'] {
  const counts = { pass: 0, fail: 0, known: 0, new: 0, inconclusive: 0, error: 0 };
  for (const { status } of items) counts[status] += 1;
  return counts;
}
