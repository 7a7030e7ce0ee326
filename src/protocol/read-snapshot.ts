import { schemas } from '../contract/generated/schemas.ts';
import type { DBClusterSnapshot } from '../contract/generated/types.ts';
import { listElements } from './actions.ts';
import { localName, type XmlElement } from './xml.ts';

/** An element of a snapshot that says nothing that could be understood. */
export interface UnreadElement {
  readonly element: XmlElement;
  readonly reason: 'no such member' | 'repeated' | 'wrong type';
}

/** A snapshot as far as it could be read. */
export interface ReadSnapshot {
  readonly snapshot: DBClusterSnapshot;
  readonly unread: readonly UnreadElement[];
}

interface MemberSchema {
  readonly type: 'string' | 'integer' | 'boolean' | 'array';
  readonly format?: string;
}

const shape = schemas.find(
  (schema) => '$id' in schema && schema.$id === 'neptune-copy-contract:shapes/db-cluster-snapshot',
) as { readonly properties: Readonly<Record<string, MemberSchema>> } | undefined;

/** Members of DBClusterSnapshot, in the order of the schema. */
const members = new Map(Object.entries(shape?.properties ?? {}));

/**
 * Reads `<DBClusterSnapshot>` the way an SDK does: absent elements are absent members, an empty element is an
 * empty text, unknown elements are passed over. Nothing is refused; what could not be read is listed, and so is a list
 * whose entries all have one other name, though it is read: what else is said of it is about its values.
 */
export function readSnapshot(element: XmlElement): ReadSnapshot {
  const snapshot: Record<string, unknown> = {};
  const unread: UnreadElement[] = [];
  for (const child of element.children) {
    const name = localName(child);
    const schema = members.get(name);
    if (schema === undefined) unread.push({ element: child, reason: 'no such member' });
    else if (name in snapshot) unread.push({ element: child, reason: 'repeated' });
    else {
      const value = readMember(schema, child);
      if (value !== undefined) snapshot[name] = value;
      if (value === undefined || isMislisted(name, child))
        unread.push({ element: child, reason: 'wrong type' });
    }
  }
  return { snapshot, unread };
}

/** Whether the entries of a list have another name than theirs. */
const isMislisted = (name: string, { children }: XmlElement): boolean =>
  children.some((child) => localName(child) !== listElements[name]);

/** Value of a member; undefined when the element holds none of its type. */
function readMember({ type, format }: MemberSchema, element: XmlElement): unknown {
  if (type === 'array') {
    const names = new Set(element.children.map(localName));
    const isOdd = names.size > 1 || element.children.some(({ children }) => children.length > 0);
    return isOdd || element.text.trim() !== '' ? undefined : element.children.map(({ text }) => text);
  }
  if (element.children.length > 0) return undefined;
  const { text } = element;
  switch (type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'string':
      return format === 'date-time' && !isInstant(text) ? undefined : text;
  }
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));
