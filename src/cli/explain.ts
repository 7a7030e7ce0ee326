import { Argument, Command } from 'commander';
import { caseIds, completing, ruleIds } from './completions.ts';
import type { ExplainFlags } from './flags.ts';

/** The command `explain`. Its work is loaded only when it runs. */
export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'What is known of a rule, what a case is good for, or a deviation in a stored report. All rules as a table unless one is named.',
    )
    .addArgument(
      completing(
        new Argument(
          '[rule, case or report]',
          'id of a rule or a case, or a file that `verify --report json=FILE` wrote',
        ),
        async () => [...(await ruleIds()), ...(await caseIds())],
      ),
    )
    .argument('[deviation]', 'id of a deviation in that report, or its beginning')
    .option('--cases', 'all cases instead, and how many endpoints with a bug each finds, and alone')
    .option('--requirements', 'the requirement sets instead, and what stands otherwise since')
    .addHelpText(
      'after',
      `
Of a rule: statement, whether it fails a run, who says so, who says otherwise, cases. Of a case: which endpoints with a
bug it finds, and which it alone. Of a deviation: rule, sources, cases, evidence, HTTP exchange, scripts that reproduce
it. Of a report alone: its page, as verify shows it.

Examples:
  neptune-copy-contract explain
  neptune-copy-contract explain target-unique
  neptune-copy-contract explain tags-validation/tag-count-51
  neptune-copy-contract explain --cases
  neptune-copy-contract explain --requirements
  neptune-copy-contract explain moto.json
  neptune-copy-contract explain moto.json v2-426f36f82224`,
    )
    .action(async (subject: string | undefined, deviation: string | undefined, flags: ExplainFlags) => {
      const { runExplain } = await import('./run-explain.ts');
      process.exitCode = await runExplain(subject, deviation, flags);
    });
}
