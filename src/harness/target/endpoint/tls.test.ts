import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { certificateFile } from '../../../../test-support/tls-server.ts';
import { agentFor, readTls } from './tls.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-tls-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
const pem = /-----BEGIN[^]*END CERTIFICATE-----/.exec(readFileSync(certificateFile, 'utf8'))?.[0] ?? '';

describe('certificates to be trusted', () => {
  it('are read from a file, whatever else is in it', async () => {
    expect(await readTls({ caFile: certificateFile })).toEqual({ caFile: certificateFile, ca: pem });
    const two = file('two.pem', `a\n${pem}\nb\n${pem}\n`);
    expect((await readTls({ caFile: two })).ca).toBe(`${pem}\n${pem}`);
  });

  it('need no file where none is told', async () => {
    expect(await readTls({ insecure: true })).toEqual({ insecure: true });
  });

  const none = 'holds something between the lines of a certificate that is none';
  it.each([
    ['not there', join(folder, 'none.pem'), 'cannot read the certificates of'],
    ['a folder', folder, 'cannot read the certificates of'],
    ['empty', file('empty.pem', ''), 'holds no certificate in PEM'],
    ['a key', file('key.pem', pem.replaceAll('CERTIFICATE', 'PRIVATE KEY')), 'holds no certificate in PEM'],
    ['damaged', file('bad.pem', pem.replace(/\n.{10}/, '\nAAAAAAAAAA')), none],
    ['damaged in the second', file('half.pem', `${pem}\n${pem.replace(/\n.{10}/, '\nAAAAAAAAAA')}`), none],
  ])('are refused with the name of the file: %s', async (_, caFile, words) => {
    await expect(readTls({ caFile })).rejects.toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message: expect.stringContaining(words) as string,
      }) as Error,
    );
    await expect(readTls({ caFile })).rejects.toThrow(caFile);
  });
});

describe('the agent', () => {
  it('is the usual one where nothing is told', () => {
    expect([agentFor(), agentFor({}), agentFor({ insecure: false })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('checks certificates unless told not to', () => {
    expect(agentFor({ ca: 'x' })).toEqual({ keepAlive: true, maxSockets: 50, ca: 'x' });
    expect(agentFor({ insecure: true })).toEqual({
      keepAlive: true,
      maxSockets: 50,
      rejectUnauthorized: false,
    });
  });
});
