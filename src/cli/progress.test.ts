import { describe, expect, it } from 'vitest';
import type { Progress } from '../harness/run/progress.ts';
import { showProgress } from './progress.ts';

/** A clock on which no time goes by. */
const still = (): number => 0;

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

const at = (
  done: number,
  total: number,
  { of = 'cases', label = 'family/a' }: Partial<Pick<Progress, 'of' | 'label'>> = {},
): Progress => ({ of, done, total, failed: 1, label });

describe('on a terminal', () => {
  it('one line changes, and is gone at the end', () => {
    const tty = stream(true);
    const view = showProgress(tty, still);
    view.update(at(1, 3));
    view.update(at(2, 3));
    view.end();
    expect(tty.written).toEqual([
      '\r\u001b[K1 of 3 cases, 1 with deviations  family/a',
      '\r\u001b[K2 of 3 cases, 1 with deviations  family/a',
      '\r\u001b[K',
    ]);
  });

  it('nothing was shown, so nothing is wiped', () => {
    const tty = stream(true);
    const view = showProgress(tty, still);
    view.end();
    view.update(at(1, 3));
    view.end();
    view.end();
    expect(tty.written).toHaveLength(2);
  });

  it('cases and pairs are told side by side until they are complete', () => {
    const tty = stream(true);
    const view = showProgress(tty, still);
    view.update(at(1, 2));
    view.update(at(1, 9, { of: 'pairs', label: 'pairs/a+b' }));
    view.update(at(2, 2));
    view.update(at(2, 9, { of: 'pairs', label: 'pairs/a+c' }));
    view.update(at(1, 4, { of: 'sequences', label: 'stateful search' }));
    expect(tty.written.map((line) => line.replace('\r\u001b[K', ''))).toEqual([
      '1 of 2 cases, 1 with deviations  family/a',
      '1 of 2 cases, 1 with deviations; 1 of 9 pairs of rules  pairs/a+b',
      '2 of 2 cases, 1 with deviations; 1 of 9 pairs of rules  family/a',
      '2 of 9 pairs of rules  pairs/a+c',
      '2 of 9 pairs of rules; 1 of 4 sequences, 1 with deviations  stateful search',
    ]);
  });

  const table = [
    { name: 'narrow', given: 40, expected: 39 },
    { name: 'very narrow', given: 5, expected: 20 },
    { name: 'of a width that is not told', given: 0, expected: 79 },
  ];

  it.each(table)('the line is cut where the terminal is $name', ({ given, expected }) => {
    const tty = stream(true, given);
    showProgress(tty, still).update(at(1, 3, { label: 'x'.repeat(200) }));
    expect(tty.written[0]?.replace('\r\u001b[K', '')).toHaveLength(expected);
  });
});

describe('elsewhere', () => {
  /** What is written while a run of so many cases goes on. */
  function lines(total: number): string[] {
    const file = stream(false);
    const view = showProgress(file, still);
    for (let done = 1; done <= total; done += 1) view.update(at(done, total));
    view.end();
    return file.written;
  }

  it('there is a plain line for every tenth of the way', () => {
    const written = lines(100);
    expect(written).toHaveLength(10);
    expect(written[0]).toBe('10 of 100 cases, 1 with deviations\n');
    expect(written.at(-1)).toBe('100 of 100 cases, 1 with deviations\n');
    expect(written.join('')).not.toContain('\u001b');
  });

  it('each thing that is counted has its own total', () => {
    const file = stream(false);
    const view = showProgress(file, still);
    view.update(at(1, 2));
    view.update(at(1, 4, { of: 'pairs' }));
    view.update(at(2, 2));
    view.update(at(3, 3, { of: 'sequences' }));
    view.update(at(5, 5, { of: 'endpoints' }));
    expect(file.written).toEqual([
      '1 of 2 cases, 1 with deviations\n',
      '1 of 4 pairs of rules\n',
      '2 of 2 cases, 1 with deviations\n',
      '3 of 3 sequences, 1 with deviations\n',
      '5 of 5 endpoints, 1 misjudged\n',
    ]);
  });

  it('and no more lines than cases', () => {
    expect(lines(3)).toHaveLength(3);
    expect(lines(1)).toEqual(['1 of 1 cases, 1 with deviations\n']);
  });
});

describe.each([true, false])('the time that is left (on a terminal: %s)', (isTTY) => {
  it('stands behind what is counted', () => {
    let now = 0;
    const out = stream(isTTY);
    const view = showProgress(out, () => now);
    now = 10_000;
    view.update(at(1, 10));
    expect(out.written.join('')).toContain('1 of 10 cases, 1 with deviations, about 1 min 30 s left');
  });
});
