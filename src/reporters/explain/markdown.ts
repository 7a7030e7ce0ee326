import type { Explanation, SetExplanation } from '../../contract/explanation.ts';
import { requirementsMarkdown } from './requirements.ts';
import { contradictedWord, evidenceTexts, failsTexts, failsWord, faultFailsWord } from './words.ts';

/** The catalogue as a page: a table, and a section for each rule. */
export function catalogueMarkdown(
  rules: readonly Explanation[],
  sets: readonly SetExplanation[] = [],
): string {
  const head = [
    '# The rules',
    '',
    'Generated from `spec/` by `npm run docs`. Do not edit.',
    '',
    `${rules.length} rules. Each makes a claim about the _behaviour_, whether a copy comes and what it is; most preconditions make one about the _fault_, too, by which code and status a refusal is told. For each rule there stands below whether it fails a run, who says so, who says otherwise, and the cases that measure it.`,
    '',
    'In the table, _known_ tells how well the behaviour is known, _fails a run_ whether a deviation from it does unless `--gate` says otherwise, _other fault_ whether a refusal with a fault that is not listed does, _otherwise_ whether anybody says otherwise (_set aside_: for a reason that is given), _bugs_ how many endpoints with a bug `verify --self-test` holds against the rule.',
    '',
    '- **observed**: a real answer of this operation of Neptune shows it.',
    '- **documented**: the documentation of this operation says so.',
    '- **sibling**: a real answer or the documentation of a sibling: another operation of the same control plane, or this one of RDS (Aurora) or DocumentDB.',
    '- **inferred**: it follows from conventions only, and fails a run with `--gate inferred` alone.',
    '- **contradicted**: somebody says otherwise, which is not set aside. It never fails a run.',
    '- **unspecified**: nobody knows. It never fails a run.',
    '',
    '`verify --requirements SET` holds a run to what gated when a set was made; what gates only since is told as new:',
    '',
    ...requirementsMarkdown(sets),
    '',
    '| rule | kind | known | fails a run | other fault | otherwise | cases | bugs |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rules.map(
      (rule) =>
        `| [${rule.id}](#${rule.id}) | ${rule.kind} | ${rule.behaviour.level} | ${failsWord(rule)} | ${faultFailsWord(rule)} | ${contradictedWord(rule)} | ${rule.cases.length + rule.sequences.length} | ${rule.mutants.length} |`,
    ),
  ];
  return `${[...head, ...rules.flatMap(section)].join('\n')}\n`;
}

function section(rule: Explanation): readonly string[] {
  const evidence = evidenceTexts(rule);
  return [
    '',
    `## ${rule.id}`,
    '',
    escape(rule.statement),
    ...list('Fails a run', failsTexts(rule).map(escape)),
    ...list('Who says so', evidence.for.map(linked)),
    ...list('Who says otherwise', evidence.against.map(linked)),
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
