/** Changes a text that stands at a path of members in a value. The path is good until it returns. */
export type ChangeText = (text: string, path: readonly string[]) => string;

/**
 * The value with each of its texts changed, the names of its members included. Only lists and plain objects are
 * gone through; whatever else there is stays as it is, and so does all in which nothing changes. The path of a
 * member's name is that of its object.
 */
export const mapTexts = <T>(value: T, change: ChangeText): T => mapped(value, change, []) as T;

/** One path for all, and a copy only of what changes: most texts stay, and there may be millions. */
function mapped(value: unknown, change: ChangeText, path: string[]): unknown {
  if (typeof value === 'string') return change(value, path);
  const within = (member: unknown, name: string): unknown => {
    path.push(name);
    const result = mapped(member, change, path);
    path.pop();
    return result;
  };
  if (Array.isArray(value)) {
    const items = value.map((item, i) => within(item, String(i)));
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  if (!isPlain(value)) return value;
  let changed: [string, unknown][] | undefined;
  for (const [i, [name, member]] of Object.entries(value).entries()) {
    const entry: [string, unknown] = [change(name, path), within(member, name)];
    if (changed === undefined && entry[0] === name && entry[1] === member) continue;
    changed ??= Object.entries(value).slice(0, i);
    changed.push(entry);
  }
  return changed === undefined ? value : Object.fromEntries(changed);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
