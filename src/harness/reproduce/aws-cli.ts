import type { Step } from '../target/target.ts';
import { bashScript, type Dialect } from './bash.ts';
import { isOrdinary, type Scenario } from './scenario.ts';
import { scriptOf, tasksIn, type Script } from './script.ts';
import { asAccount, quote, shellText } from './shell.ts';
import { toJson, wordsOf, writeText } from './text.ts';

/** A bash script with AWS CLI, and with curl for what AWS CLI would not send or not show. */
export function awsCliScript(scenario: Scenario): string {
  const script = scriptOf(scenario, !isOrdinary(scenario) || scenario.look === 'wire');
  return bashScript(script, awsCli(script));
}

function awsCli(script: Script): Dialect {
  const command = (step: Step): string => commandOf(step, script);
  return {
    environment: environment(script),
    functions: tasksIn(script).some((task) => 'step' in task && task.step.awaited !== undefined)
      ? waitFunction
      : [],
    command,
    test: command,
    look: (step) => `${command(step)} --no-paginate`,
    pick: (step, path) => [`${command(step)} --query ${quote(path)} --output text`, '"$answer"'],
    assume: (roleArn) =>
      `aws${trust(script)} --endpoint-url "$endpoint" sts assume-role --role-arn ${quote(roleArn)} --role-session-name reproduction --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text`,
    answers: 'json',
  };
}

const environment = ({ endpoint, kmsEndpoint, caller, userAgent }: Script): string[] => [
  // It says who it is in any case; an application id, which may be a word, is told besides.
  ...(userAgent === undefined ? [] : [`export AWS_SDK_UA_APP_ID=${quote(productOf(userAgent))}`]),
  `export AWS_DEFAULT_REGION=${quote(caller.region)} AWS_DEFAULT_OUTPUT=json AWS_PAGER= AWS_MAX_ATTEMPTS=1`,
  // Not AWS_ENDPOINT_URL: version 1 of AWS CLI ignores it for Neptune in us-east-1, and calls AWS itself.
  `endpoint=${quote(endpoint)}`,
  ...(kmsEndpoint === undefined ? [] : [`kms_endpoint=${quote(kmsEndpoint)}`]),
];

/** The product that a User-Agent begins with: `aws-sdk-js` of `aws-sdk-js/3.1127.0 …`. */
const productOf = (userAgent: string): string => /^[\w.-]*/.exec(userAgent)?.[0] ?? '';

const waitFunction = [
  'until_available() {',
  '  for _ in {1..100}; do',
  `    [ "$("$@" --query 'DBClusterSnapshots[0].Status' --output text)" != available ] || return 0`,
  '    sleep 1',
  '  done',
  "  stop 'it is still not available'",
  '}',
];

/** A step as a command of AWS CLI. All input is JSON: no other spelling takes every text. */
function commandOf({ service, operation, caller, input }: Step, script: Script): string {
  const region = caller.region === script.caller.region ? '' : ` --region ${quote(caller.region)}`;
  const json = writeText(toJson(input), script.variables, shellText);
  const endpoint = service === 'kms' && script.kmsEndpoint !== undefined ? '"$kms_endpoint"' : '"$endpoint"';
  return `${asAccount(caller, script)}aws${trust(script)} --endpoint-url ${endpoint} ${service} ${wordsOf(operation).join('-')}${region} --cli-input-json ${json}`;
}

const trust = ({ tls: { caFile, insecure = false } = {} }: Script): string =>
  `${caFile === undefined ? '' : ` --ca-bundle ${quote(caFile)}`}${insecure ? ' --no-verify-ssl' : ''}`;
