import { describe, expect, it } from 'vitest';
import type { RequestTemplate } from '../../contract/generated/types.ts';
import { fillRequest, fillText, plainSetting, type Bindings } from './bindings.ts';
import { uuidFrom } from './world.ts';

const key = { id: 'the-id', arn: 'the-arn', alias: 'alias/the', aliasArn: 'the-alias-arn' };
const bindings: Bindings = {
  setting: { ...plainSetting, nameOf: (handle) => `run-${handle}` },
  keys: { key },
  snapshots: { source: { name: 'run-source', arn: 'source-arn' } },
};

describe('a template', () => {
  it.each<[template: string, filled: string]>([
    ['plain', 'plain'],
    ['', ''],
    ['{new}', 'run-new'],
    ['{unknown}', 'run-unknown'],
    ['{unknown.uuid}', uuidFrom(0xdead)],
    ['{source}', 'run-source'],
    ['{source.name}', 'run-source'],
    ['{source.arn}', 'source-arn'],
    ['{key}', 'the-id'],
    ['{key.id}', 'the-id'],
    ['{key.arn}', 'the-arn'],
    ['{key.alias}', 'alias/the'],
    ['{key.aliasArn}', 'the-alias-arn'],
    ['{account.self}', '111111111111'],
    ['{account.other}', '222222222222'],
    ['{region.here}', 'us-east-1'],
    ['{region.elsewhere}', 'eu-west-1'],
    ['{partition}', 'aws'],
    ['a {new} and {source}', 'a run-new and run-source'],
    ['{new:upper}', 'RUN-NEW'],
    ['{new:10}', 'run-newxxx'],
    ['{new:7}', 'run-new'],
    // Shortened without hyphens, so that it stays an identifier.
    ['{new:5}', 'runne'],
    ['{new:10:upper}', 'RUN-NEWXXX'],
    ['{new:upper:10}', 'RUN-NEWxxx'],
    ['{repeat:ab:3}', 'ababab'],
    ['{repeat:ab}', ''],
    ['{repeat::3}', ''],
    ['{repeat}', ''],
    ['{Upper}', '{Upper}'],
    ['{1}', '{1}'],
    ['{}', '{}'],
    ['{{new}}', '{run-new}'],
    ['{new', '{new'],
    ['{new.}', '{new.}'],
    ['{new }', '{new }'],
  ])('%s becomes %s', (template, filled) => expect(fillText(template, bindings)).toBe(filled));

  it.each<[template: string, problem: string]>([
    ['{nothing}', '{nothing} names nothing in this world'],
    ['{nothing.arn}', '{nothing.arn} names nothing in this world'],
    ['{new.arn}', '{new.arn} names nothing in this world'],
    ['{key.name}', '{key.name} names nothing in this world'],
    ['{source.id}', '{source.id} names nothing in this world'],
    ['{region.other}', '{region.other} names nothing in this world'],
    ['{account.elsewhere}', '{account.elsewhere} names nothing in this world'],
    ['{new:lower}', '":lower" is no option of a template; there are :upper and :LENGTH'],
    ['{new:1x}', '":1x" is no option of a template'],
    ['{new:x1}', '":x1" is no option of a template'],
  ])('%s is refused', (template, problem) => {
    expect(() => fillText(template, bindings)).toThrow(problem);
  });

  it('names the partition of the Region', () => {
    const regions = { here: 'cn-north-1', elsewhere: 'cn-northwest-1' };
    expect(fillText('{partition}', { ...bindings, setting: { ...bindings.setting, regions } })).toBe(
      'aws-cn',
    );
  });
});

describe('the template of a request', () => {
  const Tags = Array.from({ length: 2 }, (_, i) => ({ Key: `key-${i + 1}`, Value: `value-${i + 1}` }));
  it.each<[name: string, template: RequestTemplate, request: object]>([
    ['texts', { KmsKeyId: '{key}', PreSignedUrl: 'x' }, { KmsKeyId: 'the-id', PreSignedUrl: 'x' }],
    ['an empty text', { KmsKeyId: '' }, { KmsKeyId: '' }],
    ['null, which is absent', { KmsKeyId: null }, {}],
    ['nothing', {}, {}],
    ['a boolean', { CopyTags: true }, { CopyTags: true }],
    ['false', { CopyTags: false }, { CopyTags: false }],
    [
      'tags',
      { Tags: [{ Key: '{new}', Value: '{source}' }] },
      { Tags: [{ Key: 'run-new', Value: 'run-source' }] },
    ],
    ['a tag without its value', { Tags: [{ Key: 'k' }] }, { Tags: [{ Key: 'k' }] }],
    ['a tag without its key', { Tags: [{ Value: 'v' }] }, { Tags: [{ Value: 'v' }] }],
    ['no tags', { Tags: [] }, { Tags: [] }],
    ['tags made up', { Tags: { generate: 2 } }, { Tags }],
  ])('%s', (_, template, request) => expect(fillRequest(template, bindings)).toStrictEqual(request));
});

it('the plain setting takes names as they are', () => {
  expect(plainSetting.nameOf('source')).toBe('source');
  expect(plainSetting.accounts.self).not.toBe(plainSetting.accounts.other);
  expect(plainSetting.regions.here).not.toBe(plainSetting.regions.elsewhere);
});
