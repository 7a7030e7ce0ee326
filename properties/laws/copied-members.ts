import { resolveKey, snapshotArn } from '../../src/model/index.ts';
import type { PostconditionId } from '../../src/contract/generated/catalogue.ts';
import type { DBClusterSnapshot } from '../../src/contract/generated/types.ts';
import { ofCopies, type Accepted, type RuleLaw } from '../accepted.ts';
import { copyThat } from '../bugs.ts';
import { expect } from '../expect.ts';
import type { Subject } from '../law.ts';

/** A copy with other members than it should have. */
export const withMembers = (
  members: (copied: DBClusterSnapshot, source: DBClusterSnapshot) => Partial<DBClusterSnapshot>,
): Partial<Subject> =>
  copyThat((snapshot, _, source) => ({
    ...snapshot,
    shape: { ...snapshot.shape, ...members(snapshot.shape, source.shape) },
  }));

const isLocal = ({ source, caller }: Accepted): boolean =>
  source.place.account === caller.account && source.place.region === caller.region;

/** The rules about members of the copy. */
export const memberLaws = {
  'copy-identifier-lowercase': {
    holds: ofCopies(({ request, copied }) => {
      const name = request.TargetDBClusterSnapshotIdentifier?.toLowerCase();
      expect(copied.shape.DBClusterSnapshotIdentifier).toBe(name);
    }),
    bugs: {
      'the name as it was written': copyThat(
        (snapshot, { TargetDBClusterSnapshotIdentifier: name = '' }) => ({
          ...snapshot,
          shape: { ...snapshot.shape, DBClusterSnapshotIdentifier: name },
        }),
      ),
      'the name of the source': withMembers((_, { DBClusterSnapshotIdentifier: name = '' }) => ({
        DBClusterSnapshotIdentifier: name,
      })),
    },
  },
  'copy-type-manual': {
    holds: ofCopies(({ copied }) => expect(copied.shape.SnapshotType).toBe('manual')),
    bugs: {
      'the type of the source': withMembers((_, { SnapshotType = '' }) => ({ SnapshotType })),
      'a type of its own': withMembers(() => ({ SnapshotType: 'copy' })),
    },
  },
  'copy-arn': {
    holds: ofCopies(({ caller: { account, region }, copied }) => {
      const { DBClusterSnapshotArn: arn, DBClusterSnapshotIdentifier: name } = copied.shape;
      expect(arn).toMatch(/^arn:aws(-cn|-us-gov)?:rds:/);
      expect(arn.split(':').slice(3)).toEqual([region, account, 'cluster-snapshot', name]);
    }),
    bugs: {
      'the ARN of the source': withMembers((_, { DBClusterSnapshotArn = '' }) => ({ DBClusterSnapshotArn })),
    },
  },
  'copy-source-arn': {
    holds: ofCopies(({ request, caller, copied }) => {
      const { SourceDBClusterSnapshotIdentifier: named = '' } = request;
      const arn = named.startsWith('arn:')
        ? named.replace(/[^:]+$/, (name) => name.toLowerCase())
        : snapshotArn(caller, named.toLowerCase());
      expect(copied.shape.SourceDBClusterSnapshotArn).toBe(arn);
    }),
    bugs: {
      'another form of ARN': withMembers((_, { DBClusterSnapshotArn: arn = '' }) => ({
        SourceDBClusterSnapshotArn: arn.replace(':cluster-snapshot:', ':snapshot:'),
      })),
    },
  },
  'copy-inherits': {
    holds: ofCopies((accepted) => {
      const { source, copied } = accepted;
      const { AvailabilityZones, VpcId } = source.shape;
      for (const member of [
        'Engine',
        'EngineVersion',
        'DBClusterIdentifier',
        'ClusterCreateTime',
        'Port',
        'AllocatedStorage',
        'LicenseModel',
        'IAMDatabaseAuthenticationEnabled',
      ] as const) {
        expect(copied.shape[member], member).toBe(source.shape[member]);
      }
      if (isLocal(accepted)) expect(copied.shape).toMatchObject({ AvailabilityZones, VpcId });
    }),
    bugs: {
      'the newest engine': withMembers(() => ({ EngineVersion: '1.4.0.0' })),
      'the cluster forgotten': withMembers(() => ({ DBClusterIdentifier: 'unknown' })),
      'no zones': withMembers(() => ({ AvailabilityZones: [] })),
    },
  },
  'copy-create-time': {
    holds: ofCopies((accepted) => {
      const { source, copied } = accepted;
      if (!isLocal(accepted)) return;
      expect(copied.shape.SnapshotCreateTime).toBe(source.shape.SnapshotCreateTime);
    }),
    bugs: { 'the time of the copy': withMembers(() => ({ SnapshotCreateTime: '2026-01-01T00:00:00.000Z' })) },
  },
  'copy-unencrypted-stays': {
    holds: ofCopies(({ source, copied }) => {
      if (source.shape.StorageEncrypted) return;
      expect(copied.shape.StorageEncrypted).toBe(false);
      expect(copied.shape).slowly.not.toHaveProperty('KmsKeyId');
    }),
    bugs: {
      'encrypted by default': withMembers(() => ({ StorageEncrypted: true })),
      'an empty key': withMembers(({ KmsKeyId = '' }) => ({ KmsKeyId })),
    },
  },
  'copy-same-key': {
    holds: ofCopies((accepted) => {
      const { source, request, copied } = accepted;
      if (!source.shape.StorageEncrypted || request.KmsKeyId || !isLocal(accepted)) return;
      expect(copied.shape).toMatchObject({ StorageEncrypted: true, KmsKeyId: source.shape.KmsKeyId });
    }),
    bugs: {
      'the default key': withMembers(({ KmsKeyId }) => ({ ...(KmsKeyId && { KmsKeyId: 'default' }) })),
    },
  },
  'copy-new-key': {
    holds: ofCopies(({ world, caller, request: { KmsKeyId }, copied }) => {
      if (!KmsKeyId) return;
      const { key } = { key: undefined, ...resolveKey(world, caller, KmsKeyId) };
      expect(key).slowly.toBeDefined();
      expect(copied.shape).toMatchObject({ StorageEncrypted: true, KmsKeyId: key?.arn });
    }),
    bugs: {
      'the key of the source': withMembers((_, { KmsKeyId }) => ({ ...(KmsKeyId && { KmsKeyId }) })),
      'the id alone': withMembers(({ KmsKeyId }) => ({
        ...(KmsKeyId && { KmsKeyId: KmsKeyId.split('/').at(-1) ?? '' }),
      })),
    },
  },
} satisfies Partial<Record<PostconditionId, RuleLaw>>;
