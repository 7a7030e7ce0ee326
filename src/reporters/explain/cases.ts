import type { CaseExplanation } from '../../contract/case-explanation.ts';
import { columns } from '../kit/columns.ts';

/** One case or sequence, for a terminal: what it claims, and which bugs it finds. */
export function caseText({ id, title, rule, claim, finds, alone, bugs }: CaseExplanation): string {
  const others = finds.filter((name) => !alone.includes(name));
  const blocks: readonly (readonly [string, readonly string[]])[] = [
    [`Finds ${finds.length} of ${bugs} endpoints with a bug`, []],
    ['Bugs that it alone finds', alone],
    ['Bugs that others find, too', others],
  ];
  const written = blocks
    .filter(([, lines], i) => i === 0 || lines.length > 0)
    .map(([heading, lines]) => [heading, ...lines.map((line) => `  ${line}`), ''].join('\n'));
  return `${id}  (${rule}, ${claim})\n${title}\n\n${written.join('\n')}`;
}

/** All of them as a table, with how many could be dropped one by one, so that it would be noticed nowhere. */
export function casesText(cases: readonly CaseExplanation[]): string {
  const rows = cases.map(({ id, rule, claim, finds, alone, title }) => [
    id,
    rule,
    claim,
    String(finds.length),
    String(alone.length),
    title,
  ]);
  const needed = cases.filter(({ alone }) => alone.length > 0).length;
  const idle = cases.filter(({ finds }) => finds.length === 0).length;
  return `${columns([['case', 'rule', 'claim', 'bugs', 'alone', 'title'], ...rows])}

${needed} of ${cases.length} find some bug alone, ${cases.length - needed - idle} only bugs that others find, too, ${idle} none
`;
}
