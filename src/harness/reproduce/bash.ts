import { escapeXml } from '../../protocol/text.ts';
import type { Step } from '../target/target.ts';
import { bashFunctions } from './bash-functions.ts';
import type { Task } from './ownership.ts';
import { rawCommand } from './raw-curl.ts';
import { describe, type Copy, type Script } from './script.ts';
import { otherAccounts, shellHead, shellText } from './shell.ts';
import { runVariable, writeText, type Variables } from './text.ts';

/** How a program makes calls for a bash script. */
export interface Dialect {
  /** Lines at the head: where to call. */
  readonly environment: readonly string[];
  /** Functions of its own. */
  readonly functions: readonly string[];
  /** A command that prints the answer, and fails where the answer is a fault. */
  readonly command: (step: Step) => string;
  /** The call under test, as the program makes it. */
  readonly test: (step: Step) => string;
  /** The look at whether a name is taken: one page of an answer, whatever is in it. */
  readonly look: (step: Step) => string;
  /** A command that puts an answer into $answer, and the word for the member at the path of it. */
  readonly pick: (step: Step, path: string) => readonly [command: string, word: string];
  /** A command that prints access key id, secret and token of a role, in a line. */
  readonly assume: (roleArn: string) => string;
  /** How names stand in answers to looks, and to the call under test unless that is sent raw. */
  readonly answers: 'json' | 'xml';
}

/** A bash script: it makes names of its own, stops at the first failed step, and removes what it has made. */
export function bashScript(script: Script, dialect: Dialect): string {
  const { test, look, beside, copy, stage, after, variables, cleanUp } = script;
  const word = (text: string): string => writeText(text, variables, shellText);
  const raw = test.kind === 'raw';
  const answers = raw ? 'xml' : dialect.answers;
  const body = [
    ...(cleanUp.length === 0
      ? []
      : [
          '# Removes what this script has made, and nothing else:',
          'clean_up() {',
          ...cleanUp.map(({ what, removal }) => `  remove ${word(what)} ${dialect.command(removal)}`),
          '}',
          'trap clean_up EXIT',
          '',
        ]),
    ...(copy === undefined
      ? []
      : [`look() { ${dialect.look(copy.look)}; }`, `free ${word(written(copy, dialect.answers))}`]),
    ...stage.flatMap((task) => setUp(task, dialect, word)),
    '',
    '# The call under test:',
    [
      'try',
      word(copy?.what ?? 'the copy'),
      copy === undefined ? "''" : word(written(copy, answers)),
      raw ? rawCommand(script, test.request) : dialect.test(test.step),
    ].join(' '),
    ...(after.length === 0 ? [] : ['', '# What came after it:']),
    ...after.flatMap((task) => setUp(task, dialect, word)),
    ...(look.length === 0 ? [] : ['', '# What shows it:']),
    ...look.map((step) => `${dialect.command(step)} || :`),
    ...beside.map((text) => `echo ${word(text)} >&2`),
    '',
  ];
  return [
    ...shellHead(script),
    ...dialect.environment,
    ...naming(
      variables,
      body.some((line) => line.includes('"$RUN"')),
    ),
    ...bashFunctions(script, answers),
    ...dialect.functions,
    ...otherAccounts(script, dialect.assume),
    ...body,
  ].join('\n');
}

/** Names that are new each time, and the variables of what is made. */
const naming = (variables: Variables, upper: boolean): string[] => [
  String.raw`${runVariable}=ncc-$(od -An -N3 -tx1 /dev/urandom | tr -d ' \n')`,
  ...(upper ? ['RUN=$(tr a-z A-Z <<<"$run")'] : []),
  ['made=', 'doing=', ...[...variables.values()].map((name) => `${name}=`)].join(' '),
];

/** The name of the copy as it stands in an answer. */
const written = ({ name }: Copy, answers: Dialect['answers']): string =>
  answers === 'xml' ? escapeXml(name) : JSON.stringify(name).slice(1, -1);

function setUp(task: Task, dialect: Dialect, word: (text: string) => string): string[] {
  switch (task.kind) {
    case 'refuse':
      return [`doing=set-up`, `stop ${word(task.reason)}`];
    case 'make-key': {
      const { invented, input } = task.step;
      const [create, id] = dialect.pick(task.step, invented?.path ?? '');
      const [show, description] = dialect.pick(task.look, 'KeyMetadata.Description');
      return [
        `step 'a key' ${create}`,
        `${invented?.variable ?? ''}=$(plain ${id})`,
        `step ${word(task.made.what)} ${show}`,
        `own ${word(task.made.what)} ${description} ${word(String(input['Description']))}`,
      ];
    }
    case 'make': {
      const function_ = task.mayFail ? 'attempt' : 'make';
      return [
        `${function_} ${word(task.made.what)} ${dialect.command(task.step)}`,
        ...waiting(task.step, dialect),
      ];
    }
    case 'remove':
      return [`drop ${word(task.what)} ${dialect.command(task.step)}`];
    case 'do': {
      const { invented, operation } = task.step;
      if (invented === undefined)
        return [`step ${operation} ${dialect.command(task.step)}`, ...waiting(task.step, dialect)];
      const [command, member] = dialect.pick(task.step, invented.path);
      return [
        `step ${operation} ${command}`,
        `${invented.variable}=$(plain ${member})`,
        ...waiting(task.step, dialect),
      ];
    }
  }
}

function waiting({ awaited, caller }: Step, dialect: Dialect): string[] {
  return awaited === undefined ? [] : [`until_available ${dialect.command(describe(caller, awaited))}`];
}
