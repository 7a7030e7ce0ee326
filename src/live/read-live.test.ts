import { describe, expect, it } from 'vitest';
import { readLive } from './read-live.ts';

const text = `accounts:
  self: { id: '111111111111' }
regions: { here: us-east-1 }
snapshots:
  s: { identifier: graph }
keys:
  k: { id: abc }
`;

describe('the file of what an account has', () => {
  it('is read', () => {
    expect(readLive(text, 'live.yaml').live.snapshots).toEqual({ s: { identifier: 'graph' } });
  });

  it.each([
    ["id: '111111111111'", 'id: 111111111111', /^live\.yaml:2:\d+: accounts\.self\.id: /],
    [
      "'111111111111' }",
      "'111111111111' }\n  other: { id: '111111111111' }",
      /^live\.yaml:3:\d+: accounts\.other: it is the same account/,
    ],
    ['us-east-1 }', 'us-east-1, elsewhere: us-east-1 }', /:3:\d+: regions\.elsewhere: it is the same Region/],
    [
      'us-east-1 }',
      'us-east-1, elsewhere: cn-north-1 }',
      /:3:\d+: regions\.elsewhere: it is in another partition/,
    ],
    ['graph }', 'graph, account: other }', /:5:\d+: snapshots\.s\.account: no other account is named/],
    ['abc }', 'abc, region: elsewhere }', /:7:\d+: keys\.k\.region: no other Region is named/],
    ['graph }', 'graph, encryptedWith: x }', /:5:\d+: snapshots\.s\.encryptedWith: no key is called/],
    [
      'graph }',
      "'rds:graph', type: automated, sharedWith: [all] }",
      /snapshots\.s\.sharedWith: an automated/,
    ],
    ['graph }', 'graph, type: automated }', /snapshots\.s\.identifier: the names of automated snapshots/],
    ['graph }', 'graph, secretAccessKey: x }', /:5:\d+: .*unknown member/],
  ])('with %s as %s is refused', (part, other, message) => {
    expect(() => readLive(text.replace(part, other), 'live.yaml')).toThrow(message);
  });
});
