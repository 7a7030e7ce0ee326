/** Changes a text that stands at a path of members in a value. */
export type ChangeText = (text: string, path: readonly string[]) => string;

/**
 * The value with each of its texts changed, the names of its members included. Only lists and plain objects are
 * gone through; whatever else there is stays as it is, and so does all in which nothing changes. The path of a
 * member's name is that of its object.
 */
export const mapTexts = <T>(value: T, change: ChangeText): T => mapped(value, change, []) as T;

function mapped(value: unknown, change: ChangeText, path: readonly string[]): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) {
    const items = value.map((item, i) => mapped(item, change, [...path, String(i)]));
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  if (!isPlain(value)) return value;
  const changed = Object.entries(value).map(([name, member]) => {
    const entry = [change(name, path), mapped(member, change, [...path, name])] as const;
    return { entry, same: entry[0] === name && entry[1] === member };
  });
  return changed.every(({ same }) => same) ? value : Object.fromEntries(changed.map(({ entry }) => entry));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
