import { describe, expect, it } from 'vitest';
import { judge } from '../rules/judge.ts';
import { snapshotArn } from '../world/arn.ts';
import { keyArn } from '../world/kms.ts';
import type { Caller } from '../world/place.ts';
import type { Ternary } from '../world/ternary.ts';
import { worldOf } from '../world/world-of.ts';
import { operations } from './index.ts';

const { kms, neptune } = operations;
const owner: Caller = { account: '111111111111', region: 'us-east-1' };
const guest: Caller = { account: '222222222222', region: 'us-east-1' };
const far = 'eu-west-1';
const start = worldOf({
  keys: { key: { id: 'k-1', replicas: [far] }, own: { account: 'other', id: 'own' } },
  snapshots: {
    shared: { encryptedWith: 'key', sharedWith: ['other'] },
    plain: { account: 'other', encryptedWith: 'own' },
  },
});

const granted = (Constraints?: Readonly<Record<string, unknown>>, principal = guest.account) =>
  kms.CreateGrant(start, owner, {
    KeyId: 'k-1',
    GranteePrincipal: principal,
    Operations: ['CreateGrant', 'Decrypt'],
    Constraints,
  });

/** What the rules about keys say of a copy of another account, from its key and under it. */
function uses(world: typeof start): readonly Ternary[] {
  const copies = [
    ['kms-source-key-accessible', snapshotArn(owner, 'shared'), 'own'],
    ['kms-key-accessible', 'plain', keyArn(owner, 'k-1')],
  ] as const;
  return copies.map(([rule, source, key]) => {
    const { broken, unspecified } = judge(world, guest, {
      SourceDBClusterSnapshotIdentifier: source,
      TargetDBClusterSnapshotIdentifier: 'new',
      KmsKeyId: key,
    });
    if (broken.includes(rule)) return 'broken';
    return unspecified.includes(rule) ? 'unspecified' : 'kept';
  });
}

const pair = { team: 'graph' };
const ofDatabase = { 'aws:rds:dbc-id': 'db-1' };

describe('a grant to make grants', () => {
  it.each<[name: string, constraints: Readonly<Record<string, unknown>> | undefined, use: Ternary]>([
    ['without constraints is enough', undefined, 'kept'],
    ['with constraints that ask for nothing is enough', { EncryptionContextSubset: {} }, 'kept'],
    ['for a context without a database is not', { EncryptionContextEquals: pair }, 'broken'],
    ['for no context is not', { EncryptionContextEquals: {} }, 'broken'],
    [
      'for the context of a database may be',
      { EncryptionContextEquals: { ...ofDatabase, ...pair } },
      'unspecified',
    ],
    ['for a part of a context may be', { EncryptionContextSubset: pair }, 'unspecified'],
    ['for a database may be', { EncryptionContextSubset: ofDatabase }, 'unspecified'],
    ['for a resource may be', { SourceArn: 'arn:aws:rds:us-east-1:222222222222:cluster:c' }, 'unspecified'],
    [
      'for all of it is not, if one part is not',
      { EncryptionContextSubset: ofDatabase, EncryptionContextEquals: pair },
      'broken',
    ],
  ])('%s', (_, constraints, use) => expect(uses(granted(constraints)[0])).toEqual([use, use]));

  it('that may be enough opens no other key, to nobody else, and for no restored cluster', () => {
    const [world] = granted({ EncryptionContextSubset: pair });
    const [replicated] = kms.ReplicateKey(kms.DisableKey(world, owner, { KeyId: 'k-1' })[0], owner, {
      KeyId: 'k-1',
      ReplicaRegion: 'us-west-2',
    });
    expect(uses(replicated)).toEqual(['broken', 'broken']);
    expect(uses(granted({ EncryptionContextSubset: pair }, '333333333333')[0])).toEqual(['broken', 'broken']);
    expect(uses(granted({ EncryptionContextSubset: pair }, '*')[0])).toEqual(['unspecified', 'unspecified']);
    const restore = {
      DBClusterIdentifier: 'c',
      SnapshotIdentifier: snapshotArn(owner, 'shared'),
      Engine: 'neptune',
    };
    expect(neptune.RestoreDBClusterFromSnapshot(world, guest, restore)[1]).toMatchObject({ ok: false });
  });

  it('is of one key, not of the replicas that are made of it', () => {
    const [world] = granted({ EncryptionContextSubset: pair });
    const [replicated] = kms.ReplicateKey(world, owner, { KeyId: 'k-1', ReplicaRegion: 'us-west-2' });
    const replica = replicated.places.get(`${owner.account}/us-west-2`)?.keys.get('k-1');
    expect(replica).toMatchObject({ id: 'k-1' });
    expect(replica?.maybeUsableBy).toBeUndefined();
  });

  it.each([
    [{ EncryptionContextEquals: 'team' }],
    [{ EncryptionContextSubset: { team: 7 } }],
    [{ EncryptionContextSubset: ['team'] }],
    [{ EncryptionContextEquals: null }],
    [{ SourceArn: {} }],
  ])('has constraints of the right form: not %j', (constraints) => {
    const [world, reply] = granted(constraints);
    expect(reply).toMatchObject({ ok: false, fault: { code: 'ValidationException' } });
    expect(world).toBe(start);
  });
});
