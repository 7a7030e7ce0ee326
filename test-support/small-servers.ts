import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A server that does this with each connection. Who breaks off is no failure. */
export function tcp(onConnection: (socket: Socket) => void): Server {
  return createServer((socket) => {
    socket.on('error', () => undefined);
    onConnection(socket);
  });
}

/** A server that answers each HTTP request so, whatever is asked. */
export function http(answer: (response: ServerResponse) => void): Server {
  return createHttpServer((_request, response) => answer(response));
}

/** Answers with a status, a type and a body. */
export function respond(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

/** Lets a server listen at a free port of 127.0.0.1. Resolves to its URL. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
