import { Command, InvalidArgumentError } from 'commander';
import { hostName } from '../protocol/host-name.ts';
import { integer } from './options.ts';
import type { ServeFlags } from './flags.ts';

/** The command `serve`. Its work is loaded only when it runs. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the reference model over HTTP, for any AWS SDK. Prints its URL once it listens.')
    .option(
      '--world <file>',
      'what there is at the start (YAML or JSON, spec/world.schema.json); nothing unless given',
    )
    .option('--copy-duration <ms>', 'how long a copy takes', integer(0), 0)
    .option(
      '--control',
      'let tests make time pass and things go wrong: POST of JSON to /_control/advance, /_control/fail-copy, /_control/fail-next',
    )
    .option('--host <host>', 'the address to listen on', parseHost, '127.0.0.1')
    .option(
      '--allow-host <name>',
      'answer requests for this host as well, and those for hosts below it; again for more. At a loopback address only requests for loopback hosts are answered',
      parseAllowed,
    )
    .option('--port <port>', 'the port to listen on; 0 takes a free one', integer(0, 65_535), 0)
    .addHelpText(
      'after',
      `
Ctrl-C ends it. A twelve-digit access key id is the account.

Examples:
  neptune-copy-contract serve --port 8182
  neptune-copy-contract serve --world world.yaml --copy-duration 2000`,
    )
    .action(async (flags: ServeFlags) => {
      const { runServe } = await import('./run-serve.ts');
      process.exitCode = await runServe(flags);
    });
}

/** Reads an address to listen on. None at all would be every address, which nobody means. */
function parseHost(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty; 0.0.0.0 is all addresses.');
  return text;
}

/** Reads one more name of a host, without a port. */
function parseAllowed(text: string, before: readonly string[] = []): readonly string[] {
  const name = hostName(text.includes(':') ? `[${text}]` : text);
  if (name === undefined || name === '')
    throw new InvalidArgumentError('Not the name or address of a host, without a port.');
  return [...before, text];
}
