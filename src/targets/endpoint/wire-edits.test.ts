import { CopyDBClusterSnapshotCommand, NeptuneClient } from '@aws-sdk/client-neptune';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../server/index.ts';
import { editBody, editForm } from './wire-edits.ts';

describe('editBody', () => {
  const body = 'Action=A&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v&TagsOther=o&CopyTags=true';
  const table = [
    { name: 'nothing', given: {}, expected: body },
    { name: 'removes a parameter', given: { CopyTags: null }, expected: body.replace('&CopyTags=true', '') },
    { name: 'removes what is not there', given: { Odd: null }, expected: body },
    { name: 'replaces a parameter', given: { CopyTags: 'x' }, expected: body.replace('true', 'x') },
    {
      name: 'replaces all that lies below, and nothing that only starts alike',
      given: { Tags: '' },
      expected: 'Action=A&TagsOther=o&CopyTags=true&Tags=',
    },
    {
      name: 'removes all that lies below',
      given: { Tags: null },
      expected: 'Action=A&TagsOther=o&CopyTags=true',
    },
    {
      name: 'replaces one below and leaves its neighbour',
      given: { 'Tags.Tag.1.Key': 'x' },
      expected: 'Action=A&Tags.Tag.1.Value=v&TagsOther=o&CopyTags=true&Tags.Tag.1.Key=x',
    },
    { name: 'adds a parameter', given: { Odd: 'a b&c=d' }, expected: `${body}&Odd=a%20b%26c%3Dd` },
    { name: 'does not remove what lies above', given: { 'CopyTags.x': null }, expected: body },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(editBody(body, given)).toBe(expected);
  });

  it('makes a form of nothing', () => {
    expect(editBody('', { A: 'ü' })).toBe('A=%C3%BC');
  });
});

describe('editForm', () => {
  it('changes what is sent, and its length, and is signed after that', async () => {
    const server = await startServer();
    const client = new NeptuneClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: '111111111111', secretAccessKey: 'x' },
    });
    const sent: { body: string; headers: Record<string, string> }[] = [];
    client.middlewareStack.add(
      (next) => (args) => {
        sent.push(args.request as (typeof sent)[number]);
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const command = new CopyDBClusterSnapshotCommand({
      SourceDBClusterSnapshotIdentifier: 'source',
      TargetDBClusterSnapshotIdentifier: 'new',
    });
    editForm(command, { TargetDBClusterSnapshotIdentifier: null, CopyTags: 'ü' });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'MissingParameter' });
    const [request] = sent;
    expect(request?.body).toBe(
      'Action=CopyDBClusterSnapshot&Version=2014-10-31&SourceDBClusterSnapshotIdentifier=source&CopyTags=%C3%BC',
    );
    expect(request?.headers['content-length']).toBe(String(request?.body.length));
    expect(request?.headers['authorization']).toContain('SignedHeaders=');
    client.destroy();
    await server.close();
  });
});
