import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { connectEndpoint } from '../target/endpoint/index.ts';
import { redacted, redactor } from '../target/endpoint/redact.ts';
import { executeSequence } from './execute.ts';

it('what came of a sequence tells nothing secret', async () => {
  const secret = 'a-secret-of-ours';
  const nothing =
    '<DescribeDBClusterSnapshotsResponse><DescribeDBClusterSnapshotsResult><DBClusterSnapshots/></DescribeDBClusterSnapshotsResult></DescribeDBClusterSnapshotsResponse>';
  const fault = `<ErrorResponse><Error><Code>AccessDenied</Code><Message>you are ${secret}</Message></Error></ErrorResponse>`;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      if (body.includes('Action=DescribeDBClusterSnapshots&')) response.end(nothing);
      else response.writeHead(403).end(fault);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const target = await connectEndpoint({ url, region: 'us-east-1', timeout: 5_000 });
  try {
    const { stopped } = await executeSequence(
      { ...target, redact: redactor([secret]) },
      [{ op: 'create', at: { account: 'self', region: 'here' }, name: 'alpha' }],
      { prefix: 'ncc-abcdef-s1' },
    );
    expect(stopped?.reason).toContain(`you are ${redacted}`);
    expect(stopped?.reason).not.toContain(secret);
  } finally {
    await target.close();
    server.closeAllConnections();
    server.close();
  }
});
