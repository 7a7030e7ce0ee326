import { expect, it } from 'vitest';
import { InTurn } from './in-turn.ts';

it('work about one thing is done in turn, also after a failure, and work about others beside it', async () => {
  const turns = new InTurn();
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async (): Promise<string> => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const ended = await Promise.allSettled([
    turns.do('blank', work('a', true)),
    turns.do('blank', work('b')),
    turns.do('absent', work('c')),
  ]);
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(log.indexOf('b begins')).toBeGreaterThan(log.indexOf('a ends'));
  expect(log.indexOf('c begins')).toBeLessThan(log.indexOf('a ends'));
});
