/** Plans as teams have them: each copy in them is judged, and findings are where its members stand there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPlan, readPlan } from '../src/check/index.ts';
import { planFormats } from '../src/check/formats/index.ts';
import { planFormatNames } from '../src/check/formats/names.ts';
import type { CheckFinding } from '../src/contract/generated/types.ts';
import { ordinaryChecks } from '../test-support/check-plans.ts';
import { runCli } from '../test-support/process.ts';

const read = (value: unknown, format?: (typeof planFormatNames)[number]) =>
  readPlan(JSON.stringify(value, null, 1), 'plan.json', {}, format);
const check = (value: unknown) => checkPlan([read(value)], ordinaryChecks);

/** What stands in the file where a finding is, to the end of the line. */
function standsAt(value: unknown, { line, column }: CheckFinding): string {
  const text = JSON.stringify(value, null, 1).split('\n')[line - 1] ?? '';
  return text.slice(column - 1).replace(/,$/, '');
}

const arn = 'arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:a';
const far = 'arn:aws:kms:eu-west-1:111122223333:key/x';

const terraform = (after: object, unknown: object = {}, actions = ['create']) => ({
  format_version: '1.2',
  resource_changes: [
    { address: 'aws_s3_bucket.x', type: 'aws_s3_bucket', change: { actions: ['create'], after: {} } },
    {
      address: 'aws_rds_cluster_snapshot_copy.vault',
      type: 'aws_rds_cluster_snapshot_copy',
      change: { actions, after, after_unknown: unknown },
    },
  ],
  configuration: { provider_config: { aws: { expressions: { region: { constant_value: 'us-east-1' } } } } },
});
const attributes = {
  source_db_cluster_snapshot_identifier: 'a',
  target_db_cluster_snapshot_identifier: 'b',
  kms_key_id: null,
  copy_tags: true,
  tags: { owner: 'me' },
};

const machine = (parameters: object, holder = 'Parameters') => ({
  StartAt: 'All',
  States: {
    All: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Each',
          States: {
            Each: {
              Type: 'Map',
              ItemProcessor: {
                States: {
                  Copy: {
                    Type: 'Task',
                    Resource: 'arn:aws:states:::aws-sdk:neptune:copyDBClusterSnapshot',
                    [holder]: parameters,
                  },
                  Other: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:neptune:deleteDBCluster' },
                },
                StartAt: 'Copy',
              },
            },
          },
        },
      ],
    },
  },
});
const parameters = { SourceDbClusterSnapshotIdentifier: 'a', TargetDbClusterSnapshotIdentifier: 'b' };

const event = (requestParameters: object, eventName = 'CopyDBClusterSnapshot') => ({
  eventSource: 'rds.amazonaws.com',
  eventName,
  awsRegion: 'us-east-1',
  recipientAccountId: '111122223333',
  eventID: 'e-1',
  requestParameters,
});
const asked = { sourceDBClusterSnapshotIdentifier: 'a', targetDBClusterSnapshotIdentifier: 'b' };

const backup = {
  BackupPlan: {
    BackupPlanName: 'nightly',
    Rules: [
      {
        RuleName: 'far',
        CopyActions: [
          { DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:444455556666:backup-vault:vault' },
        ],
      },
    ],
  },
};

describe('a plan that is written otherwise', () => {
  it.each<readonly [string, unknown, object]>([
    [
      'terraform',
      terraform(attributes),
      {
        name: 'aws_rds_cluster_snapshot_copy.vault',
        caller: { region: 'us-east-1' },
        request: {
          SourceDBClusterSnapshotIdentifier: 'a',
          TargetDBClusterSnapshotIdentifier: 'b',
          CopyTags: true,
          Tags: [{ Key: 'owner', Value: 'me' }],
        },
      },
    ],
    [
      'terraform',
      terraform({ ...attributes, region: 'eu-west-1', tags_all: { owner: 'all' } }, {}, ['delete', 'create']),
      { caller: { region: 'eu-west-1' }, request: { Tags: [{ Key: 'owner', Value: 'all' }] } },
    ],
    [
      'step-functions',
      machine({ ...parameters, Tags: [{ Key: 'a', Value: 'b' }] }),
      {
        name: 'Copy',
        request: {
          SourceDBClusterSnapshotIdentifier: 'a',
          TargetDBClusterSnapshotIdentifier: 'b',
          Tags: [{ Key: 'a', Value: 'b' }],
        },
      },
    ],
    ['step-functions', machine(parameters, 'Arguments'), { name: 'Copy' }],
    [
      'cloudtrail',
      { Records: [event({}, 'DeleteDBCluster'), event({ ...asked, tags: [{ key: 'k', value: 'v' }] })] },
      {
        name: 'e-1',
        caller: { account: '111122223333', region: 'us-east-1' },
        request: {
          SourceDBClusterSnapshotIdentifier: 'a',
          TargetDBClusterSnapshotIdentifier: 'b',
          Tags: [{ Key: 'k', Value: 'v' }],
        },
      },
    ],
    ['cloudtrail', event({ ...asked, preSignedUrl: 'HIDDEN_DUE_TO_SECURITY_REASONS' }), { name: 'e-1' }],
    ['backup-plan', backup, { name: 'far', caller: { account: '444455556666', region: 'eu-west-1' } }],
    ['backup-plan', backup.BackupPlan, { name: 'far' }],
  ])('is recognised: %s', (format, value, copy) => {
    const { copies: found, problems, foreign } = read(value);
    const copies = [...found];
    expect({ problems, foreign }).toEqual({ problems: [], foreign: [] });
    expect(copies).toMatchObject([copy]);
    // What CloudTrail hides is not known.
    expect(copies[0]?.request).not.toHaveProperty('PreSignedUrl');
    expect(copies[0]?.problems.filter(({ rule }) => rule !== 'plan/untold')).toEqual([]);
    const forced = planFormatNames.filter((each) => read(value, each).problems.length === 0);
    expect(forced).toEqual(['requests', format]);
  });

  it.each<readonly [string, unknown, string[]]>([
    [
      'Terraform',
      terraform({ ...attributes, kms_key_id: far, target_db_cluster_snapshot_identifier: 'b--c' }),
      ['target-identifier-syntax "b--c"', `kms-key-region "${far}"`],
    ],
    ['Terraform, a wrong type', terraform({ ...attributes, copy_tags: 'yes' }), ['plan/wrong-type "yes"']],
    [
      'Step Functions',
      machine({ ...parameters, Tags: [{ Key: 'aws:x', Value: 'v' }] }),
      ['tag-key-reserved-prefix "aws:x"'],
    ],
    [
      'Step Functions, a member that the task does not have',
      machine({ ...parameters, KmsKey: 'x' }),
      ['plan/unknown-member "KmsKey": "x"'],
    ],
    [
      'CloudTrail',
      { Records: [event({ ...asked, kmsKeyId: far, tags: [{ key: 'aws:x', value: 'v' }] })] },
      ['tag-key-reserved-prefix {', `kms-key-region "${far}"`],
    ],
  ])('has findings at its own places: %s', (_, value, expected) => {
    const { findings } = check(value);
    expect(findings.map((each) => `${each.rule} ${standsAt(value, each)}`)).toEqual(expected);
  });

  it.each<readonly [string, unknown, string, string]>([
    [
      'Terraform',
      terraform(
        { ...attributes, source_db_cluster_snapshot_identifier: undefined },
        { source_db_cluster_snapshot_identifier: true },
      ),
      'SourceDBClusterSnapshotIdentifier is only known when it is made',
      '{',
    ],
    [
      'Step Functions, a path',
      machine({ SourceDbClusterSnapshotIdentifier: 'a', 'TargetDbClusterSnapshotIdentifier.$': '$.name' }),
      'TargetDBClusterSnapshotIdentifier is only known when it is made',
      '"$.name"',
    ],
    [
      'Step Functions, an expression',
      machine({ ...parameters, KmsKeyId: '{% $states.input.key %}' }, 'Arguments'),
      'KmsKeyId is only known when it is made',
      '"{% $states.input.key %}"',
    ],
    [
      'AWS Backup',
      backup,
      'the source, and the name of the copy are only known when it is made',
      '"arn:aws:backup:eu-west-1:444455556666:backup-vault:vault"',
    ],
  ])('is undecided where it is told only when it is made: %s', (_, value, reason, text) => {
    const { findings, summary, notChecked } = check(value);
    expect(findings).toMatchObject([{ rule: 'plan/untold', standing: 'undecided', reason }]);
    expect(standsAt(value, findings[0] ?? never)).toBe(text);
    expect(summary).toMatchObject({ undecided: 1, error: 0, exitCode: 1 });
    expect(notChecked).toMatchObject([{ reason: 'what they ask for is only known when they are made' }]);
  });

  it.each<readonly [string, unknown]>([
    ['a Terraform plan', terraform(attributes, {}, ['no-op'])],
    ['what CloudTrail recorded', event({}, 'DeleteDBCluster')],
    ['a state machine of Step Functions', { StartAt: 'a', States: { a: { Type: 'Pass' } } }],
    ['a plan of AWS Backup', { BackupPlanName: 'n', Rules: [{ RuleName: 'r' }] }],
  ])('may plan none: %s', (what, value) => {
    expect(read(value)).toMatchObject({ size: 0, foreign: [{ what }] });
  });

  it('is of a format that the command names', async () => {
    expect(planFormatNames).toEqual(['requests', ...planFormats.map(({ name }) => name)]);
    const folder = mkdtempSync(join(tmpdir(), 'ncc-formats-'));
    try {
      const plan = join(folder, 'plan.json');
      writeFileSync(plan, JSON.stringify(event({ ...asked, sourceDBClusterSnapshotIdentifier: arn })));
      expect(await runCli('check', plan)).toMatchObject({ code: 0 });
      const forced = await runCli('check', plan, '--plan-format', 'terraform');
      expect(forced.code).toBe(2);
      expect(forced.stderr).toContain('plan.json:1:1: this is not of the format terraform');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const never: CheckFinding = { rule: '', severity: 'note', message: '', file: '', line: 0, column: 0 };
