import { Command, Option } from 'commander';
import type { RuleId } from '../spec/generated/catalogue.ts';
import { integer, parseRegion, parseReport, parseRule, parseUrl, type ReportSink } from './options.ts';

/** Flags of `verify`. */
export interface VerifyFlags {
  readonly endpoint?: string;
  readonly kmsEndpoint?: string;
  readonly region: string;
  readonly report?: readonly ReportSink[];
  readonly rule?: readonly RuleId[];
  readonly seed: number;
  readonly gate: 'documented' | 'observed' | 'inferred';
  readonly timeout: number;
  readonly quota?: number;
}

/** The command `verify`. Its work is loaded only when it runs. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Judge an endpoint, rule by rule. Without --endpoint, the embedded one.')
    .option('--endpoint <url>', 'the endpoint to judge', parseUrl)
    .option('--kms-endpoint <url>', 'where its KMS is, if elsewhere', parseUrl)
    .option('--region <region>', 'the called Region', parseRegion, 'us-east-1')
    .option(
      '--report <format[=file]>',
      'text (default) or json, to a file or standard output; repeatable',
      parseReport,
    )
    .option('--rule <id>', 'judge this rule only; repeatable', parseRule)
    .option('--seed <n>', 'seed of everything random', integer(0, 0xffffffff), 1)
    .addOption(
      new Option('--gate <level>', 'weakest knowledge that fails the run')
        .choices(['documented', 'observed', 'inferred'])
        .default('observed'),
    )
    .option('--quota <n>', "the target's quota of manual snapshots, if not 100", integer(1, 10_000))
    .option('--timeout <seconds>', 'how long to wait for an answer', integer(1, 3600), 10)
    .addHelpText(
      'after',
      `
Exit codes: 0 conforms, 1 deviations, 2 the judging itself failed.

Examples:
  neptune-copy-contract verify
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000
  neptune-copy-contract verify --endpoint http://127.0.0.1:4566 --report json=report.json --report text
  neptune-copy-contract verify --endpoint http://127.0.0.1:5000 --rule copy-create-time`,
    )
    .action(async (flags: VerifyFlags) => {
      const { runVerify } = await import('./run-verify.ts');
      process.exitCode = await runVerify(flags);
    });
}
