import type { Position } from '../contract/document.ts';

/**
 * Where in a file a character of a text is, which a document of YAML or JSON has at `start`: quoted, plain or as a
 * block. Where the text is not written line for line (folded, with escapes), that is where it starts.
 */
export function placeIn(source: string, start: Position, text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  const column = before.at(-1)?.length ?? 0;
  const line = text.split('\n')[before.length - 1] ?? '';
  const lines = source.split('\n');
  // The lines of a block begin below its sign, those of any other text right there.
  for (const ahead of [0, 1]) {
    const at = start.line - 1 + before.length - 1 + ahead;
    const from = ahead === 0 && before.length === 1 ? start.column - 1 : 0;
    const found = (lines[at] ?? '').indexOf(line, from);
    if (line.trim() !== '' && found >= 0) return { line: at + 1, column: found + column + 1 };
  }
  return start;
}
