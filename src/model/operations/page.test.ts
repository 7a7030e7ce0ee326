import { expect, it } from 'vitest';
import { pageOf } from './page.ts';

const items = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `k${String(i).padStart(3, '0')}`).reverse();
const page = (count: number, input: object) => pageOf(items(count), (item) => item, input);
const marked = (Marker: string): object => ({ Marker });

it.each<
  [name: string, count: number, input: object, first: string | undefined, length: number, marker: object]
>([
  ['nothing', 0, {}, undefined, 0, {}],
  ['all, in order', 3, {}, 'k000', 3, {}],
  ['as many as fit unless told otherwise', 100, {}, 'k000', 100, {}],
  ['one too many', 101, {}, 'k000', 100, marked('k099')],
  ['the rest behind the marker', 101, { Marker: 'k099' }, 'k100', 1, {}],
  ['as many as asked for', 30, { MaxRecords: 20 }, 'k000', 20, marked('k019')],
  ['exactly as many', 20, { MaxRecords: 20 }, 'k000', 20, {}],
  ['the most', 150, { MaxRecords: 100 }, 'k000', 100, marked('k099')],
  ['behind a marker that is gone', 3, { Marker: 'k000x' }, 'k001', 2, {}],
  ['behind the last', 3, { Marker: 'k002' }, undefined, 0, {}],
])('%s', (_, count, input, first, length, marker) => {
  const result = page(count, input);
  if ('ok' in result) throw new Error('refused');
  expect(result.items[0]).toBe(first);
  expect(result.items).toEqual(
    items(count)
      .reverse()
      .slice(-count)
      .filter((item) => result.items.includes(item)),
  );
  expect(result.items).toHaveLength(length);
  expect(result.marker).toEqual(marker);
});

it.each([19, 101, 0, -1])('%i records at a time are refused', (MaxRecords) => {
  expect(page(3, { MaxRecords })).toEqual({
    ok: false,
    fault: {
      code: 'InvalidParameterValue',
      status: 400,
      message: `Invalid value ${MaxRecords} for MaxRecords. Must be between 20 and 100`,
    },
  });
});
