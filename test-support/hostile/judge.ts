import { describe, expect, it } from 'vitest';
import { hangs, runAgainst } from './run.ts';
import type { HostileTarget } from './target.ts';

/** The most memory that a run may hold, in MiB, whatever the target sends. */
const mostMemory = 400;

/**
 * What a run against each of these targets must leave alone, and how it must end. Targets that are mostly waited
 * for can be judged at once.
 */
export function judge(family: string, targets: readonly HostileTarget[], { concurrent = false } = {}): void {
  describe(family, () => {
    it.for(targets.map((target) => [target.name, target] as const))(
      '%s',
      { timeout: hangs + 15_000, concurrent },
      async ([, target], { expect: expectHere }) => {
        const outcome = await runAgainst(target);
        const { expected } = target;
        // In the order in which they matter: harm first.
        expectHere(outcome.changes).toEqual([]);
        expectHere(outcome.attempts).toEqual([]);
        const told = `${outcome.stdout.slice(-2_000)}\n${outcome.stderr.slice(-2_000)}`;
        expectHere(outcome.signal, `it hangs: ${told}`).toBeNull();
        expectHere(expected.exit, told).toContain(outcome.code);
        expectHere(outcome.stderr, 'a stack trace').not.toMatch(/^ {4}at /m);
        expectHere(outcome.report !== undefined, `a report, with ${told}`).toBe(expected.report ?? true);
        if (expected.says !== undefined) expectHere(outcome.written).toMatch(expected.says);
        for (const pattern of expected.never ?? [])
          expectHere(leakOf(outcome.written, pattern), String(pattern)).toBeUndefined();
        for (const [where, patterns] of Object.entries(expected.neverIn ?? {})) {
          const text = outcome.texts[where] ?? '';
          for (const pattern of patterns) {
            expectHere(leakOf(text, pattern), `${String(pattern)} in ${where}`).toBeUndefined();
          }
        }
        if (expected.leftBehind !== undefined) {
          expectHere((outcome.report?.leftBehind ?? []).join('\n')).toMatch(expected.leftBehind);
        }
        if (expected.calls !== undefined) expectHere(outcome.calls).toBeLessThan(expected.calls);
        expectHere(outcome.megabytes).toBeLessThan(mostMemory);
      },
    );
  });
  it(`has ${family} to judge`, () => expect(targets.length).toBeGreaterThan(0));
}

/** Where a pattern is found, with what stands around it. */
function leakOf(text: string, pattern: RegExp): string | undefined {
  const found = pattern.exec(text);
  return found === null ? undefined : text.slice(Math.max(0, found.index - 80), found.index + 80);
}
