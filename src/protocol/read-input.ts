import { say } from '../model/world/say.ts';
import type { ListType, Members, MemberType } from './actions.ts';
import { unreadable, type Form, type Read } from './form.ts';

/** The input of an action, with the types that its operation takes. */
export type Input = Readonly<Record<string, unknown>>;

/** Reads a scalar; undefined when the text is none of its type. */
function readScalar(type: MemberType, text: string): string | number | boolean | undefined {
  switch (type) {
    case 'boolean':
    case 'boolean-or-text':
      if (text === 'true') return true;
      if (text === 'false') return false;
      return type === 'boolean' ? undefined : text;
    case 'integer':
      return /^-?\d{1,10}$/.test(text) ? Number(text) : undefined;
    case 'time':
      return Number.isNaN(Date.parse(text)) ? undefined : text;
    default:
      return text;
  }
}

/**
 * Reads the members of an input from a form. Lists are `Name.Element.N` or `Name.Element.N.Member`, which may be a list
 * again, ordered by number whatever their order and gaps; `Name=` is an empty one. Names that are no member are ignored, among
 * them lists with other element names. Refused: texts that are not of the member's type.
 */
export function readInput(form: Form, members: Members): Read<Input> {
  const input: Record<string, unknown> = {};
  let lists: Map<string, ListReader> | undefined;
  for (const [name, text] of form) {
    const dot = name.indexOf('.');
    const member = dot === -1 ? name : name.slice(0, dot);
    const type = Object.hasOwn(members, member) ? members[member] : undefined;
    if (type === undefined) continue;
    if (type === 'unsupported') {
      if (text === '' && dot === -1) continue;
      return unreadable(say`The parameter ${member} is not supported.`);
    }
    if (typeof type === 'object') {
      lists ??= new Map();
      let list = lists.get(member);
      if (list === undefined) lists.set(member, (list = new ListReader(type)));
      list.read(name.slice(member.length + 1), text);
    } else if (dot === -1) {
      const value = readScalar(type, text);
      if (value === undefined)
        return unreadable(say`Value ${text} of parameter ${member} is not of type ${type}.`);
      input[member] = value;
    }
  }
  if (lists !== undefined) {
    for (const [member, list] of lists) if (list.found) input[member] = list.items();
  }
  return { ok: true, value: input };
}

/** Gathers the elements of one list. */
class ListReader {
  /** Whether the list was there at all, if only as an empty one. */
  found = false;
  private readonly type: ListType;
  private readonly elements = new Map<number, string | Record<string, string | ListReader>>();

  constructor(type: ListType) {
    this.type = type;
  }

  /** Takes what stands behind the list's name: `Element.N` or `Element.N.Member`; nothing for an empty list. */
  read(path: string, text: string): void {
    if (path === '') {
      if (text === '') this.found = true;
      return;
    }
    const { element, members } = this.type;
    if (!path.startsWith(element) || path[element.length] !== '.') return;
    const dot = path.indexOf('.', element.length + 1);
    const index = path.slice(element.length + 1, dot === -1 ? undefined : dot);
    const field = dot === -1 ? undefined : path.slice(dot + 1);
    if (!/^(?:0|[1-9]\d{0,8})$/.test(index)) return;
    if (members === undefined) {
      if (field !== undefined) return;
      this.elements.set(Number(index), text);
    } else {
      const list = field === undefined ? undefined : this.listOf(field);
      if (field === undefined ? text !== '' : list === undefined && !members.includes(field)) return;
      const before = this.elements.get(Number(index));
      const structure = typeof before === 'object' ? before : {};
      if (list !== undefined) {
        const reader = (structure[list.name] ??= new ListReader({ element: list.element }));
        if (typeof reader === 'object') reader.read(list.rest, text);
      } else if (field !== undefined) structure[field] = text;
      this.elements.set(Number(index), structure);
    }
    this.found = true;
  }

  items(): readonly unknown[] {
    return [...this.elements].sort(([a], [b]) => a - b).map(([, element]) => finished(element));
  }

  /** The list among the members of an element that a path leads into, and where to. */
  private listOf(path: string): { name: string; element: string; rest: string } | undefined {
    const dot = path.indexOf('.');
    const name = dot === -1 ? path : path.slice(0, dot);
    const { lists = {} } = this.type;
    const element = Object.hasOwn(lists, name) ? lists[name] : undefined;
    return element === undefined ? undefined : { name, element, rest: path.slice(name.length + 1) };
  }
}

/** An element with the lists among its members read. */
function finished(element: string | Record<string, string | ListReader>): unknown {
  if (typeof element === 'string') return element;
  return Object.fromEntries(
    Object.entries(element).map(([name, value]) => [name, typeof value === 'string' ? value : value.items()]),
  );
}

/** Writes an input as form parameters: the inverse of `readInput`. Absent members are left out. */
export function* writeInput(input: object, members: Members): Generator<readonly [string, string]> {
  for (const [member, value] of Object.entries(input) as [string, unknown][]) {
    const type = members[member];
    if (value === undefined || type === undefined) continue;
    if (typeof type === 'object') yield* writeList(member, type, value as readonly (string | object)[]);
    else yield [member, `${value as string | number | boolean}`];
  }
}

function* writeList(
  name: string,
  { element, lists = {} }: ListType,
  items: readonly (string | object)[],
): Generator<readonly [string, string]> {
  if (items.length === 0) yield [name, ''];
  for (const [i, item] of items.entries()) {
    const prefix = `${name}.${element}.${i + 1}`;
    if (typeof item === 'string') yield [prefix, item];
    else {
      for (const [field, value] of Object.entries(item) as [string, unknown][]) {
        const path = `${prefix}.${field}`;
        const list = lists[field];
        if (value === undefined) continue;
        if (list === undefined) yield [path, value as string];
        else yield* writeList(path, { element: list }, value as readonly string[]);
      }
    }
  }
}
