import { wellFormed } from '../protocol/text.ts';

/** Variables of a script, by the value that they stood for when the scene was played: what a target made up. */
export type Variables = ReadonlyMap<string, string>;

/** How a language writes texts. */
export interface Writing {
  readonly literal: (text: string) => string;
  readonly variable: (name: string) => string;
  /** Stands between the parts of a text. */
  readonly joiner: string;
}

/** A text as an expression of the language, with variables in the place of what the target made up. */
export function writeText(
  text: string,
  variables: Variables,
  { literal, variable, joiner }: Writing,
): string {
  const values = [...variables.keys()].sort((a, b) => b.length - a.length);
  if (values.length === 0) return literal(wellFormed(text));
  const pieces = wellFormed(text).split(new RegExp(`(${values.map(escapeRegExp).join('|')})`));
  const parts = pieces.flatMap((piece, i) => {
    if (i % 2 === 1) return [variable(variables.get(piece) ?? piece)];
    return piece === '' ? [] : [literal(piece)];
  });
  return parts.length === 0 ? literal('') : parts.join(joiner);
}

/** An input as JSON that can be encoded. */
export const toJson = (input: object): string =>
  JSON.stringify(input, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value));

/** How a language writes JSON's other values. */
export interface Notation extends Writing {
  readonly yes: string;
  readonly no: string;
  readonly key: (name: string) => string;
}

/** A value of a call's input as an expression of the language. */
export function writeValue(value: unknown, variables: Variables, notation: Notation): string {
  if (typeof value === 'string') return writeText(value, variables, notation);
  if (typeof value === 'boolean') return value ? notation.yes : notation.no;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return `[${value.map((item) => writeValue(item, variables, notation)).join(', ')}]`;
  const members = Object.entries(value as object).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  return `{ ${members.map(([name, member]) => `${notation.key(name)}: ${writeValue(member, variables, notation)}`).join(', ')} }`;
}

/** Lines of a title, fit for comments of any language: nothing in them ends a comment. */
export const commentLines = (title: string): string[] =>
  title.split(/\r?\n/).map((line) => line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' '));

/** Words of an operation's name: CreateDBCluster is create, db, cluster. */
export const wordsOf = (operation: string): string[] =>
  operation
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .split('-');

const escapeRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
