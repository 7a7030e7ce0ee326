import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import {
  integer,
  parseMinMeasured,
  parseRegion,
  parseReport,
  parseRule,
  parseShard,
  parseUrl,
  parseWithout,
} from './options.ts';

/** What a parser makes of a text; its complaint, if it has one. */
function outcome(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    if (error instanceof InvalidArgumentError) return error.message;
    throw error;
  }
}

describe('parseReport', () => {
  const unknown = (format: string): unknown =>
    expect.stringMatching(`^There is no format "${format}"; there are `);
  const table: { name: string; given: string; expected: unknown }[] = [
    { name: 'a format', given: 'text', expected: [{ format: 'text' }] },
    { name: 'a file', given: 'json=report.json', expected: [{ format: 'json', file: 'report.json' }] },
    {
      name: 'a file with an equals sign',
      given: 'json=a=b.json',
      expected: [{ format: 'json', file: 'a=b.json' }],
    },
    { name: 'no file after all', given: 'json=', expected: 'No file is named after "json=".' },
    { name: 'an unknown format', given: 'pdf', expected: unknown('pdf') },
    { name: 'an unknown format with a file', given: 'pdf=x', expected: unknown('pdf') },
    { name: 'nothing', given: '', expected: unknown('') },
    { name: 'only a file', given: '=x', expected: unknown('') },
    { name: 'another case', given: 'JSON', expected: unknown('JSON') },
    { name: 'what every object has', given: 'constructor', expected: unknown('constructor') },
    { name: 'what every object has, with a file', given: 'toString=x', expected: unknown('toString') },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(outcome(() => parseReport(given))).toEqual(expected);
  });

  it('adds to those before', () => {
    const before = [{ format: 'text' as const }];
    expect(parseReport('json', before)).toEqual([{ format: 'text' }, { format: 'json' }]);
    expect(before).toHaveLength(1);
  });
});

describe('parseWithout', () => {
  const unknown = (name: string): string =>
    `There is no "${name}" to leave out; there are kms, key-states, sharing, tags, second-account, second-region.`;
  const table: { name: string; given: string; expected: unknown }[] = [
    { name: 'one name', given: 'kms', expected: ['kms'] },
    { name: 'several', given: 'kms, sharing', expected: ['kms', 'sharing'] },
    { name: 'one of them twice', given: 'kms,kms', expected: ['kms'] },
    { name: 'an unknown one', given: 'kms,nope', expected: unknown('nope') },
    { name: 'nothing', given: '', expected: unknown('') },
    { name: 'what every object has', given: 'constructor', expected: unknown('constructor') },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(outcome(() => parseWithout(given))).toEqual(expected);
  });

  it('adds to those before', () => {
    expect(parseWithout('tags,kms', ['kms'])).toEqual(['kms', 'tags']);
  });
});

describe('parseMinMeasured', () => {
  const wrong = 'Neither a number of rules such as 40 nor a share of them such as 75%.';
  const table: { name: string; given: string; expected: unknown }[] = [
    { name: 'a number', given: '40', expected: { unit: 'rules', value: 40 } },
    { name: 'none', given: '0', expected: { unit: 'rules', value: 0 } },
    { name: 'a share', given: '75%', expected: { unit: 'share', value: 0.75 } },
    { name: 'a share with a blank', given: '75 %', expected: { unit: 'share', value: 0.75 } },
    { name: 'part of a per cent', given: '12.5%', expected: { unit: 'share', value: 0.125 } },
    { name: 'all', given: '100%', expected: { unit: 'share', value: 1 } },
    { name: 'more than all', given: '101%', expected: wrong },
    { name: 'part of a rule', given: '0.75', expected: wrong },
    { name: 'less than nothing', given: '-1', expected: wrong },
    { name: 'nothing', given: '', expected: wrong },
    { name: 'only a sign', given: '%', expected: wrong },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(outcome(() => parseMinMeasured(given))).toEqual(expected);
  });
});

describe('parseShard', () => {
  const wrong = 'Not a part of a run such as 3/16, from 1/16 to 16/16.';
  const table: { name: string; given: string; expected: unknown }[] = [
    { name: 'the first part', given: '1/16', expected: { index: 1, count: 16 } },
    { name: 'the last part', given: '16/16', expected: { index: 16, count: 16 } },
    { name: 'the only part', given: '1/1', expected: { index: 1, count: 1 } },
    { name: 'a part before the first', given: '0/16', expected: wrong },
    { name: 'a part after the last', given: '17/16', expected: wrong },
    { name: 'no number of parts', given: '3', expected: wrong },
    { name: 'no part', given: '/16', expected: wrong },
    { name: 'no parts at all', given: '0/0', expected: wrong },
    { name: 'fractions', given: '1.5/2', expected: wrong },
    { name: 'nothing', given: '', expected: wrong },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(outcome(() => parseShard(given))).toEqual(expected);
  });
});

describe('parseRule', () => {
  const unknown = (id: string): string => `There is no rule "${id}"; \`explain\` lists them.`;
  const table = [
    { name: 'a rule', given: 'copy-arn', expected: ['copy-arn'] },
    { name: 'no rule', given: 'copy', expected: unknown('copy') },
    {
      name: 'another case',
      given: 'Copy-Arn',
      expected: 'There is no rule "Copy-Arn"; did you mean "copy-arn"?',
    },
    { name: 'nothing', given: '', expected: unknown('') },
    { name: 'what every object has', given: 'constructor', expected: unknown('constructor') },
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(outcome(() => parseRule(given))).toEqual(expected);
  });

  it('adds to those before', () => {
    expect(parseRule('copy-arn', ['target-unique'])).toEqual(['target-unique', 'copy-arn']);
  });
});

describe('integer', () => {
  const bad = 'Not a whole number from 1 to 10.';
  const table = [
    { name: 'the lowest', given: '1', expected: 1 },
    { name: 'the highest', given: '10', expected: 10 },
    { name: 'zeros in front', given: '007', expected: 7 },
    ...['0', '11', '-1', '+1', '1.5', '1e1', '0x1', '', ' 1', '1 ', 'one', '١', '99999999999999999999'].map(
      (given) => ({ name: JSON.stringify(given), given, expected: bad }),
    ),
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(outcome(() => integer(1, 10)(given))).toBe(expected);
  });

  it('without a highest says so', () => {
    expect(integer(0)('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
    expect(outcome(() => integer(0)('9007199254740993'))).toBe('Not a whole number from 0.');
  });
});

describe('parseUrl', () => {
  const bad = 'Not an http or https URL.';
  const table = [
    { name: 'http', given: 'http://127.0.0.1:4566', expected: 'http://127.0.0.1:4566' },
    { name: 'https', given: 'https://rds.example.com', expected: 'https://rds.example.com' },
    { name: 'a slash at the end', given: 'http://localhost:5000/', expected: 'http://localhost:5000' },
    { name: 'a path', given: 'http://localhost:5000/fake', expected: 'http://localhost:5000/fake' },
    { name: 'user and password', given: 'http://me:p@ss@localhost:5000', expected: 'http://localhost:5000' },
    {
      name: 'a query',
      given: 'http://localhost:5000/fake?x=1',
      expected: 'The query "?x=1" would not be sent; leave it out.',
    },
    {
      name: 'a fragment',
      given: 'http://localhost:5000#top',
      expected: 'The fragment "#top" would not be sent; leave it out.',
    },
    { name: 'an address of six', given: 'http://[::1]:5000', expected: 'http://[::1]:5000' },
    ...['localhost:5000', '127.0.0.1', 'ftp://x', 'file:///x', 'http://', '', 'x'].map((given) => ({
      name: JSON.stringify(given),
      given,
      expected: bad,
    })),
  ];

  it.each(table)('$name', ({ given, expected }) => {
    expect(outcome(() => parseUrl(given))).toBe(expected);
  });
});

describe('parseRegion', () => {
  const bad = 'Not the name of a Region, such as us-east-1.';
  const table = [
    ...['us-east-1', 'ap-southeast-2', 'us-gov-west-1', 'cn-north-1'].map((given) => ({
      given,
      expected: given,
    })),
    ...['us-east', 'US-EAST-1', 'us-east-1a', 'useast-1', '', 'us_east_1', 'us-east-1\n'].map((given) => ({
      given,
      expected: bad,
    })),
  ];

  it.each(table)('$given', ({ given, expected }) => {
    expect(outcome(() => parseRegion(given))).toBe(expected);
  });
});
