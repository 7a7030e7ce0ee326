import { describe, expect, test } from 'vitest';
import { measured } from '../../test-support/fakes.ts';
import { fail } from '../harness/checks/check.ts';
import { fingerprint, fingerprintOf } from './fingerprint.ts';
import type { Measured } from '../harness/run/unit.ts';

const here = { regions: { here: 'us-east-1', elsewhere: 'eu-west-1' }, url: 'http://127.0.0.1:5000/' };
const there = { regions: { here: 'cn-north-1', elsewhere: 'cn-northwest-1' }, url: 'http://localhost:80/x' };
const deviation = { rule: 'copy-arn', aspect: 'behaviour', expected: 'x "1"', actual: 'y' } as const;

test('twelve hexadecimal digits', () => expect(fingerprint(deviation, here)).toMatch(/^[0-9a-f]{12}$/));

describe('the same', () => {
  test.each([
    ['value that was expected', { expected: 'x "1"' }, { expected: 'x "2"' }],
    [
      'faults that would do',
      { expected: 'a rejection with MissingParameter (HTTP 400)' },
      { expected: 'a rejection with InvalidParameterValue (HTTP 400) or MissingParameter (HTTP 400)' },
    ],
    ['time', { actual: 'at "2026-01-01T00:00:00.000Z"' }, { actual: 'at "2027-02-03T04:05:06.789012Z"' }],
    ['Region', { actual: 'zone us-east-1a, eu-west-1' }, { actual: 'zone cn-north-1a, cn-northwest-1' }],
    ['partition', { actual: 'arn:aws:rds:us-east-1:x' }, { actual: 'arn:aws-cn:rds:cn-north-1:x' }],
    ['endpoint', { actual: 'see http://127.0.0.1:5000/a' }, { actual: 'see http://localhost/a' }],
  ])('but for the %s', (_, one, other) => {
    expect(fingerprint({ ...deviation, ...one }, here)).toBe(fingerprint({ ...deviation, ...other }, there));
  });
});

describe('another', () => {
  test.each([
    ['rule', { rule: 'copy-inherits' as const }],
    ['aspect', { aspect: 'fault' as const }],
    ['expectation', { expected: 'z "1"' }],
    ['outcome', { actual: 'z' }],
    ['kind of expectation', { expected: 'a rejection with MissingParameter (HTTP 400)' }],
  ])('for another %s', (_, other) => {
    expect(fingerprint({ ...deviation, ...other }, here)).not.toBe(fingerprint(deviation, here));
  });
});

test('a fingerprint stays what it is: baselines are written with it', () => {
  const about = { rule: 'copy-arn', aspect: 'behaviour', expected: 'a "1"', actual: 'b' } as const;
  const where = { regions: { here: 'us-east-1', elsewhere: 'eu-west-1' } };
  expect(fingerprint(about, where)).toBe('f4a5568936b5');
});

test('the endpoint that was called is no part of it', () => {
  const at = (url: string): Measured => {
    const http = {
      request: { method: 'POST', url, headers: {}, body: '' },
      response: { status: 200, headers: {}, body: '' },
    };
    return measured({ exchange: { ...measured().exchange, http } });
  };
  const saw = (host: string): string =>
    fingerprintOf(fail('copy-arn', 'an ARN', `see http://${host}/a`), at(`http://${host}/`));
  expect(saw('127.0.0.1:5000')).toBe(saw('localhost'));
});
