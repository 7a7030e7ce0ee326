import { Command, Option } from 'commander';
import { levels } from '../contract/provenance.ts';
import { usual, usualLive } from '../contract/usual.ts';
import { caseIds, completing, questionIds } from './completions.ts';
import type { LiveInitFlags, LivePlanFlags, LiveRunFlags } from './flags.ts';
import { integer, more, parseRegion, parseUrl, reportFormats, reportOption } from './options.ts';

/** The command `live`. Its work is loaded only when it runs. */
export const liveCommand = (): Command =>
  new Command('live')
    .description(
      'Judge a real AWS account by copies of what its owner names. Nothing else is made, or touched.',
    )
    .addCommand(initCommand())
    .addCommand(planCommand())
    .addCommand(runCommand());

const file = 'what the account has (YAML, spec/live.schema.json); `live init` writes a first one';

function initCommand(): Command {
  return new Command('init')
    .description('Write the file of what an account has, by asking AWS; only reads.')
    .requiredOption('--region <region>', 'the Region that is to be called', parseRegion)
    .requiredOption('--profile <name>', 'profile of the AWS configuration')
    .option('--elsewhere <region>', 'another Region', parseRegion)
    .option('--other-profile <name>', 'profile of another account')
    .option('--out <file>', 'where it is written; standard output unless given')
    .option('--force', 'write over a file that is there')
    .addHelpText(
      'after',
      `
Look it through: what stands there may be copied, and what does not is never touched. Take out what is large.

Exit codes: 0 written, 2 AWS cannot be asked, or the file cannot be written.

Examples:
  neptune-copy-contract live init --profile sandbox --region eu-west-1 --out live.yaml`,
    )
    .action(async (flags: LiveInitFlags) => {
      const { runLiveInit } = await import('./run-live-init.ts');
      process.exitCode = await runLiveInit(flags);
    });
}

/** Adds the flags that say what is run, and what it may take. */
const withWork = (command: Command): Command =>
  command
    .argument('<file>', file)
    .option('--rejections', 'only what AWS should refuse: no copy is to come to be')
    .addOption(
      completing(
        new Option('--question <id>', 'only the cases that ask an open question; see docs/live.md'),
        questionIds,
      ),
    )
    .addOption(
      completing(
        new Option(
          '--case <id>',
          'only this case, or those that fit: * stands for any characters; repeatable',
        ).argParser(more),
        caseIds,
      ),
    )
    .option('--copies-at-once <n>', 'most copies that stand at once', integer(1, 20), usualLive.copiesAtOnce)
    .option('--max-copies <n>', 'most copies in all', integer(0, 10_000), usualLive.copiesInAll)
    .option('--calls-per-second <n>', 'most calls a second', integer(1, 50), usualLive.callsPerSecond);

function planCommand(): Command {
  return withWork(new Command('plan'))
    .description(
      'Tell what a run would do, take and cost, and which permissions it needs. Nothing is called.',
    )
    .option('--policy', 'print the policies of IAM only, as JSON by the account')
    .addHelpText(
      'after',
      `
Exit codes: 0 told, 2 the file is wrong.

Examples:
  neptune-copy-contract live plan live.yaml
  neptune-copy-contract live plan live.yaml --rejections --policy`,
    )
    .action(async (name: string, flags: LivePlanFlags) => {
      const { runLivePlan } = await import('./run-live-plan.ts');
      process.exitCode = runLivePlan(name, flags);
    });
}

function runCommand(): Command {
  return withWork(new Command('run'))
    .description('Make the run that `live plan` tells of.')
    .option('--yes', 'do not ask whether to begin')
    .option(
      '--max-calls <n>',
      'most calls, but for those that clean up',
      integer(1, 1_000_000),
      usualLive.calls,
    )
    .option(
      '--deadline <seconds>',
      'time after which the run cleans up and reports what it has',
      integer(1, 604_800),
      usualLive.deadline / 1000,
    )
    .option('--kill-switch <file>', 'a file that ends the run in the same way once it is there')
    .option('--resume <run>', 'a run that stopped and is to go on where it was')
    .option(
      '--record <dir>',
      'keep what is asked and answered in a new folder; `verify --recording` judges it again',
    )
    .option('--endpoint <url>', 'what stands in for AWS', parseUrl)
    .option('--journal <file>', 'where to tell what is made; the state folder unless given')
    .option('--timeout <seconds>', 'how long to wait for an answer', integer(1, 3600), usual.timeout / 1000)
    .addOption(
      new Option('--gate <level>', 'weakest knowledge that fails the run')
        .choices(levels)
        .default(usual.gate),
    )
    .addOption(
      reportOption(
        'run',
        `to a file or standard output: ${reportFormats.join(', ')}; text unless given; repeatable`,
      ),
    )
    .option('--quiet', 'say nothing on standard error but the verdict and errors')
    .addHelpText(
      'after',
      `
Every copy has a name that begins with ncc-live and the tag neptune-copy-contract, is journaled before it is asked for,
and removed. What a run that was killed left, \`cleanup\` removes: only what carries the tag.

Exit codes: 0 conforms, 1 deviations, 2 could not be judged, or used wrongly.

Examples:
  neptune-copy-contract live run live.yaml --rejections
  neptune-copy-contract live run live.yaml --question create-time --yes
  neptune-copy-contract live run live.yaml --max-copies 10 --report json=live.json`,
    )
    .action(async (name: string, flags: LiveRunFlags) => {
      if (flags.quiet === true) process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
      const { runLiveRun } = await import('./run-live-run.ts');
      process.exitCode = await runLiveRun(name, flags);
    });
}
