import { describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { directedSequences, type DirectedSequence } from '../src/contract/directed-sequences.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { judge } from '../src/selftest/index.ts';
import { relations, serveVariant, type RelationMutant, type Variant } from '../src/selftest/mutants/index.ts';
import { verify } from '../src/verify/index.ts';

/** A bug that remembers nothing yet. */
const freshly = (bug: RelationMutant): Variant => ({ name: bug.name, ...bug.variant() });

/** Whether a sequence is of the family of a relation. */
const isOf =
  (relation: string) =>
  ({ id }: DirectedSequence): boolean =>
    id.startsWith(`${relation}/`);

/** The report on an endpoint with a bug, and the deviations from the rule that it breaks. */
async function judged(
  bug: RelationMutant,
  entries: Parameters<typeof judge>[1],
): Promise<Report['findings']> {
  const { findings } = await judge(freshly(bug), entries, { seed: 1 });
  return findings.filter(({ rule }) => rule === bug.rule);
}

describe.each(relations.map((bug) => [bug.name, bug] as const))('an endpoint that %s', (_, bug) => {
  it('is found out by the sequences of its relation, with the fewest calls', async () => {
    const found = await judged(bug, directedSequences().filter(isOf(bug.relation)));
    expect(found.map(({ sequence }) => sequence?.calls.length)).toContain(bug.fewest);
    for (const { cases } of found) for (const id of cases) expect(id).toMatch(`${bug.relation}/`);
  });

  it('is not found out by the cases of its rule', async () => {
    const cases = directedCases().filter(({ rule }) => rule === bug.rule);
    expect(await judged(bug, cases)).toEqual([]);
  });
});

it('every relation has a bug, and every bug a relation with sequences', () => {
  const families = new Set(directedSequences().map(({ id }) => id.replace(/\/.*/, '')));
  expect(new Set(relations.map(({ relation }) => relation as string))).toEqual(families);
});

describe('the directed sequences', () => {
  async function ran(variant: Variant): Promise<{ readonly report: Report; readonly remains: number }> {
    const server = await serveVariant(variant);
    try {
      const sequences = directedSequences();
      const report = await verify({ endpoint: server.url, cases: [], sequences, journal: false });
      return { report, remains: server.remains() };
    } finally {
      await server.close();
    }
  }
  const resultsOf = ({ rules }: Report) => rules.flatMap(({ cases }) => cases);

  it.each([0, 60])(
    'pass where nothing is wrong and copies take %d ms, and leave nothing',
    async (copyDuration) => {
      const { report, remains } = await ran({ name: 'ours', copyDuration });
      expect(report.findings).toEqual([]);
      expect(
        resultsOf(report)
          .map(({ id, status }) => `${id} ${status}`)
          .sort(),
      ).toEqual(
        directedSequences()
          .map(({ id }) => `${id} pass`)
          .sort(),
      );
      expect({ remains, left: report.leftBehind }).toEqual({ remains: 0, left: [] });
    },
  );
});
