import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { WorldDocument } from '../contract/generated/types.ts';
import { liveOf } from './live-of.ts';
import { readLive } from './read-live.ts';

const [self, other, third] = ['111111111111', '222222222222', '333333333333'];
const here = { account: self, region: 'us-east-1' };
const there = { account: self, region: 'eu-west-1' };
const roles = {
  accounts: { self: { id: self, profile: 'a' }, other: { id: other } },
  regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
};

const world: WorldDocument = {
  keys: {
    vault: { ...here, id: 'k1', alias: true },
    idle: { ...here, id: 'k2', alias: 'put/away', state: 'Disabled' },
    wide: { ...there, id: 'k3', replicas: ['us-east-1', 'ap-south-1'] },
    nowhere: { account: third, region: 'us-east-1', id: 'k4' },
  },
  snapshots: {
    plain: { ...here, describes: { Engine: 'neptune', Port: 8182 } },
    sealed: { ...there, identifier: 'far', encryptedWith: 'wide', tags: [{ Key: 'a' }] },
    managed: { ...here, encryptedWith: 'default' },
    lent: { account: other, region: 'us-east-1', sharedWith: [self] },
    'rds:auto': { ...here, type: 'automated' },
    aurora: { ...here, describes: { Engine: 'aurora-mysql' } },
    busy: { ...here, status: 'creating' },
    'ncc-livexyz-u1-new': { ...here },
    elsewhere: { account: self, region: 'ap-south-1' },
    away: { ...here, sharedWith: [third] },
    foreign: { ...here, encryptedWith: 'nowhere' },
  },
};

describe('the file of what accounts have', () => {
  it('has what may play a role, and nothing else', () => {
    const live = liveOf(world, roles);
    expect(live).toEqual({
      ...roles,
      snapshots: {
        plain: { identifier: 'plain' },
        sealed: { identifier: 'far', region: 'elsewhere', encryptedWith: 'wide', tags: [{ Key: 'a' }] },
        managed: { identifier: 'managed', encryptedWith: 'default' },
        lent: { identifier: 'lent', account: 'other', sharedWith: ['self'] },
        'rds:auto': { identifier: 'rds:auto', type: 'automated' },
      },
      keys: {
        vault: { id: 'k1', alias: 'alias/vault' },
        idle: { id: 'k2', alias: 'alias/put/away', state: 'Disabled' },
        wide: { id: 'k3', region: 'elsewhere', replicas: ['here'] },
      },
    });
    expect(readLive(stringify(live), 'live.yaml').live).toEqual(live);
  });
});
