import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { directedCases } from '../src/contract/directed-cases.ts';
import { directedSequences, type DirectedSequence } from '../src/contract/directed-sequences.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { judge } from '../src/selftest/index.ts';
import { relations, serveVariant, type RelationMutant, type Variant } from '../src/selftest/mutants/index.ts';
import { mergeReports } from '../src/report/merge.ts';
import { connectEndpoint } from '../src/harness/target/endpoint/index.ts';
import { writeJsonFault } from '../src/protocol/json.ts';
import { failuresOf, replayFailure } from '../src/verify/replay/index.ts';
import { verify, type VerifyOptions } from '../src/verify/index.ts';
import { start } from '../test-support/process.ts';
import { interpreters, scriptFolder, writeScript } from '../test-support/scripts.ts';

const folder = scriptFolder();
afterAll(() => rmSync(folder, { recursive: true }));

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

/** A run of sequences alone, and what is left at the endpoint. */
async function ran(
  variant: Variant,
  options: VerifyOptions = {},
): Promise<{ readonly report: Report; readonly remains: number }> {
  const server = await serveVariant(variant);
  try {
    const report = await verify({
      endpoint: server.url,
      targetName: 'ours',
      cases: [],
      sequences: directedSequences(),
      journal: false,
      ...options,
    });
    return { report, remains: server.remains() };
  } finally {
    await server.close();
  }
}

const resultsOf = ({ rules }: Report) => rules.flatMap(({ cases }) => cases);

describe('the directed sequences', () => {
  it.each([0, 60])(
    'pass where nothing is wrong and copies take %d ms, and leave nothing',
    async (copyDuration) => {
      const { report, remains } = await ran({ name: 'ours', copyDuration });
      expect(report.findings).toEqual([]);
      const passed = resultsOf(report).map(({ id, status }) => `${id} ${status}`);
      expect(passed.sort()).toEqual(
        directedSequences()
          .map(({ id }) => `${id} pass`)
          .sort(),
      );
      expect({ remains, left: report.leftBehind }).toEqual({ remains: 0, left: [] });
    },
  );

  it('are excused where the target has no KMS', async () => {
    const { report } = await ran({
      name: 'no KMS',
      instead: ({ service, requestId }) =>
        service === 'kms'
          ? writeJsonFault({ code: 'UnknownOperationException', status: 400, message: '' }, requestId)
          : undefined,
    });
    const excused = resultsOf(report).filter(({ excuse }) => excuse?.name === 'KMS keys');
    expect(excused.map(({ id }) => id).sort()).toEqual([
      'freshness/alias-moved',
      'freshness/key-switched',
      'freshness/source-key-switched',
    ]);
    expect(report.findings).toEqual([]);
  });

  it('come to the same in parts', async () => {
    const [bug] = relations;
    if (bug === undefined) throw new Error('no bug to look for');
    const part = async (index: number) => {
      const { report } = await ran(freshly(bug), { runId: `part${index}`, shard: { index, count: 2 } });
      return { file: `${index}.json`, report };
    };
    const merged = mergeReports([await part(1), await part(2)]);
    if (!merged.ok) throw new Error(merged.problems.join());
    const { report: whole } = await ran(freshly(bug));
    const told = (report: Report) => ({
      results: resultsOf(report)
        .map(({ id, status }) => `${id} ${status}`)
        .sort(),
      findings: report.findings.map(({ rule, fingerprint, cases }) => [rule, fingerprint, cases]),
    });
    expect(told(merged.report)).toEqual(told(whole));
  });
});

describe('what a sequence shows after the copy', () => {
  const bug = relations.find(({ name }) => name === 'lets copies go with their source');
  if (bug === undefined) throw new Error('no bug to look for');

  it('is shown again by scripts, which leave nothing, and by a replay', async () => {
    const server = await serveVariant(freshly(bug));
    try {
      const sequences = directedSequences().filter(({ id }) => id === 'independence/source-deleted');
      const report = await verify({ endpoint: server.url, cases: [], sequences, journal: false });
      const [finding] = report.findings;
      expect(finding?.cases).toEqual(['independence/source-deleted']);
      for (const language of ['curl', 'javascript']) {
        const interpreter = interpreters[language];
        if (interpreter === undefined) throw new Error(`nothing runs ${language}`);
        const script = writeScript(folder, interpreter, finding?.reproduction[language] ?? '');
        const { stdout, stderr } = await start(interpreter.command(undefined), [script], {}).ended;
        // The copy is made, and the look at it once its source is gone finds nothing.
        expect(`${stdout}${stderr}`).toMatch(/CopyDBClusterSnapshotResult[^]*not ?found/i);
        expect(server.remains()).toBe(0);
      }
      const [failure] = failuresOf(report, { node: '', sdk: '' }).values();
      if (failure === undefined) throw new Error('no failure to replay');
      const target = await connectEndpoint({ url: server.url, region: 'us-east-1', timeout: 10_000 });
      const { result } = await replayFailure(target, failure);
      await target.close();
      expect(result).toEqual({ kind: 'reproduced' });
    } finally {
      await server.close();
    }
  });
});
