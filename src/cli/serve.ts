import { Command } from 'commander';
import { integer } from './options.ts';

/** Flags of `serve`. */
export interface ServeFlags {
  readonly world?: string;
  readonly copyDuration: number;
  readonly host: string;
  readonly port: number;
}

/** The command `serve`. Its work is loaded only when it runs. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the reference model over HTTP, for any AWS SDK. Prints its URL once it listens.')
    .option(
      '--world <file>',
      'what there is at the start (YAML or JSON, spec/world.schema.json); nothing unless given',
    )
    .option('--copy-duration <ms>', 'how long a copy takes', integer(0), 0)
    .option('--host <host>', 'the address to listen on', '127.0.0.1')
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
