import { describe, expect, it } from 'vitest';
import type { LiveDocument, WorldDocument } from '../../contract/generated/types.ts';
import { castOf } from './cast.ts';

const live: LiveDocument = {
  accounts: { self: { id: '111111111111' }, other: { id: '222222222222' } },
  regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
  snapshots: {
    labelled: { identifier: 'a', tags: [{ Key: 'team', Value: 'graph' }] },
    plain: { identifier: 'b' },
    sealed: { identifier: 'c', encryptedWith: 'second' },
    managed: { identifier: 'd', encryptedWith: 'default' },
    far: { identifier: 'e', region: 'elsewhere' },
    lent: { identifier: 'f', account: 'other', sharedWith: ['self'] },
    nightly: { identifier: 'rds:g', type: 'automated' },
  },
  keys: {
    first: { id: '1', alias: 'alias/first' },
    second: { id: '2' },
    idle: { id: '3', state: 'Disabled' },
    copied: { id: '4', region: 'elsewhere', replicas: ['here'] },
    theirs: { id: '5', account: 'other', usableBy: ['self'] },
  },
};

const plays = (keys: Record<string, string>, snapshots: Record<string, string>) => ({
  ok: true,
  parts: { keys, snapshots },
});
const lacks = (words: string) => ({ ok: false, lacks: expect.stringContaining(words) as string });

const table: readonly (readonly [name: string, given: WorldDocument, expected: object])[] = [
  ['one without tags before one with', { snapshots: { s: {} } }, plays({}, { s: 'plain' })],
  ['two parts, two snapshots', { snapshots: { s: {}, t: {} } }, plays({}, { s: 'plain', t: 'labelled' })],
  [
    'three parts, and there are two',
    { snapshots: { s: {}, t: {}, u: {} } },
    lacks('no snapshot (manual, unencrypted) together'),
  ],
  [
    'tags as they are',
    { snapshots: { s: { tags: [{ Key: 'team', Value: 'graph' }] } } },
    plays({}, { s: 'labelled' }),
  ],
  [
    'other tags',
    { snapshots: { s: { tags: [{ Key: 'team', Value: 'x' }] } } },
    lacks('with the tags team=x'),
  ],
  [
    'the key of the snapshot plays its part, another the other',
    { snapshots: { s: { encryptedWith: 'own' } }, keys: { own: {}, vault: { alias: true } } },
    plays({ own: 'second', vault: 'first' }, { s: 'sealed' }),
  ],
  ['the AWS managed key', { snapshots: { s: { encryptedWith: 'default' } } }, plays({}, { s: 'managed' })],
  ['another Region', { snapshots: { s: { region: 'elsewhere' } } }, plays({}, { s: 'far' })],
  [
    'a shared one of another account',
    { snapshots: { s: { account: 'other', sharedWith: ['self'] } } },
    plays({}, { s: 'lent' }),
  ],
  [
    'one of another account that is not shared',
    { snapshots: { s: { account: 'other' } } },
    lacks('shared with nobody, of the account other'),
  ],
  ['an automated one', { snapshots: { s: { type: 'automated' } } }, plays({}, { s: 'nightly' })],
  ['a disabled key', { keys: { k: { state: 'Disabled' } } }, plays({ k: 'idle' }, {})],
  [
    'a disabled key with an alias',
    { keys: { k: { state: 'Disabled', alias: true } } },
    lacks('key (with an alias, Disabled)'),
  ],
  [
    'a key elsewhere without replicas',
    { keys: { k: { region: 'elsewhere' } } },
    lacks('in the Region elsewhere'),
  ],
  [
    'a key elsewhere with a replica',
    { keys: { k: { region: 'elsewhere', replicas: ['here'] } } },
    plays({ k: 'copied' }, {}),
  ],
  [
    'a key of another account that nobody may use',
    { keys: { k: { account: 'other' } } },
    lacks('usable by nobody'),
  ],
  [
    'an alias of a certain name',
    { keys: { k: { alias: 'safe/deep' } } },
    lacks('whose alias has a certain name'),
  ],
  ['another spec', { keys: { k: { spec: 'RSA_2048' } } }, lacks('RSA_2048')],
  ['another status', { snapshots: { s: { status: 'creating' } } }, lacks('that is creating')],
  ['a certain name', { snapshots: { s: { identifier: 'namesake' } } }, lacks('of a certain name')],
  ['a certain port', { snapshots: { s: { describes: { Port: 1 } } } }, lacks('described in a certain way')],
  ['a certain cluster', { snapshots: { s: { cluster: { deleted: true } } } }, lacks('of a certain cluster')],
  ['a copy', { snapshots: { s: {}, t: { copyOf: 's' } } }, lacks('that is a copy of another')],
  ['quotas', { places: [{ manualSnapshotsLeft: 0 }] }, lacks('quotas')],
];

describe('who plays the parts of a world', () => {
  it.each(table)('%s', (_, given, expected) => {
    expect(castOf(given, live)).toEqual(expected);
  });
});
