/** A text that the YAML reader takes, and how what is read of it becomes what was written. */
export interface Printable {
  readonly text: string;
  readonly restore: (value: unknown) => unknown;
}

/** What JSON may hold as it is and YAML may not. */
const unprintable = /[\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Puts a character of private use that the text has not in the place of each that YAML has no room for. The text keeps
 * its length, and so the places in it.
 */
export function printable(text: string): Printable {
  // One by one: a text may be made of nothing else.
  const found = new Set<string>();
  for (const [character] of text.matchAll(unprintable)) found.add(character);
  if (found.size === 0) return { text, restore: (value) => value };
  const stands = new Map<string, string>();
  const taken = new Set<string>();
  for (const [character] of text.matchAll(/[\ue000-\uf8ff]/g)) taken.add(character);
  let code = 0xe000;
  for (const character of found) {
    while (taken.has(String.fromCharCode(code))) code += 1;
    if (code > 0xf8ff) break;
    stands.set(character, String.fromCharCode(code));
    code += 1;
  }
  const meant = new Map([...stands].map(([character, stand]) => [stand, character]));
  const original = (part: string): string =>
    part.replace(/[\ue000-\uf8ff]/g, (character) => meant.get(character) ?? character);
  return {
    text: text.replace(unprintable, (character) => stands.get(character) ?? character),
    restore: restorer(original),
  };
}

/** Changes every text in a value; what stands in several places by an alias still does. */
function restorer(original: (text: string) => string): (value: unknown) => unknown {
  const done = new Map<object, unknown>();
  const restore = (value: unknown): unknown => {
    if (typeof value === 'string') return original(value);
    if (typeof value !== 'object' || value === null) return value;
    const before = done.get(value);
    if (before !== undefined) return before;
    const restored = Array.isArray(value)
      ? value.map(restore)
      : Object.fromEntries(Object.entries(value).map(([name, each]) => [original(name), restore(each)]));
    done.set(value, restored);
    return restored;
  };
  return restore;
}
