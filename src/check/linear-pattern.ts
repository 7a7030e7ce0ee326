import { RE2JS } from 're2js';
import { shown } from '../contract/shown.ts';

/** A pattern that takes time in proportion to the text, or what is wrong with it. */
export type LinearPattern =
  | { readonly ok: true; readonly test: (text: string) => boolean }
  | { readonly ok: false; readonly message: string };

/** Characters of a pattern at most: RE2's own bound on nesting and repetition keeps its programs small besides. */
const longest = 1000;

/**
 * A pattern of JSON Schema (ECMAScript, with Unicode), run by RE2. It means what it means in JavaScript, but that RE2
 * has no look-around and no back-references: a text cannot make it try the same again and again.
 */
export function linearPattern(pattern: string): LinearPattern {
  const failed = (message: string): LinearPattern => ({ ok: false, message });
  if (pattern.length > longest) return failed(`a pattern has at most ${longest} characters`);
  const wrong = syntaxError(pattern);
  if (wrong !== undefined) return failed(`invalid regular expression: ${wrong}`);
  const missing: Readonly<Record<string, string | undefined>> | undefined = beyond.exec(pattern)?.groups;
  if (missing !== undefined) {
    const what = missing['around'] === undefined ? 'back-references' : 'look-around';
    return failed(`patterns run in linear time (RE2), without ${what}`);
  }
  try {
    const compiled = RE2JS.compile(translated(pattern));
    return { ok: true, test: (text) => compiled.test(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : '';
    return failed(`patterns run in linear time (RE2), which cannot do this: ${shown(reason)}`);
  }
}

/** What JavaScript finds wrong with it; its message begins with the pattern, which may be anything. */
function syntaxError(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(error.message.lastIndexOf('/u: ') + 4) : '';
  }
}

/** What RE2 has not, outside of escapes and classes. */
const beyond =
  /^(?:[^\\[(]|\\[^1-9k]|\((?!\?<?[=!])|\[(?:[^\\\]]|\\.)*\])*(?:(?<around>\(\?<?[=!])|\\[1-9k])/su;

/** One piece of a pattern that is valid in JavaScript. */
const piece = new RegExp(
  [
    String.raw`\\u(?<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2})`,
    String.raw`\\(?:u\{(?<braced>[0-9a-fA-F]+)\}|u(?<unit>[0-9a-fA-F]{4})|x(?<byte>[0-9a-fA-F]{2}))`,
    String.raw`\\c(?<control>[A-Za-z])`,
    String.raw`\\(?<not>[pP])\{(?:(?<kind>\w+)=)?(?<property>\w+)\}`,
    String.raw`\\(?<escaped>.)`,
    String.raw`\(\?<[^>]*>`,
    String.raw`\[\^?\]`,
    String.raw`.`,
  ].join('|'),
  'gsu',
);

/** The same pattern in the syntax of RE2. */
function translated(pattern: string): string {
  let inClass = false;
  return pattern.replace(piece, (text: string, ...found: unknown[]) => {
    const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
    const { high, low, braced, unit, byte, control, property, escaped } = groups;
    if (high !== undefined && low !== undefined)
      return codePoint(0x10000 + ((parseInt(high, 16) - 0xd800) << 10) + parseInt(low, 16) - 0xdc00);
    const code = braced ?? unit ?? byte;
    if (code !== undefined) return codePoint(parseInt(code, 16));
    if (control !== undefined) return codePoint(control.charCodeAt(0) % 32);
    if (property !== undefined) return propertyClass(groups, inClass);
    if (escaped !== undefined) return escape(escaped, inClass);
    if (inClass) {
      if (text.endsWith(']')) inClass = false;
      // RE2 would take it for the start of a class with a name.
      return text.startsWith('[') ? `\\${text}` : text;
    }
    if (text.endsWith(']')) return text === '[]' ? `[^${anything}]` : `[${anything}]`;
    if (text === '[') inClass = true;
    if (text === '.') return String.raw`[^\n\r\x{2028}\x{2029}]`;
    return text.startsWith('(?<') ? '(?:' : text;
  });
}

const anything = String.raw`\x{0}-\x{10ffff}`;

const codePoint = (code: number): string => String.raw`\x{${code.toString(16)}}`;

function escape(character: string, inClass: boolean): string {
  switch (character) {
    case 's':
      return inClass ? blank : `[${blank}]`;
    case 'S':
      return inClass ? notBlank : `[^${blank}]`;
    case '0':
      return codePoint(0);
    case 'b':
      return inClass ? codePoint(8) : String.raw`\b`;
    default:
      return `\\${character}`;
  }
}

/** What JavaScript calls white space; RE2 knows that of ASCII only. */
const blank = String.raw`\t-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}`;
const notBlank = String.raw`\x{0}-\x{8}\x{e}-\x{1f}!-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff}`;

function propertyClass(
  { not = 'p', kind, property = '' }: Readonly<Record<string, string | undefined>>,
  inClass: boolean,
): string {
  // RE2 knows no scripts that a character is used in, only those that it is of.
  if (kind === 'Script_Extensions' || kind === 'scx') return `\\${not}{${kind}=${property}}`;
  const ascii = not === 'p' ? String.raw`\x{0}-\x{7f}` : String.raw`\x{80}-\x{10ffff}`;
  if (property === 'ASCII') return inClass ? ascii : `[${ascii}]`;
  return `\\${not}{${categories[property] ?? property}}`;
}

/** General categories by their long names, which RE2 does not know. */
const categories: Readonly<Record<string, string>> = {
  Letter: 'L',
  Uppercase_Letter: 'Lu',
  Lowercase_Letter: 'Ll',
  Titlecase_Letter: 'Lt',
  Modifier_Letter: 'Lm',
  Other_Letter: 'Lo',
  Mark: 'M',
  Combining_Mark: 'M',
  Nonspacing_Mark: 'Mn',
  Spacing_Mark: 'Mc',
  Enclosing_Mark: 'Me',
  Number: 'N',
  Decimal_Number: 'Nd',
  Letter_Number: 'Nl',
  Other_Number: 'No',
  Punctuation: 'P',
  Connector_Punctuation: 'Pc',
  Dash_Punctuation: 'Pd',
  Open_Punctuation: 'Ps',
  Close_Punctuation: 'Pe',
  Initial_Punctuation: 'Pi',
  Final_Punctuation: 'Pf',
  Other_Punctuation: 'Po',
  Symbol: 'S',
  Math_Symbol: 'Sm',
  Currency_Symbol: 'Sc',
  Modifier_Symbol: 'Sk',
  Other_Symbol: 'So',
  Separator: 'Z',
  Space_Separator: 'Zs',
  Line_Separator: 'Zl',
  Paragraph_Separator: 'Zp',
  Control: 'Cc',
  Format: 'Cf',
  Private_Use: 'Co',
};
