/**
 * Load generator: a process of its own, so that it does not take its time from the server under test. Sends
 * CopyDBClusterSnapshot requests over keep-alive connections, one at a time on each, and reports how many were
 * answered with 200 per second.
 *
 * Arguments: port, seconds, connections, a prefix for the names of the copies.
 */
import { connect } from 'node:net';
import { writeCopyRequest } from '../src/protocol/copy-codec.ts';

const [port = 0, seconds = 0, connections = 0] = process.argv.slice(2, 5).map(Number);
const prefix = process.argv[5] ?? 'copy';
const head = [
  'POST / HTTP/1.1',
  'host: 127.0.0.1',
  'content-type: application/x-www-form-urlencoded',
  'x-amz-user-agent: aws-sdk-js/3.1127.0',
  'user-agent: aws-sdk-js/3.1127.0 ua/2.1 os/linux lang/js md/nodejs#20 api/neptune#3.1127.0',
  'x-amz-date: 20260101T000000Z',
  'authorization: AWS4-HMAC-SHA256 Credential=123456789012/20260101/us-east-1/rds/aws4_request, SignedHeaders=content-length;content-type;host;x-amz-date;x-amz-user-agent, Signature=8883e9c3e9d9b45f9b1f0e0a94f2e9e6f8b2a4c1d0e9f8a7b6c5d4e3f2a1b0c9',
  'connection: keep-alive',
].join('\r\n');

let sent = 0;
let answered = 0;
let failed = 0;
const end = Date.now() + seconds * 1000;

function nextRequest(): string {
  sent += 1;
  const body = writeCopyRequest({
    SourceDBClusterSnapshotIdentifier: 'source',
    TargetDBClusterSnapshotIdentifier: `${prefix}-${sent}`,
    Tags: [{ Key: 'team', Value: 'graph' }],
  });
  return `${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function runConnection(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(nextRequest()));
    let received = '';
    socket.setNoDelay(true).setEncoding('latin1').on('error', reject).on('close', resolve);
    socket.on('data', (text: string) => {
      received += text;
      const blank = received.indexOf('\r\n\r\n');
      if (blank === -1) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? Number.NaN);
      if (received.length < blank + 4 + length) return;
      if (received.startsWith('HTTP/1.1 200 ')) answered += 1;
      else failed += 1;
      received = '';
      if (Date.now() < end) socket.write(nextRequest());
      else socket.destroy();
    });
  });
}

const started = process.hrtime.bigint();
await Promise.all(Array.from({ length: connections }, runConnection));
const elapsed = Number(process.hrtime.bigint() - started) / 1e9;
process.send?.({ perSecond: answered / elapsed, failed });
