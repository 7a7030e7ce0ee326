/** Characters that are not to be seen, or that change how others are: controls, formats such as those of direction, separators of lines, halves of surrogate pairs. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

/** Where characters may be that look like others: those that a normal form turns into one other, such as the Angstrom sign. */
const doubles = /[^\x00-\u033f]/gu;

function hasDouble(character: string): boolean {
  const normal = character.normalize('NFC');
  return normal !== character && Array.from(normal).length === 1;
}

/** What a runner of CI jobs takes for a command: GitHub the first at the start of a line, the others wherever they stand; Azure Pipelines and TeamCity theirs. */
const commands = { lead: /^([^\S\n]*)::/gm, hash: /##(?=\[|vso\[|teamcity\[)/gi };

/** Texts of printable ASCII, as most are: in these there is nothing to look for but commands. */
const plain = /^[\n\t\x20-\x7e]*$/;

/**
 * The text as it may be shown at a terminal, in a log of CI or on a page: what cannot be seen is written as an
 * escape such as `\x1b`, line feeds and tabs excepted, as is what cannot be told from another character, and no line is a
 * command to who reads the log.
 */
export const visible = (text: string): string => {
  const seen = plain.test(text)
    ? text
    : text
        .replace(unseen, escape)
        .replace(doubles, (character) => (hasDouble(character) ? escape(character) : character));
  return text.includes('##') || text.includes('::') ? withoutCommands(seen) : seen;
};

const withoutCommands = (text: string): string =>
  text.replace(commands.hash, String.raw`#\x23`).replace(commands.lead, String.raw`$1\x3a:`);

/** The same in one line: line feeds are escapes, too. */
export const visibleLine = (text: string): string => visible(text.replaceAll('\n', String.raw`\n`));

/** A value as JSON of which everything can be seen and nothing is a command. It is read back as the same value. */
export const visibleJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent)
    .replace(unseen, (character) => character.split('').map(jsonEscape).join(''))
    .replaceAll('##', String.raw`#\u0023`);

const jsonEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

function escape(character: string): string {
  if (character === '\r') return String.raw`\r`;
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code > 0xffff) return `\\u{${digits}}`;
  return code > 0xff ? `\\u${digits.padStart(4, '0')}` : `\\x${digits.padStart(2, '0')}`;
}
