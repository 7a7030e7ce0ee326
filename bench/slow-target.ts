/**
 * `serve` behind a proxy that lets every call wait, in a process of its own, as a target somewhere else would be.
 * Argument: milliseconds a call. Sends its URL to the parent process.
 */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startServer } from '../dist/server/index.js';

const delay = Number(process.argv[2]);
const { url } = await startServer({ copyDuration: 600 });
const { hostname, port } = new URL(url);

const proxy = createServer((incoming, answer) => {
  setTimeout(() => {
    const { url: path, method, headers } = incoming;
    const onward = request({ hostname, port, path, method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    incoming.pipe(onward);
  }, delay);
});
proxy.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
});
process.once('disconnect', () => process.exit());
