import { EVENT_ID, SCALAR_STYLE, getScalarValue, type Event, type ScalarEvent } from 'js-yaml';
import { shown } from './shown.ts';

/** Keys and indexes that lead to a place in a document. */
export type Path = readonly (string | number)[];

/** Offsets from 0: where a node is, and where the key of a member is. */
export interface Place {
  readonly start: number;
  readonly key?: number;
}

/** Where the nodes of a stream of documents are, or an alias that stands for more than there is room for. */
export type Layout =
  | { readonly ok: true; readonly documents: number; readonly find: (document: number, path: Path) => Place }
  | { readonly ok: false; readonly offset: number; readonly message: string };

/**
 * Finds out where everything is. `aliased` is how many values aliases may add to those that are written down.
 * A few numbers for each node, because a plan may have millions.
 */
export function layOut(text: string, events: readonly Event[], aliased: number): Layout {
  /** By the number of a node's event: where it is, where a scalar ends, and the event after the node. */
  const starts = new Int32Array(events.length);
  const ends = new Int32Array(events.length);
  const nexts = new Int32Array(events.length);
  /** Scalars whose value is not what is written: escapes, folded lines. */
  const unlike = new Map<number, ScalarEvent>();
  const roots: number[] = [];
  let refusal: { offset: number; message: string } | undefined;
  /** How many values each anchor stands for; 0 while it is not complete. */
  let anchors = new Map<string, number>();
  let added = 0;

  const refuse = (offset: number, message: string): number => {
    refusal ??= { offset, message };
    return 0;
  };
  const alias = (name: string, offset: number): number => {
    const size = anchors.get(name);
    if (size === undefined) return refuse(offset, `the alias *${shown(name)} has no anchor`);
    if (size === 0) return refuse(offset, `the alias *${shown(name)} stands for what it is a part of`);
    added += size;
    if (added > aliased) refuse(offset, `the aliases stand for more than ${aliased} values`);
    return size;
  };
  let next = 0;
  /** Goes through a node, which is as deep as the parser allows at most. How many values it is, aliases resolved. */
  const node = (parent: number, isKey = false): number => {
    const id = next++;
    const event = events[id];
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return 0;
    const start = startOf(event, parent);
    starts[id] = start;
    let size = 1;
    if (event.type === EVENT_ID.ALIAS) {
      size = alias(text.slice(event.anchorStart, event.anchorEnd), start);
    } else {
      const name = event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
      if (name !== undefined) anchors.set(name, 0);
      if (event.type === EVENT_ID.SCALAR) {
        ends[id] = event.valueEnd;
        if (!event.fast && (isKey || event.valueStart < 0)) unlike.set(id, event);
      } else {
        const inMapping = event.type === EVENT_ID.MAPPING;
        // What has no text of its own, such as the value of `a:`, is where its key is.
        for (let child = next; events[next]?.type !== EVENT_ID.POP && next < events.length; child = next) {
          size += node(start, inMapping);
          if (inMapping) size += node(starts[child] ?? start);
        }
        next += 1;
      }
      if (name !== undefined) anchors.set(name, size);
    }
    nexts[id] = next;
    return size;
  };
  while (next < events.length) {
    if (events[next++]?.type !== EVENT_ID.DOCUMENT) continue;
    anchors = new Map();
    roots.push(next);
    node(0);
  }
  if (refusal !== undefined) return { ok: false, ...refusal };

  const kinds = Uint8Array.from(events, ({ type }) => type);
  const keyText = (id: number): string | undefined => {
    if (kinds[id] !== EVENT_ID.SCALAR) return undefined;
    const event = unlike.get(id);
    if (event !== undefined) return getScalarValue(text, event);
    const start = starts[id] ?? 0;
    const quote = text[start] === '"' || text[start] === "'" ? 1 : 0;
    return text.slice(start + quote, ends[id]);
  };
  /** The nodes in a collection by key or index, found once for each that is asked about. */
  const known = new Map<number, ReadonlyMap<string | number, Place & { readonly id: number }>>();
  const children = (parent: number) => {
    const before = known.get(parent);
    if (before !== undefined) return before;
    const found = new Map<string | number, Place & { id: number }>();
    let index = 0;
    for (let id = parent + 1; kinds[id] !== EVENT_ID.POP && id < kinds.length; index += 1) {
      const value = kinds[parent] === EVENT_ID.MAPPING ? (nexts[id] ?? 0) : id;
      const name = value === id ? index : keyText(id);
      const key = value === id ? {} : { key: starts[id] ?? 0 };
      if (name !== undefined) found.set(name, { id: value, start: starts[value] ?? 0, ...key });
      id = nexts[value] ?? kinds.length;
    }
    // Small ones are quick to go through again, and there may be many of them.
    if (index > 16) known.set(parent, found);
    return found;
  };
  const find = (document: number, path: Path): Place => {
    let id = roots[document] ?? 0;
    let place: Place = { start: starts[id] ?? 0 };
    for (const step of path) {
      const isCollection = kinds[id] === EVENT_ID.SEQUENCE || kinds[id] === EVENT_ID.MAPPING;
      const child = isCollection ? children(id).get(step) : undefined;
      if (child === undefined) break;
      ({ id } = child);
      place = child;
    }
    return place;
  };
  return { ok: true, documents: roots.length, find };
}

/** Where a node starts, its quotes included. */
function startOf(event: Event, parent: number): number {
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const { style, valueStart } = event;
      if (valueStart < 0) return parent;
      const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
      return quoted ? valueStart - 1 : valueStart;
    }
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    default:
      return parent;
  }
}
