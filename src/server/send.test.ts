import { expect, test } from 'vitest';
import { outbox } from './send.ts';

test('what is posted in one turn of the event loop leaves after it, in order and together', async () => {
  const post = outbox();
  const left: string[] = [];
  post(() => left.push('a'));
  await Promise.resolve();
  post(() => left.push('b'));
  expect(left).toEqual([]);
  await new Promise(setImmediate);
  expect(left).toEqual(['a', 'b']);
});

test('what is posted while others leave, leaves in the turn that follows', async () => {
  const post = outbox();
  const left: string[] = [];
  post(() => post(() => left.push('b')));
  post(() => left.push('a'));
  await new Promise(setImmediate);
  expect(left).toEqual(['a']);
  await new Promise(setImmediate);
  expect(left).toEqual(['a', 'b']);
});
