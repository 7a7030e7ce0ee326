import { columns } from '../kit/columns.ts';
import type { Explanation } from '../../contract/explanation.ts';
import { evidenceTexts, failsTexts, failsWord } from './words.ts';

/** One rule, for a terminal. */
export function explainText(rule: Explanation): string {
  const evidence = evidenceTexts(rule);
  const blocks: readonly (readonly [string, readonly string[]])[] = [
    ['Fails a run', failsTexts(rule)],
    ['Who says so', evidence.for],
    ['Who says otherwise', evidence.against],
    ['Faults', rule.faults],
    ['Note', rule.note === undefined ? [] : [rule.note]],
    ['Unspecified', rule.ambiguities.flatMap(({ question, reading }) => [question, `  read as: ${reading}`])],
    ['Cases', rule.cases.map(({ id, title, claim }) => `${id} (${claim}): ${title}`)],
    ['Sequences', rule.sequences.map(({ id, title }) => `${id}: ${title}`)],
    ['Endpoints with a bug', rule.mutants],
    ['Bugs that only this rule catches', rule.onlyHere],
    ['Bugs that one case alone finds', rule.onlyByCase.map((only) => `${only.bug}: ${only.case}`)],
  ];
  const written = blocks
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  return `${rule.id}  (${rule.kind}, ${rule.behaviour.level})\n${rule.statement}\n\n${written.join('\n')}`;
}

/** The catalogue as a table, for a terminal. */
export function catalogueText(rules: readonly Explanation[]): string {
  const rows = rules.map((rule) => [
    rule.id,
    rule.kind,
    rule.behaviour.level,
    failsWord(rule),
    String(rule.cases.length + rule.sequences.length),
    String(rule.mutants.length),
    rule.statement,
  ]);
  return `${columns([['rule', 'kind', 'known', 'fails a run', 'cases', 'bugs', 'statement'], ...rows])}\n`;
}
