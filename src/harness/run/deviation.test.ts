import { describe, expect, it } from 'vitest';
import { caller, measured } from '../../../test-support/fakes.ts';
import { actualValue, wanted } from '../../../test-support/said.ts';
import type { Actual } from '../../contract/generated/types.ts';
import { realise, type Setting } from '../../model/index.ts';
import { fail, type Deviation } from '../checks/check.ts';
import { withNewName } from '../target/target.ts';
import { abstractDeviation, abstractorOf, withAbstractNames } from './deviation.ts';
import { copyName, nameMaker } from './names.ts';
import type { Measured } from './unit.ts';

/** A run: how its names begin, in which Regions and account, at which address it calls, and when. */
interface Run {
  readonly id: string;
  readonly here: string;
  readonly elsewhere: string;
  readonly account: string;
  readonly url: string;
  readonly at: string;
}

const one: Run = {
  id: 'abc123',
  here: 'us-east-1',
  elsewhere: 'eu-west-1',
  account: '111111111111',
  url: 'http://127.0.0.1:5000/',
  at: '2026-01-01T00:00:00Z',
};

/** A call of a run. */
function callOf({ id, here, elsewhere, account, url }: Run): Measured {
  const setting: Setting = {
    accounts: { self: account, other: '222222222222' },
    regions: { here, elsewhere },
    nameOf: nameMaker(id, 4),
  };
  const { bindings } = realise({ snapshots: { source: {} } }, setting);
  const http = {
    request: { method: 'POST', url, headers: {}, body: '' },
    response: { status: 200, headers: {}, body: '' },
  };
  return measured({
    bindings: withNewName(bindings, copyName(id, 7)),
    exchange: { ...measured().exchange, http },
  });
}

/** What a target answers in a run: texts of every kind that is another in each. */
const answerIn = ({ id, here, elsewhere, account, url, at }: Run): Actual => ({
  kind: 'members',
  of: 'copy',
  members: {
    DBClusterSnapshotIdentifier: copyName(id, 7).toUpperCase(),
    DBClusterSnapshotArn: `arn:${here.startsWith('cn-') ? 'aws-cn' : 'aws'}:rds:${here}:${account}:cluster-snapshot:${nameMaker(id, 4)('source')}`,
    AvailabilityZones: [`${here}a`, `${elsewhere}b`],
    VpcId: `see ${url}x`,
    SnapshotCreateTime: at,
  },
});

const deviationIn = (run: Run): Deviation => fail('copy-arn', wanted(`an ARN in ${run.here}`), answerIn(run));

describe('a deviation with abstract names', () => {
  const told = abstractDeviation(deviationIn(one), callOf(one));

  it('has none of the names of the run', () => {
    expect(told).toMatchObject({
      rule: 'copy-arn',
      aspect: 'behaviour',
      expected: wanted('an ARN in {region.here}'),
      actual: {
        members: {
          DBClusterSnapshotIdentifier: '{new:upper}',
          DBClusterSnapshotArn: '{source.arn}',
          AvailabilityZones: ['{region.here}a', '{region.elsewhere}b'],
          VpcId: 'see http://{endpoint}/x',
          SnapshotCreateTime: '2026-01-01T00:00:00Z',
        },
      },
    });
  });

  it.each<[name: string, different: Partial<Run>]>([
    ['run', { id: 'zz9' }],
    ['pair of Regions', { here: 'ap-south-1', elsewhere: 'sa-east-1' }],
    ['partition', { here: 'cn-north-1', elsewhere: 'cn-northwest-1' }],
    ['account', { account: '333333333333' }],
    ['place', { url: 'http://localhost/' }],
    ['time', { at: '2027-02-03T04:05:06.789Z' }],
  ])('has the same fingerprint in another %s', (_, different) => {
    const other = { ...one, ...different };
    const { fingerprint } = abstractDeviation(deviationIn(other), callOf(other));
    expect(fingerprint).toBe(told.fingerprint);
  });

  it('has another fingerprint where something else is wrong', () => {
    const { fingerprint } = abstractDeviation(
      fail('copy-arn', wanted('an ARN'), actualValue('Oops')),
      callOf(one),
    );
    expect(fingerprint).not.toBe(told.fingerprint);
  });

  it('is about a member if it is about one', () => {
    const about = (...names: string[]): string | undefined => {
      const members = Object.fromEntries(names.map((name) => [name, { kind: 'absent' }] as const));
      const deviation = fail('copy-inherits', { kind: 'members', of: 'copy', members }, actualValue('Oops'));
      return withAbstractNames(deviation, (text) => text).member;
    };
    expect([about('Port'), about('Port', 'Engine'), about()]).toEqual(['Port', undefined, undefined]);
    expect(told).not.toHaveProperty('member');
  });

  it('tells nothing else of it', () => {
    const seenBy = { service: 'neptune', operation: 'X', caller, input: {} } as const;
    const whole: Deviation = { ...deviationIn(one), seenBy, tested: 'copy-inherits' };
    expect(abstractDeviation(whole, callOf(one))).toStrictEqual(told);
  });
});

it('a call without HTTP has no address to replace', () => {
  const { http: _, ...silent } = callOf(one).exchange;
  const abstract = abstractorOf({ ...callOf(one), exchange: silent });
  expect(abstract(`${one.url} ${copyName(one.id, 7)}`)).toBe(`${one.url} {new}`);
});
