import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isConfirmed } from './confirm.ts';

describe('whoever sits there is asked', () => {
  it.each([
    ['yes', true],
    [' yes ', true],
    ['y', false],
    ['', false],
    ['no', false],
  ])('"%s" begins: %s', async (answer, begins) => {
    const output = new PassThrough();
    const input = Object.assign(new PassThrough(), { isTTY: true });
    input.write(`${answer}\n`);
    expect(await isConfirmed(input, output)).toBe(begins);
    expect(String(output.read())).toContain('Begin?');
  });

  it('and nobody is a mistake', async () => {
    await expect(isConfirmed(new PassThrough(), new PassThrough())).rejects.toThrow('--yes');
  });
});
