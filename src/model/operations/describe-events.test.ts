import { describe, expect, it } from 'vitest';
import type { Caller } from '../world/place.ts';
import { worldOf } from '../world/world-of.ts';
import { operations } from './index.ts';

const { neptune } = operations;
const caller: Caller = { account: '111111111111', region: 'us-east-1' };
const at = (time: string) => ({ SnapshotCreateTime: `2026-01-01T${time}:00.000Z` });
const world = worldOf(
  {
    snapshots: {
      old: { describes: at('08:00') },
      nightly: { describes: at('11:30') },
      auto: { type: 'automated', identifier: 'rds:auto', describes: at('11:45') },
      beginning: { status: 'creating', describes: at('11:50') },
      failing: { status: 'failed', describes: at('11:51') },
      copy: { copyOf: 'nightly', describes: at('11:55') },
      far: { region: 'elsewhere', describes: at('11:56') },
      others: { account: 'other', sharedWith: ['self'], describes: at('11:57') },
    },
    places: [{ copiesInProgress: 1 }],
  },
  { caller, clock: new Date('2026-01-01T12:00:00Z') },
);
const SourceType = 'db-cluster-snapshot';

/** What is told, in short, or the code of the refusal. */
function events(input: object, by = caller): unknown {
  const [next, reply] = neptune.DescribeEvents(world, by, { SourceType, ...input });
  expect(next).toBe(world);
  if (!reply.ok) return reply.fault.code;
  return reply.output.Events.map(({ SourceIdentifier, Message }) => `${SourceIdentifier}: ${Message}`);
}

const nightly = ['nightly: Creating manual cluster snapshot', 'nightly: Manual cluster snapshot created'];
const auto = [
  'rds:auto: Automated cluster snapshot created',
  'rds:auto: Creating automated cluster snapshot',
];
const begun = ['beginning: Creating manual cluster snapshot', 'failing: Creating manual cluster snapshot'];
const old = ['old: Creating manual cluster snapshot', 'old: Manual cluster snapshot created'];

describe('DescribeEvents', () => {
  it.each<[name: string, input: object, expected: unknown]>([
    ['those of the past hour, of the caller’s own snapshots here', {}, [...nightly, ...auto, ...begun]],
    ['those of more minutes', { Duration: 300 }, [...old, ...nightly, ...auto, ...begun]],
    ['those from a time on', { StartTime: '2026-01-01T11:46:00Z' }, begun],
    ['those of the hour before a time', { EndTime: '2026-01-01T08:30:00Z' }, old],
    [
      'those between two times',
      { StartTime: '2026-01-01T07:00Z', EndTime: '2026-01-01T11:30:00Z' },
      [...old, ...nightly],
    ],
    ['those at the time from which on', { StartTime: '2026-01-01T11:50:00Z' }, begun],
    ['none of no time', { Duration: 0 }, []],
    ['those of a snapshot', { SourceIdentifier: 'Nightly' }, nightly],
    ['none of a copy, of which none is documented', { SourceIdentifier: 'copy' }, []],
    ['none of what is not there', { SourceIdentifier: 'nothing' }, []],
    ['those of a category', { EventCategories: ['backup', 'failure'] }, [...nightly, ...auto, ...begun]],
    ['none of others', { EventCategories: ['failure'] }, []],
  ])('tells %s', (_, input, expected) => expect(events(input)).toEqual(expected));

  it.each<[what: string, input: object, code: string, says: RegExp]>([
    ...['db-cluster', 'db-instance', 'db-parameter-group', 'db-security-group', 'db-snapshot'].map(
      (type): [string, object, string, RegExp] => [
        `a ${type}, of which it knows nothing`,
        { SourceType: type },
        'UnsupportedOperation',
        /only/,
      ],
    ),
    ['all there may be', { SourceType: undefined }, 'UnsupportedOperation', /SourceType db-cluster-snapshot/],
    [
      'what is no type',
      { SourceType: 'cluster-snapshot' },
      'InvalidParameterValue',
      /type: cluster-snapshot$/,
    ],
    [
      'a name alone',
      { SourceType: undefined, SourceIdentifier: 'a' },
      'InvalidParameterCombination',
      /SourceType.*SourceIdentifier/,
    ],
    ['two lengths', { StartTime: '2026-01-01T08:00Z', Duration: 5 }, 'UnsupportedOperation', /Duration/],
    ['less than no time', { Duration: -1 }, 'UnsupportedOperation', /Duration/],
    ['a page that is too short', { MaxRecords: 19 }, 'InvalidParameterValue', /MaxRecords/],
  ])('is refused for %s', (_, input, code, says) => {
    expect(neptune.DescribeEvents(world, caller, { SourceType, ...input })).toMatchObject([
      world,
      { ok: false, fault: { code, message: expect.stringMatching(says) as unknown } },
    ]);
  });

  it('tells none of what was two weeks ago', () => {
    const later = { ...world, clock: Date.parse('2026-01-15T11:31:00Z') };
    const [, reply] = neptune.DescribeEvents(later, caller, { SourceType, Duration: 30 * 24 * 60 });
    expect(reply).toMatchObject({ output: { Events: [{ SourceIdentifier: 'rds:auto' }, {}, {}, {}] } });
  });

  it('tells all of an event', () => {
    const [, reply] = neptune.DescribeEvents(world, caller, { SourceType, SourceIdentifier: 'nightly' });
    expect(reply).toMatchObject({
      output: {
        Events: [
          {
            SourceIdentifier: 'nightly',
            SourceType,
            Message: 'Creating manual cluster snapshot',
            EventCategories: ['backup'],
            Date: '2026-01-01T11:30:00.000Z',
            SourceArn: 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot:nightly',
          },
          { Message: 'Manual cluster snapshot created' },
        ],
      },
    });
  });
});
