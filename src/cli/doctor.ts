import { Argument, Command } from 'commander';
import { formatsOf } from '../reporters/index.ts';
import { parseUrl, reportOption, withBounds, withTrust, withWay } from './options.ts';
import type { DoctorFlags } from './flags.ts';

const formats = formatsOf('doctor');

/** The command `doctor`. Its work is loaded only when it runs. */
export function doctorCommand(): Command {
  return withTrust(withBounds(withWay(new Command('doctor')), { deadline: 60, copyTimeout: 30 }))
    .description(
      'Tell whether `verify` could measure anything at an endpoint, and what; takes a few seconds.',
    )
    .addArgument(new Argument('<url>', 'the endpoint').argParser(parseUrl))
    .option('--target-name <name>', "what the report calls it; unless given, the endpoint's host")
    .addOption(
      reportOption(
        'doctor',
        `to a file or standard output: ${formats.join(', ')}; text unless given; repeatable`,
      ),
    )
    .option('--quiet', 'say nothing on standard error but the verdict and errors')
    .addHelpText(
      'after',
      `
Looked at is whether something answers at all, and as Neptune does; which of the operations that a run needs are there;
whether a cluster can be made, and how; whether a plain copy works; and what else the target can do, with the number of
rules that cannot be measured where it cannot. What is made is removed again (a KMS key is scheduled for deletion).

Exit codes: 0 something can be measured, 1 the operation is not there or a plain copy fails, 2 it could not be told.

Examples:
  neptune-copy-contract doctor http://127.0.0.1:5000
  neptune-copy-contract doctor https://emulator.test:8443 --ca ca.pem
  neptune-copy-contract doctor http://127.0.0.1:4566 --report text --report json=doctor.json`,
    )
    .action(async (url: string, flags: DoctorFlags) => {
      // The SDK's remark on versions of Node stands on standard error, too.
      if (flags.quiet === true) process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
      const { runDoctor } = await import('./run-doctor.ts');
      process.exitCode = await runDoctor(url, flags);
    });
}
