import {
  CopyDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  NeptuneClient,
} from '@aws-sdk/client-neptune';
import { afterEach, expect, it } from 'vitest';
import { plainSetting, realise } from '../model/index.ts';
import { startServer, type RunningServer } from './index.ts';

const { world } = realise({ snapshots: { nightly: {} } }, plainSetting);
const json = { 'content-type': 'application/json' };
const servers: RunningServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(control?: boolean) {
  const server = await startServer({
    world,
    copyDuration: { minutes: 10 },
    now: () => world.clock,
    ...(control !== undefined && { control }),
  });
  servers.push(server);
  const credentials = { accessKeyId: '111111111111', secretAccessKey: 'secret' };
  const client = new NeptuneClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  });
  const names = { SourceDBClusterSnapshotIdentifier: 'nightly', TargetDBClusterSnapshotIdentifier: 'weekly' };
  return {
    copy: () => client.send(new CopyDBClusterSnapshotCommand(names)),
    status: async (): Promise<string | undefined> => {
      const input = { DBClusterSnapshotIdentifier: 'weekly' };
      const { DBClusterSnapshots } = await client.send(new DescribeDBClusterSnapshotsCommand(input));
      return DBClusterSnapshots?.[0]?.Status;
    },
    post: async (path: string, body: unknown, more: RequestInit = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: json,
        body: text,
        ...more,
      });
      return { status: answer.status, text: await answer.text() };
    },
  };
}

it('nothing is controlled unless that was asked for', async () => {
  for (const control of [undefined, false]) {
    const { post, copy } = await start(control);
    const answer = await post('/_control/fail-next', { fault: 'InternalFailure' });
    expect(answer).toMatchObject({
      status: 404,
      text: expect.stringContaining('UnknownOperationException') as unknown,
    });
    await copy();
  }
});

it('lets time pass, and calls and copies fail', async () => {
  const { post, copy, status } = await start(true);
  const done = { status: 204, text: '' };
  expect(
    await post('/_control/fail-next', {
      fault: { code: 'Throttling', status: 400, message: 'Rate exceeded' },
      operation: 'CopyDBClusterSnapshot',
    }),
  ).toEqual(done);
  await expect(copy()).rejects.toMatchObject({ name: 'Throttling', message: 'Rate exceeded' });
  await copy();
  expect(await post('/_control/advance', { minutes: 9, seconds: 59 })).toEqual(done);
  expect(await status()).toBe('copying');
  expect(await post('/_control/advance', { seconds: 1 })).toEqual(done);
  expect(await status()).toBe('available');
});

it('lets a copy fail that is on its way', async () => {
  const { post, copy, status } = await start(true);
  await copy();
  expect(await post('/_control/fail-copy', { name: 'weekly' })).toMatchObject({ status: 204 });
  expect(await status()).toBe('failed');
});

it.each<[status: number, says: string, path: string, body: unknown, more?: RequestInit]>([
  [404, 'there are advance, fail-copy, fail-next', 'rewind', {}],
  [404, 'there are advance', 'constructor', {}],
  [405, 'use POST', 'advance', {}, { method: 'PUT' }],
  [415, 'application/json', 'advance', {}, { headers: { 'content-type': 'text/plain' } }],
  [400, 'no JSON object', 'advance', 'minutes: 1'],
  [400, 'no JSON object', 'advance', '[]'],
  [400, 'no unit of time', 'advance', { minute: 1 }],
  [400, 'must be 0 or more', 'advance', { minutes: -1 }],
  [400, 'no length of time', 'advance', { minutes: 'many' }],
  [400, 'fail-copy takes', 'fail-copy', {}],
  [400, 'no fault is called Oops', 'fail-next', { fault: 'Oops' }],
  [400, 'fail-next takes', 'fail-next', { fault: { code: 'Oops', status: 200, message: '' } }],
  [400, 'is a name', 'fail-next', { fault: 'InternalFailure', operation: 1 }],
  [400, 'there is no operation Copy', 'fail-next', { fault: 'InternalFailure', operation: 'Copy' }],
])('refuses with %i, %s: %s %j', async (status, says, path, body, more) => {
  const { post } = await start(true);
  expect(await post(`/_control/${path}`, body, more)).toEqual({
    status,
    text: expect.stringContaining(says) as unknown,
  });
});
