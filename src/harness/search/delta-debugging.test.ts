import { describe, expect, it } from 'vitest';
import type { Call, CopyCall } from '../../contract/generated/types.ts';
import { deltaDebug } from './delta-debugging.ts';

const home = { account: 'self', region: 'here' } as const;
const create = (name: string): Call => ({ op: 'create', at: home, name });
const copy = (target: string, rest: Partial<CopyCall> = {}): CopyCall => ({
  op: 'copy',
  at: home,
  source: 'alpha',
  target,
  ...rest,
});
const tags = (count: number) => Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));

const targets = (calls: readonly Call[]): string[] =>
  calls.flatMap((call) => (call.op === 'copy' ? [call.target] : []));
const has = (calls: readonly Call[], ...wanted: string[]): boolean =>
  wanted.every((target) => targets(calls).includes(target));
const copies = Array.from({ length: 12 }, (_, i) => copy(`c${i}`));

describe('deltaDebug', () => {
  it.each([
    { name: 'one call', shows: (calls: readonly Call[]) => has(calls, 'c7'), expected: ['c7'], path: '8' },
    {
      name: 'two calls far apart',
      shows: (calls: readonly Call[]) => has(calls, 'c0', 'c11'),
      expected: ['c0', 'c11'],
      path: '1,12',
    },
    {
      name: 'every copy',
      shows: (calls: readonly Call[]) => targets(calls).length >= 12,
      expected: targets(copies),
      path: '1,2,3,4,5,6,7,8,9,10,11,12',
    },
    {
      name: 'any three',
      shows: (calls: readonly Call[]) => targets(calls).length >= 3,
      expected: ['c1', 'c2', 'c3'],
      path: '2,3,4',
    },
  ])('keeps only what is needed: $name', async ({ shows, expected, path }) => {
    const found = await deltaDebug(
      [create('alpha'), ...copies],
      (calls) => Promise.resolve(shows(calls)),
      1000,
    );
    expect(targets(found.calls)).toEqual(expected);
    expect(found.calls).toHaveLength(expected.length);
    expect(found.replayPath).toBe(path);
  });

  it.each([
    {
      name: 'members that do not matter',
      given: copy('x', { key: 'first', copyTags: true, times: 3 }),
      shows: () => true,
      expected: copy('x'),
    },
    {
      name: 'no member that matters',
      given: copy('x', { copyTags: true, key: 'first' }),
      shows: (call: CopyCall) => call.copyTags === true,
      expected: copy('x', { copyTags: true }),
    },
    {
      name: 'all tags but those that matter',
      given: copy('x', { tags: tags(50) }),
      shows: (call: CopyCall) => (call.tags?.length ?? 0) >= 10,
      expected: copy('x', { tags: tags(10) }),
    },
  ])('makes a call plainer: leaves out $name', async ({ given, shows, expected }) => {
    const found = await deltaDebug(
      [given],
      ([call]) => Promise.resolve(call?.op === 'copy' && shows(call)),
      1000,
    );
    expect(found.calls).toEqual([expected]);
  });

  it('lets a copy start from the first snapshot, and spares the calls between', async () => {
    const chain = [create('alpha'), copy('link'), copy('x', { source: 'link' })];
    const found = await deltaDebug(
      chain,
      (calls) => Promise.resolve(calls[0]?.op === 'create' && has(calls, 'x')),
      1000,
    );
    expect(found.calls).toEqual([create('alpha'), copy('x')]);
  });

  it('asks no more often than it may, and then keeps what it has', async () => {
    let asked = 0;
    const never = (): Promise<boolean> => {
      asked += 1;
      return Promise.resolve(false);
    };
    const found = await deltaDebug(copies, never, 7);
    expect(asked).toBe(7);
    expect(found.calls).toEqual(copies);
  });
});
