import { benchCheck } from './check.ts';
import { benchJobs } from './jobs.ts';
import { benchModel } from './model.ts';
import { benchServe, type BenchResult } from './serve.ts';
import { benchVerify } from './verify.ts';

/** A result as a table: a line for each thing measured, numbers below each other. */
function table({ name, unit, rows }: BenchResult): string {
  const title = `${name}, ${unit}`;
  const width = Math.max(title.length, ...rows.map((row) => row.name.length));
  const cells = rows.map(({ value }) => value.toLocaleString('en-US'));
  const last = Math.max(...cells.map((cell) => cell.length));
  const lines = rows.map((row, i) => `${row.name.padEnd(width)}  ${(cells[i] ?? '').padStart(last)}`);
  return [title, ...lines].join('\n');
}

console.log(`${await benchModel()}\n`);
console.log(`${table(await benchServe())}\n`);
console.log(`${table(await benchVerify())}\n`);
for (const result of await benchJobs()) console.log(`${table(result)}\n`);
console.log(table(await benchCheck()));
