import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { placeState } from '../model/world/world.ts';
import { readWorldFile } from './world-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'world-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string): ReturnType<typeof readWorldFile> {
  const file = join(folder, 'world.yaml');
  writeFileSync(file, text);
  return readWorldFile(file, 1);
}

test.each([
  { name: 'no YAML', given: 'keys: [', expected: /^1:\d+: / },
  { name: 'nothing', given: '', expected: /^1:1: / },
  {
    name: 'unknown member',
    given: 'snapshots:\n  a:\n    colour: red\n',
    expected: /^3:\d+: .*unknown member "colour"/,
  },
  {
    name: 'unknown key',
    given: 'snapshots:\n  a:\n    encryptedWith: k\n',
    expected: /^3:20: no key is called k$/,
  },
  {
    name: 'unknown origin',
    given: 'snapshots:\n  a: { copyOf: b }\n  b: {}\n',
    expected: /^2:\d+: no snapshot before this one is called b$/,
  },
  {
    name: 'an automated snapshot that is shared',
    given: 'snapshots:\n  a: { type: automated, sharedWith: [other] }\n',
    expected: /^2:\d+: an automated snapshot cannot be shared$/,
  },
  {
    name: 'no name of a snapshot',
    given: 'snapshots:\n  a_b: {}\n',
    expected: /^2:\d+: "a_b" is no name of a snapshot/,
  },
])('invalid: $name', ({ given, expected }) => {
  const result = read(given);
  const lines = result.ok
    ? []
    : result.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(expected);
});

test('valid: roles are played by accounts', () => {
  const result = read('snapshots: { mine: {}, theirs: { account: other, region: elsewhere } }');
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  expect([
    ...placeState(result.world, { account: '123456789012', region: 'us-east-1' }).snapshots.keys(),
  ]).toEqual(['mine']);
  expect([
    ...placeState(result.world, { account: '210987654321', region: 'eu-west-1' }).snapshots.keys(),
  ]).toEqual(['theirs']);
});

test('a file that is not there', () => {
  expect(() => readWorldFile(join(folder, 'none.yaml'), 1)).toThrow(
    /cannot read the world file .*none\.yaml: ENOENT/,
  );
});
