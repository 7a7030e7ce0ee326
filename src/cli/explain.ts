import { Argument, Command } from 'commander';
import { completing, ruleIds } from './completions.ts';
import { parseOneRule } from './options.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';

/** The command `explain`. Its work is loaded only when it runs. */
export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'What is known of a rule: statement, evidence, unspecified behaviour, cases. All rules as a table unless one is named.',
    )
    .addArgument(completing(new Argument('[rule]', 'id of a rule').argParser(parseOneRule), ruleIds))
    .addHelpText(
      'after',
      `
Examples:
  neptune-copy-contract explain
  neptune-copy-contract explain target-unique`,
    )
    .action(async (rule: RuleId | undefined) => {
      const { explain, explainAll } = await import('../contract/explanation.ts');
      const { knownBugs } = await import('../selftest/index.ts');
      const { catalogueText, explainText } = await import('../reporters/explain/index.ts');
      process.stdout.write(
        rule === undefined ? catalogueText(explainAll(knownBugs)) : explainText(explain(rule, knownBugs)),
      );
    });
}
