import { describe, expect, it } from 'vitest';
import { faults, type FaultShape } from '../../contract/generated/catalogue.ts';
import { faultEntry, readCode } from './faults.ts';

describe('a fault of the catalogue', () => {
  it.each(faults.map((fault) => [fault.shape, fault] as const))(
    '%s is found by its shape',
    (shape, fault) => {
      expect(faultEntry(shape)).toBe(fault);
    },
  );

  it('that does not exist is a mistake of the caller', () => {
    expect(() => faultEntry('Nonsense' as FaultShape)).toThrow('the catalogue has no fault Nonsense');
  });
});

describe('a code on the wire', () => {
  it.each<[name: string, code: string, expected: object]>([
    ['is one of a fault', 'SnapshotQuotaExceeded', { kind: 'known', shape: 'SnapshotQuotaExceededFault' }],
    [
      'is the name of a shape instead',
      'SnapshotQuotaExceededFault',
      { kind: 'shape-name', shape: 'SnapshotQuotaExceededFault' },
    ],
    [
      'is code and shape at once',
      'DBClusterSnapshotNotFoundFault',
      { kind: 'known', shape: 'DBClusterSnapshotNotFoundFault' },
    ],
    ['is unknown', 'Nonsense', { kind: 'unknown' }],
    ['is empty', '', { kind: 'unknown' }],
    ['is in another case', 'snapshotquotaexceeded', { kind: 'unknown' }],
  ])('%s', (_, code, expected) => expect(readCode(code)).toEqual(expected));

  it('is one of the other codes of a fault', () => {
    const others = faults.flatMap(({ shape, otherCodes = [] }) =>
      otherCodes.map((code) => ({ code, shape })),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const { code, shape } of others) expect(readCode(code)).toEqual({ kind: 'known', shape });
  });
});
