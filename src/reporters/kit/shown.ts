import { mapTexts } from '../../protocol/map-texts.ts';
import { visible, visibleLine } from '../../protocol/visible.ts';

/** Members whose texts may have several lines: reporters keep them, or make one line of them. */
const flowing = new Set([
  'message',
  'statement',
  'help',
  'allowed',
  'contract',
  'sdk',
  'request',
  'response',
]);

/** Members that reporters write as JSON, which has escapes of its own. */
const data = new Set(['situation', 'sequence']);

/**
 * A report of any kind as it may be shown: texts of the target, and of files, hold nothing unseen and no commands,
 * and have no line breaks but where several lines are provided for. Every reporter but those of JSON begins with it.
 */
export const shown = <T extends object>(report: T): T =>
  mapTexts(report, (text, path) => {
    if (path.some((member) => data.has(member))) return text;
    return mayFlow(path) ? visible(text) : visibleLine(text);
  });

function mayFlow(path: readonly string[]): boolean {
  const [member = '', parent] = [path.at(-1), path.at(-2)];
  return flowing.has(member) || parent === 'reproduction' || (parent === 'known' && member === 'reason');
}
