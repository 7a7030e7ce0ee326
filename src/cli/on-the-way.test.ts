import { describe, expect, it } from 'vitest';
import { onTheWay } from './on-the-way.ts';

const away = 'https://emulator.test:8443';

describe('a proxy of the environment', () => {
  /** The variables that are told of, if any. */
  const told = (urls: readonly (string | undefined)[], env: Record<string, string>): readonly string[] =>
    onTheWay({ urls }, env).map((line) => line.split(' ')[0] ?? '');

  it.each<[name: string, url: string | undefined, env: Record<string, string>, expected: readonly string[]]>([
    ['none is set', away, {}, []],
    ['an empty one', away, { HTTPS_PROXY: '' }, []],
    ['that of https', away, { HTTPS_PROXY: 'http://p' }, ['HTTPS_PROXY']],
    ['in small letters, which come first', away, { HTTPS_PROXY: 'a', https_proxy: 'b' }, ['https_proxy']],
    ['that of http, for https', away, { HTTP_PROXY: 'http://p' }, []],
    ['that of http', 'http://10.0.0.1', { HTTP_PROXY: 'http://p' }, ['HTTP_PROXY']],
    ['that of all', away, { ALL_PROXY: 'http://p' }, ['ALL_PROXY']],
    ['no endpoint', undefined, { ALL_PROXY: 'http://p' }, []],
    ...[
      'http://127.0.0.1:1',
      'http://localhost:1',
      'http://a.localhost',
      'http://[::1]:1',
      'http://127.9.9.9',
    ].map((url): [string, string, Record<string, string>, string[]] => [url, url, { HTTP_PROXY: 'p' }, []]),
    ['a host that only begins so', 'http://localhost.test', { HTTP_PROXY: 'p' }, ['HTTP_PROXY']],
    ...['emulator.test', '.test', 'test', '*', 'a, emulator.test:8443', '*.test'].map(
      (spared): [string, string, Record<string, string>, string[]] => [
        `spared by NO_PROXY=${spared}`,
        away,
        { HTTPS_PROXY: 'p', NO_PROXY: spared },
        [],
      ],
    ),
    ...['or.test', 'emulator.test:443', 'x.emulator.test', ''].map(
      (spared): [string, string, Record<string, string>, string[]] => [
        `not spared by NO_PROXY=${spared}`,
        away,
        { HTTPS_PROXY: 'p', NO_PROXY: spared },
        ['HTTPS_PROXY'],
      ],
    ),
  ])('%s', (_, url, env, expected) => {
    expect(told([url], env)).toEqual(expected);
  });

  it('is told once for all hosts, without what it says', () => {
    const lines = onTheWay(
      { urls: [away, 'https://kms.test', undefined] },
      { HTTPS_PROXY: 'http://me:secret@p' },
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('emulator.test:8443 and kms.test are called directly');
    expect(lines[0]).not.toContain('secret');
  });
});

describe('a certificate that is not checked', () => {
  it('is one warning, which names the hosts', () => {
    const lines = onTheWay({ urls: [away, 'http://127.0.0.1:1'], insecure: true }, {});
    expect(lines).toEqual([
      'warning: --insecure: the certificate of emulator.test:8443 is not checked, so anybody on the way may read and change what is sent',
    ]);
  });

  it('is none where there is no certificate', () => {
    expect(onTheWay({ urls: ['http://127.0.0.1:1'], insecure: true }, {})).toEqual([]);
  });
});
