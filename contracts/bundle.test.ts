import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Bytes that the model may take in a browser, minified: immutable takes half, the catalogue of rules a third. */
const budget = { plain: 140_000, gzip: 38_000 };

/** Bundles a module for a browser, where no import of Node can be resolved. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, '../src'), loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'model',
    target: 'es2023',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

describe('the model in a browser', () => {
  const model = bundle("export * from './model/public.ts';");

  it('stays within its budget', async () => {
    const plain = Buffer.byteLength(await model);
    const gzip = gzipSync(await model).length;
    expect({
      plain,
      gzip,
      withinPlain: plain <= budget.plain,
      withinGzip: gzip <= budget.gzip,
    }).toMatchObject({
      withinPlain: true,
      withinGzip: true,
    });
    // A budget that is far from the size guards nothing.
    expect(plain).toBeGreaterThan(budget.plain * 0.9);
    expect(gzip).toBeGreaterThan(budget.gzip * 0.9);
  });

  it('is bundled from the entry that is published', () => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { exports } = JSON.parse(manifest) as { exports: Record<string, { default: string }> };
    expect(exports['./model']?.default).toBe('./dist/model/public.js');
  });

  it('works where there is nothing but the language', async () => {
    const script = `${await model};
      const caller = { account: '123456789012', region: 'us-east-1' };
      const world = model.worldOf({ snapshots: { nightly: {} } }, { caller });
      const request = (target) => ({
        SourceDBClusterSnapshotIdentifier: 'nightly',
        TargetDBClusterSnapshotIdentifier: target,
      });
      const [after, outcome] = model.copy(world, caller, request('weekly'));
      const { broken } = model.judge(after, caller, request('weekly'));
      JSON.stringify([outcome.kind, broken]);`;
    expect(runInNewContext(script)).toBe('["copied",["target-unique"]]');
  });

  it('could not be bundled with a module of Node', async () => {
    await expect(bundle("import 'node:fs';")).rejects.toThrow('Could not resolve "node:fs"');
  });
});
