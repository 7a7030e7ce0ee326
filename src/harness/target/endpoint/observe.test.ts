import { describe, expect, it } from 'vitest';
import { caller } from '../../../../test-support/fakes.ts';
import type { CallResult } from '../target.ts';
import { describeSnapshot, listManual, listTags, toShape } from './observe.ts';

/** Whatever answers with pages, and how often it was asked. */
function paging(page: (index: number) => { readonly names: readonly string[]; readonly marker?: unknown }) {
  const asked: unknown[] = [];
  return {
    asked,
    call(
      _: unknown,
      __: unknown,
      ___: unknown,
      input: Readonly<Record<string, unknown>>,
    ): Promise<CallResult> {
      const { names, marker } = page(asked.length);
      asked.push(input['Marker']);
      const DBClusterSnapshots = names.map((name) => ({ DBClusterSnapshotIdentifier: name }));
      return Promise.resolve({ ok: true, output: { DBClusterSnapshots, Marker: marker } });
    },
  };
}

const many = (count: number, length = 3): string[] => Array<string>(count).fill('x'.repeat(length));

describe('listing manual snapshots', () => {
  it('goes on from page to page until there is no marker', async () => {
    const target = paging((index) => ({ names: [`s${index}`], marker: ['a', 'b', ''][index] }));
    const listed = await listManual(target, caller);
    expect(listed).toEqual({
      ok: true,
      value: ['s0', 's1', 's2'].map((name) => ({ DBClusterSnapshotIdentifier: name })),
    });
    expect(target.asked).toEqual([undefined, 'a', 'b']);
  });

  it.each([
    ['a marker that came before', 2, () => ({ names: ['s'], marker: 'again' })],
    ['a marker that came before', 4, (index: number) => ({ names: [], marker: ['a', 'b', 'c', 'a'][index] })],
    ['more than 200 pages', 201, (index: number) => ({ names: [], marker: index })],
    ['more than 20000 entries', 3, (index: number) => ({ names: many(9_000), marker: index })],
    ['more than 32 MiB', 8, (index: number) => ({ names: many(1, 4 * 2 ** 20), marker: index })],
  ] as const)('ends with %s, after %i pages', async (endless, pages, page) => {
    const target = paging(page);
    expect(await listManual(target, caller)).toEqual({
      ok: false,
      endless,
      reason: `its pages do not come to an end: ${endless}`,
    });
    expect(target.asked).toHaveLength(pages);
  });
});

describe('what a target shows that is no snapshot and no tag', () => {
  const answering = (output: Record<string, unknown>) => ({
    call: (): Promise<CallResult> => Promise.resolve({ ok: true, output }),
  });

  it('is a text where AWS has a text, so that it can be told', () => {
    expect(
      toShape({ DBClusterSnapshotArn: ['a', 'b'], AvailabilityZones: 'z', Port: 1, Status: undefined }),
    ).toEqual({ DBClusterSnapshotArn: '["a","b"]', AvailabilityZones: ['z'], Port: 1 });
  });

  it('is no list of tags', async () => {
    expect(await listTags(answering({ TagList: [{ Value: 'v' }] }), caller, 'arn')).toEqual({
      ok: false,
      reason: 'it lists a tag that is none',
    });
    expect(await listTags(answering({ TagList: [{ Key: 'k' }] }), caller, 'arn')).toEqual({
      ok: true,
      value: [{ Key: 'k' }],
    });
  });

  it('is nothing that is described', async () => {
    const described = answering({ DBClusterSnapshots: [null, 'x', { DBClusterSnapshotIdentifier: ['s'] }] });
    expect(await describeSnapshot(described, caller, 's')).toEqual({ ok: true, value: undefined });
  });
});
