/**
 * How values of somebody's file get into messages: this is the one place. Whatever the file turns out to be, a message
 * tells at most `longest` characters of a value, and none that a terminal would act on.
 */

/** Characters of a value that a message shows at most. */
export const longest = 40;

/** A name or value, as it is where it is short and harmless. */
export const shown = (text: string): string => harmless(cut(text));

/** A value as JSON. */
export const quoted = (value: unknown): string => harmless(written(value, longest));

/** The first values of a list as JSON, and how many more there are. */
export function quotedList(values: readonly unknown[], most = 10): string {
  const more = values.length - most;
  const first = values.slice(0, most).map(quoted).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
}

/** The steps of a path, each shown, joined by dots. */
export const shownPath = (path: readonly (string | number)[]): string =>
  path.map((step) => shown(String(step))).join('.');

/** A text without the characters that move a terminal's cursor, hide or turn text: `\x1b` stands for escape. */
export const harmless = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu,
    (character) => escapes[character] ?? numbered(character.codePointAt(0) ?? 0),
  );

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const numbered = (code: number): string =>
  code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;

/** Never ends within a surrogate pair. */
function cut(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** JSON, but only so far as there is room: a value may be very large. */
function written(value: unknown, room: number): string {
  if (typeof value === 'string') return JSON.stringify(cut(value));
  if (typeof value !== 'object' || value === null) return String(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  let text = '';
  for (const key in value) {
    if (text.length >= room) return `${open}${text}…${close}`;
    const before = text === '' ? '' : ',';
    const name = open === '[' ? '' : `${JSON.stringify(cut(key))}:`;
    const left = room - text.length - name.length;
    text += `${before}${name}${left > 0 ? written((value as Record<string, unknown>)[key], left) : '…'}`;
  }
  return `${open}${text}${close}`;
}
