/** A document with each of its texts replaced. */
function mapTexts<T>(document: T, by: (text: string) => string): T {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string') return by(value);
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, map(part)]));
  };
  return map(document) as T;
}

/** What a form carries of a document: no halves of surrogate pairs. */
export const inForm = <T>(document: T): T =>
  mapTexts(document, (text) => text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** What XML carries of a document: the characters of XML 1.0, section 2.2. */
export const inXml = <T>(document: T): T =>
  mapTexts(document, (text) =>
    text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd'),
  );

/** What the AWS SDK reads of it: text of white space alone that has a line feed counts as none. */
export const inSdk = <T>(document: T): T =>
  mapTexts(inXml(document), (text) => (text.trim() === '' && text.includes('\n') ? '' : text));
