import { wellFormed } from '../../protocol/text.ts';

/** Variables of a script, by the value that they stood for when the scenario was played: what a target made up. */
export type Variables = ReadonlyMap<string, string>;

/** Whether a text has something in it that the target made up. */
export const isMadeUp = (text: string, variables: Variables): boolean =>
  [...variables.keys()].some((value) => value !== '' && text.includes(value));

/** How a language writes texts. */
export interface Writing {
  readonly literal: (text: string) => string;
  readonly variable: (name: string) => string;
  /** A variable in upper case. */
  readonly upper: (name: string) => string;
  /** Stands between the parts of a text. */
  readonly joiner: string;
}

/** The variable that holds what begins the names of a script: new each time it runs. */
export const runVariable = 'run';

/** How the names of a run begin, also in upper case, and where a form escapes what needs no escape. */
const prefix = /ncc-[0-9a-z]{6}(?=-)|NCC-[0-9A-Z]{6}(?=-)|%6E%63%63%2D(?:%[3-7][0-9A-F]){6}(?=%2D)/;

/** Whether a text changes each time the script runs. */
export const isFresh = (text: string): boolean => prefix.test(text);

/**
 * A text as an expression of the language, with variables in the place of what the target made up and of what the
 * run put before its names. Lengths and upper case stay.
 */
export function writeText(
  text: string,
  variables: Variables,
  { literal, variable, upper, joiner }: Writing,
): string {
  const values = [...variables.keys()].filter((value) => value !== '').sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${[...values.map(escapeRegExp), prefix.source].join('|')})`);
  const parts = wellFormed(text)
    .split(pattern)
    .flatMap((piece, i) => {
      if (i % 2 === 0) return piece === '' ? [] : [literal(piece)];
      const name = variables.get(piece);
      if (name !== undefined) return [variable(name)];
      return [piece.startsWith('NCC') ? upper(runVariable) : variable(runVariable)];
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

/** A literal of Python and of JavaScript, in which nothing hides. */
export const stringLiteral = (text: string): string =>
  JSON.stringify(text).replaceAll(unseen, (character) => codeUnits(character));

/** Lines of a title, fit for comments of any language: nothing in them ends a comment, or is obeyed by a terminal. */
export const commentLines = (title: string): string[] =>
  wellFormed(title).replaceAll(new RegExp(prefix, 'g'), `$$${runVariable}`).split('\n').map(shown);

/** A text in which nothing hides: control characters as they would be written. */
export const shown = (text: string): string => text.replaceAll(unseen, visible);

/** What ends a line somewhere, moves a terminal's cursor, or turns the direction of a text. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const visible = (character: string): string => {
  const code = character.charCodeAt(0);
  if (character === '\r') return String.raw`\r`;
  if (character === '\t') return ' ';
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : codeUnits(character);
};

const codeUnits = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Words of an operation's name: CreateDBCluster is create, db, cluster. */
export const wordsOf = (operation: string): string[] =>
  operation
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .split('-');

const escapeRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
