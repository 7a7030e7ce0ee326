import { existsSync } from 'node:fs';
import { InvalidArgumentError, type Command, type Option } from 'commander';
import { formatProblem, readDocument } from '../contract/document.ts';
import { contractValidator } from '../contract/contract-validator.ts';
import type { ConfigDocument } from '../contract/generated/types.ts';
import { UsageError } from '../errors.ts';
import { complain } from './complain.ts';
import { readText } from './read-files.ts';

/** The file that is read where none is named. */
export const usualConfig = 'neptune-copy-contract.yaml';

/** Most bytes of a configuration that are read. */
const mostBytes = 1_000_000;

/**
 * Gives the flags of a command that nobody gave the values of a configuration file, as if they stood on the command
 * line: the same words are understood and refused. Throws a UsageError with file, line and column.
 */
export function configure(command: Command, named?: string): void {
  if (named === undefined && !existsSync(usualConfig)) return;
  const file = named ?? usualConfig;
  const read = readDocument<ConfigDocument>(
    readText(file, { bytes: mostBytes, what: 'configuration' }),
    file,
    'neptune-copy-contract:config',
    contractValidator(),
  );
  if (!read.ok) throw new UsageError(read.problems.map(formatProblem).join('\n'));
  for (const [member, value] of Object.entries(read.value)) {
    // That is for editors.
    if (member === '$schema') continue;
    const option = command.options.find(({ long }) => long === `--${member}`);
    if (option === undefined)
      throw new Error(`the schema of the configuration has ${member}, verify has not`);
    const name = option.attributeName();
    if (command.getOptionValueSource(name) === 'cli') continue;
    try {
      command.setOptionValueWithSource(name, valueOf(option, value), 'config');
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      const message = `${member}: ${error.message}`;
      throw new UsageError(formatProblem({ file, ...read.locate([member]), message }));
    }
  }
  if (named === undefined && command.getOptionValue('quiet') !== true)
    complain(`flags that are not given are taken from ${file}`);
}

/** What a flag makes of a value; of a list, what it makes of each, one after the other. */
function valueOf(option: Option, value: unknown): unknown {
  if (typeof value === 'boolean') {
    if (!value) return undefined;
    return option.presetArg === undefined ? true : parsed(option, [option.presetArg]);
  }
  return parsed(option, Array.isArray(value) ? value : [value]);
}

const parsed = ({ parseArg }: Option, values: readonly unknown[]): unknown =>
  values.reduce<unknown>(
    (before, value) => (parseArg === undefined ? String(value) : parseArg(String(value), before)),
    undefined,
  );
