/** What `docs/live.md` tells is what the code has. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { liveOperations } from '../../src/harness/live/meter.ts';
import { liveCommand } from '../../src/cli/live.ts';
import { usualLimits } from '../../src/live/run-live.ts';
import { questions } from '../../src/live/questions.ts';

const page = readFileSync(new URL('../../docs/live.md', import.meta.url), 'utf8');

describe('the guide', () => {
  it('has the open questions in their order', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\|$/gm)].map(([, id, title]) => ({
      id,
      title,
    }));
    expect(rows).toEqual(questions.map(({ id, title }) => ({ id, title })));
  });

  it('names all that is sent', () => {
    const [, sent = ''] = /^1\. It sends (.*?) and nothing else/m.exec(page) ?? [];
    const named = sent.match(/[A-Z][A-Za-z]{4,}/g) ?? [];
    expect(named.sort()).toEqual([...liveOperations.neptune, ...liveOperations.kms].sort());
  });

  it('has the limits that a run has, and so have its flags', () => {
    const { copiesInAll, copiesAtOnce, calls, deadline, callsPerSecond } = usualLimits;
    const told = Object.fromEntries(
      [...page.matchAll(/`--([a-z-]+)` \(([\d,]+)/g)].map(([, flag = '', value = '']) => [
        flag,
        Number(value.replaceAll(',', '')),
      ]),
    );
    const limits = {
      'max-copies': copiesInAll,
      'copies-at-once': copiesAtOnce,
      'max-calls': calls,
      deadline: deadline / 1000,
      'calls-per-second': callsPerSecond,
    };
    expect(told).toEqual(limits);
    const run = liveCommand().commands.find((command) => command.name() === 'run');
    const defaults = Object.keys(limits).map((flag) => [
      flag,
      run?.options.find(({ long }) => long === `--${flag}`)?.defaultValue as unknown,
    ]);
    expect(Object.fromEntries(defaults)).toEqual(limits);
  });

  it('shows commands that there are', () => {
    const lines = [...page.matchAll(/^\$ npx neptune-copy-contract live (\S+)(.*)$/gm)];
    expect(lines.length).toBeGreaterThan(5);
    for (const [, name = '', rest = ''] of lines) {
      const command = liveCommand().commands.find((each) => each.name() === name);
      const flags = rest.match(/--[a-z-]+/g) ?? [];
      expect(command?.options.map(({ long }) => long)).toEqual(expect.arrayContaining(flags));
    }
  });
});
