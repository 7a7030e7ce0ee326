import { expect, it } from 'vitest';
import type { CallResult } from '../exchange.ts';
import { KeyRing, type KeyUser } from './key-ring.ts';

const place = { account: '111111111111', region: 'us-east-1' };

/** Somebody who makes keys at a target that numbers them. */
function user(made: { count: number }): KeyUser {
  return {
    steps: [],
    about: undefined,
    noteInvention: () => undefined,
    call(_, operation) {
      if (operation !== 'CreateKey') return Promise.resolve({});
      made.count += 1;
      const KeyId = `key-${made.count}`;
      const Arn = `arn:aws:kms:${place.region}:${place.account}:key/${KeyId}`;
      return Promise.resolve({ KeyMetadata: { KeyId, Arn } });
    },
  };
}

it('a key is handed on when it is enabled again, and not before', async () => {
  const made = { count: 0 };
  let answer: (result: CallResult) => void = () => undefined;
  const ring = new KeyRing('r1', {
    call: () => new Promise((resolve) => (answer = resolve)),
  });
  const [first, second, third] = [user(made), user(made), user(made)];
  const key = await ring.take(first, 'vault', { place });
  await ring.bring(first, key, 'Disabled');
  const back = ring.giveBack(first);
  expect((await ring.take(second, 'vault', { place })).id).not.toBe(key.id);
  answer({ ok: true, output: {} });
  await back;
  expect((await ring.take(third, 'vault', { place })).id).toBe(key.id);
});

it('a key that cannot be enabled again is handed on to nobody', async () => {
  const made = { count: 0 };
  const fault = { name: 'InternalFailure', message: '', status: 500 };
  const ring = new KeyRing('r1', { call: () => Promise.resolve({ ok: false, fault }) });
  const [first, second] = [user(made), user(made)];
  const key = await ring.take(first, 'vault', { place });
  await ring.bring(first, key, 'Disabled');
  await ring.giveBack(first);
  expect((await ring.take(second, 'vault', { place })).id).not.toBe(key.id);
});
