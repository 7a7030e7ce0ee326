import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { request as plainRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Listening } from './proxy.ts';

/** The certificate of the server, signed by itself. */
export const certificateFile = fileURLToPath(new URL('tls/certificate.pem', import.meta.url));

const key = readFileSync(new URL('tls/key.pem', import.meta.url));
const cert = readFileSync(certificateFile);

/** A server that speaks TLS, in front of another one that does not. `seen` is told the body of each request. */
export async function startTls(
  target: string,
  seen: (body: string) => void = () => undefined,
): Promise<Listening> {
  const to = new URL(target);
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      seen(body.toString());
      const headers = { ...request.headers, host: to.host };
      const { method, url: path } = request;
      plainRequest({ host: to.hostname, port: to.port, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
