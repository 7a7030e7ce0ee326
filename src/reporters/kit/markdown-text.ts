/** A text as inline markdown that shows it as it is. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]#~$]/g, '\\$&')
    // In a table's cell, a backslash does not always help.
    .replaceAll('|', '&#124;')
    // No item of a list within an item.
    .replace(/^\s*[-+=]/, '\\$&')
    .replace(/^\s*(\d+)(?=[.)])/, '$&\\')
    // Addresses of the target's are not to be followed by mistake.
    .replaceAll('://', ':<!-- -->//')
    .replaceAll(/\bwww\./gi, (host) => `${host.slice(0, -1)}<!-- -->.`)
    // Nobody is to be told of a report because it holds their name; GitHub knows no escape for that.
    .replaceAll('@', '@<!-- -->')
    .replaceAll(/\s+/g, ' ');

/** A text as inline code, whatever it holds. */
export function code(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  if (flat.includes('|')) return `<code>${escapeMarkdown(flat)}</code>`;
  const fence = '`'.repeat(longestRun(flat) + 1);
  const pad = /^`|`$/.test(flat) ? ' ' : '';
  return flat === '' ? '' : `${fence}${pad}${flat}${pad}${fence}`;
}

/** An address as a link; anything else as it is. */
export const address = (text: string): string =>
  /^https?:\/\/[^\s<>|`\\]+$/.test(text) ? `<${text}>` : escapeMarkdown(text);

/** A text as a block of code, whatever it holds. */
export function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** A table; the cells are markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Something to be opened; the content is markdown already. */
export const folded = (summary: string, content: string): string =>
  `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;

const longestRun = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
