import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsFrom, installPackage, type Consumer } from '../test-support/package-exports.ts';

const entries = [
  '.',
  './arbitraries',
  './check',
  './model',
  './schemas',
  './testing',
  './testing/vitest',
] as const;

/** What each entry needs besides itself. A test runner is on no path but that of its own entry. */
const packages: Partial<Record<(typeof entries)[number], readonly string[]>> = {
  './arbitraries': ['fast-check', 'immutable'],
  './model': ['immutable'],
  './schemas': ['ajv'],
  './testing': [
    'ajv',
    'fastest-levenshtein',
    'immutable',
    'js-yaml',
    'jsonc-parser',
    'node:assert',
    'node:buffer',
  ],
};

describe('the published package', () => {
  let consumer: Consumer;
  let manifest: {
    exports: Record<string, { types: string; default: string }>;
    scripts: Record<string, string>;
  };
  const examples = join(import.meta.dirname, '../examples');
  const example = join(examples, 'reference-model');

  beforeAll(() => {
    consumer = installPackage();
    manifest = JSON.parse(readFileSync(join(consumer.installed, 'package.json'), 'utf8')) as typeof manifest;
    cpSync(example, join(consumer.folder, 'example'), { recursive: true });
    cpSync(join(examples, 'custom-target'), join(consumer.folder, 'custom-target'), { recursive: true });
  });
  afterAll(() => consumer.remove());

  it('has the entries that it should', () => {
    expect(
      Object.keys(manifest.exports)
        .filter((entry) => !entry.endsWith('.json'))
        .sort(),
    ).toEqual(entries);
  });

  it('has the files that they lead to, and no others than it needs', () => {
    const targets = entries.flatMap((entry) => Object.values(manifest.exports[entry] ?? {}));
    expect(targets.filter((target) => !consumer.files.includes(target.slice(2)))).toEqual([]);
    const strange = /\.test\.|tsbuildinfo|(?<!\.d)\.ts$/;
    expect(consumer.files.filter((file) => strange.test(file))).toEqual([]);
    expect(consumer.files.length).toBeGreaterThan(200);
    expect(consumer.files).toContain('CHANGELOG.md');
  });

  it('runs nothing where it is installed', () => {
    const scripts = Object.keys(manifest.scripts);
    expect(scripts).toContain('prepack');
    expect(scripts.filter((name) => /^(?:(?:pre|post)?install|prepare|prepublish)$/.test(name))).toEqual([]);
  });

  it('is what publint and Are The Types Wrong ask of a package', async () => {
    const { messages } = await publint({ pkgDir: consumer.installed, pack: false, strict: true });
    expect(messages).toEqual([]);
    const attw = await consumer.runTool(
      '@arethetypeswrong/cli/dist/index.js',
      consumer.tarball,
      '--profile',
      'esm-only',
      '--format',
      'ascii',
    );
    expect(attw).toMatchObject({ code: 0 });
    expect(attw.output).toContain('neptune-copy-contract/testing/vitest');
  });

  it.each(Object.entries(packages))('needs no more than it says: %s', (entry, expected) => {
    const found = importsFrom(join(consumer.installed, manifest.exports[entry]?.default ?? ''));
    expect(found.packages).toEqual(expected);
    expect(found.files).toBeGreaterThan(2);
  });

  it('has its matchers for vitest behind an entry of their own, and only there vitest', () => {
    const found = importsFrom(join(consumer.installed, manifest.exports['./testing/vitest']?.default ?? ''));
    expect(found.packages).toContain('vitest');
    const all = importsFrom(join(consumer.installed, manifest.exports['.']?.default ?? ''));
    expect(all.packages.filter((name) => /vitest|client-mock/.test(name))).toEqual([]);
  });

  it('has schemas for editors, each of which stands alone', async () => {
    const documents = {
      plan: [{ SourceDBClusterSnapshotIdentifier: 'a', TargetDBClusterSnapshotIdentifier: 'b' }],
      policy: { id: 'a', message: 'A.', require: {} },
      world: { snapshots: { a: {} } },
      config: { endpoint: 'http://127.0.0.1:1' },
    };
    for (const [name, document] of Object.entries(documents)) {
      const wanted = `neptune-copy-contract/schemas/${name}.json`;
      consumer.write('which.mjs', `console.log(import.meta.resolve('${wanted}'))`);
      const { output } = await consumer.run('which.mjs');
      expect(output.trim()).toMatch(new RegExp(`/node_modules/${wanted}$`));
      const schema = JSON.parse(readFileSync(new URL(output.trim()), 'utf8')) as object;
      const validate = new Ajv2020({ unicodeRegExp: true, strict: false, validateFormats: false }).compile(
        schema,
      );
      const ofEditor = Array.isArray(document) ? { copies: document } : document;
      expect([name, validate({ $schema: `./node_modules/${wanted}`, ...ofEditor })]).toEqual([name, true]);
      expect([name, validate(Array.isArray(document) ? [{ word: 1 }] : { word: 1 })]).toEqual([name, false]);
    }
  });

  it('can be used by its types', async () => {
    consumer.write('uses.ts', uses);
    const options = { module: 'nodenext', target: 'es2023', strict: true, noEmit: true, skipLibCheck: true };
    consumer.write('tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['uses.ts'] }));
    expect(await consumer.runTool('typescript/bin/tsc', '-p', '.')).toEqual({ code: 0, output: '' });
  });

  it('runs under node:test: the example', async () => {
    const ended = await consumer.run('--test', '--test-reporter=tap', 'example/');
    expect(ended.output).toMatch(/^# pass 6\n# fail 0$/m);
    expect(ended.code).toBe(0);
  });

  it('lets the example fail when the code of the example is wrong', async () => {
    const code = readFileSync(join(example, 'back-up.mjs'), 'utf8');
    consumer.write('example/back-up.mjs', code.replace("copy.Status === 'available'", 'copy.Status'));
    const ended = await consumer.run('--test', '--test-reporter=tap', 'example/');
    expect(ended.output).toContain('not ok 1 - waits until the copy is available');
    expect(ended.code).toBe(1);
  });

  it('judges a target of the user: the example', async () => {
    const options = { module: 'nodenext', target: 'es2023', strict: true, noEmit: true, allowJs: true };
    const compilerOptions = { ...options, skipLibCheck: true, types: ['node'] };
    const files = ['custom-target/target.mjs'];
    consumer.write('tsconfig.target.json', JSON.stringify({ compilerOptions, files }));
    expect(await consumer.runTool('typescript/bin/tsc', '-p', 'tsconfig.target.json')).toEqual({
      code: 0,
      output: '',
    });
    const ended = await consumer.run('--test', '--test-reporter=tap', 'custom-target/');
    expect(ended.output).toMatch(/^# pass 2\n# fail 0$/m);
    expect(ended.code).toBe(0);
  });

  it('runs under vitest', async () => {
    consumer.write('uses.test.mjs', inVitest);
    const ended = await consumer.runTool('vitest/vitest.mjs', 'run', 'uses.test.mjs');
    expect(ended.output).toMatch(/Tests +1 passed/);
    expect(ended.code).toBe(0);
  });
});

/** Code of a user, in TypeScript. */
const uses = `
import { NeptuneClient } from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { check, type CheckReport } from 'neptune-copy-contract/check';
import { directedCases, verify, type Report } from 'neptune-copy-contract';
import { callSequences, histories, copyInputs, worlds } from 'neptune-copy-contract/arbitraries';
import { judge, type Verdict } from 'neptune-copy-contract/model';
import { problems, schemas, type WorldDocument } from 'neptune-copy-contract/schemas';
import { auditMock, installReferenceModel, worldOf, type Audit } from 'neptune-copy-contract/testing';
import 'neptune-copy-contract/testing/vitest';
import { expect } from 'vitest';

/** Nothing but the endpoint has to be told. */
export const judged = (): Promise<Report> => verify({ endpoint: 'http://127.0.0.1:1' });
const { rules } = await verify();
const tags = rules.find(({ id, status }) => id === 'copy-tags-all' && status === 'fail');
// @ts-expect-error no such rule
rules.find(({ id }) => id === 'copy-tags-al');
const mock = mockClient(NeptuneClient);
const document: WorldDocument = { snapshots: { nightly: { tags: [{ Key: 'team' }] } } };
const model = installReferenceModel(mock, { world: worldOf(document, { copyDuration: { minutes: 1 } }) });
model.advance({ seconds: 1 });
const verdicts: Verdict[] = fc.sample(copyInputs(), 3).map((copyInput) => judge(copyInput.world, copyInput.caller, copyInput.request));
const audit: Audit = await auditMock(mock, { world: model.world });
await expect(mock).toConformToContract({ world: model.world });
await expect(Promise.reject(new Error())).toBeRejectedFor('target-unique');
// @ts-expect-error no such rule
await expect(Promise.reject(new Error())).toBeRejectedFor('target-uniq');
const checked: CheckReport = check({ plans: { 'plan.json': [] }, world: model.world, account: '1', region: 'x', failOn: 'note' });
// @ts-expect-error no such severity
check({ plans: {}, failOn: 'fatal' });
// @ts-expect-error no such unit
model.advance({ second: 1 });
// @ts-expect-error no such member
worldOf({ snapshot: {} });
export { audit, callSequences, checked, directedCases, histories, problems, schemas, tags, verdicts, verify, worlds };
`;

/** A test of a user: every entry is loaded, and the matchers are there. */
const inVitest = `
import { NeptuneClient } from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { copy } from 'neptune-copy-contract';
import { copyInputs } from 'neptune-copy-contract/arbitraries';
import { judge } from 'neptune-copy-contract/model';
import { problems } from 'neptune-copy-contract/schemas';
import { usualCaller, worldOf } from 'neptune-copy-contract/testing';
import 'neptune-copy-contract/testing/vitest';
import { expect, it } from 'vitest';

it('works', async () => {
  const request = { SourceDBClusterSnapshotIdentifier: 'a', TargetDBClusterSnapshotIdentifier: 'a' };
  const [, outcome] = copy(worldOf('snapshots: { a: {} }'), usualCaller, request);
  await expect(outcome).toBeRejectedFor('target-unique');
  await expect(expect(outcome).toBeRejectedFor('source-exists')).rejects.toThrow('the actual outcome is');
  await expect(mockClient(NeptuneClient)).toConformToContract();
  fc.assert(fc.property(copyInputs(), ({ world, caller, request }) => Array.isArray(judge(world, caller, request).broken)));
  expect(problems('world', { snapshot: {} })).toEqual([{ path: ['snapshot'], message: 'unknown member "snapshot"' }]);
  expect(() => problems('word', {})).toThrow('no schema is called word; there are shapes/');
});
`;
