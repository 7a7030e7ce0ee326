import { describe, expect, it } from 'vitest';
import { Anonymiser } from './anonymous.ts';

const origin = {
  accounts: { self: '987654321098', other: '222222222222' },
  startedAt: new Date('2026-11-27T21:30:10.640Z'),
  host: '10.1.2.3:4566',
};
const key = '5f0c2a9e-1b7d-4c3e-9a54-0123456789ab';

describe('Anonymiser', () => {
  const table = [
    {
      name: 'the accounts of the run, also within a longer number',
      text: 'arn:aws:rds:us-east-1:987654321098:x 9876543210987',
      expected: 'arn:aws:rds:us-east-1:111111111111:x 1111111111117',
    },
    { name: 'an account of which placeholders are made', text: '222222222222', expected: '222222222222' },
    {
      name: 'a stranger',
      text: 'arn:aws:iam::555555555555:root',
      expected: 'arn:aws:iam::333333333331:root',
    },
    { name: 'no account that is nobody’s', text: '123456789012', expected: '123456789012' },
    {
      name: 'ids, and the same in capitals',
      text: `${key} ${key.toUpperCase()}`,
      expected: 'abcdef00-0000-4000-8000-000000000001 ABCDEF00-0000-4000-8000-000000000001',
    },
    { name: 'networks', text: 'vpc-0a1b2c3d', expected: 'vpc-abcdef00000000001' },
    { name: 'the host', text: 'http://10.1.2.3:4566/', expected: 'http://target.invalid/' },
    {
      name: 'times by whole seconds, written as they were',
      text: '2026-11-27T21:30:12Z 2026-11-27T21:30:12.250123Z Fri, 27 Nov 2026 21:30:12 GMT',
      expected: '2000-01-01T00:00:02Z 2000-01-01T00:00:02.250123Z Sat, 01 Jan 2000 00:00:02 GMT',
    },
    {
      name: 'the day in a name and in a signature, and the next',
      text: 'rds:x-2026-11-27-21-30 20261127/us-east-1 2026-11-28',
      expected: 'rds:x-2000-01-01-21-30 20000101/us-east-1 2000-01-02',
    },
    { name: 'no other day', text: 'Version=2014-10-31', expected: 'Version=2014-10-31' },
  ];

  it.each(table)('takes out $name', ({ text, expected }) => {
    expect(new Anonymiser(origin).apply({ text })).toEqual({ text: expected });
  });

  it('gives the same text the same placeholder, and another another', () => {
    const anonymiser = new Anonymiser(origin);
    const other = key.replace('5', '6');
    const [first, second] = [anonymiser.apply([key, other]), anonymiser.apply([other, key])];
    expect(first).toEqual([...second].reverse());
    expect(first[0]).not.toBe(first[1]);
  });

  it.each(['2026-11-27', key, '555555555555', '2026-11-27T21:30:12Z'])(
    'leaves %s, where the contract itself has it',
    (text) => {
      expect(new Anonymiser(origin).apply({ text }, { request: { Tags: [{ Value: text }] } })).toEqual({
        text,
      });
    },
  );
});
