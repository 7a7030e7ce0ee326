import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startServer, type RunningServer } from '../../../server/index.ts';
import { connectEndpoint } from './index.ts';

let server: RunningServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ncc-profiles-'));
  const file = join(folder, 'credentials');
  const profile = (name: string, account: string): string =>
    `[${name}]\naws_access_key_id = ${account}\naws_secret_access_key = hush-${account}\n`;
  writeFileSync(file, profile('vault', '333333333333') + profile('team-a', '444444444444'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', file);
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'));
  server = await startServer();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  rmSync(folder, { recursive: true });
});

const connect = (profiles: { id: string; profile: string }[]) =>
  connectEndpoint({ url: server.url, region: 'us-east-1', timeout: 5_000, profiles });

describe('accounts by profile', () => {
  it('play the roles in the order they are told', async () => {
    const target = await connect([
      { id: '333333333333', profile: 'vault' },
      { id: '444444444444', profile: 'team-a' },
    ]);
    expect(target.setting.accounts).toEqual({ self: '333333333333', other: '444444444444' });
    expect(target.capabilities).toContainEqual({
      name: 'second account',
      available: true,
      detail: 'by the profile team-a',
    });
    await target.close();
  });

  it('do not show their secrets to reports and scripts', async () => {
    const target = await connect([{ id: '333333333333', profile: 'vault' }]);
    const shown = JSON.stringify([...target.access]);
    expect(shown).not.toContain('hush');
    expect(shown).toContain('SECRET_ACCESS_KEY_OF_VAULT');
    expect(target.capabilities[0]).toMatchObject({ name: 'second account', available: false });
    await target.close();
  });

  it('are a usage error when there is no such profile', async () => {
    await expect(connect([{ id: '333333333333', profile: 'nobody' }])).rejects.toThrow(
      /the profile nobody gives no credentials/,
    );
  });
});
