import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { readLive } from '../../src/live/read-live.ts';
import { placeState, plainSetting, realise, type World } from '../../src/model/index.ts';

/** When everything begins, in milliseconds since 1970. */
export const start = Date.parse('2026-11-27T08:00:00Z');

const strangers = Array.from({ length: 45 }, (_, i) => `ncc-live-nightly-${i + 1}`);

/** Two accounts of somebody's, with names that look like ours, more than fit on two pages. */
export const somebodys = (): World => {
  const { world } = realise(
    {
      keys: {
        own: {},
        vault: { alias: true },
        idle: { alias: true, state: 'Disabled' },
        far: { region: 'elsewhere' },
      },
      snapshots: {
        'graph-small': {},
        'graph-second': {},
        'graph-sealed': { encryptedWith: 'own' },
        'graph-far': { region: 'elsewhere' },
        'graph-theirs': { account: 'other', sharedWith: ['self'] },
        'ncc-livexyz-u1-new': { tags: [{ Key: 'neptune-copy-contract', Value: 'livexyz' }] },
        ...Object.fromEntries(strangers.map((name) => [name, {}])),
      },
    },
    plainSetting,
  );
  return { ...world, clock: start };
};

/** The id of the one key of a place that is in a state, but for those named. */
function keyIds(
  world: World,
  account: string,
  region: string,
): { readonly id: string; readonly state: string; readonly alias?: string }[] {
  const { keys, aliases } = placeState(world, { account, region });
  return [...keys.values()].map(({ id, state }) => {
    const alias = [...aliases].find(([, of]) => of === id)?.[0];
    return { id, state, ...(alias !== undefined && { alias }) };
  });
}

/** The file of what these accounts have. */
export function liveText(world: World): string {
  const { self, other } = plainSetting.accounts;
  const { here, elsewhere } = plainSetting.regions;
  const keys = keyIds(world, self, here);
  const idOf = (isIt: (key: (typeof keys)[number]) => boolean): string => keys.find(isIt)?.id ?? '';
  const far = keyIds(world, self, elsewhere)[0]?.id ?? '';
  return `accounts:
  self: { id: '${self}', profile: graph }
  other: { id: '${other}', profile: partner }
regions: { here: ${here}, elsewhere: ${elsewhere} }
snapshots:
  small: { identifier: graph-small }
  second: { identifier: graph-second }
  sealed: { identifier: graph-sealed, encryptedWith: own }
  far: { identifier: graph-far, region: elsewhere }
  theirs: { identifier: graph-theirs, account: other, sharedWith: [self] }
keys:
  own: { id: ${idOf(({ alias }) => alias === undefined)} }
  vault: { id: ${idOf(({ alias }) => alias === 'alias/vault')}, alias: alias/vault }
  idle: { id: ${idOf(({ state }) => state === 'Disabled')}, alias: alias/idle, state: Disabled }
  far: { id: ${far}, region: elsewhere }
`;
}

/** The same, read. */
export const liveFile = (world: World = somebodys()): ReturnType<typeof readLive> =>
  readLive(liveText(world), 'live.yaml');

/** Profiles of the AWS configuration that lead to these accounts, until they are closed. */
export function withProfiles(): { readonly folder: string; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-live-'));
  const { self, other } = plainSetting.accounts;
  const profile = (name: string, account: string): string =>
    `[${name}]\naws_access_key_id = ${account}\naws_secret_access_key = hush-${account}\n`;
  writeFileSync(join(folder, 'credentials'), profile('graph', self) + profile('partner', other));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'));
  return {
    folder,
    close() {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
