import { Command, InvalidArgumentError, Option } from 'commander';
import { isDateTime } from '../contract/date-time.ts';
import { planFormatNames } from '../check/formats/names.ts';
import { formatsOf } from '../reporters/index.ts';
import { parseRegion, reportOption } from './options.ts';
import type { CheckFlags } from './flags.ts';

const formats = formatsOf('check');

/** The command `check`. Its work is loaded only when it runs. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      "Judge planned copies before AWS does, by the model and by an organisation's own policies. A folder stands for the .yaml, .yml, .json, .jsonl and .ndjson files in it and below.",
    )
    .argument(
      '[file...]',
      'files or folders with planned copies, YAML, JSON or a line of JSON for each; - for standard input',
    )
    .option('--world <file>', 'what there is at the start (YAML or JSON, spec/world.schema.json)')
    .option(
      '--policy <file>',
      'a policy, or a folder of them (YAML, spec/policy.schema.json); repeatable',
      add,
    )
    .option('--test-policies', 'run the tests that the policies bring along, instead of checking files')
    .addOption(
      new Option(
        '--plan-format <format>',
        'how plans are written, where that is not to be recognised',
      ).choices(planFormatNames),
    )
    .option(
      '--print-context',
      'print what policies decide on, a line of JSON for each copy, and judge nothing',
    )
    .option('--account <id>', 'who calls, where a plan does not tell: twelve digits', parseAccountId)
    .option('--region <region>', 'the Region that is called, where a plan does not tell', parseRegion)
    .addOption(
      reportOption(
        'check',
        `${formats.join(', ')} (text unless given), to a file or standard output; repeatable`,
      ),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the mildest finding that fails the run')
        .choices(['error', 'warning', 'note'])
        .default('error'),
    )
    .option('--allow-undecided', 'let pass what cannot be decided for lack of a caller or a world')
    .option(
      '--now <date>',
      'when the copies are looked at, a day or a time with its zone; now unless given',
      parseTime,
    )
    .addHelpText('after', help)
    .action(async (files: readonly string[], flags: CheckFlags) => {
      const { runCheck } = await import('./run-check.ts');
      process.exitCode = await runCheck(files, flags);
    });
}

const add = (text: string, before: readonly string[] = []): string[] => [...before, text];

function parseAccountId(text: string): string {
  if (!/^\d{12}$/.test(text)) throw new InvalidArgumentError('Not an account of twelve digits.');
  return text;
}

/** A day is its first moment in UTC. */
function parseTime(text: string): string {
  const time = text.length === 10 ? `${text}T00:00:00Z` : text;
  const [day = ''] = time.split('T');
  const first = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(first.getTime()) && first.toISOString().startsWith(day);
  if (!isDateTime(time) || !isDay)
    throw new InvalidArgumentError('Not a date such as 2026-11-22, nor a time such as 2026-11-22T03:00:00Z.');
  return new Date(time).toISOString();
}

const help = `
A plan (spec/plan.schema.json) is one document or many:
  a request, as AWS CLI takes it with --cli-input-json or --cli-input-yaml:
    SourceDBClusterSnapshotIdentifier: nightly
    TargetDBClusterSnapshotIdentifier: vault-nightly
  a request and who makes it:
    caller: { account: '111122223333', region: eu-west-1 }
    request: { SourceDBClusterSnapshotIdentifier: ..., TargetDBClusterSnapshotIdentifier: ... }
  a list of these, or copies: with a list, which may share a caller:.

Recognised are also plans of Terraform (terraform show -json), state machines of Step Functions, records of CloudTrail
and plans of AWS Backup. What such a copy asks for only when it is made is undecided.

With --world, copies are made in the order of the files and within them: each is finished before the next begins, what
one makes is there for the next, and what AWS refuses is not made. In the world file, self is account 123456789012,
other 210987654321, here us-east-1 and elsewhere eu-west-1; self and here also call unless told.
Without --world, only what is certain is judged: forms, tags, ARNs, Regions of keys, names that are planned twice.
The report tells what was not checked.

A broken rule is an error; where it is not known what AWS does, a note. A policy has its own severity. An exception
that has expired or excuses nothing is a warning; what one excuses is told, and fails nothing.

Policies are JSON Schemas over the decision context (spec/decision-context.schema.json), or expressions of CEL, as
admission policies of Kubernetes have them, which also relate its parts: validations: [{ expression:
'key.region == copy.region' }]. The context has the copies planned besides (plan) and the time (now).

What depends on who calls, or on a world for a policy, and is not told is undecided: it fails as if it were broken,
unless --allow-undecided, and the report names the flag that would decide it. Rules of AWS that need a world are not
asked without one.

Files that are something else (CloudFormation, Kubernetes, Terraform, ...) are told once for each kind, and stop
nothing. What cannot be read is an error, and the rest is judged; reports are written in any case.

Exit codes: 0 nothing at the level of --fail-on, 1 findings, 2 something could not be read.

Examples:
  neptune-copy-contract check plans/
  neptune-copy-contract check plans/ --account 111122223333 --region eu-west-1 --policy policies/
  neptune-copy-contract check plans/*.yaml --world world.yaml --policy policies/vault-key.yaml
  neptune-copy-contract check plans/ --report text --report sarif=check.sarif --report junit=check.xml
  neptune-copy-contract check --test-policies --policy policies/
  cat plan.yaml | neptune-copy-contract check -`;
