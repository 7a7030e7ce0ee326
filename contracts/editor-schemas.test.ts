/** The schemas that editors are told of: files that stand alone, and say what the commands say. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { configure } from '../src/cli/config.ts';
import { readWorldFile } from '../src/cli/world-file.ts';
import { problems } from '../src/contract/schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'ncc-editor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const request = { SourceDBClusterSnapshotIdentifier: 'a', TargetDBClusterSnapshotIdentifier: 'b' };
const samples: Readonly<Record<string, readonly unknown[]>> = {
  plan: [
    request,
    [request, { caller: { region: 'x' }, request }],
    { caller: { region: 'us-east-1' }, copies: [request] },
    { ...request, Tags: [{ key: 'a' }] },
    { copies: {} },
  ],
  policy: [
    { id: 'a', message: 'A.', require: {}, tests: { denied: [{ name: 'x', request, world: {} }] } },
    { id: 'a', message: 'A.', require: {}, tests: { denied: [{ name: 'x', request, world: { a: 1 } }] } },
    { id: 'a', message: 'A.', require: {}, tests: { denied: [{ name: 'x', request, caller: { a: 1 } }] } },
    {},
  ],
  world: [
    {},
    { snapshots: { a: { shape: { Engine: 1 } } } },
    { keys: { a: { alias: 'b' } } },
    { places: [{}] },
  ],
  live: [
    { accounts: { self: { id: '111111111111' } }, regions: { here: 'us-east-1' } },
    {
      accounts: { self: { id: '111111111111' } },
      regions: { here: 'us-east-1' },
      snapshots: { a: { identifier: 'a', tags: [{ key: 'a' }] } },
    },
    {},
  ],
  config: [{}, { runs: 5, report: ['text'] }, { run: 5 }],
};

describe.each(Object.entries(samples))('the schema for editors of a %s', (name, documents) => {
  const schema = JSON.parse(
    readFileSync(new URL(`../schemas/${name}.json`, import.meta.url), 'utf8'),
  ) as object;
  const validate = new Ajv2020({ unicodeRegExp: true, strict: false, validateFormats: false }).compile(
    schema,
  );

  it.each(documents.map((document) => [document]))('says what the command says: %j', (document) => {
    expect(validate(document)).toBe(problems(name, document).length === 0);
  });
});

describe('$schema says nothing', () => {
  it('in a world file', () => {
    const file = write('world.yaml', '$schema: ./schemas/world.json\nsnapshots: { a: {} }\n');
    expect(readWorldFile(file, 0)).toMatchObject({ ok: true });
  });

  it('in a configuration', () => {
    const command = new Command().option('--endpoint <url>');
    configure(command, write('config.yaml', '$schema: ./schemas/config.json\nendpoint: http://x\n'));
    expect(command.opts()).toEqual({ endpoint: 'http://x' });
  });
});
