import { Command } from 'commander';
import { formatsOf } from '../reporters/index.ts';
import { reportOption } from './options.ts';
import type { DriftFlags } from './flags.ts';

const formats = formatsOf('drift');

/** The command `drift`. Its work is loaded only when it runs. */
export function driftCommand(): Command {
  return new Command('drift')
    .description("Hold the contract against the AWS SDK's own schemas of the operation. Makes no call.")
    .option(
      '--sdk <dir>',
      'the folder in which @aws-sdk/client-neptune is installed; the one that this package uses unless given',
    )
    .option(
      '--allow <file>',
      "differences that are known, besides the contract's own (YAML, spec/drift-allowed.schema.json); repeatable",
      add,
    )
    .option('--allow-additions', 'end with 0 where there are only compatible additions')
    .addOption(
      reportOption(
        'drift',
        `to a file or standard output: ${formats.join(', ')}; text unless given; repeatable`,
      ),
    )
    .addHelpText('after', help)
    .action(async (flags: DriftFlags) => {
      const { runDrift } = await import('./run-drift.ts');
      process.exitCode = await runDrift(flags);
    });
}

const add = (text: string, before: readonly string[] = []): string[] => [...before, text];

const help = `
Compared are the members of request and answer with their types, which of them are required, names on the wire, the
declared faults with code, HTTP status and sender, and the protocol.
Broken: something is gone or of another type, name, code or status; a request needs more; an answer promises less.
An addition: a new optional member of the request, a new member of the answer, a new fault; a request needs less.
An entry of an allow-list names one difference and its reason. One that matches nothing fails the run.

Exit codes: 0 nothing changed but for what is allowed, 1 contract broken or an entry without effect, 2 the comparison
could not be made, 3 compatible additions.

Examples:
  neptune-copy-contract drift
  npm install --prefix latest @aws-sdk/client-neptune@latest && neptune-copy-contract drift --sdk latest
  neptune-copy-contract drift --sdk latest --allow known.yaml --allow-additions
  neptune-copy-contract drift --sdk latest --report github --report json=drift.json`;
