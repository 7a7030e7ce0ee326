import { describe, expect, it } from 'vitest';
import { fitSummary } from './step-summary.ts';

const rest = 'All of it stands in report.json.';
const notice = `\n\n**Cut here: GitHub takes no more of a summary. ${rest}**\n`;

describe('a summary', () => {
  it.each([
    ['that fits stays as it is', '# a\nb\n', 6, '# a\nb\n'],
    ['is cut at a line', `a\nb\n${'c'.repeat(200)}`, 110, `a\nb${notice}`],
    ['counts bytes', `é\n${'é'.repeat(60)}`, 110, `é${notice}`],
    [
      'closes what is open',
      `<details><summary>x</summary>\n\n\`\`\`\`text\n\`\`\`\n</details>\n${'c'.repeat(200)}`,
      180,
      `<details><summary>x</summary>\n\n\`\`\`\`text\n\`\`\`\n</details>\n\`\`\`\`\n\n</details>${notice}`,
    ],
    [
      'does not close what is closed',
      `<details><summary>x</summary>\n\n\`\`\`text\na\n\`\`\`\n\n</details>\n${'c'.repeat(200)}`,
      180,
      `<details><summary>x</summary>\n\n\`\`\`text\na\n\`\`\`\n\n</details>${notice}`,
    ],
    ['is nothing where there is no room', `${'c'.repeat(200)}\nd`, 50, ''],
  ])('%s', (_, given, room, expected) => {
    const text = fitSummary(given, room, rest);
    expect(text).toBe(expected);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room);
  });

  it('fits whatever its length', () => {
    const text = '<details><summary>é</summary>\n\n```text\nabc\n```\n\n</details>\n\n'.repeat(20);
    for (let room = 0; room < 1_400; room += 7)
      expect(Buffer.byteLength(fitSummary(text, room, rest))).toBeLessThanOrEqual(room);
  });
});
