import { describe, expect, it } from 'vitest';
import type { HttpEdits } from '../../contract/generated/types.ts';
import { plainSetting } from '../world/bindings.ts';
import type { CopyRequest } from './facts.ts';
import { applyWire, fillHttp, needsWire } from './wire.ts';

const request: CopyRequest = {
  SourceDBClusterSnapshotIdentifier: 'a',
  TargetDBClusterSnapshotIdentifier: 'b',
};

type Edits = Readonly<Record<string, string | null>>;

describe('a request after edits of its form', () => {
  it.each<[string, Edits, HttpEdits | undefined, object]>([
    ['nothing', {}, undefined, {}],
    ['a member set', { KmsKeyId: 'k' }, undefined, { KmsKeyId: 'k' }],
    ['a boolean', { CopyTags: 'true' }, undefined, { CopyTags: true }],
    ['false', { CopyTags: 'false' }, undefined, { CopyTags: false }],
    ['no boolean', { CopyTags: 'True' }, undefined, { CopyTags: 'True' }],
    ['an empty list', { Tags: '' }, undefined, { Tags: [] }],
    ['another order', {}, { order: 'reversed' }, {}],
    ['other escapes', {}, { escapes: 'plus' }, {}],
    ['the charset utf-8', {}, { contentType: 'application/x-www-form-urlencoded; charset=UTF-8' }, {}],
    [
      'the charset utf-8, close up',
      {},
      { contentType: 'application/x-www-form-urlencoded;charset=utf-8' },
      {},
    ],
    [
      'a type that only ends well',
      {},
      { contentType: 'x-application/x-www-form-urlencoded' },
      { form: { unspecified: true } },
    ],
    ['no Action', { Action: null }, undefined, { form: { action: 'missing' } }],
    ['an empty body', {}, { body: 'empty' }, { form: { action: 'missing' } }],
    ['another Action', { Action: 'Other' }, undefined, { form: { action: 'unknown' } }],
    ['another Version', { Version: '1' }, undefined, { form: { action: 'unknown' } }],
    ['no Version', { Version: null }, undefined, { form: { unspecified: true } }],
    ['an empty Action', { Action: '' }, undefined, { form: { unspecified: true } }],
    ['a GET', {}, { method: 'GET' }, { form: { unspecified: true } }],
    ['a doubled parameter', {}, { doubled: { KmsKeyId: 'k' } }, { form: { unspecified: true } }],
    ['another charset', {}, { contentType: 'text/plain' }, { form: { unspecified: true } }],
    ['an unknown parameter', { Other: 'x' }, undefined, { form: { unspecified: true } }],
    [
      'documented tags',
      { 'Tags.Tag.1.Key': 'k', 'Tags.Tag.1.Value': 'v' },
      undefined,
      { Tags: [{ Key: 'k', Value: 'v' }] },
    ],
    [
      'tags of another name',
      { 'Tags.member.1.Key': 'k' },
      undefined,
      { form: { unspecified: true, strayTags: [{ Key: 'k' }] } },
    ],
    ['a tag removed', { 'Tags.Tag.1.Key': null }, undefined, {}],
    [
      'names that only look like tags',
      { 'Tags.Tag.1.Keys': 'k', 'xTags.Tag.1.Key': 'k', 'Tags.Tag.1.Other': 'k' },
      undefined,
      { form: { unspecified: true } },
    ],
    [
      'tags of two digits',
      Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`Tags.Tag.${i + 1}.Key`, `k${i}`])),
      undefined,
      { Tags: Array.from({ length: 11 }, (_, i) => ({ Key: `k${i}` })) },
    ],
    [
      'tags with a gap',
      { 'Tags.Tag.3.Key': 'c', 'Tags.Tag.1.Key': 'a' },
      undefined,
      { form: { unspecified: true, strayTags: [{ Key: 'a' }, { Key: 'c' }] } },
    ],
  ])('%s', (_, wire, http, expected) => {
    expect(applyWire(request, wire, http)).toEqual({ ...request, ...expected });
  });

  it('lacks a member that is removed', () => {
    expect(applyWire(request, { TargetDBClusterSnapshotIdentifier: null })).toEqual({
      SourceDBClusterSnapshotIdentifier: 'a',
    });
  });
});

describe('edits', () => {
  it('can stand for an input if they are of members only', () => {
    expect(needsWire({ CopyTags: 'banana', KmsKeyId: null }, undefined)).toBe(false);
    expect(needsWire({ Action: null }, undefined)).toBe(true);
    expect(needsWire({ KmsKeyId: 'k', Action: null }, undefined)).toBe(true);
    expect(needsWire({}, {})).toBe(true);
  });

  it('are filled with real names', () => {
    const bindings = { setting: plainSetting, keys: {}, snapshots: {} };
    expect(fillHttp({ doubled: { A: '{new}' } }, bindings)).toEqual({ doubled: { A: 'new' } });
    expect(fillHttp({ method: 'GET' }, bindings)).toEqual({ method: 'GET' });
    expect(fillHttp(undefined, bindings)).toBeUndefined();
    expect(fillHttp({ doubled: null }, bindings)).toEqual({ doubled: null });
  });
});
