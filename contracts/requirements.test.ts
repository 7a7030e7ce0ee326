import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { requirementSets } from '../src/contract/generated/catalogue.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { UsageError } from '../src/errors.ts';
import { verify } from '../src/verify/index.ts';
import { runContract } from '../src/verify/run-contract.ts';
import { fakeTarget } from '../test-support/fakes.ts';
import { runCli } from '../test-support/process.ts';

const newest = requirementSets.at(-1)?.name ?? '';
const folder = mkdtempSync(join(tmpdir(), 'ncc-requirements-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a requirement set', () => {
  it('is named by a flag, and told by the reports', async () => {
    const file = join(folder, 'report.json');
    const args = ['--rule', 'copy-arn', '--requirements', newest];
    const ended = await runCli('verify', ...args, '--report', 'text', '--report', `json=${file}`);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain(`, gate sibling, requirements ${newest}, `);
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    expect(report).toMatchObject({ gate: 'sibling', requirements: newest });
    expect(report.rules).toMatchObject([{ id: 'copy-arn', level: 'documented', gating: true }]);
  });

  it('is an option of the API, and has to be there', async () => {
    const cases = [] as const;
    const held = await runContract(fakeTarget(), { cases, requirements: newest });
    expect(held.requirements).toBe(newest);
    await expect(runContract(fakeTarget(), { cases, requirements: '2001-01' })).rejects.toThrow(UsageError);
    await expect(verify({ requirements: '2001-01' })).rejects.toThrow(
      `requirements is 2001-01: there is no such set; there are ${requirementSets.map(({ name }) => name).join(', ')}.`,
    );
  });

  it('is listed with its day', async () => {
    const { code, stdout } = await runCli('explain', '--requirements');
    expect(code).toBe(0);
    for (const { name, date } of requirementSets) expect(stdout).toContain(`${name} (${date}): `);
  });
});
