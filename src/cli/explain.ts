import { Command } from 'commander';
import { parseOneRule } from './options.ts';
import type { RuleId } from '../spec/generated/catalogue.ts';

/** The command `explain`. Its work is loaded only when it runs. */
export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'What is known of a rule: statement, evidence, open questions, cases. All rules as a table unless one is named.',
    )
    .argument('[rule]', 'id of a rule', parseOneRule)
    .addHelpText(
      'after',
      `
Examples:
  neptune-copy-contract explain
  neptune-copy-contract explain target-unique`,
    )
    .action(async (rule: RuleId | undefined) => {
      const { catalogueText, explain, explainAll, explainText } = await import('../explain/index.ts');
      process.stdout.write(rule === undefined ? catalogueText(explainAll()) : explainText(explain(rule)));
    });
}
