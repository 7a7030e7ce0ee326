import { neptuneActions, type MemberType } from '../../protocol/actions.ts';
import { quoted } from '../../contract/shown.ts';
import { suggestion } from '../../contract/nearest.ts';
import type { Action } from './declared-faults.ts';
import { isDate } from '../times.ts';
import { problem, shown, type Problem } from './finding.ts';
import { requestShapeProblems } from './shapes.ts';

/** What is wrong with the form of a request: members that the operation has not, or of another type. */
export function requestProblems(operation: Action, input: Readonly<Record<string, unknown>>): Problem[] {
  if (operation === 'CopyDBClusterSnapshot') return requestShapeProblems(input);
  const members = neptuneActions[operation];
  return Object.entries(input).flatMap(([name, value]) => {
    const type = Object.hasOwn(members, name) ? members[name] : undefined;
    if (value === undefined || (type !== undefined && fits(type, value))) return [];
    const expected = type === undefined ? `members of ${operation}Message` : `${wordsOf(type)} as ${name}`;
    const found = problem('mock/request-form', expected, `${name} ${shown(value)}`);
    if (type !== undefined) return [found];
    const hint = suggestion(name, Object.keys(members));
    return [{ ...found, message: `${operation} has no member ${quoted(name)}${hint === '' ? '.' : hint}` }];
  });
}

/** What code writes for a member of each type, in words, and whether a value is one. */
const kinds = {
  string: ['text', (value: unknown) => typeof value === 'string'],
  integer: ['a number', (value: unknown) => typeof value === 'number'],
  boolean: ['true or false', (value: unknown) => typeof value === 'boolean'],
  'boolean-or-text': ['true or false', (value: unknown) => typeof value === 'boolean'],
  time: ['a Date', isDate],
  object: ['an object', (value: unknown) => typeof value === 'object'],
  unsupported: ['anything', () => true],
  list: ['a list', Array.isArray],
} as const;

const kindOf = (type: MemberType): (typeof kinds)[keyof typeof kinds] =>
  kinds[typeof type === 'object' ? 'list' : type];
const fits = (type: MemberType, value: unknown): boolean => kindOf(type)[1](value);
const wordsOf = (type: MemberType): string => kindOf(type)[0];
