import { describe, expect, it } from 'vitest';
import { caller, fakeTarget, oneSource, plainCopy, plainRequest, unit } from '../../../test-support/fakes.ts';
import { plainSetting, realise } from '../../model/index.ts';
import type { WorldDocument } from '../../contract/generated/types.ts';
import { handle } from '../../server/index.ts';
import type { Claim, Exchange, SdkResult, Target } from '../target/target.ts';
import type { Unit } from './plan.ts';
import { runUnit, type UnitResult } from './unit.ts';

/** Runs one unit over a world. */
async function outcome(
  different: Partial<Target> = {},
  one: Partial<Unit> = {},
  given: WorldDocument = oneSource,
): Promise<{ result: UnitResult; journal: readonly string[] }> {
  const target = fakeTarget(different);
  await target.stage(given, (handleName) => handleName);
  target.journal.length = 0;
  const realised = realise(given, plainSetting);
  const result = await runUnit(target, given, { realised, steps: [] }, unit(one));
  return { result, journal: target.journal };
}

/** Checks in short, those that passed first. */
const outline = (result: UnitResult): string[] =>
  result.kind === 'measured'
    ? result.checks.map(({ rule, status }) => `${status} ${rule}`).sort()
    : [`${result.kind} ${result.reason}`];

const answering = (sdk: SdkResult): Partial<Target> => ({
  send: () => Promise.resolve({ attempts: 1, sdk }),
});
const missing = { request: { ...plainRequest, SourceDBClusterSnapshotIdentifier: '{unknown}' } };
const refusal: SdkResult = { kind: 'exception', name: 'DBClusterSnapshotNotFoundFault', message: '' };

const memberRules = [
  'copy-arn',
  'copy-create-time',
  'copy-identifier-lowercase',
  'copy-inherits',
  'copy-progress',
  'copy-source-arn',
  'copy-type-manual',
  'copy-unencrypted-stays',
];
const passes = (rules: readonly string[]): string[] => rules.map((rule) => `pass ${rule}`);

describe('what is checked', () => {
  const untouched = [
    ...memberRules,
    // Once more, as the copy is described.
    'copy-source-arn',
    'copy-described',
    'copy-leaves-source',
    'copy-no-tags-by-default',
  ];
  interface Row {
    readonly name: string;
    readonly given: [Partial<Target>, Partial<Unit>];
    readonly expected: readonly string[];
  }
  const table: readonly Row[] = [
    { name: 'of a copy', given: [{}, {}], expected: passes(untouched) },
    {
      name: 'of a copy that is followed: once more',
      given: [{}, { follow: true }],
      expected: passes([...untouched, 'copy-progress']),
    },
    {
      name: 'of a rejection',
      given: [{}, missing],
      expected: passes(['fault-leaves-no-trace', 'source-exists']),
    },
    {
      name: 'of a copy that must not be: nothing but that',
      given: [answering({ kind: 'output', snapshot: plainCopy() }), missing],
      expected: ['fail source-exists'],
    },
    {
      name: 'of a rejection that must not be',
      given: [answering(refusal), {}],
      expected: ['fail source-exists', 'pass fault-leaves-no-trace'],
    },
    {
      name: 'of an output without a snapshot',
      given: [answering({ kind: 'output', snapshot: undefined }), {}],
      expected: ['fail copy-type-manual'],
    },
    {
      name: 'of a copy whose tags cannot be listed',
      given: [{ listTags: () => Promise.resolve({ ok: false, reason: 'AccessDenied: no' }) }, {}],
      expected: [
        ...passes(untouched.filter((rule) => rule !== 'copy-no-tags-by-default')),
        'unseen copy-no-tags-by-default',
      ],
    },
    {
      name: 'of a copy with the right tags, where their form on the wire is the question: nothing more',
      given: [{}, { rule: 'wire-request-lists' }],
      expected: passes(untouched),
    },
    {
      name: 'of a copy with wrong tags',
      given: [{ listTags: () => Promise.resolve({ ok: true, value: [{ Key: 'x' }] }) }, {}],
      expected: [
        'fail copy-no-tags-by-default',
        ...passes(untouched.filter((rule) => rule !== 'copy-no-tags-by-default')),
      ],
    },
    {
      name: 'of a copy with wrong tags, where their form on the wire is the question',
      given: [
        { listTags: () => Promise.resolve({ ok: true, value: [{ Key: 'x' }] }) },
        { rule: 'wire-request-lists' },
      ],
      expected: [
        'fail copy-no-tags-by-default',
        'fail wire-request-lists',
        ...passes(untouched.filter((rule) => rule !== 'copy-no-tags-by-default')),
      ],
    },
    {
      name: 'of no answer',
      given: [answering({ kind: 'no-answer', reason: 'late' }), {}],
      expected: ['error late'],
    },
    ...['Throttling', 'ThrottlingException', 'RequestLimitExceeded', 'ServiceUnavailable', 'SlowDown'].map(
      (name): Row => ({
        name: `of ${name}: it is no verdict on the request`,
        given: [answering({ kind: 'exception', name, message: '' }), missing],
        expected: [`error ${name}`],
      }),
    ),
    {
      name: 'of a session that has ended: it is no verdict on the request',
      given: [answering({ kind: 'exception', name: 'ExpiredToken', message: '' }), {}],
      expected: ['inconclusive ExpiredToken'],
    },
    {
      name: 'of a permission that is not given',
      given: [answering({ kind: 'exception', name: 'AccessDenied', message: '' }), missing],
      expected: ['inconclusive AccessDenied'],
    },
  ];

  it.each([true, false])(
    'of a copy that is still being made: the same whenever it is looked at, followed: %s',
    async (follow) => {
      const { SourceDBClusterSnapshotArn: _source, ...untold } = plainCopy();
      const asked = { ...plainCopy(), Status: 'creating', PercentProgress: 0 };
      const seen = ['creating', 'available'].map(async (Status) => {
        let looks = 0;
        const describe = () =>
          Promise.resolve({
            ok: true,
            value: { ...untold, Status: looks++ > 1 ? 'available' : Status },
          } as const);
        const { result } = await outcome(
          { ...answering({ kind: 'output', snapshot: asked }), describe },
          { follow },
        );
        return outline(result);
      });
      const [early, late] = await Promise.all(seen);
      expect(early).toEqual(late);
      expect(late?.includes('fail copy-source-arn')).toBe(follow);
    },
  );

  it.each(table)('$name', async ({ given: [target, one], expected }) => {
    const { result } = await outcome(target, one);
    expect(outline(result)).toEqual([...expected].sort());
  });

  it('sees the raw answer before the SDK’s reading of it', async () => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=1/2/us-east-1/rds/aws4_request' };
    const [, response] = handle(realise({}, plainSetting).world, {
      method: 'POST',
      path: '/',
      headers,
      body: Buffer.from('Action=CopyDBClusterSnapshot&Version=2014-10-31'),
    });
    const http: Exchange['http'] = {
      request: { method: 'POST', url: '', headers, body: '' },
      response: { ...response, headers: { ...response.headers, 'content-type': 'text/xml' } },
    };
    const sdk: SdkResult = { kind: 'output', snapshot: plainCopy() };
    const { result } = await outcome({ send: () => Promise.resolve({ attempts: 1, sdk, http }) }, missing);
    expect(result.kind === 'measured' && result.actual.kind).toBe('rejected');
    expect(outline(result)).toEqual(
      expect.arrayContaining(['pass wire-fault-envelope', 'fail wire-sdk-agrees']),
    );
  });

  it('judges the request as it is after the edits', async () => {
    const { result } = await outcome(
      answering({ kind: 'exception', name: 'MissingParameter', message: '' }),
      { wire: { TargetDBClusterSnapshotIdentifier: null } },
    );
    expect(outline(result)).toEqual(['pass target-required']);
  });

  it('takes the other account and Region where the unit says so', async () => {
    const { result } = await outcome({}, { caller: { account: 'other', region: 'elsewhere' } });
    expect(result).toMatchObject({ caller: { account: '222222222222', region: 'eu-west-1' } });
  });
});

describe('what is removed', () => {
  const inTheWay: WorldDocument = { snapshots: { source: {}, taken: {} } };
  const toTaken = { request: { ...plainRequest, TargetDBClusterSnapshotIdentifier: '{taken}' } };
  const somebodyThere = { describe: () => Promise.resolve({ ok: true, value: plainCopy() } as const) };
  interface Row {
    readonly name: string;
    readonly given: [Partial<Target>, Partial<Unit>, WorldDocument?];
    readonly expected: readonly string[];
  }
  const discarded = ['discard ncc-r1-u0-new'];
  const claiming = (claim: Claim): Partial<Target> => ({
    send: () =>
      Promise.resolve({ attempts: 1, sdk: { kind: 'output', snapshot: plainCopy() }, claim } as const),
  });
  const table: readonly Row[] = [
    { name: 'a copy', given: [{}, {}], expected: ['send ncc-r1-u0-new', ...discarded] },
    { name: 'nothing after a rejection', given: [{}, missing], expected: ['send ncc-r1-u0-new'] },
    {
      name: 'what is ours, by the name it was asked for',
      given: [claiming({ kind: 'ours' }), {}],
      expected: discarded,
    },
    {
      name: 'never what was made under another name',
      given: [claiming({ kind: 'another', name: 'prod' }), {}],
      expected: [],
    },
    {
      name: 'never what a rejection seems to have left',
      given: [{ ...answering(refusal), ...somebodyThere }, missing],
      expected: [],
    },
    {
      name: 'never what was there before',
      given: [answering({ kind: 'output', snapshot: plainCopy() }), toTaken, inTheWay],
      expected: [],
    },
    {
      name: 'nothing without an answer',
      given: [answering({ kind: 'no-answer', reason: 'late' }), {}],
      expected: [],
    },
  ];

  it.each(table)('$name', async ({ given: [target, one, given], expected }) => {
    const { journal } = await outcome(target, one, given);
    expect(journal).toEqual(expected);
  });

  it('sends nothing where the name is taken, and says so', async () => {
    const reason = '`n` is taken at the target';
    const { result } = await outcome(answering({ kind: 'not-sent', reason }), {});
    expect(result).toEqual({ kind: 'inconclusive', reason });
  });

  it('asks about the copy as whoever called', async () => {
    const asked: string[] = [];
    await outcome({
      describe: (where, name) => {
        asked.push(`${where.account} ${name}`);
        return Promise.resolve({ ok: true, value: undefined });
      },
    });
    expect(asked).toEqual([`${caller.account} ncc-r1-u0-new`, `${caller.account} source`]);
  });
});
