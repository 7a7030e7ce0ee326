import { describe, expect, it } from 'vitest';
import { StagingStopped } from '../target/endpoint/staging-stopped.ts';
import { NotRecorded, TapeReader, TapeWriter, withoutSigning } from './tape.ts';

/** A tape as it is written to a file and read again. */
const again = ({ calls }: TapeWriter): TapeReader =>
  new TapeReader(JSON.parse(JSON.stringify(calls)) as TapeWriter['calls']);

const recorded = async (...answers: readonly unknown[]): Promise<TapeWriter> => {
  const tape = new TapeWriter(performance.now());
  for (const answer of answers) await tape.take('describe', { name: 'x' }, () => Promise.resolve(answer));
  return tape;
};

describe('TapeReader', () => {
  it('answers the same question as it was answered, one time after the other, and then no more', async () => {
    const tape = again(await recorded('first', 'second'));
    expect([tape.read('describe', { name: 'x' }), tape.read('describe', { name: 'x' })]).toEqual([
      'first',
      'second',
    ]);
    expect(() => tape.read('describe', { name: 'x' })).toThrow(NotRecorded);
  });

  it('does not answer another question', async () => {
    const tape = again(await recorded('first'));
    expect(() => tape.read('describe', { name: 'y' })).toThrow(NotRecorded);
    expect(() => tape.read('listTags', { name: 'x' })).toThrow(NotRecorded);
  });

  it('keeps times, nothing, and what is no time', async () => {
    const values = [{ at: new Date(5) }, undefined, { $time: 'x', other: 1 }, [null], ''];
    const tape = again(await recorded(...values));
    expect(values.map(() => tape.read('describe', { name: 'x' }))).toEqual(values);
  });

  it('stops staging where that came of it', async () => {
    const tape = new TapeWriter(performance.now());
    const stopped = tape.take('takeKey', { handle: 'k' }, () =>
      Promise.reject(new StagingStopped('failed', 'no keys')),
    );
    await expect(stopped).rejects.toThrow('no keys');
    expect(() => again(tape).read('takeKey', { handle: 'k' })).toThrow(
      expect.objectContaining({ kind: 'failed', message: 'no keys' }) as Error,
    );
  });

  it('has calls in the order in which they were asked for, whoever was answered first', async () => {
    const tape = new TapeWriter(performance.now());
    let answer = (_: string): void => undefined;
    const slow = tape.take(
      'send',
      { request: 1 },
      () => new Promise<string>((resolve) => (answer = resolve)),
    );
    await tape.take('send', { request: 2 }, () => Promise.resolve('quick'));
    answer('slow');
    await slow;
    expect(tape.calls.map(({ answer: each }) => each)).toEqual(['slow', 'quick']);
  });
});

describe('withoutSigning', () => {
  it('takes out what a request was signed with, and nothing else', () => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 …', 'x-amz-date': '20261127T000000Z', host: 'h' };
    const http = { request: { method: 'POST', headers }, response: { headers: { date: 'today' } } };
    const { answer } = withoutSigning({ call: 'send', with: {}, at: 0, answer: { http, attempts: 1 } });
    expect(answer).toEqual({
      http: { ...http, request: { method: 'POST', headers: { host: 'h' } } },
      attempts: 1,
    });
  });
});
