import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { worlds } from '../../src/testing/arbitraries/index.ts';
import { readWorldFile, serveSetting } from '../../src/cli/world-file.ts';
import { emptyWorld, realise } from '../../src/model/index.ts';
import { renderJson } from '../../src/reporters/run/json.ts';
import { readDocument } from '../../src/contract/document.ts';
import { schemas } from '../../src/contract/generated/schemas.ts';
import type { Report } from '../../src/contract/generated/types.ts';
import { createValidator } from '../../src/contract/validate.ts';
import { documents } from '../documents.ts';
import { expect } from '../expect.ts';
import { asyncLaw, family, law } from '../law.ts';

/** How documents become files, and files documents. */
export interface Files {
  readonly json: (document: unknown) => string;
  readonly yaml: (document: unknown) => string;
  readonly read: (text: string, schema: string) => unknown;
  readonly readWorld: typeof readWorldFile;
}

const validator = createValidator(schemas);

/** The files of this package. */
export const files: Files = {
  json: (document) => renderJson(document as Report),
  yaml: (document) => stringify(document),
  read(text, schema) {
    const read = readDocument(text, 'file', schema, validator);
    return read.ok ? read.value : read.problems;
  },
  readWorld: readWorldFile,
};

const written = ['world', 'report', 'failure', 'baseline'].map((name) => `neptune-copy-contract:${name}`);
const isYaml = ['neptune-copy-contract:world', 'neptune-copy-contract:baseline'];

export const documentFiles = family<Files>('Files are read as they were written', [
  ...written.map((schema) =>
    law<unknown, Files>({
      states: `A ${schema.split(':').at(-1) ?? ''}, of any texts, is read from JSON as it was written.`,
      inputs: documents(schema),
      holds({ json, read }, document) {
        expect(read(json(document), schema)).toEqual(document);
      },
      bugs: {
        'quotes that are not escaped': { json: (document) => files.json(document).replaceAll('\\"', '"') },
        'line ends of another system': {
          json: (document) => files.json(document).replaceAll('\\n', '\\r\\n'),
        },
      },
    }),
  ),
  ...isYaml.map((schema) =>
    law<unknown, Files>({
      states: `A ${schema.split(':').at(-1) ?? ''}, of any texts, is read from YAML as it was written.`,
      inputs: documents(schema),
      holds({ yaml, read }, document) {
        expect(read(yaml(document), schema)).toEqual(document);
      },
      bugs: {
        'quotes that are left out': { yaml: (document) => files.yaml(document).replaceAll(/["']/g, '') },
      },
    }),
  ),
  asyncLaw({
    states: 'The world that `serve --world` makes of a file is the one that was written there.',
    inputs: worlds(),
    share: 0.1,
    async holds({ json, readWorld }: Files, document) {
      const folder = await mkdtemp(join(tmpdir(), 'world-'));
      try {
        const file = join(folder, 'world.json');
        await writeFile(file, json(document));
        const { world } = realise(document, serveSetting, {}, emptyWorld(1));
        expect(readWorld(file, 1)).toEqual({ ok: true, world });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    bugs: {
      'tags that are lost': { json: (document) => files.json(document).replaceAll('"tags"', '"describes"') },
      'the time of the day': { readWorld: (file) => readWorldFile(file, 2) },
    },
  }),
]);
