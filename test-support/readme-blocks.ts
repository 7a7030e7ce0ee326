import { readFileSync } from 'node:fs';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The block of the README that follows a remark such as `<!-- output: verify -->`. Throws when there is none. */
export function blockAfter(remark: string): string {
  const block = readme.split(`<!-- ${remark} -->`)[1]?.split('```')[1];
  if (block === undefined) throw new Error(`the README has no block after ${remark}`);
  return block.replace(/^\w*\n/, '');
}

/** Files that the README tells somebody to write, by their names: the blocks after `<!-- file: NAME -->`. */
export const filesToWrite: ReadonlyMap<string, string> = new Map(
  [...readme.matchAll(/<!-- file: (\S+) -->/g)].map(([, name = '']) => [name, blockAfter(`file: ${name}`)]),
);

/** What differs from run to run: made-up names, times, ports, and how long it took. */
const settled = (text: string): string =>
  text
    .replaceAll(/ncc-[a-z0-9]{6}-/g, 'ncc-RUN-')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/x-amzn-requestid: \S+|<RequestId>[^<]*/gi, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/date: .*GMT/g, 'DATE')
    .replaceAll(/content-length: \d+/g, 'LENGTH')
    .replaceAll(/in \d+\.\d s/g, 'in SECONDS')
    // Copies that take their time are looked at until they are done.
    .replaceAll(/\d+ HTTP requests/g, 'HTTP REQUESTS')
    .replaceAll(/duration_ms \S+/g, 'DURATION');

/** Lines of a block that the output does not have in this order. `…` stands for whatever is left out. */
export function missingLines(block: string, output: string): string[] {
  const lines = settled(output).split('\n');
  let from = 0;
  return settled(block)
    .split('\n')
    .filter((line) => {
      if (line.trim() === '…' || line === '') return false;
      const [start = line] = line.split('…');
      const at = lines.findIndex(
        (each, i) => i >= from && (line.includes('…') ? each.startsWith(start) : each === line),
      );
      if (at >= 0) from = at + 1;
      return at < 0;
    });
}

/** A command of the README, and what it is said to write. */
export interface Played {
  readonly command: string;
  readonly output: string;
}

/** The commands of the block after `<!-- play: NAME -->`, each with the lines below it. */
export function commandsOf(name: string): readonly Played[] {
  const [, ...commands] = `\n${blockAfter(`play: ${name}`)}`.split('\n$ ');
  return commands.map((text) => {
    const [command = '', ...output] = text.split('\n');
    return { command, output: output.join('\n') };
  });
}
