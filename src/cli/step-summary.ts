/** What GitHub takes of a step's summary, in bytes; of a longer one it shows nothing. */
export const summaryLimit = 1024 * 1024;

/**
 * Markdown that fits into so many bytes: what is too long is cut at a line, blocks of code and folded parts that are
 * open there are closed, and a line says where the rest is.
 */
export function fitSummary(markdown: string, room: number, rest: string): string {
  if (Buffer.byteLength(markdown) <= room) return markdown;
  const notice = `\n\n**Cut here: GitHub takes no more of a summary. ${rest}**\n`;
  const kept: string[] = [];
  let left = room - Buffer.byteLength(notice);
  let open: Open = { folds: 0 };
  for (const line of markdown.split('\n')) {
    const next = after(line, open);
    left -= Buffer.byteLength(line) + 1;
    if (left < Buffer.byteLength(closing(next))) break;
    kept.push(line);
    open = next;
  }
  return kept.length === 0 ? '' : kept.join('\n') + closing(open) + notice;
}

/** What is open after a line. */
interface Open {
  /** The fence that began a block of code. */
  readonly fence?: string;
  readonly folds: number;
}

function after(line: string, { fence, folds }: Open): Open {
  if (fence !== undefined) return line === fence ? { folds } : { fence, folds };
  const started = /^`{3,}/.exec(line)?.[0];
  if (started !== undefined) return { fence: started, folds };
  if (line.startsWith('<details>')) return { folds: folds + 1 };
  return { folds: line === '</details>' ? Math.max(0, folds - 1) : folds };
}

const closing = ({ fence, folds }: Open): string =>
  (fence === undefined ? '' : `\n${fence}`) + '\n\n</details>'.repeat(folds);
