import { connect, type Socket } from 'node:net';
import { childOf, parseXml } from '../src/protocol/xml.ts';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Takes the whole answers from the front of what has come in; `100 Continue` is none. */
function takeAnswers(received: Buffer): {
  readonly answers: readonly RawAnswer[];
  readonly rest: Buffer;
} {
  const answers: RawAnswer[] = [];
  let rest = received;
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end === -1) return { answers, rest };
    const head = rest.toString('latin1', 0, end);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
    const length = status === 100 ? 0 : Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
    if (!(rest.length >= end + 4 + length)) return { answers, rest };
    const body = rest.toString('utf8', end + 4, end + 4 + length);
    if (status !== 100) answers.push({ status, type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '', body });
    rest = rest.subarray(end + 4 + length);
  }
}

/** What keeps an answer from being a fault as AWS words it; nothing if it is one. */
export function faultProblem({ status, type, body }: RawAnswer): string | undefined {
  if (!(status >= 400 && status < 500)) return `status ${status}`;
  if (type === 'application/x-amz-json-1.1') {
    const fault = JSON.parse(body) as { readonly __type?: unknown };
    return typeof fault.__type === 'string' && fault.__type !== '' ? undefined : 'no __type';
  }
  if (type !== 'text/xml') return `content type ${type}`;
  const root = parseXml(body);
  if ('error' in root) return root.error;
  const code = childOf(childOf(root, 'Error'), 'Code')?.text ?? '';
  if (root.name !== 'ErrorResponse' || !/^\w+$/.test(code)) return 'no ErrorResponse with a Code';
  return childOf(root, 'RequestId') === undefined ? 'no RequestId' : undefined;
}

/** A connection on which bytes are sent as they are. */
interface RawConnection {
  /** Resolves when so many answers have come in altogether, or the connection is closed. */
  answered(count: number): Promise<readonly RawAnswer[]>;
  send(bytes: Buffer): void;
  /** Sends, and says that nothing more will come; resolves when the other side is done as well. */
  finish(bytes: Buffer): Promise<{ readonly answers: readonly RawAnswer[]; readonly cut: boolean }>;
  /** Sends, and leaves it at that; resolves when the other side has had enough. */
  hold(bytes: Buffer): Promise<readonly RawAnswer[]>;
  /** Sends, and breaks off. */
  abandon(bytes: Buffer): Promise<void>;
}

/** Opens such a connection to this machine. */
export function openRaw(port: number): RawConnection {
  const answers: RawAnswer[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let closed = false;
  let changed = (): void => undefined;
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
  socket.on('data', (data) => {
    const taken = takeAnswers(rest.length === 0 ? data : Buffer.concat([rest, data]));
    ({ rest } = taken);
    answers.push(...taken.answers);
    changed();
  });
  // That the other side breaks off is an answer, too: what has come in before is looked at.
  socket.on('error', () => undefined);
  let holding = false;
  socket.on('end', () => {
    if (!holding) socket.end();
  });
  // Silence is told as such, not waited for.
  socket.setTimeout(30_000, () => socket.destroy());
  socket.on('close', () => {
    closed = true;
    changed();
  });
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      changed = () => {
        if (condition()) resolve();
      };
      changed();
    });
  return {
    async answered(count) {
      await until(() => closed || answers.length >= count);
      return answers;
    },
    send: (bytes) => void socket.write(bytes),
    async finish(bytes) {
      socket.end(bytes);
      await until(() => closed);
      return { answers, cut: rest.length > 0 };
    },
    async hold(bytes) {
      holding = true;
      socket.write(bytes);
      await until(() => closed);
      return answers;
    },
    async abandon(bytes) {
      if (!closed) await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
      socket.resetAndDestroy();
      await until(() => closed);
    },
  };
}
