import { schemas } from '../contract/generated/schemas.ts';
import type { ShapeRule } from './plan.ts';
import type { Path } from '../contract/source-text.ts';
import { quoted } from '../contract/shown.ts';
import { suggestion } from '../contract/nearest.ts';

/** A problem before its place in the file is known. */
export interface PathProblem {
  readonly rule: ShapeRule;
  /** From the value that was looked at. */
  readonly path: Path;
  readonly message: string;
}

/** What a member may hold. */
export type Kind = 'text' | 'boolean' | 'list' | 'members';

/** Members and what they hold, by name. */
export type Members = Readonly<Record<string, Kind>>;

/** The members of CopyDBClusterSnapshot's request, as the schema has them. */
export const requestMembers: Members = membersOf('shapes/copy-db-cluster-snapshot-message');

const tagMembers: Members = membersOf('shapes/tag');

/** What is wrong with the shape of a request. What its values mean is for the rules to say. */
export function* requestProblems(value: unknown, path: Path): Generator<PathProblem> {
  yield* memberProblems(value, path, requestMembers, 'a request');
  if (!isRecord(value) || !Array.isArray(value['Tags'])) return;
  if (value['Tags'].length > mostTags) {
    const message = `Tags must be a list of at most ${mostTags} tags to be looked at, not of ${value['Tags'].length}`;
    yield { rule: 'plan/wrong-type', path: [...path, 'Tags'], message };
    return;
  }
  for (const [i, tag] of value['Tags'].entries())
    yield* memberProblems(tag, [...path, 'Tags', i], tagMembers, 'a tag');
}

/** AWS takes fifty; what is far beyond is told without looking at each. */
const mostTags = 1000;

/** What is wrong with the members of a value. */
export function* memberProblems(
  value: unknown,
  path: Path,
  members: Members,
  what: string,
): Generator<PathProblem> {
  if (!isRecord(value)) {
    yield {
      rule: 'plan/wrong-type',
      path,
      message: `${capital(what)} is made of members, not ${described(value)}`,
    };
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const kind = Object.hasOwn(members, name) ? members[name] : undefined;
    if (kind === undefined) {
      const names = Object.keys(members);
      const message = `${capital(what)} has no member ${quoted(name)}${suggestion(name, names)}`;
      yield { rule: 'plan/unknown-member', path: [...path, name], message };
    } else if (!fits[kind](member)) {
      const message = `${name} must be ${expected[kind]}, not ${described(member)}${advice(kind, member)}`;
      yield { rule: 'plan/wrong-type', path: [...path, name], message };
    }
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a value has members. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fits: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  list: Array.isArray,
  members: isRecord,
};

const expected: Readonly<Record<Kind, string>> = {
  text: 'text',
  boolean: 'true or false',
  list: 'a list',
  members: 'made of members',
};

function described(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'something with members';
  return `the ${typeof value === 'string' ? 'text' : typeof value} ${quoted(value)}`;
}

/** What to do about the mistakes that YAML invites. */
function advice(kind: Kind, value: unknown): string {
  if (value === null) return '; leave the member out';
  if (kind === 'text' && typeof value !== 'object') return '; put it in quotes';
  return kind === 'boolean' && (value === 'true' || value === 'false') ? '; take the quotes away' : '';
}

function membersOf(shape: string): Members {
  const schema = schemas.find((each) => (each as { $id?: string }).$id === `neptune-copy-contract:${shape}`);
  const { properties } = schema as { properties: Record<string, { type: string }> };
  const kinds: Readonly<Record<string, Kind>> = { string: 'text', boolean: 'boolean', array: 'list' };
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type }]) => [name, kinds[type] ?? 'members']),
  );
}
