import { Command, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { leftOutNames } from '../contract/capabilities.ts';
import { levels } from '../contract/provenance.ts';
import { usual } from '../contract/usual.ts';
import { usualDemands } from '../report/conclude.ts';
import { caseIds, completing, ruleIds, setNames } from './completions.ts';
import type { VerifyFlags } from './flags.ts';
import {
  integer,
  parseMinMeasured,
  parseRequirements,
  reportOption,
  parseRule,
  parseShard,
  parseUrl,
  parseWithout,
  reportFormats,
  more,
  withBounds,
  withTrust,
  withWay,
} from './options.ts';

/** The command `verify`. Its work is loaded only when it runs. */
export function verifyCommand(): Command {
  return withTrust(withBounds(withWay(new Command('verify'))))
    .description('Judge an endpoint, rule by rule. Without --endpoint, the embedded one.')
    .option('--endpoint <url>', 'the endpoint to judge', parseUrl)
    .addOption(
      reportOption(
        'run',
        `to a file or standard output: ${reportFormats.join(', ')}; text unless given; repeatable`,
      ),
    )
    .option('--verbose', 'in the text report, the evidence, the exchange and a script for each deviation')
    .option('--failures <dir>', 'write each deviation to a file of its own there, for `replay`')
    .addOption(
      completing(new Option('--rule <id>', 'judge this rule only; repeatable').argParser(parseRule), ruleIds),
    )
    .addOption(
      completing(
        new Option(
          '--case <id>',
          'run this case only, or those that fit: * stands for any characters; repeatable',
        ).argParser(more),
        caseIds,
      ),
    )
    .option('--grep <text>', 'run only cases with this text in id or title, in upper or lower case')
    .addOption(
      completing(
        new Option('--exclude-rule <id>', 'do not judge this rule; repeatable').argParser(parseRule),
        ruleIds,
      ),
    )
    .addOption(
      completing(
        new Option(
          '--without <list>',
          `leave out what needs these, such as kms,sharing: ${leftOutNames.join(', ')}; repeatable`,
        ).argParser(parseWithout),
        () => leftOutNames,
      ),
    )
    .addOption(
      new Option(
        '--min-measured <n|n%>',
        'gating rules that must be measured, of those that nothing excuses: a number or a share',
      )
        .default(usualDemands.minMeasured, '75%')
        .argParser(parseMinMeasured),
    )
    .option('--seed <n>', 'seed of everything random', integer(0, 0xffffffff), usual.seed)
    .addOption(
      new Option('--gate <level>', 'weakest knowledge that fails the run')
        .choices(levels)
        .default(usual.gate),
    )
    .addOption(
      completing(
        new Option(
          '--requirements <set>',
          'tell as new, without failing the run, what gates only since this set was made, such as 2026-11; `explain --requirements` lists them',
        ).argParser(parseRequirements),
        setNames,
      ),
    )
    .option(
      '--target-name <name>',
      "what the report and the baseline call it; unless given, the endpoint's host",
    )
    .option(
      '--baseline <file>',
      'known deviations (YAML, spec/baseline.schema.json), which do not fail the run',
    )
    .option('--update-baseline', 'bring the file of --baseline up to date; new entries await their reason')
    .option(
      '--pairs <n>',
      'most pairs of rules that are broken together; 0 for none',
      integer(0, 1_000_000),
      usual.pairs,
    )
    .option(
      '--jobs <n>',
      `how many worlds are staged and judged at once, most with two calls at a time; those that fill quotas are alone (default: ${usual.jobs.quick}, or ${usual.jobs.slow} where no answer comes within 10 ms)`,
      integer(1, 64),
    )
    .option(
      '--runs <n>',
      'sequences of calls that the stateful search makes up; 0 for none',
      integer(0, 1_000_000),
      15,
    )
    .option('--max-calls <n>', 'most calls in a sequence', integer(1, 1_000), 30)
    .option(
      '--max-time <seconds>',
      'time after which the search begins no new sequence',
      integer(1, 86_400),
      60,
    )
    .option(
      '--shard <i/n>',
      'only this part of the run, such as 3/16; `report merge` joins the parts',
      parseShard,
    )
    .option('--quota <n>', "the target's quota of manual snapshots, if not 100", integer(1, 10_000))
    .addOption(
      new Option('--bail [n]', 'stop after the first (or nth) deviation that fails the run')
        .preset('1')
        .argParser(integer(1, 1_000_000)),
    )
    .option('--record <dir>', 'keep what the target is asked and answers in a new folder, to be judged again')
    .option('--recording <dir>', 'judge what a run recorded with --record instead; nothing is sent')
    .option(
      '--check-reproductions',
      'run each script that reproduces a deviation once, and tell which do not show it',
    )
    .option(
      '--config <file>',
      'flags in a file (YAML, spec/config.schema.json); neptune-copy-contract.yaml unless given, if there is one',
    )
    .option(
      '--list',
      'tell the rules and cases that would be judged (text, or --report json), and judge none',
    )
    .option('--dry-run', 'tell what a run would do at the endpoint, and send nothing')
    .option('--quiet', 'say nothing on standard error but the verdict and errors')
    .option('--self-test', 'judge endpoints with one known bug each instead, and tell which were found out')
    .addHelpText(
      'after',
      `
Exit codes: 0 conforms, 1 deviations or a baseline that no longer holds, 2 could not be judged, used wrongly, or a
defect of ours. It conforms when it has no deviations, accepted a copy, and enough was measured: of the gating rules,
but for those that need what the target says it lacks or what --without names, at least --min-measured; with --rule,
each of the rules. With --case, --grep or --exclude-rule, what is not run is not asked for, and entries of a baseline
about it are left alone; where nothing is left to be run, that is a mistake (2). The verdict and the files that were
written are told on standard error, too.

Examples:
  neptune-copy-contract verify
  neptune-copy-contract verify --self-test
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000
  neptune-copy-contract verify --endpoint http://127.0.0.1:4566 --report html=report.html --report text
  neptune-copy-contract verify --endpoint http://127.0.0.1:4566 --verbose
  neptune-copy-contract verify --endpoint http://127.0.0.1:4566 --report github --report junit=junit.xml
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000 --rule copy-create-time
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000 --case 'tags-*' --bail
  neptune-copy-contract verify --endpoint https://emulator.test:8443 --ca ca.pem --exclude-rule copy-progress --quiet
  neptune-copy-contract verify --list --grep alias
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000 --target-name moto --baseline moto.yaml --update-baseline`,
    )
    .action(async (given: VerifyFlags, command: Command) => {
      if (given.selfTest === true) {
        refuseTogether(given);
        const { runSelfTest } = await import('./run-self-test.ts');
        process.exitCode = await runSelfTest(given);
        return;
      }
      // What a configuration says of an endpoint is about other runs.
      if (given.recording !== undefined) refuseWithRecording(given);
      const { configure } = await import('./config.ts');
      configure(command, given.config);
      const flags = command.opts<VerifyFlags>();
      if (flags.list === true || flags.dryRun === true) {
        const { runDry, runList } = await import('./run-list.ts');
        process.exitCode = await (flags.list === true ? runList(flags) : runDry(flags));
        return;
      }
      // The SDK's remark on versions of Node stands on standard error, too.
      if (flags.quiet === true) process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
      const { runVerify } = await import('./run-verify.ts');
      process.exitCode = await runVerify(flags);
    });
}

/** A self-test judges endpoints of its own, and has a table of its own. */
const refuseTogether = (flags: VerifyFlags): void =>
  exclude('--self-test', {
    '--endpoint': flags.endpoint,
    '--report': flags.report,
    '--verbose': flags.verbose,
    '--baseline': flags.baseline,
    '--failures': flags.failures,
    '--without': flags.without,
    '--requirements': flags.requirements,
    '--config': flags.config,
    '--case': flags.case,
    '--grep': flags.grep,
    '--exclude-rule': flags.excludeRule,
    '--list': flags.list,
    '--dry-run': flags.dryRun,
    '--bail': flags.bail,
    '--check-reproductions': flags.checkReproductions,
    '--record': flags.record,
    '--recording': flags.recording,
  });

/** Nothing is sent when a recording is judged: flags about an endpoint would say nothing. */
const refuseWithRecording = (flags: VerifyFlags): void =>
  exclude('--recording', {
    '--endpoint': flags.endpoint,
    '--kms-endpoint': flags.kmsEndpoint,
    '--account': flags.account,
    '--journal': flags.journal,
    '--jobs': flags.jobs,
    '--shard': flags.shard,
    '--quota': flags.quota,
    '--bail': flags.bail,
    '--check-reproductions': flags.checkReproductions,
    '--failures': flags.failures,
    '--target-name': flags.targetName,
    '--record': flags.record,
    '--dry-run': flags.dryRun,
  });

/** Throws a UsageError where one of these flags is given beside another that leaves no use for it. */
function exclude(given: string, others: Readonly<Record<string, unknown>>): void {
  for (const [flag, value] of Object.entries(others))
    if (value !== undefined) throw new UsageError(`${given} and ${flag} exclude each other`);
}
