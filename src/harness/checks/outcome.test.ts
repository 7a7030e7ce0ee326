import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../model/index.ts';
import type { SdkResult } from '../target/target.ts';
import type { ActualOutcome } from './assess.ts';
import { actualOutcome, isAboutCaller, isNotNow } from './outcome.ts';

describe('an answer that only asks to come again', () => {
  const rejected = (code: string): ActualOutcome => ({ kind: 'rejected', code });
  it.each(['Throttling', 'ThrottlingException', 'RequestLimitExceeded', 'ServiceUnavailable', 'SlowDown'])(
    '%s',
    (code) => expect(isNotNow(rejected(code))).toBe(true),
  );

  it.each(['NoThrottling', 'ThrottlingX', 'SlowDowns', 'InternalFailure', ''])('not %j', (code) => {
    expect(isNotNow(rejected(code))).toBe(false);
  });

  it.each([429, 502, 503, 504])('HTTP %s without an answer that can be read', (status) =>
    expect(isNotNow({ kind: 'unintelligible', status, reason: 'HTML' })).toBe(true),
  );

  it.each([200, 400, 500, 501])('not HTTP %s', (status) =>
    expect(isNotNow({ kind: 'unintelligible', status, reason: 'HTML' })).toBe(false),
  );

  it('not a rejection with such a status: its code has the word', () =>
    expect(isNotNow({ kind: 'rejected', code: 'InternalFailure', status: 503 })).toBe(false));

  it('not a copy, nor garbage', () => {
    expect(isNotNow({ kind: 'copied', snapshot: {} })).toBe(false);
    const garbage = { kind: 'unintelligible', reason: '', code: 'Throttling' } as ActualOutcome;
    expect(isNotNow(garbage)).toBe(false);
  });
});

describe('an answer that is about who calls', () => {
  const copied = {
    members: {},
    tags: { rule: 'copy-no-tags-by-default', required: [], optional: [] },
  } as const;
  const mustCopy: Verdict = { broken: [], unspecified: [], rejections: [], copied };
  const mayDeny: Verdict = { broken: ['source-visible'], unspecified: [], rejections: ['AccessDenied'] };
  const rejected = (code: string): ActualOutcome => ({ kind: 'rejected', code, status: 403 });

  it.each([
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'RequestExpired',
    'OptInRequired',
    'AccessDenied',
    'AccessDeniedException',
  ])('%s', (code) => expect(isAboutCaller(mustCopy, rejected(code))).toBe(true));

  it.each(['ExpiredTokens', 'SignatureDoesNotMatch', 'Throttling', 'InvalidParameterValue', 'Surprise', ''])(
    'not %j',
    (code) => expect(isAboutCaller(mustCopy, rejected(code))).toBe(false),
  );

  it('not where a rule expects it, nor a copy', () => {
    expect(isAboutCaller(mayDeny, rejected('AccessDenied'))).toBe(false);
    expect(isAboutCaller(mayDeny, rejected('ExpiredToken'))).toBe(true);
    expect(isAboutCaller(mustCopy, { kind: 'copied', snapshot: {} })).toBe(false);
  });
});

describe('what happened, told by the SDK where there is no HTTP', () => {
  it.each<[sdk: SdkResult, expected: ActualOutcome]>([
    [
      { kind: 'output', snapshot: { Engine: 'neptune' } },
      { kind: 'copied', snapshot: { Engine: 'neptune' } },
    ],
    [
      { kind: 'output', snapshot: undefined } as unknown as SdkResult,
      { kind: 'unintelligible', reason: 'the output holds no DBClusterSnapshot' },
    ],
    [
      { kind: 'exception', name: 'Oops', message: 'no' },
      { kind: 'rejected', code: 'Oops', message: 'no' },
    ],
    [
      { kind: 'no-answer', reason: 'gone' },
      { kind: 'unintelligible', reason: 'gone' },
    ],
    [
      { kind: 'not-sent', reason: 'no such Region' },
      { kind: 'unintelligible', reason: 'no such Region' },
    ],
  ])('%j', (sdk, expected) => expect(actualOutcome(undefined, sdk)).toEqual(expected));

  it('the answer has the word where there is one', () => {
    const answer = { kind: 'unintelligible', status: 200, reason: 'the body is empty' } as const;
    expect(actualOutcome(answer, { kind: 'no-answer', reason: 'gone' })).toBe(answer);
  });
});
