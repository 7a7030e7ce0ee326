import { timeMembers } from '../src/testing/times.ts';

/** The value with its times as Date, as the SDK gives them. */
export function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== 'object' || value === null) return value;
  return mapMembers(value, (name, part) =>
    timeMembers.has(name) && typeof part === 'string' ? new Date(part) : withDates(part),
  );
}

const mapMembers = (value: object, map: (name: string, part: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, map(name, part)]));
