import { escapeXml } from '../../protocol/text.ts';

/** An element of XML, well-formed whatever the texts hold. Attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] = [],
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  );
  const start = `<${name}${written.join('')}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`;
}

/** A reader of XML makes blanks of line breaks and tabs in attributes, unless they are references. */
const escapeAttribute = (text: string): string =>
  escapeXml(text).replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');
