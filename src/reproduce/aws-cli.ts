import type { Step } from '../targets/target.ts';
import { rawCommand } from './raw-curl.ts';
import { isOrdinary, type Scene } from './scene.ts';
import { scriptOf, type Script } from './script.ts';
import { asAccount, otherAccounts, quote, sendFunction, shellHead, shellText } from './shell.ts';
import { toJson, wordsOf, writeText } from './text.ts';

/** A bash script with AWS CLI, and with curl for what AWS CLI would not send or not show. */
export function awsCliScript(scene: Scene): string {
  const script = scriptOf(scene, !isOrdinary(scene) || scene.look === 'wire');
  const { stage, test, look, copy, cleanUp } = script;
  return [
    ...shellHead(script),
    ...environment(script),
    ...otherAccounts(
      script,
      (roleArn) =>
        `aws --endpoint-url "$endpoint" sts assume-role --role-arn ${quote(roleArn)} --role-session-name reproduction --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text`,
    ),
    ...(stage.some(({ awaited }) => awaited !== undefined) ? waitFunction : []),
    ...(test.kind === 'raw' ? sendFunction : []),
    '',
    ...stage.flatMap((step) => [staging(step, script), ...waiting(step, script)]),
    '',
    '# The call under test:',
    test.kind === 'raw' ? rawCommand(script, test.request) : command(test.step, script),
    ...(look.length === 0 ? [] : ['', '# What shows it:', ...look.map((step) => command(step, script))]),
    '',
    '# Clean up:',
    ...(copy === undefined ? [] : [`${command(copy, script)} >/dev/null 2>&1`]),
    ...cleanUp.map((step) => `${command(step, script)} >/dev/null`),
    '',
  ].join('\n');
}

const environment = ({ endpoint, kmsEndpoint, caller }: Script): string[] => [
  `export AWS_DEFAULT_REGION=${quote(caller.region)} AWS_PAGER= AWS_MAX_ATTEMPTS=1`,
  // Not AWS_ENDPOINT_URL: version 1 of AWS CLI ignores it for Neptune in us-east-1, and calls AWS itself.
  `endpoint=${quote(endpoint)}`,
  ...(kmsEndpoint === undefined ? [] : [`kms_endpoint=${quote(kmsEndpoint)}`]),
];

const waitFunction = [
  'until_available() {',
  '  for _ in {1..100}; do',
  `    [ "$("$@" --query 'DBClusterSnapshots[0].Status' --output text)" = available ] && return`,
  '    sleep 1',
  '  done',
  '}',
];

/** A step as a command of AWS CLI. All input is JSON: no other spelling takes every text. */
function command({ service, operation, caller, input }: Step, script: Script): string {
  const region = caller.region === script.caller.region ? '' : ` --region ${quote(caller.region)}`;
  const json = writeText(toJson(input), script.variables, shellText);
  const endpoint = service === 'kms' && script.kmsEndpoint !== undefined ? '"$kms_endpoint"' : '"$endpoint"';
  return `${asAccount(caller, script)}aws --endpoint-url ${endpoint} ${service} ${wordsOf(operation).join('-')}${region} --cli-input-json ${json}`;
}

function staging(step: Step, script: Script): string {
  if (step.invented === undefined) return `${command(step, script)} >/dev/null`;
  const { variable, path } = step.invented;
  return `${variable}=$(${command(step, script)} --query ${quote(path)} --output text)`;
}

function waiting({ awaited, caller }: Step, script: Script): string[] {
  if (awaited === undefined) return [];
  const input = { DBClusterSnapshotIdentifier: awaited };
  const describe: Step = { service: 'neptune', operation: 'DescribeDBClusterSnapshots', caller, input };
  return [`until_available ${command(describe, script)}`];
}
