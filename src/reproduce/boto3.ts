import type { Access } from '../targets/endpoint/accounts.ts';
import type { Step } from '../targets/target.ts';
import { clientOf, clientsOf, credentialsFor, type ScriptClient } from './clients.ts';
import { encodedToo } from './raw-curl.ts';
import type { Scene } from './scene.ts';
import { scriptOf, type Script } from './script.ts';
import { wordsOf, writeText, writeValue, type Notation } from './text.ts';

const python: Notation = {
  literal: (text) => JSON.stringify(text),
  variable: (name) => name,
  joiner: ' + ',
  yes: 'True',
  no: 'False',
  key: (name) => JSON.stringify(name),
};

/** A Python script with boto3. What boto3 would not send is put in its place before it is signed. */
export function boto3Script(scene: Scene): string {
  const script = scriptOf(scene);
  const { stage, look, copy, cleanUp } = script;
  const removals = [...(copy === undefined ? [] : [copy]), ...cleanUp];
  return [
    '#!/usr/bin/env python3',
    ...script.title.map((line) => `# ${line}`),
    ...(stage.some(({ awaited }) => awaited !== undefined) ? ['import time', ''] : []),
    'import boto3',
    'from botocore.config import Config',
    '',
    ...connecting(script),
    '',
    'def show_answer(response_dict, **_):',
    '    print("HTTP", response_dict["status_code"], dict(response_dict["headers"]))',
    '    print(response_dict["body"].decode("utf-8", "replace"))',
    '',
    'neptune.meta.events.register("before-parse.neptune.CopyDBClusterSnapshot", show_answer)',
    '',
    'try:',
    ...stage.flatMap((step) => staging(step, script)).map(indented),
    '',
    '    # The call under test:',
    ...testing(script).map(indented),
    ...look.map((step) => `    print(${call(step, script)})`),
    'finally:',
    ...(removals.length === 0 ? ['    pass'] : []),
    ...removals.flatMap((step) => [
      '    try:',
      `        ${call(step, script)}`,
      '    except Exception as error:',
      step === copy ? '        pass  # It was not made.' : '        print("clean-up:", error)',
    ]),
    '',
  ].join('\n');
}

function connecting(script: Script): string[] {
  const { endpoint, kmsEndpoint, access, caller } = script;
  return [
    'def client(service, region, access_key_id, secret_access_key, session_token=None):',
    '    return boto3.client(',
    '        service,',
    `        endpoint_url=${kmsEndpoint === undefined ? text(endpoint) : `${text(kmsEndpoint)} if service == "kms" else ${text(endpoint)}`},`,
    '        region_name=region,',
    '        aws_access_key_id=access_key_id,',
    '        aws_secret_access_key=secret_access_key,',
    '        aws_session_token=session_token,',
    '        config=Config(parameter_validation=False, retries={"total_max_attempts": 1}),',
    '    )',
    '',
    ...[...access].flatMap(([account, way]) => credentials(account, way, caller.region, script.home)),
    ...clientsOf(script).map((client) => `${client.name} = ${clientCall(client, script)}`),
  ];
}

function credentials(account: string, way: Access, region: string, home: string): string[] {
  const { accessKeyId, secretAccessKey, sessionToken } = way.credentials;
  if (way.kind === 'access-key') {
    const parts = [accessKeyId, secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])];
    return [`account_${account} = (${parts.map(text).join(', ')})`];
  }
  const assume = `client("sts", ${text(region)}, *account_${home}).assume_role(RoleArn=${text(way.roleArn)}, RoleSessionName="reproduction")`;
  return [
    `role_${account} = ${assume}["Credentials"]`,
    `account_${account} = (role_${account}["AccessKeyId"], role_${account}["SecretAccessKey"], role_${account}["SessionToken"])`,
  ];
}

const clientCall = ({ service, caller }: ScriptClient, script: Script): string =>
  `client(${text(service)}, ${text(caller.region)}, *account_${credentialsFor(caller, script)})`;

/** A step as a method of its client. */
function call(step: Step, script: Script, suffix = ''): string {
  const parameters = Object.entries(step.input)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${writeValue(value, script.variables, python)}`);
  return `${clientOf(step, script).name}.${wordsOf(step.operation).join('_')}(${parameters.join(', ')})${suffix}`;
}

function staging(step: Step, script: Script): string[] {
  const { invented, awaited, caller } = step;
  const lines = [
    invented === undefined
      ? call(step, script)
      : `${invented.variable} = ${call(step, script)}${accessor(invented.path)}`,
  ];
  if (awaited === undefined) return lines;
  const input = { DBClusterSnapshotIdentifier: awaited };
  const describe: Step = { service: 'neptune', operation: 'DescribeDBClusterSnapshots', caller, input };
  return [
    ...lines,
    'for _ in range(100):',
    `    if ${call(describe, script)}["DBClusterSnapshots"][0]["Status"] == "available":`,
    '        break',
    '    time.sleep(1)',
  ];
}

function testing(script: Script): string[] {
  const { test } = script;
  const lines = [
    'try:',
    `    print(${test.kind === 'call' ? call(test.step, script) : 'neptune.copy_db_cluster_snapshot()'})`,
    'except Exception as error:',
    '    print(f"{type(error).__name__}: {error}")',
  ];
  if (test.kind === 'call') return lines;
  const { method, path, contentType, body } = test.request;
  const variables = encodedToo(script.variables);
  return [
    'def replace_request(request, **_):',
    `    request.method = ${text(method)}`,
    `    request.url = ${writeText(new URL(path, script.endpoint).href, variables, python)}`,
    `    request.data = (${writeText(body, variables, python)}).encode()`,
    '    del request.headers["Content-Type"]',
    `    request.headers["Content-Type"] = ${text(contentType)}`,
    '',
    'neptune.meta.events.register("before-sign.neptune.CopyDBClusterSnapshot", replace_request)',
    ...lines,
  ];
}

/** `KeyMetadata.KeyId` as Python reads it from a result. */
const accessor = (path: string): string =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `["${step}"]`))
    .join('');

const text = (value: string): string => JSON.stringify(value);
const indented = (line: string): string => (line === '' ? '' : `    ${line}`);
