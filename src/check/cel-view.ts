import type { Context } from '@marcbachmann/cel-js';
import type { KnownContext } from './context.ts';

/** The parts of the context, as variables of an expression, and their types. */
export const contextRoots: readonly (readonly [name: string, type: string])[] = [
  ['request', 'map'],
  ['caller', 'map'],
  ['source', 'map'],
  ['key', 'map'],
  ['copy', 'map'],
  ['crossRegion', 'bool'],
  ['crossAccount', 'bool'],
  ['now', 'string'],
  ['plan', 'map'],
];

/** Thrown where an expression looks at what is not known: what does not depend on it is decided all the same. */
export class Unknown extends Error {
  override readonly name = 'Unknown';
  readonly path: string;
  /** The path has slashes. */
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

const views = new WeakMap<KnownContext, Context>();

/** The context as expressions see it: whole numbers are integers, and what is not known cannot be looked at. */
export function celView(context: KnownContext): Context {
  const before = views.get(context);
  if (before !== undefined) return before;
  const view = integers({ key: {}, ...context.value }) as Record<string, unknown>;
  for (const path of context.unknown) {
    const [part = '', member] = path.split('/');
    const holder = member === undefined ? view : view[part];
    if (typeof holder !== 'object' || holder === null) continue;
    Object.defineProperty(holder, member ?? part, {
      enumerable: true,
      configurable: true,
      get: () => {
        throw new Unknown(path);
      },
    });
  }
  views.set(context, view);
  return view;
}

/** A copy with BigInts, which are CEL's integers. The planned copies of a run are shared by all of them. */
function integers(value: unknown): unknown {
  if (typeof value === 'number') return BigInt(value);
  if (Array.isArray(value)) return lists.get(value) ?? remembered(value, value.map(integers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, integers(member)]));
}

const lists = new WeakMap<object, unknown[]>();

function remembered(list: object, made: unknown[]): unknown[] {
  lists.set(list, made);
  return made;
}
