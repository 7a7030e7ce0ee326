import { SaxesParser } from 'saxes';

/** An element of XML. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The texts that stand right inside of it, joined. */
  readonly text: string;
}

/** Reads XML strictly, to its root; throws where it is not well-formed. */
export function readElements(xml: string): XmlElement {
  type Open = { -readonly [K in keyof XmlElement]: K extends 'children' ? XmlElement[] : XmlElement[K] };
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('there is no element');
  return root;
}
