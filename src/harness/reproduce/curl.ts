import { writeForm } from '../../protocol/form.ts';
import type { Step } from '../target/target.ts';
import { bashScript, type Dialect } from './bash.ts';
import { encodedToo } from './raw-curl.ts';
import { queryParameters } from './raw.ts';
import type { Scenario } from './scenario.ts';
import { scriptOf, tasksIn, type Script } from './script.ts';
import { asAccount, quote, shellText } from './shell.ts';
import { toJson, writeText } from './text.ts';

/** A bash script that needs nothing but curl (7.76 or later, which signs requests and shows answers that are faults). */
export function curlScript(scenario: Scenario): string {
  const script = scriptOf(scenario);
  return bashScript(script, curl(script));
}

function curl(script: Script): Dialect {
  const command = (step: Step): string => commandOf(step, script);
  return {
    environment: [
      `endpoint=${quote(script.endpoint)}`,
      ...(script.kmsEndpoint === undefined ? [] : [`kms_endpoint=${quote(script.kmsEndpoint)}`]),
    ],
    functions: [
      ...(needsFirst(script) ? firstFunction : []),
      ...(tasksIn(script).some((task) => 'step' in task && task.step.awaited !== undefined)
        ? waitFunction
        : []),
    ],
    command,
    test: (step) => commandOf(step, script, '-i'),
    look: command,
    pick: (step, path) => [command(step), `"$(first ${path.slice(path.lastIndexOf('.') + 1)} <<<"$answer")"`],
    assume: (roleArn) => assumption(roleArn, script),
    answers: 'xml',
  };
}

const needsFirst = (script: Script): boolean =>
  tasksIn(script).some((task) => 'step' in task && task.step.invented !== undefined) ||
  [...script.access.values()].some(({ kind }) => kind === 'assumed-role');

/** `first NAME`: the first value of that name in XML or JSON on standard input. */
const firstFunction = [
  'first() {',
  String.raw`  grep -oE "<$1>[^<]*|\"$1\" *: *\"[^\"]*\"" | head -n 1 | sed -E 's/^<[^>]*>//; s/^"[^"]*" *: *"(.*)"$/\1/'`,
  '}',
];

const waitFunction = [
  'until_available() {',
  `  for _ in {1..100}; do ! "$@" | grep -q '<Status>available<' || return 0; sleep 1; done`,
  "  stop 'it is still not available'",
  '}',
];

/** A step as a command: Neptune speaks AWS Query, KMS speaks AWS JSON 1.1. */
function commandOf(step: Step, script: Script, options = ''): string {
  const { service, operation, caller, input } = step;
  const [name, url, words] =
    service === 'neptune'
      ? ['rds', '"$endpoint"', formWords(operation, input, script)]
      : [
          'kms',
          script.kmsEndpoint === undefined ? '"$endpoint"' : '"$kms_endpoint"',
          jsonWords(operation, input, script),
        ];
  return [
    `${asAccount(caller, script)}send ${name} ${quote(caller.region)}`,
    ...(options === '' ? [] : [options]),
    url,
    ...words,
  ].join(' ');
}

const formWords = (operation: string, input: object, { variables }: Script): string[] =>
  queryParameters(operation, input).map(
    (parameter) => `-d ${writeText(writeForm([parameter]), encodedToo(variables), shellText)}`,
  );

const jsonWords = (operation: string, input: object, { variables }: Script): string[] => [
  `-H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: TrentService.${operation}'`,
  `--data-raw ${writeText(toJson(input), variables, shellText)}`,
];

/** Access key id, secret and token of a role, in a line. */
function assumption(roleArn: string, { caller }: Script): string {
  const parameters = writeForm([
    ['Action', 'AssumeRole'],
    ['Version', '2011-06-15'],
    ['RoleArn', roleArn],
    ['RoleSessionName', 'reproduction'],
  ]);
  const fields = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'];
  const pick = fields.map((field) => `first ${field} <<<"$role"`).join('; ');
  return `role=$(send sts ${quote(caller.region)} "$endpoint" -d ${quote(parameters)}) && echo $(${pick})`;
}
