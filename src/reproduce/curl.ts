import { writeForm } from '../protocol/form.ts';
import type { Step } from '../targets/target.ts';
import { encodedToo, rawCommand } from './raw-curl.ts';
import { queryParameters } from './raw.ts';
import type { Scene } from './scene.ts';
import { scriptOf, type Script } from './script.ts';
import { asAccount, otherAccounts, quote, sendFunction, shellHead, shellText } from './shell.ts';
import { toJson, writeText } from './text.ts';

/** A bash script that needs nothing but curl (7.75 or later, which signs requests). */
export function curlScript(scene: Scene): string {
  const script = scriptOf(scene);
  const { stage, test, look, copy, cleanUp } = script;
  return [
    ...shellHead(script),
    `endpoint=${quote(script.endpoint)}`,
    ...(script.kmsEndpoint === undefined ? [] : [`kms_endpoint=${quote(script.kmsEndpoint)}`]),
    ...sendFunction,
    ...(needsFirst(script) ? firstFunction : []),
    ...(stage.some(({ awaited }) => awaited !== undefined) ? waitFunction : []),
    ...otherAccounts(script, (roleArn) => assumption(roleArn, script)),
    '',
    ...stage.flatMap((step) => [staging(step, script), ...waiting(step, script)]),
    '',
    '# The call under test:',
    test.kind === 'raw' ? rawCommand(script, test.request) : command(test.step, script, '-i'),
    ...(look.length === 0 ? [] : ['', '# What shows it:', ...look.map((step) => command(step, script))]),
    '',
    '# Clean up:',
    ...(copy === undefined ? [] : [command(copy, script, '-o /dev/null')]),
    ...cleanUp.map((step) => command(step, script, '-o /dev/null')),
    '',
  ].join('\n');
}

const needsFirst = ({ stage, access }: Script): boolean =>
  stage.some(({ invented }) => invented !== undefined) ||
  [...access.values()].some(({ kind }) => kind === 'assumed-role');

/** `first NAME`: the first value of that name in XML or JSON on standard input. */
const firstFunction = [
  'first() {',
  String.raw`  grep -oE "<$1>[^<]*|\"$1\" *: *\"[^\"]*\"" | head -n 1 | sed -E 's/^<[^>]*>//; s/^"[^"]*" *: *"(.*)"$/\1/'`,
  '}',
];

const waitFunction = [
  'until_available() {',
  `  for _ in {1..100}; do "$@" | grep -q '<Status>available<' && return; sleep 1; done`,
  '}',
];

/** A step as a command: Neptune speaks AWS Query, KMS speaks AWS JSON 1.1. */
function command(step: Step, script: Script, options = ''): string {
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

function staging(step: Step, script: Script): string {
  if (step.invented === undefined) return command(step, script, '-o /dev/null');
  const { variable, path } = step.invented;
  return `${variable}=$(${command(step, script)} | first ${path.slice(path.lastIndexOf('.') + 1)})`;
}

function waiting({ awaited, caller }: Step, script: Script): string[] {
  if (awaited === undefined) return [];
  const input = { DBClusterSnapshotIdentifier: awaited };
  const describe: Step = { service: 'neptune', operation: 'DescribeDBClusterSnapshots', caller, input };
  return [`until_available ${command(describe, script)}`];
}

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
  return `role=$(send sts ${quote(caller.region)} "$endpoint" -d ${quote(parameters)}); echo $(${pick})`;
}
