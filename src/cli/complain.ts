import { visibleLine } from '../protocol/visible.ts';
import { redactor } from '../harness/target/endpoint/redact.ts';

/**
 * Says something on standard error, in one line. What a target, a file or a flag put into it is no escape of a
 * terminal and no command, and tells no password.
 */
export const complain = (text: string): void => void process.stderr.write(complaint(text));

/** The line of a complaint. */
export const complaint = (text: string): string => `${visibleLine(withoutPasswords(oneLine(text)))}\n`;

/** Whoever speaks for a target has taken out the secrets in use already. */
const withoutPasswords = redactor([]);

const oneLine = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
