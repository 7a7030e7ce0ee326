import { neptuneActions, type MemberType } from '../../protocol/actions.ts';
import { quoted } from '../../contract/shown.ts';
import { suggestion } from '../../contract/nearest.ts';
import type { Action } from './declared-faults.ts';
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

const fits = (type: MemberType, value: unknown): boolean =>
  type === 'unsupported' ||
  (typeof type === 'object' ? Array.isArray(value) : typeof value === typeofs[type]);

const typeofs = {
  string: 'string',
  integer: 'number',
  boolean: 'boolean',
  'boolean-or-text': 'boolean',
} as const;

const wordsOf = (type: MemberType): string =>
  typeof type === 'object'
    ? 'a list'
    : type === 'integer'
      ? 'a number'
      : type === 'string'
        ? 'text'
        : 'true or false';
