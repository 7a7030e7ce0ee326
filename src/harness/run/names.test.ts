import { describe, expect, it } from 'vitest';
import { isIdentifier, realise, type Setting } from '../../model/index.ts';
import { withNewName } from '../target/target.ts';
import { abstractor, copyName, nameMaker, sequenceAbstractor } from './names.ts';

const setting: Setting = {
  accounts: { self: '111111111111', other: '222222222222' },
  regions: { here: 'us-east-1', elsewhere: 'eu-west-1' },
  nameOf: nameMaker('abc123', 4),
};
const world = {
  keys: { own: { alias: true } },
  snapshots: { source: {}, 'source-two': {}, theirs: { account: 'other' as const } },
};
const real = realise(world, setting).bindings;
const bindings = withNewName(real, copyName('abc123', 7));
const key = real.keys['own'];

describe('abstractor', () => {
  const table = [
    { name: 'a snapshot', given: 'ncc-abc123-4-source', expected: '{source}' },
    { name: 'the longest name wins', given: 'ncc-abc123-4-source-two', expected: '{source-two}' },
    {
      name: 'an ARN before the name in it',
      given: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:ncc-abc123-4-source',
      expected: '{source.arn}',
    },
    { name: 'the copy', given: '"ncc-abc123-u7-new"', expected: '"{new}"' },
    { name: 'other names of the run', given: 'ncc-abc123-4-source-cluster', expected: '{source}-cluster' },
    { name: 'names that the world does not have', given: 'ncc-abc123-4-filler-1', expected: '{run}filler-1' },
    { name: 'a key', given: `key ${key?.id ?? ''}`, expected: 'key {own.id}' },
    { name: 'the ARN of a key', given: key?.arn ?? '', expected: '{own.arn}' },
    { name: 'an alias', given: 'alias/ncc-abc123-4-own', expected: '{own.alias}' },
    { name: 'the ARN of an alias', given: key?.aliasArn ?? '', expected: '{own.aliasArn}' },
    { name: 'accounts', given: '111111111111 222222222222', expected: '{account.self} {account.other}' },
    { name: 'each time', given: 'ncc-abc123-u7-new ncc-abc123-u7-new', expected: '{new} {new}' },
    { name: 'nothing to do', given: 'a copy', expected: 'a copy' },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(abstractor(bindings)(given)).toBe(expected);
  });

  it('passes over names that are empty', () => {
    const nameless = { ...bindings, keys: { odd: { id: '', arn: '', alias: '', aliasArn: '' } } };
    expect(abstractor(nameless)('a copy')).toBe('a copy');
  });
});

describe('names of a run', () => {
  it('are valid identifiers, however long the handle', () => {
    const longest = nameMaker('zzzzzz', 9999)('a-handle-of-twenty-four-x');
    expect([longest, copyName('zzzzzz', 99_999)].every(isIdentifier)).toBe(true);
  });

  it('differ between worlds and between units', () => {
    expect(nameMaker('r', 1)('a')).not.toBe(nameMaker('r', 2)('a'));
    expect(copyName('r', 1)).not.toBe(copyName('r', 2));
  });
});

describe('abstract names of what a target changed', () => {
  const abstract = abstractor(bindings, 'http://127.0.0.1:5000/');
  const arn = 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:ncc-abc123-4-source';
  const table: { name: string; given: string; expected: string }[] = [
    { name: 'in capitals', given: arn.toUpperCase(), expected: '{source.arn:upper}' },
    { name: 'with a capital', given: 'Ncc-abc123-4-source', expected: '{source:mixed}' },
    { name: 'percent-encoded', given: encodeURIComponent(arn), expected: '{source.arn:encoded}' },
    {
      name: 'percent-encoded twice',
      given: encodeURIComponent(encodeURIComponent(arn)),
      expected: '{source.arn:encoded}',
    },
    {
      name: 'percent-encoded in small letters',
      given: encodeURIComponent(arn).toLowerCase(),
      expected: '{source.arn:encoded}',
    },
    { name: 'in Base64', given: Buffer.from(arn).toString('base64'), expected: '{source.arn:encoded}' },
    { name: 'of another world', given: 'ncc-abc123-17-source-cluster', expected: '{another}' },
    { name: 'of another call', given: 'rds:ncc-abc123-u31-new', expected: 'rds:{another}' },
    { name: 'cut', given: 'ncc-abc12', expected: '{run:cut}' },
    { name: 'mangled', given: 'ncc_abc123_4_source', expected: '{run:cut}_4_source' },
    {
      name: 'in another ARN',
      given: 'arn:aws:rds:eu-west-1:222222222222:cluster-snapshot:x',
      expected: 'arn:{partition}:rds:{region.elsewhere}:{account.other}:cluster-snapshot:x',
    },
    { name: 'a zone', given: 'us-east-1a', expected: '{region.here}a' },
    { name: 'the endpoint', given: 'see http://127.0.0.1:5000/a', expected: 'see http://{endpoint}/a' },
    { name: 'a value of a tag', given: 'name=ncc-abc123-4-source=', expected: 'name={source}=' },
    { name: 'letters like those of a pattern', given: 'a.c (x)', expected: 'a.c (x)' },
  ];

  it.each(table)('$name', ({ given, expected }) => expect(abstract(given)).toBe(expected));

  it.each<[url: string, given: string, expected: string]>([
    [
      'http://neptune/',
      'the engine neptune at http://neptune/a',
      'the engine neptune at http://{endpoint}/a',
    ],
    [
      'http://rds.local:4566/',
      'http://RDS.local:4566/ or rds.local:4566',
      'http://{endpoint}/ or {endpoint}',
    ],
    [
      'http://127.0.0.1:4566/',
      'http://127.0.0.1:4566/ or 127.0.0.1:4566',
      'http://{endpoint}/ or {endpoint}',
    ],
    ['http://rds.local:4566/', 'rds.local%3A4566 or rds.local', '{endpoint} or rds.local'],
    ['no URL', 'no URL', 'no URL'],
  ])('at the endpoint %s: %s', (url, given, expected) =>
    expect(abstractor(bindings, url)(given)).toBe(expected),
  );

  it('in Base64 go with all of their padding, and without any', () => {
    const padded = 'ncc-abc123-4-theirs-x'.slice(0, 19);
    expect(padded).toBe('ncc-abc123-4-theirs');
    const encoded = Buffer.from(padded).toString('base64');
    expect(encoded).toMatch(/[^=]==$/);
    expect(abstract(encoded)).toBe('{theirs:encoded}');
    expect(abstract(encoded.replace('==', ''))).toBe('{theirs:encoded}');
  });

  it('are the same whatever the run is called', () => {
    const texts = ['abc123', 'z9', '0123456789abcdef'].map((run) => {
      const own: Setting = { ...setting, nameOf: nameMaker(run, 4) };
      const { bindings: others } = realise(world, own);
      const name = own.nameOf('source');
      return [name, name.toUpperCase(), Buffer.from(name).toString('base64'), name.slice(0, 6)].map(
        abstractor(withNewName(others, copyName(run, 7))),
      );
    });
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
  });

  it('of a sequence have no prefix', () => {
    const { accounts, regions } = setting;
    const inSequence = sequenceAbstractor('ncc-abc123-s12', { accounts, regions });
    expect(inSequence('ncc-abc123-s12-alpha in us-east-1')).toBe('{run}alpha in {region.here}');
    expect(inSequence('NCC-ABC123-S12-alpha')).toBe('{run:upper}alpha');
  });
});
