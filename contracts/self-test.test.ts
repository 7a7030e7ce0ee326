import { describe, expect, it } from 'vitest';
import { culprits, mutants, type Direction, type Mutant } from '../src/selftest/mutants/index.ts';
import { renderSelfTest } from '../src/reporters/selftest/text.ts';
import { isSound, tryMutant, type SelfTest, type Trial } from '../src/selftest/index.ts';
import { rules } from '../src/contract/generated/catalogue.ts';
import { runCli } from '../test-support/process.ts';

const options = { seed: 1, search: { runs: 1, maxCalls: 5, maxTime: 5_000 } };

const trial = (different: Partial<Trial> = {}): Trial => ({
  mutant: harmless,
  killed: true,
  findings: ['copy-arn'],
  gates: true,
  unstable: [],
  by: 'all cases',
  ...different,
});

/** An endpoint that is said to be wrong, and is not. */
const harmless: Mutant = {
  name: 'nothing wrong: copy-arn',
  direction: 'wrong copy',
  rule: 'copy-arn',
  variant: () => ({}),
};

describe('the endpoints with a bug', () => {
  it('have names of their own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });

  it('leave no rule of the catalogue unbroken', () => {
    const broken = new Set(mutants.map(({ rule }) => rule));
    expect(rules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });

  it('are wrong in every direction', () => {
    const directions = new Set(mutants.map(({ direction }) => direction));
    expect(directions.size).toBe(9);
  });
});

describe('a trial', () => {
  const firsts = new Map<Direction, Mutant>(
    mutants
      .filter(({ direction }) => direction !== 'in the course')
      .map((mutant) => [mutant.direction, mutant]),
  );

  it.each([...firsts])('finds out an endpoint that is %s', async (_, mutant) => {
    const { killed, by, findings } = await tryMutant(mutant, options);
    expect({ killed, by }).toEqual({ killed: true, by: 'cases of the rule' });
    expect(culprits(mutant).some((rule) => findings.includes(rule))).toBe(true);
  });

  it('tells that an endpoint without a bug was not found out', async () => {
    const { killed, by, findings } = await tryMutant(harmless, options);
    expect({ killed, by, findings }).toEqual({ killed: false, by: 'nothing', findings: [] });
  });
});

describe('the table', () => {
  const result = (different: Partial<SelfTest>): SelfTest => ({
    trials: [trial()],
    scores: [],
    alarms: [],
    ...different,
  });

  it.each<[string, SelfTest, boolean, RegExp]>([
    ['all found out', result({}), true, /1 mutants, 1 killed, 0 silent: 100 %\n$/],
    [
      'one silent',
      result({ trials: [trial(), trial({ killed: false, by: 'nothing' })] }),
      false,
      /2 mutants, 1 killed, 1 silent: 50 %, the harness is not to be trusted\n$/,
    ],
    [
      'one in a thousand silent, which is not rounded up',
      result({ trials: [...Array.from({ length: 1999 }, () => trial()), trial({ killed: false })] }),
      false,
      /: 99.9 %, the harness/,
    ],
    [
      'a false alarm',
      result({ alarms: [{ endpoint: 'ours', rules: ['copy-arn'] }] }),
      false,
      /ALARM {3}ours: copy-arn\n1 endpoints that conform, 1 alarms/,
    ],
    [
      'one that another run would not know again',
      result({ trials: [trial({ unstable: ['v2-000000000000'] })] }),
      false,
      /UNSTABLE {2}nothing wrong: copy-arn: v2-000000000000 in one of two runs\n/,
    ],
    ['reported only', result({ trials: [trial({ gates: false })] }), true, /1 of them are reported/],
  ])('%s', (_, given, sound, text) => {
    expect(isSound(given)).toBe(sound);
    expect(renderSelfTest(given)).toMatch(text);
  });
});

describe('verify --self-test', () => {
  it('excludes an endpoint', async () => {
    const { code, stderr } = await runCli('verify', '--self-test', '--endpoint', 'http://127.0.0.1:1');
    expect(code).toBe(2);
    expect(stderr).toContain('--self-test and --endpoint exclude each other');
  });

  it('ends with the score of the rules that were asked for', async () => {
    const { code, stdout } = await runCli('verify', '--self-test', '--rule', 'tag-count');
    expect(stdout).toMatch(/\ntag-count +5 +5 +100 %\n/);
    expect(stdout).toMatch(/5 mutants, 5 killed, 0 silent: 100 %\n$/);
    expect(code).toBe(0);
  });
});
