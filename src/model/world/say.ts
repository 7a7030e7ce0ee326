/** Most characters of input that the message of a fault echoes, all its values together. */
export const echoLimit = 200;

/** What is put into a message: a part of the input, or a word or number of our own. */
export type Said = string | number | undefined;

/**
 * The message of a fault, as a tag of a template: what is filled in is cut with an ellipsis where it is too long, so
 * that the words around it always stand. Every message with a part of the input in it is made here.
 */
export function say(words: TemplateStringsArray, ...values: readonly Said[]): string {
  const echoed = cut(values);
  return words.map((word, i) => word + (echoed[i] ?? '')).join('');
}

/** A message of the catalogue, with values in the place of its `{name}`s; cut as by `say`. */
export function fillMessage(template: string, values: Readonly<Record<string, Said>>): string {
  const pieces = template.split(/\{(\w+)\}/);
  const echoed = cut(pieces.filter((_, i) => i % 2 === 1).map((name) => values[name]));
  return pieces.map((piece, i) => (i % 2 === 0 ? piece : echoed[(i - 1) / 2])).join('');
}

/** The values as texts, the long ones cut to equal lengths if there is no room for all. */
function cut(values: readonly Said[]): readonly string[] {
  const texts = values.map((value) => String(value ?? ''));
  let room = echoLimit;
  let long = texts.length;
  let share = Infinity;
  // The short ones first: what they leave is for the others.
  for (const length of texts.map((text) => text.length).sort((a, b) => a - b)) {
    if (length * long > room) {
      share = Math.floor(room / long);
      break;
    }
    room -= length;
    long -= 1;
  }
  return texts.map((text) => (text.length > share ? `${headOf(text, share)}…` : text));
}

/** The first characters of a text; half of a surrogate pair is left out. */
function headOf(text: string, length: number): string {
  const head = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}
