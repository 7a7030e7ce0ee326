import { SaxesParser } from 'saxes';

/** An element of an XML document. Names are as written, with their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All character data directly inside the element. */
  readonly text: string;
}

/** Why a text is no XML document. */
export interface XmlError {
  readonly error: string;
}

/** An element while it is being read. */
interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads an XML 1.0 document strictly: what is not well-formed is an error, with its line and column. Namespaces
 * are not resolved; prefixes and `xmlns` attributes are kept for whoever asks.
 */
export function parseXml(text: string): XmlElement | XmlError {
  const parser = new SaxesParser();
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let error: string | undefined;

  parser.on('error', (problem) => {
    error ??= problem.message;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (characters: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += characters;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return error === undefined && root !== undefined ? root : { error: error ?? 'there is no element' };
}

/** Name of an element without its prefix. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => localName(child) === name);

/** The first element that the condition holds for, those nearer to the root first. */
export function findElement(
  root: XmlElement,
  condition: (element: XmlElement) => boolean,
): XmlElement | undefined {
  let level: readonly XmlElement[] = [root];
  while (level.length > 0) {
    const found = level.find(condition);
    if (found !== undefined) return found;
    level = level.flatMap(({ children }) => children);
  }
  return undefined;
}
