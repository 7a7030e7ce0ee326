import { Argument, Command } from 'commander';
import { wordsFor } from './completions.ts';

/** A command line that can be completed. */
interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Flag[];
  /** Words that may stand for its arguments. */
  readonly words: readonly string[];
}

/** A flag, and the words that may stand for its value. */
interface Flag {
  /** With its dashes. */
  readonly long: string;
  readonly description: string;
  readonly words: readonly string[];
}

type Script = (program: string, commands: readonly Completable[]) => string;

/** Completion scripts by shell. A new shell is a line here. */
const scripts: Readonly<Record<string, Script>> = { bash, zsh, fish };

/** The command `completion`: what it prints completes the commands and flags of the program that it is part of. */
export function completionCommand(): Command {
  const command = new Command('completion')
    .description('Print a script that completes commands, flags, and ids of rules and cases.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
    .addHelpText(
      'after',
      `
Examples:
  source <(neptune-copy-contract completion bash)
  neptune-copy-contract completion zsh > "\${fpath[1]}/_neptune-copy-contract"
  neptune-copy-contract completion fish | source`,
    );
  return command.action(async (shell: string) => {
    const program = command.parent;
    if (program === null) return;
    process.stdout.write(scripts[shell]?.(program.name(), await completable(program)) ?? '');
  });
}

/** The commands of a program, those of `report` and the like as two words. */
const completable = (program: Command): Promise<readonly Completable[]> =>
  Promise.all(
    program.commands.flatMap((command) => [
      describe(command, command.name()),
      ...command.commands.map((sub) => describe(sub, `${command.name()} ${sub.name()}`)),
    ]),
  );

const describe = async (command: Command, name: string): Promise<Completable> => ({
  name,
  description: command.description(),
  options: await Promise.all(
    command.options.map(async (option) => ({
      long: option.long ?? '',
      description: option.description,
      words: await wordsFor(option),
    })),
  ),
  words: (await Promise.all(command.registeredArguments.map(wordsFor))).flat(),
});

const flags = ({ options }: Completable): readonly string[] => ['--help', ...options.map(({ long }) => long)];

const firsts = (commands: readonly Completable[]): string =>
  [...new Set(commands.map(({ name }) => name.split(' ')[0]))].join(' ');

/** What follows each command: its flags, the choices of a flag, and the commands below it. */
function bash(program: string, commands: readonly Completable[]): string {
  const cases = commands.map((command) => {
    const below = commands
      .filter(({ name }) => name.startsWith(`${command.name} `))
      .map(({ name }) => name.split(' ')[1]);
    return `    "${command.name}") words="${[...below, ...command.words, ...flags(command)].join(' ')}" ;;`;
  });
  const choices = commands.flatMap(({ name, options }) =>
    options
      .filter(({ words }) => words.length > 0)
      .map(({ long, words }) => `    "${name} ${long}") words="${words.join(' ')}" ;;`),
  );
  const nested = [...new Set(commands.filter(({ name }) => name.includes(' ')).map(({ name }) => name))];
  return `_${identifier(program)}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  case "$command \${COMP_WORDS[2]}" in
${nested.map((name) => `    "${name}") [ "$COMP_CWORD" -gt 2 ] && command="${name}" ;;`).join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${firsts(commands)} --help --version"
  else
    case "$command" in
${cases.join('\n')}
    esac
    case "$command $before" in
${choices.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [ "\${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
}
complete -F _${identifier(program)} ${program}
`;
}

/** zsh understands the script of bash. */
const zshHead = (program: string): string =>
  `#compdef ${program}\nautoload -U +X bashcompinit && bashcompinit\n`;

function zsh(program: string, commands: readonly Completable[]): string {
  return zshHead(program) + bash(program, commands);
}

function fish(program: string, commands: readonly Completable[]): string {
  const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
  return commands
    .flatMap(({ name, description, options, words: values }) => {
      const words = name.split(' ');
      const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
      const parent = words.length === 1 ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${words[0]}`;
      return [
        `complete -c ${program} -n ${quoted(parent)} -a ${words.at(-1)} -d ${quoted(description)}`,
        ...options.map(
          (option) =>
            `complete -c ${program} -n ${quoted(seen)} -l ${option.long.slice(2)}${option.words.length === 0 ? '' : ` -x -a ${quoted(option.words.join(' '))}`} -d ${quoted(option.description)}`,
        ),
        ...(values.length === 0
          ? []
          : [`complete -c ${program} -n ${quoted(seen)} -a ${quoted(values.join(' '))}`]),
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}

const identifier = (program: string): string => program.replaceAll(/\W/g, '_');
