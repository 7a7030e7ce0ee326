import { describe, expect, it } from 'vitest';
import type { Progress } from '../harness/run/run.ts';
import { showProgress } from './progress.ts';

/** A stream that keeps what is written. */
function stream(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return {
    written,
    isTTY,
    columns,
    write(text: string | Uint8Array) {
      written.push(String(text));
      return true;
    },
  };
}

const at = (done: number, total: number, label = 'family/a'): Progress => ({ done, total, failed: 1, label });

describe('on a terminal', () => {
  it('one line changes, and is gone at the end', () => {
    const tty = stream(true);
    const view = showProgress(tty);
    view.update(at(1, 3));
    view.update(at(2, 3));
    view.end();
    expect(tty.written).toEqual([
      '\r\u001b[K1/3 calls, 1 with deviations  family/a',
      '\r\u001b[K2/3 calls, 1 with deviations  family/a',
      '\r\u001b[K',
    ]);
  });

  it('nothing was shown, so nothing is wiped', () => {
    const tty = stream(true);
    const view = showProgress(tty);
    view.end();
    view.update(at(1, 3));
    view.end();
    view.end();
    expect(tty.written).toHaveLength(2);
  });

  const table = [
    { name: 'narrow', given: 40, expected: 39 },
    { name: 'very narrow', given: 5, expected: 20 },
    { name: 'of a width that is not told', given: 0, expected: 79 },
  ];

  it.each(table)('the line is cut where the terminal is $name', ({ given, expected }) => {
    const tty = stream(true, given);
    showProgress(tty).update(at(1, 3, 'x'.repeat(200)));
    expect(tty.written[0]?.replace('\r\u001b[K', '')).toHaveLength(expected);
  });
});

describe('elsewhere', () => {
  /** What is written while a run of so many calls goes on. */
  function lines(total: number): string[] {
    const file = stream(false);
    const view = showProgress(file);
    for (let done = 1; done <= total; done += 1) view.update(at(done, total));
    view.end();
    return file.written;
  }

  it('there is a plain line for every tenth of the way', () => {
    const written = lines(100);
    expect(written).toHaveLength(10);
    expect(written[0]).toBe('10/100 calls, 1 with deviations\n');
    expect(written.at(-1)).toBe('100/100 calls, 1 with deviations\n');
    expect(written.join('')).not.toContain('\u001b');
  });

  it('and no more lines than calls', () => {
    expect(lines(3)).toHaveLength(3);
    expect(lines(1)).toEqual(['1/1 calls, 1 with deviations\n']);
  });
});
