import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { largestAnswer, mostParts } from '../src/harness/target/endpoint/answer-limits.ts';
import { start } from '../test-support/process.ts';
import { listen } from '../test-support/small-servers.ts';

const script = fileURLToPath(new URL('../test-support/peak-run.ts', import.meta.url));

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const envelope = (action: string, content: string): string =>
  `<${action}Response><${action}Result><DBClusterSnapshots></DBClusterSnapshots>${content}</${action}Result></${action}Response>`;

/** So many bytes of an answer, whose text is in an element that the SDK and we read. */
function ofSize(action: string, bytes: number): string {
  const [before = '', after = ''] = envelope(
    action,
    '<DBClusterSnapshot><DBClusterSnapshotIdentifier>@</DBClusterSnapshotIdentifier></DBClusterSnapshot>',
  ).split('@');
  return `${before}${'x'.repeat(bytes - before.length - after.length)}${after}`;
}

/** Answers a few calls plainly, so that it is taken for Neptune, and from then on as told. */
async function serve(answer: (action: string) => string): Promise<string> {
  let asked = 0;
  const answers = new Map<string, string>();
  const serving = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      asked += 1;
      const action = new URLSearchParams(body).get('Action') ?? 'CreateKey';
      const text = asked < 4 ? envelope(action, '') : (answers.get(action) ?? answer(action));
      if (asked >= 4) answers.set(action, text);
      response.end(text);
    });
  });
  server = serving;
  return listen(serving);
}

describe('a run needs less than 400 MB, whatever the target sends', () => {
  it.each<readonly [string, (action: string) => string, capped: boolean]>([
    ['as much as is read', (action) => ofSize(action, largestAnswer), false],
    ['5 MB', (action) => ofSize(action, 5_000_000), true],
    ['a million list members', (action) => envelope(action, '<a/>'.repeat(1_000_000)), true],
    [
      'as many elements as are read',
      (action) =>
        envelope(action, `<DBClusterSnapshot>${'<a/>'.repeat(mostParts - 1_000)}</DBClusterSnapshot>`),
      false,
    ],
    [
      'elements that nest as deep as is read',
      (action) =>
        envelope(action, `${'<a>'.repeat(mostParts / 2 - 500)}${'</a>'.repeat(mostParts / 2 - 500)}`),
      false,
    ],
    [
      'elements that nest 99,000 levels deep',
      (action) => envelope(action, `${'<a>'.repeat(99_000)}${'</a>'.repeat(99_000)}`),
      true,
    ],
    [
      'entities of entities',
      (action) =>
        `<!DOCTYPE l [<!ENTITY a "${'a'.repeat(999)}"><!ENTITY b "${'&a;'.repeat(999)}"><!ENTITY c "${'&b;'.repeat(999)}">]>${envelope(action, '<DBClusterSnapshot>&c;</DBClusterSnapshot>')}`,
      false,
    ],
    ['DOCTYPEs without end', (action) => '<!DOCTYPE a>'.repeat(90_000) + envelope(action, ''), true],
  ])('%s', async (_, answer, capped) => {
    const url = await serve(answer);
    const args = ['--import', 'tsx', script, 'verify', '--endpoint', url, '--deadline', '20', '--runs', '2'];
    const { stdout, stderr } = await start(process.execPath, args, process.env, 100_000).ended;
    const peak = Number(/peak (\d+) MB\n$/.exec(stderr)?.[1]);
    expect(peak, stderr).toBeGreaterThan(50);
    expect(peak, stderr).toBeLessThan(400);
    expect(stdout.includes('taken for no answer')).toBe(capped);
  });
});
