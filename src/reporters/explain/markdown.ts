import type { Explanation } from '../../contract/explanation.ts';

/** The catalogue as a page: a table, and a section for each rule. */
export function catalogueMarkdown(rules: readonly Explanation[]): string {
  const head = [
    '# The rules',
    '',
    'Generated from `spec/` by `npm run docs`. Do not edit.',
    '',
    `${rules.length} rules. _Known_ tells how well the behaviour is known, _bugs_ how many endpoints with a bug \`verify --self-test\` holds against the rule.`,
    '',
    '| rule | kind | known | cases | bugs |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map(
      ({ id, kind, level, cases, sequences, mutants }) =>
        `| [${id}](#${id}) | ${kind} | ${level} | ${cases.length + sequences.length} | ${mutants.length} |`,
    ),
  ];
  return `${[...head, ...rules.flatMap(section)].join('\n')}\n`;
}

function section(rule: Explanation): readonly string[] {
  return [
    '',
    `## ${rule.id}`,
    '',
    escape(rule.statement),
    ...list(
      'Known from',
      rule.provenance.map(({ of, level, source }) => `${of}, ${level}: ${linked(source)}`),
    ),
    ...list(
      'Faults',
      rule.faults.map((fault) => `\`${fault}\``),
    ),
    ...(rule.note === undefined ? [] : ['', escape(rule.note)]),
    ...list(
      'Unspecified behaviour',
      rule.ambiguities.map(({ question, reading }) => `${escape(question)} Read as: ${escape(reading)}`),
    ),
    ...list(
      'Cases',
      rule.cases.map(({ id, title, claim }) => `\`${id}\` (${claim}): ${escape(title)}`),
    ),
    ...list(
      'Sequences',
      rule.sequences.map(({ id, title }) => `\`${id}\`: ${escape(title)}`),
    ),
    ...list('Bugs that only this rule catches', rule.onlyHere.map(escape)),
  ];
}

const list = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ['', `${title}:`, '', ...items.map((item) => `- ${item}`)];

/** What Markdown would take for markup, outside of code. */
const escape = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/[\\*_<>[\]|]/g, '\\$&')))
    .join('');

/** A source with its address as a link. */
const linked = (source: string): string =>
  source
    .split(/(https:\/\/[^\s;]+)/)
    .map((part, i) => (i % 2 === 1 ? `<${part}>` : escape(part)))
    .join('');
