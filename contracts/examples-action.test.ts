import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../src/server/index.ts';
import type { Report } from '../src/contract/generated/types.ts';
import { exampleEnv, inRepository, runStep } from '../test-support/examples-steps.ts';
import { expand, readYaml, type Action } from '../test-support/examples-workflow.ts';
import type { Ended } from '../test-support/process.ts';
import { startProxy, type Listening } from '../test-support/proxy.ts';
import { identityOf } from '../src/harness/checks/identity.ts';

const action = readYaml('action.yml') as Action;
const folder = mkdtempSync(join(tmpdir(), 'ncc-action-'));
/** What a runner has of the action: the files of the repository, and nothing built. */
const actionPath = join(folder, 'action');
const [build, judging] = action.runs.steps;
let server: RunningServer;
let proxy: Listening;

/** The reference server, and one before it whose answers do not tell the ARN of a source. */
beforeAll(async () => {
  server = await startServer({});
  proxy = await startProxy(server.url, {
    change: (body) => body.replaceAll(/<SourceDBClusterSnapshotArn>[^<]*<\/SourceDBClusterSnapshotArn>/g, ''),
  });
  const files = execFileSync('git', ['ls-files', '-z', 'src', 'spec', '*.json'], {
    cwd: inRepository('.'),
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(inRepository(name)))) {
    mkdirSync(dirname(join(actionPath, file)), { recursive: true });
    cpSync(inRepository(file), join(actionPath, file));
  }
  const built = await runStep(folder, build?.run ?? '', buildEnv());
  if (built.code !== 0) throw new Error(`the action cannot be built: ${built.stdout}${built.stderr}`);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Ran extends Ended {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

let runs = 0;

/** Runs the action's second step with inputs, in a folder of its own for its files. */
async function run(inputs: Readonly<Record<string, string>>): Promise<Ran> {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
  const all = { ...(Object.fromEntries(defaults) as Record<string, string>), ...inputs };
  const env = Object.entries(judging?.env ?? {}).map(([name, text]) => [name, expand(text, all)]);
  const [output, summary] = ['output', 'summary'].map((name) => join(folder, `${name}-${runs}`));
  runs += 1;
  for (const file of [output, summary]) writeFileSync(file ?? '', '');
  const ended = await runStep(
    folder,
    judging?.run ?? '',
    exampleEnv(folder, {
      ...(Object.fromEntries(env) as NodeJS.ProcessEnv),
      GITHUB_ACTION_PATH: actionPath,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    }),
  );
  const lines = readFileSync(output ?? '', 'utf8')
    .trim()
    .split('\n');
  return {
    ...ended,
    outputs: Object.fromEntries(lines.map((line) => line.split('=', 2))) as Record<string, string>,
    summary: readFileSync(summary ?? '', 'utf8'),
  };
}

/** An environment whose `npm ci` links what is installed here; all else that npm is asked for it does. */
function buildEnv(): NodeJS.ProcessEnv {
  const bin = join(folder, 'npm-ci');
  mkdirSync(bin, { recursive: true });
  const linked = `ln -s '${inRepository('node_modules')}' node_modules`;
  const npm = `#!/usr/bin/env bash
if [ "$1" = ci ]; then ${linked}; else PATH="\${PATH#*:}" exec npm "$@"; fi\n`;
  writeFileSync(join(bin, 'npm'), npm);
  chmodSync(join(bin, 'npm'), 0o755);
  return { ...process.env, GITHUB_ACTION_PATH: actionPath, PATH: `${bin}${delimiter}${process.env['PATH']}` };
}

const rule = '--rule\ncopy-source-arn\n';

describe('the action', () => {
  it('is two steps, of which the second gets its inputs by the environment, and only so', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps).toHaveLength(2);
    for (const step of action.runs.steps) expect(step.run).not.toContain('${{');
    expect(build?.env).toBeUndefined();
    const used = Object.values(judging?.env ?? {}).map((text) => /inputs\.([\w-]+)/.exec(text)?.[1]);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('builds the code that it lies beside, once', async () => {
    const main = join(actionPath, 'dist/cli/main.js');
    const { mtimeMs } = statSync(main);
    // Neither npm nor tsc is there a second time.
    const env = { PATH: '/usr/bin:/bin', GITHUB_ACTION_PATH: actionPath };
    expect(await runStep(folder, build?.run ?? '', env)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(statSync(main).mtimeMs).toBe(mtimeMs);
  });

  it('ends with 0 at an endpoint that conforms, and keeps the reports that are asked for', async () => {
    const formats = ['junit', 'html', 'json', 'markdown', 'badge', 'text'];
    const { code, stdout, outputs, summary } = await run({
      endpoint: server.url,
      'report-formats': formats.join(' '),
      'report-folder': 'kept here',
      arguments: rule,
    });
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 0, exit: '0' });
    for (const format of formats) expect(existsSync(join(folder, outputs[format] ?? 'nowhere'))).toBe(true);
    expect(outputs['junit']).toBe('kept here/junit.xml');
    expect(stdout).toMatch(/^::notice /m);
    expect(summary).toContain('CopyDBClusterSnapshot');
  });

  it('ends with 1 at one that deviates, and with 0 where that is in the baseline', async () => {
    const deviating = { endpoint: proxy.url, 'target-name': 'spoiled', arguments: rule };
    const { code, stdout, outputs } = await run(deviating);
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 1, exit: '1' });
    expect(stdout).toMatch(/^::error title=copy-source-arn/m);
    const report = JSON.parse(readFileSync(join(folder, outputs['json'] ?? ''), 'utf8')) as Report;
    expect(report.target.name).toBe('spoiled');
    const entries = report.findings.map((finding) => ({
      rule: finding.rule,
      target: 'spoiled',
      cases: ['*'],
      actual: identityOf(finding).actual,
      fingerprint: finding.fingerprint,
      reason: 'the proxy takes it away',
      owner: 'tests',
    }));
    writeFileSync(join(folder, 'baseline.yaml'), JSON.stringify({ version: 2, entries }));
    // The outputs that the action declares are those that its step makes, and no others.
    const declared = Object.values(action.outputs).map(({ value }) => /outputs\.([\w-]+)/.exec(value)?.[1]);
    expect(Object.keys(outputs).sort()).toEqual(declared.sort());
    const known = await run({ ...deviating, baseline: 'baseline.yaml' });
    expect({ code: known.code, exit: known.outputs['exit-code'] }).toEqual({ code: 0, exit: '0' });
  });

  it('ends with 2 where nothing could be judged', async () => {
    const { code, outputs } = await run({ endpoint: 'http://127.0.0.1:1', arguments: rule });
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 2, exit: '2' });
  });

  it.each([
    ['kms-endpoint', 'nowhere', 'Not an http or https URL'],
    ['report-formats', 'pdf', 'There is no format "pdf"'],
  ])('ends with 2 where an input makes no sense: %s', async (input, value, words) => {
    const { code, stderr, outputs } = await run({ endpoint: server.url, [input]: value, arguments: rule });
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 2, exit: '2' });
    expect(stderr).toContain(words);
  });

  it('passes on what it is told, and runs none of it', async () => {
    const hostile = '$(touch "$REPORT_FOLDER/ran"); `touch ran` "; touch ran; "';
    const { outputs } = await run({
      endpoint: server.url,
      'kms-endpoint': server.url,
      gate: 'inferred',
      'target-name': hostile,
      'report-formats': 'json',
      'report-folder': 'hostile',
      arguments: `${rule}--seed\n7\n--runs\n0`,
    });
    const report = JSON.parse(readFileSync(join(folder, outputs['json'] ?? ''), 'utf8')) as Report;
    expect(report.target.name).toBe(hostile);
    expect(report).toMatchObject({ gate: 'inferred', seed: 7 });
    expect(existsSync(join(folder, 'ran')) || existsSync(join(folder, 'hostile/ran'))).toBe(false);
  });
});
