import { Document, isSeq, parseDocument, Scalar, YAMLMap, type YAMLSeq } from 'yaml';
import type { BaselineEntry } from '../contract/generated/types.ts';

/** An entry, and the piece of YAML that it stands in with its comments. */
export interface Row {
  readonly entry: BaselineEntry;
  readonly node: YAMLMap;
  /** The entry with other members; comments and styles of the rest stay. */
  with(members: Partial<BaselineEntry>): Row;
}

const header =
  ' Known deviations. `verify --baseline FILE --update-baseline` keeps this file; people write the reasons.';

/** The text of a baseline, taken apart into entries and put together again. */
export class BaselineDocumentEditor {
  readonly #text: string;
  readonly #document: Document;
  readonly #list: YAMLSeq;

  /** Of a text that has been read as a baseline, or of none. */
  constructor(text: string) {
    this.#text = text;
    this.#document = text.trim() === '' ? emptyDocument() : parseDocument(text);
    this.#list = listOf(this.#document);
  }

  /** The entry that stands at a place of the list. */
  row(entry: BaselineEntry, index: number): Row {
    return this.#row(entry, this.#list.items[index] as YAMLMap);
  }

  /** An entry that did not stand there. */
  newRow(entry: BaselineEntry): Row {
    const node = new YAMLMap(this.#document.schema);
    for (const [name, value] of Object.entries(entry)) this.#set(node, name, value);
    return this.#row(entry, node);
  }

  /** The text with these entries, in this order; the text as it was when nothing is different. */
  write(rows: readonly Row[], changed: boolean): string {
    const nodes = rows.map(({ node }) => node);
    if (!changed && nodes.every((node, i) => node === this.#list.items[i])) return this.#text;
    this.#list.items = nodes;
    this.#list.flow = nodes.length === 0;
    return this.#document.toString({ lineWidth: 110, singleQuote: true });
  }

  #row(entry: BaselineEntry, node: YAMLMap): Row {
    return {
      entry,
      node,
      with: (members) => {
        for (const [name, value] of Object.entries(members)) this.#set(node, name, value);
        return this.#row({ ...entry, ...members }, node);
      },
    };
  }

  #set(node: YAMLMap, name: string, value: unknown): void {
    const isNew = !node.has(name);
    const made: unknown = this.#document.createNode(value, { flow: typeof value === 'object' });
    if (made instanceof Scalar && typeof value === 'string' && value.length > mostInALine)
      made.type = Scalar.BLOCK_FOLDED;
    node.set(name, made);
    if (isNew) node.items.sort((a, b) => rankOf(a.key) - rankOf(b.key));
  }
}

/** Longer texts are written as paragraphs, in characters. */
const mostInALine = 90;

/** The order in which the members of an entry are written. */
const order: readonly string[] = [
  'rule',
  'target',
  'cases',
  'actual',
  'fingerprint',
  'review',
  'reason',
  'link',
  'owner',
  'expires',
];

const rankOf = (key: unknown): number => {
  const name = typeof key === 'string' ? key : String((key as { readonly value?: unknown }).value);
  const rank = order.indexOf(name);
  return rank === -1 ? order.length : rank;
};

function emptyDocument(): Document {
  const document = new Document({ version: 2, entries: [] });
  document.commentBefore = header;
  return document;
}

/** The list of entries; a comment above it belongs to its first entry. */
function listOf(document: Document): YAMLSeq {
  const list: unknown = document.get('entries');
  if (!isSeq(list)) throw new Error('a baseline without entries is no baseline');
  const [first] = list.items;
  if (first instanceof YAMLMap && list.commentBefore) {
    first.commentBefore = list.commentBefore;
    list.commentBefore = null;
  }
  return list;
}
