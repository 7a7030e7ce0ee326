import { visibleLine } from '../protocol/visible.ts';

/** Says something on standard error, in one line. What a target or a file put into it is no escape of a terminal and no command. */
export const complain = (text: string): void => void process.stderr.write(`${visibleLine(oneLine(text))}\n`);

const oneLine = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
