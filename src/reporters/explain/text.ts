import { columns } from '../kit/columns.ts';
import type { Explanation } from '../../contract/explanation.ts';

/** One rule, for a terminal. */
export function explainText(rule: Explanation): string {
  const blocks: readonly (readonly [string, readonly string[]])[] = [
    ['Known from', rule.provenance.map(({ of, level, source }) => `${of}, ${level}: ${source}`)],
    ['Faults', rule.faults],
    ['Note', rule.note === undefined ? [] : [rule.note]],
    ['Unspecified', rule.ambiguities.flatMap(({ question, reading }) => [question, `  read as: ${reading}`])],
    ['Cases', rule.cases.map(({ id, title, claim }) => `${id} (${claim}): ${title}`)],
    ['Sequences', rule.sequences.map(({ id, title }) => `${id}: ${title}`)],
    ['Endpoints with a bug', rule.mutants],
    ['Bugs that only this rule catches', rule.onlyHere],
  ];
  const written = blocks
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  return `${rule.id}  (${rule.kind}, ${rule.level})\n${rule.statement}\n\n${written.join('\n')}`;
}

/** The catalogue as a table, for a terminal. */
export function catalogueText(rules: readonly Explanation[]): string {
  const rows = rules.map(({ id, kind, level, cases, sequences, mutants, statement }) => [
    id,
    kind,
    level,
    String(cases.length + sequences.length),
    String(mutants.length),
    statement,
  ]);
  return `${columns([['rule', 'kind', 'known', 'cases', 'bugs', 'statement'], ...rows])}\n`;
}
