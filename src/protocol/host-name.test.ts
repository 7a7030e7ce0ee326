import { expect, test } from 'vitest';
import { hostName } from './host-name.ts';

test.each<[header: string, name: string | undefined]>([
  ['A.b.:8182', 'a.b'],
  ['localhost', 'localhost'],
  ['localhost:', 'localhost'],
  ['LOCALHOST:80', 'localhost'],
  ['a-b_c.example.com.', 'a-b_c.example.com'],
  ['[::1]:8182', '::1'],
  ['[FE80::1]', 'fe80::1'],
  ['[::1]x', undefined],
  ['x[::1]', undefined],
  ['[g::1]', undefined],
  ['a:80:80', undefined],
  ['a:x', undefined],
  ['a b', undefined],
  ['[a', undefined],
  ['', undefined],
])('the name in %s is %s', (header, name) => expect(hostName(header)).toBe(name));
