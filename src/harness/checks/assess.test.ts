import { describe, expect, it } from 'vitest';
import type { DBClusterSnapshot } from '../../contract/generated/types.ts';
import type { CopyRequest, ExpectedCopy, Verdict } from '../../model/index.ts';
import {
  assessMembers,
  assessSettled,
  assessOutcome,
  assessTags,
  asTexts,
  describeOutcome,
  isExpectedOutcome,
  toActual,
  type ActualOutcome,
} from './assess.ts';
import { failing, said, type Said } from '../../../test-support/said.ts';
import { pass, type Check } from './check.ts';

const tags = { rule: 'copy-no-tags-by-default', required: [], optional: [] } as const;
const copied: ExpectedCopy = { members: {}, tags };
const mustCopy: Verdict = { broken: [], unspecified: [], rejections: [], copied };
const mayCopy: Verdict = {
  broken: [],
  unspecified: ['source-one-step'],
  rejections: ['InvalidParameterValue'],
  copied,
};
const mustReject: Verdict = {
  broken: ['source-exists'],
  unspecified: [],
  rejections: ['DBClusterSnapshotNotFoundFault'],
};

const aCopy: ActualOutcome = { kind: 'copied', snapshot: {} };
const rejected = (code: string, status?: number): ActualOutcome => ({
  kind: 'rejected',
  code,
  ...(status !== undefined && { status }),
});
const garbage: ActualOutcome = { kind: 'unintelligible', status: 200, reason: 'the body is empty' };

describe('assessOutcome', () => {
  interface Row {
    readonly name: string;
    readonly given: { verdict: Verdict; actual: ActualOutcome; request?: CopyRequest };
    readonly expected: readonly Said[];
  }
  const notFound = 'a rejection with DBClusterSnapshotNotFoundFault (HTTP 404)';
  const blamed = (rule: Check['rule'], code: string, expected = 'a copy'): Said => ({
    ...failing(rule, expected, code),
    tested: 'copy-type-manual',
  });
  const table: readonly Row[] = [
    {
      name: 'must be rejected, is accepted',
      given: { verdict: mustReject, actual: aCopy },
      expected: [failing('source-exists', notFound, 'a copy')],
    },
    {
      name: 'must be rejected, is so by the right code',
      given: { verdict: mustReject, actual: rejected('DBClusterSnapshotNotFoundFault', 404) },
      expected: [pass('source-exists')],
    },
    {
      name: 'must be rejected, is so with the wrong status: the wire rules speak of it',
      given: { verdict: mustReject, actual: rejected('DBClusterSnapshotNotFoundFault', 500) },
      expected: [pass('source-exists')],
    },
    {
      name: 'must be rejected, is so by another code',
      given: { verdict: mustReject, actual: rejected('InvalidParameterValue', 400) },
      expected: [failing('source-exists', notFound, 'InvalidParameterValue (HTTP 400)', 'fault')],
    },
    {
      name: 'must be rejected, is so by a code nobody knows',
      given: { verdict: mustReject, actual: rejected('Surprise', 499) },
      expected: [failing('source-exists', notFound, 'Surprise (HTTP 499)', 'fault')],
    },
    {
      name: 'must be rejected, is so by another code without a status',
      given: { verdict: mustReject, actual: rejected('InvalidParameterValue') },
      expected: [failing('source-exists', notFound, 'InvalidParameterValue', 'fault')],
    },
    {
      name: 'must be rejected, the service fails',
      given: { verdict: mustReject, actual: rejected('InternalFailure', 500) },
      expected: [failing('source-exists', notFound, 'InternalFailure (HTTP 500)')],
    },
    {
      name: 'must be rejected, is answered with garbage',
      given: { verdict: mustReject, actual: garbage },
      expected: [
        failing('source-exists', notFound, 'an unintelligible answer (HTTP 200): the body is empty'),
      ],
    },
    {
      name: 'breaks two rules: either fault shows both',
      given: {
        verdict: {
          ...mustReject,
          broken: ['source-exists', 'target-unique'],
          rejections: ['DBClusterSnapshotNotFoundFault', 'DBClusterSnapshotAlreadyExistsFault'],
        },
        actual: rejected('DBClusterSnapshotAlreadyExistsFault', 400),
      },
      expected: [pass('source-exists'), pass('target-unique')],
    },
    {
      name: 'must be accepted, is so',
      given: { verdict: mustCopy, actual: aCopy },
      expected: [],
    },
    {
      name: 'may be accepted, is so',
      given: { verdict: mayCopy, actual: aCopy },
      expected: [{ status: 'unspecified', rule: 'source-one-step', actual: 'a copy' }],
    },
    {
      name: 'may be rejected, is so',
      given: { verdict: mayCopy, actual: rejected('InvalidParameterValue', 400) },
      expected: [
        { status: 'unspecified', rule: 'source-one-step', actual: 'InvalidParameterValue (HTTP 400)' },
      ],
    },
    {
      name: 'may be rejected, is so by a fault of no unspecified rule',
      given: { verdict: mayCopy, actual: rejected('SnapshotQuotaExceeded', 400) },
      expected: [
        blamed(
          'manual-snapshot-quota',
          'SnapshotQuotaExceeded (HTTP 400)',
          'a copy, or InvalidParameterValue (HTTP 400)',
        ),
      ],
    },
    ...(
      [
        ['DBClusterSnapshotNotFoundFault', 'source-exists'],
        ['DBClusterSnapshotAlreadyExistsFault', 'target-unique'],
        ['InvalidDBClusterSnapshotStateFault', 'source-available'],
        ['SnapshotQuotaExceeded', 'manual-snapshot-quota'],
        ['SnapshotQuotaExceededFault', 'manual-snapshot-quota'],
        ['KMSKeyNotAccessibleFault', 'kms-source-key-accessible'],
        ['InvalidParameterValue', 'copy-type-manual'],
        ['Surprise', 'copy-type-manual'],
      ] as const
    ).map(([code, rule]) => ({
      name: `must be accepted, is refused with ${code}: ${rule} is to blame`,
      given: { verdict: mustCopy, actual: rejected(code, 400) },
      expected: [blamed(rule, `${code} (HTTP 400)`)],
    })),
    {
      name: 'must be accepted, is refused for its key: the rule about it is to blame',
      given: {
        verdict: mustCopy,
        actual: rejected('KMSKeyNotAccessibleFault', 400),
        request: { KmsKeyId: 'key' },
      },
      expected: [blamed('kms-key-accessible', 'KMSKeyNotAccessibleFault (HTTP 400)')],
    },
    {
      name: 'must be accepted, has a key, is refused with a fault that is not about keys',
      given: {
        verdict: mustCopy,
        actual: rejected('SnapshotQuotaExceeded', 400),
        request: { KmsKeyId: 'key' },
      },
      expected: [blamed('manual-snapshot-quota', 'SnapshotQuotaExceeded (HTTP 400)')],
    },
    {
      name: 'must be accepted, has a key, is refused with a fault that is about nothing certain',
      given: {
        verdict: mustCopy,
        actual: rejected('InvalidParameterValue', 400),
        request: { KmsKeyId: 'key' },
      },
      expected: [blamed('copy-type-manual', 'InvalidParameterValue (HTTP 400)')],
    },
    {
      name: 'must be accepted, is answered with garbage: the tested rule is to blame',
      given: { verdict: mustCopy, actual: garbage },
      expected: [blamed('copy-type-manual', 'an unintelligible answer (HTTP 200): the body is empty')],
    },
  ];

  it.each(table)('$name', ({ given: { verdict, actual, request = {} }, expected }) => {
    expect(assessOutcome('copy-type-manual', request, verdict, actual).map(said)).toEqual(expected);
  });

  it.each<[status: number, aspect: 'behaviour' | 'fault']>([
    [400, 'fault'],
    [500, 'behaviour'],
  ])('may be rejected, is so by another code with HTTP %s: the %s is wrong', (status, aspect) => {
    const [check] = assessOutcome('source-one-step', {}, mayCopy, rejected('Surprise', status));
    expect(check).toMatchObject({ status: 'fail', rule: 'source-one-step', aspect });
  });

  it('may be rejected, is answered with garbage: the behaviour is wrong', () => {
    const [check] = assessOutcome('source-one-step', {}, mayCopy, garbage);
    expect(check).toMatchObject({ status: 'fail', rule: 'source-one-step', aspect: 'behaviour' });
  });
});

describe('what is kept of an outcome', () => {
  it.each<[outcome: ActualOutcome, kept: object]>([
    [aCopy, { kind: 'copy' }],
    [rejected('Oops', 418), { kind: 'rejection', code: 'Oops', status: 418 }],
    [rejected('Oops'), { kind: 'rejection', code: 'Oops' }],
    [garbage, { kind: 'unintelligible', status: 200, reason: 'the body is empty' }],
    [
      { kind: 'unintelligible', reason: 'gone' },
      { kind: 'unintelligible', reason: 'gone' },
    ],
  ])('%j', (outcome, kept) => expect(toActual(outcome)).toStrictEqual(kept));

  it('a tag without a value has none', () => {
    expect(asTexts([{ Key: 'a' }, { Key: 'b', Value: '' }])).toStrictEqual([
      { Key: 'a' },
      { Key: 'b', Value: '' },
    ]);
  });
});

describe('isExpectedOutcome', () => {
  const table = [
    { name: 'a copy that must be', given: [mustCopy, aCopy], expected: true },
    { name: 'a copy that may be', given: [mayCopy, aCopy], expected: true },
    { name: 'a copy that must not be', given: [mustReject, aCopy], expected: false },
    {
      name: 'the right fault',
      given: [mustReject, rejected('DBClusterSnapshotNotFoundFault')],
      expected: true,
    },
    { name: 'the wrong fault', given: [mustReject, rejected('InvalidParameterValue')], expected: false },
    { name: 'no known fault', given: [mustReject, rejected('Surprise')], expected: false },
    { name: 'a fault where a copy must be', given: [mustCopy, rejected('Throttling')], expected: false },
    { name: 'garbage', given: [mayCopy, garbage], expected: false },
  ] as const;

  it.each(table)('$name', ({ given: [verdict, actual], expected }) => {
    expect(isExpectedOutcome(verdict, actual)).toBe(expected);
  });
});

describe('assessSettled', () => {
  const tags = { rule: 'copy-no-tags-by-default', required: [], optional: [] } as const;
  const members: ExpectedCopy['members'] = {
    Port: { rule: 'copy-inherits', expect: { kind: 'is', value: 1 } },
    AllocatedStorage: {
      rule: 'copy-inherits',
      expect: { kind: 'is', value: 1 },
      until: { since: 'available', before: 'anything' },
    },
    SourceDBClusterSnapshotArn: {
      rule: 'copy-source-arn',
      expect: { kind: 'is', value: 'x' },
      until: { since: 'described', before: 'absent' },
    },
  };
  const settled = { Status: 'available', Port: 1, AllocatedStorage: 1, SourceDBClusterSnapshotArn: 'x' };
  const moving = { Status: 'copying', Port: 1, AllocatedStorage: 0 };
  const unseen = (rule: Check['rule']): Check => ({
    status: 'unseen',
    rule,
    reason: 'the copy was not seen to become available',
  });

  it.each<
    [string, answered: DBClusterSnapshot, described: DBClusterSnapshot | undefined, expected: readonly Said[]]
  >([
    ['available at once: what is told later', settled, settled, [pass('copy-source-arn')]],
    ['what has moved until then', moving, settled, [pass('copy-inherits'), pass('copy-source-arn')]],
    [
      'what goes on moving',
      moving,
      { ...settled, AllocatedStorage: 0 },
      [
        failing('copy-inherits', 'described AllocatedStorage 1', 'described AllocatedStorage 0'),
        pass('copy-source-arn'),
      ],
    ],
    [
      'what is never told',
      { Status: 'available', Port: 1, AllocatedStorage: 1 },
      { Status: 'available' },
      [
        failing(
          'copy-source-arn',
          'described SourceDBClusterSnapshotArn "x"',
          'described SourceDBClusterSnapshotArn absent',
        ),
      ],
    ],
    [
      'what was wrong in the answer: not once more',
      { ...settled, SourceDBClusterSnapshotArn: 'y' },
      settled,
      [],
    ],
    ['a copy that never gets there', moving, moving, [unseen('copy-inherits'), unseen('copy-source-arn')]],
    [
      'a copy that nobody may look at',
      moving,
      undefined,
      [unseen('copy-inherits'), unseen('copy-source-arn')],
    ],
    ['a copy that nobody may look at, and that tells all', { ...settled, Status: 'copying' }, undefined, []],
  ])('%s', (_, answered, described, expected) => {
    expect(assessSettled({ members, tags }, answered, described).map(said)).toEqual(expected);
  });
});

describe('assessMembers', () => {
  const members: ExpectedCopy['members'] = {
    Status: { rule: 'copy-progress', expect: { kind: 'one-of', values: ['copying', 'available'] } },
    PercentProgress: { rule: 'copy-progress', expect: { kind: 'between', low: 0, high: 100 } },
    SnapshotType: { rule: 'copy-type-manual', expect: { kind: 'is', value: 'manual' } },
  };
  const absent: ExpectedCopy['members'] = {
    SourceDBClusterSnapshotArn: { rule: 'copy-arn', expect: { kind: 'is', value: undefined } },
    Port: { rule: 'copy-arn', expect: { kind: 'one-of', values: [undefined, 0] } },
  };

  it('keeps what was expected of a member as data', () => {
    const [check] = assessMembers({ members: absent, tags }, { SourceDBClusterSnapshotArn: 'x', Port: 1 });
    expect(check).toMatchObject({
      expected: {
        members: {
          SourceDBClusterSnapshotArn: { kind: 'absent' },
          Port: { kind: 'one-of', values: [null, 0] },
        },
      },
      actual: { members: { SourceDBClusterSnapshotArn: 'x', Port: 1 } },
    });
  });

  const right = { Status: 'available', PercentProgress: 100, SnapshotType: 'manual' };
  const table = [
    {
      name: 'all as they must be: one check for each rule',
      given: right,
      expected: [pass('copy-progress'), pass('copy-type-manual')],
    },
    {
      name: 'members that no rule speaks of do not matter',
      given: { ...right, StorageType: 'odd' },
      expected: [pass('copy-progress'), pass('copy-type-manual')],
    },
    {
      name: 'one wrong',
      given: { ...right, SnapshotType: 'automated' },
      expected: [
        pass('copy-progress'),
        failing('copy-type-manual', 'SnapshotType "manual"', 'SnapshotType "automated"'),
      ],
    },
    {
      name: 'the first of a rule wrong, the second right: the rule fails',
      given: { ...right, Status: 'odd' },
      expected: [
        failing('copy-progress', 'Status "copying" or "available"', 'Status "odd"'),
        pass('copy-type-manual'),
      ],
    },
    {
      name: 'the second of a rule wrong, the first right: the rule fails',
      given: { ...right, PercentProgress: 101 },
      expected: [
        failing('copy-progress', 'PercentProgress 0 to 100', 'PercentProgress 101'),
        pass('copy-type-manual'),
      ],
    },
    {
      name: 'two of a rule wrong: one check tells both',
      given: { SnapshotType: 'manual', Status: 'odd' },
      expected: [
        failing(
          'copy-progress',
          'Status "copying" or "available", PercentProgress 0 to 100',
          'Status "odd", PercentProgress absent',
        ),
        pass('copy-type-manual'),
      ],
    },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(assessMembers({ members, tags }, given).map(said)).toEqual(expected);
  });
});

describe('assessTags', () => {
  const expectation = {
    rule: 'copy-tags-all',
    required: [{ Key: 'a', Value: '1' }, { Key: 'b' }],
    optional: [{ Key: 'aws:c', Value: '3' }],
  } as const;
  const wanted = 'tags a=1, b=, perhaps with aws:c=3';
  const table = [
    {
      name: 'all',
      given: [
        { Key: 'b', Value: '' },
        { Key: 'a', Value: '1' },
      ],
      expected: undefined,
    },
    {
      name: 'with the optional',
      given: [...expectation.required, ...expectation.optional],
      expected: undefined,
    },
    { name: 'one missing', given: [{ Key: 'a', Value: '1' }], expected: 'tags a=1' },
    { name: 'none', given: [], expected: 'tags none' },
    { name: 'one too many', given: [...expectation.required, { Key: 'x' }], expected: 'tags a=1, b=, x=' },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(said(assessTags({ members: {}, tags: expectation }, given))).toEqual(
      expected === undefined ? pass('copy-tags-all') : failing('copy-tags-all', wanted, expected),
    );
  });

  it('says so when there are two ways, of which neither is taken', () => {
    const alternative = [{ Key: 'c', Value: '2' }, { Key: 'd' }];
    const two: ExpectedCopy = { members: {}, tags: { ...expectation, alternative } };
    expect(assessTags(two, alternative)).toEqual(pass('copy-tags-all'));
    expect(assessTags(two, [{ Key: 'x' }])).toMatchObject({
      expected: { kind: 'tags', required: expectation.required, alternative, optional: expectation.optional },
    });
    const one = assessTags({ members: {}, tags: expectation }, []);
    expect(one.status === 'fail' && one.expected).not.toHaveProperty('alternative');
  });

  it('says so when there must be none', () => {
    expect(said(assessTags(copied, [{ Key: 'a' }]))).toEqual(
      failing('copy-no-tags-by-default', 'tags none', 'tags a='),
    );
  });
});

describe('words', () => {
  const table: { name: string; given: ActualOutcome; expected: string }[] = [
    { name: 'a copy', given: aCopy, expected: 'a copy' },
    { name: 'a code', given: rejected('Oops'), expected: 'Oops' },
    { name: 'a code and a status', given: rejected('Oops', 418), expected: 'Oops (HTTP 418)' },
    {
      name: 'garbage',
      given: { kind: 'unintelligible', reason: 'the body is not well-formed XML: 1:17: unclosed tag' },
      expected: 'an unintelligible answer: the body is not well-formed XML: 1:17: unclosed tag',
    },
  ];

  it.each(table)('describeOutcome: $name', ({ given, expected }) => {
    expect(describeOutcome(given)).toBe(expected);
  });
});

describe('a form of which nothing is known', () => {
  const unspecified: Verdict = {
    broken: [],
    unspecified: ['form-plain'],
    rejections: ['MalformedQueryString'],
    copied,
  };
  const turned = (status?: number): ActualOutcome => rejected('Surprise', status);
  const page = (status: number): ActualOutcome => ({ kind: 'unintelligible', status, reason: 'HTML' });

  it.each<[name: string, verdict: Verdict, actual: ActualOutcome, expected: boolean]>([
    ['accepted', unspecified, aCopy, true],
    ['refused in whatever words', unspecified, turned(400), true],
    ['refused without a status', unspecified, turned(), true],
    ['redirected', unspecified, page(300), true],
    ['refused with a page', unspecified, page(499), true],
    ['answered with garbage', unspecified, page(299), false],
    ['a failure of the service', unspecified, turned(500), false],
    ['refused, where the form is none of the questions', mayCopy, turned(400), false],
    [
      'refused, where another rule is broken',
      { ...unspecified, broken: ['source-exists'] },
      turned(400),
      false,
    ],
  ])('%s', (_, verdict, actual, expected) => {
    expect(isExpectedOutcome(verdict, actual)).toBe(expected);
  });

  it('is held against nothing else, whatever a fault says', () => {
    const [check, ...others] = assessOutcome(
      'copy-type-manual',
      {},
      unspecified,
      rejected('DBClusterSnapshotNotFoundFault', 500),
    );
    expect(check).toMatchObject({ status: 'fail', rule: 'form-plain', tested: 'copy-type-manual' });
    expect(others).toEqual([]);
  });

  it('garbage is no fault, whatever it calls itself', () => {
    const odd = { ...garbage, code: 'InvalidParameterValue' } as ActualOutcome;
    expect(isExpectedOutcome(mayCopy, odd)).toBe(false);
  });

  it('is told with the place in the body', () => {
    const actual: ActualOutcome = { kind: 'unintelligible', reason: 'no XML: 12:345: what' };
    expect(describeOutcome(actual)).toBe('an unintelligible answer: no XML: 12:345: what');
  });
});
