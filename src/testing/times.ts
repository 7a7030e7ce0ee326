/** Members that are times; the SDK gives them as Date, the contract as ISO 8601 text. */
export const timeMembers: ReadonlySet<string> = new Set(['SnapshotCreateTime', 'ClusterCreateTime']);

/** Whether the value is a Date, of whatever realm: test runners have realms of their own. */
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]';

/** The value with its Dates as text and without its undefined members, as the schemas describe it. */
export function withoutDates(value: unknown): unknown {
  if (isDate(value)) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return mapMembers(value, (_, part) => withoutDates(part));
}

function mapMembers(value: object, map: (name: string, part: unknown) => unknown): object {
  const members = (Object.entries(value) as [string, unknown][]).filter(([, part]) => part !== undefined);
  return Object.fromEntries(members.map(([name, part]) => [name, map(name, part)]));
}
