/** Stands for a character that cannot be written. */
const replacement = '\ufffd';

/** The text with U+FFFD for halves of surrogate pairs, which no encoding can carry. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, replacement);

// Everything that can be written as it is, among the characters that occur most.
const plain = /^[ !#-%'-;=?-~]*$/;
const forbidden = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const special = /[&<>"\r]/g;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A bare one would be read back as a line feed.
  '\r': '&#xD;',
};

/** The text as the content of an XML element; characters that XML 1.0 forbids become U+FFFD. */
export function escapeXml(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(forbidden, replacement)
    .replace(special, (character) => escapes[character] ?? character);
}
