import type { Access } from '../target/endpoint/accounts.ts';
import type { Step } from '../target/target.ts';
import { clientOf, clientsOf, credentialsFor, type ScriptClient } from './clients.ts';
import { encodedToo } from './raw-curl.ts';
import type { Made, Task } from './ownership.ts';
import type { Scenario } from './scenario.ts';
import { describe, scriptOf, tasksIn, type Copy, type Script } from './script.ts';
import { runVariable, stringLiteral, wordsOf, writeText, writeValue, type Notation } from './text.ts';

const python: Notation = {
  literal: stringLiteral,
  variable: (name) => name,
  upper: (name) => `${name}.upper()`,
  joiner: ' + ',
  yes: 'True',
  no: 'False',
  key: stringLiteral,
};

/**
 * A Python script with boto3. What boto3 would not send is put in its place before it is signed. It makes names of its
 * own, stops at the first failed step, and removes what it has made.
 */
export function boto3Script(scenario: Scenario): string {
  const script = scriptOf(scenario);
  const { stage, after, look, beside, copy } = script;
  return [
    '#!/usr/bin/env python3',
    // A comment in the second line could tell the encoding of the file.
    '',
    ...script.title.map((line) => `# ${line}`),
    `import secrets, signal, sys${tasksIn(script).some(isAwaited) ? ', time' : ''}`,
    'import boto3',
    'from botocore.config import Config',
    'from botocore.exceptions import ClientError',
    '',
    `${runVariable} = "ncc-" + secrets.token_hex(3)`,
    'made = {}  # what this script has made, and how to remove it',
    'signal.signal(signal.SIGTERM, signal.default_int_handler)',
    '',
    ...connecting(script),
    '',
    'def show_answer(response_dict, **_):',
    '    print("HTTP", response_dict["status_code"], dict(response_dict["headers"]))',
    '    print(response_dict["body"].decode("utf-8", "replace"))',
    '',
    'neptune.meta.events.register("before-parse.neptune.CopyDBClusterSnapshot", show_answer)',
    '',
    ...(copy === undefined ? [] : looking(copy, script)),
    'try:',
    ...(copy === undefined
      ? []
      : [
          '    if is_there():',
          `        raise Exception(${write(`${copy.what} is there already and not of this script: nothing was done`, script)})`,
        ]),
    ...stage.flatMap((task) => setUp(task, script)).map(indented),
    '',
    '    # The call under test:',
    ...testing(script).map(indented),
    ...(copy === undefined
      ? []
      : [
          '    try:',
          '        there = is_there()',
          '    except Exception:',
          '        there = True',
          `    if there and ${write(copy.what, script)} not in made:`,
          `        print("left alone:", ${write(copy.what, script)}, "may be there, but no answer says that this script made it", file=sys.stderr)`,
        ]),
    ...(after.length === 0 ? [] : ['', '    # What came after it:']),
    ...after.flatMap((task) => setUp(task, script)).map(indented),
    ...look.map((step) => `    print(${call(step, script)})`),
    ...beside.map((text) => `    print(${write(text, script)}, file=sys.stderr)`),
    'except Exception as error:',
    '    sys.exit(f"stopped: {error}")',
    'finally:',
    '    for what, remove in reversed(list(made.items())):',
    '        try:',
    '            remove()',
    '        except Exception as error:',
    '            print("left behind:", what, error, file=sys.stderr)',
    '',
  ].join('\n');
}

const isAwaited = (task: Task): boolean => 'step' in task && task.step.awaited !== undefined;

/** Whether a snapshot has the name of the copy. An answer that has further pages tells nothing. */
const looking = ({ name, look }: Copy, script: Script): string[] => [
  'def is_there():',
  '    try:',
  `        seen = ${call(look, script)}`,
  '    except ClientError as error:',
  '        if error.response["Error"]["Code"].startswith("DBClusterSnapshotNotFound"):',
  '            return False',
  '        raise',
  '    if seen.get("Marker"):',
  '        raise Exception("no look tells whether the name is taken")',
  `    return ${write(name.toLowerCase(), script)} in [each.get("DBClusterSnapshotIdentifier", "").lower() for each in seen["DBClusterSnapshots"]]`,
  '',
];

function connecting(script: Script): string[] {
  const { endpoint, kmsEndpoint, access, caller, userAgent } = script;
  return [
    'def client(service, region, access_key_id, secret_access_key, session_token=None):',
    '    return boto3.client(',
    '        service,',
    `        endpoint_url=${kmsEndpoint === undefined ? text(endpoint) : `${text(kmsEndpoint)} if service == "kms" else ${text(endpoint)}`},`,
    ...trust(script),
    '        region_name=region,',
    '        aws_access_key_id=access_key_id,',
    '        aws_secret_access_key=secret_access_key,',
    '        aws_session_token=session_token,',
    `        config=Config(${userAgent === undefined ? '' : `user_agent=${text(userAgent)}, `}parameter_validation=False, retries={"total_max_attempts": 1}),`,
    '    )',
    '',
    ...[...access].flatMap(([account, way]) => credentials(account, way, caller.region, script.home)),
    ...clientsOf(script).map((client) => `${client.name} = ${clientCall(client, script)}`),
  ];
}

const trust = ({ tls: { caFile, insecure = false } = {} }: Script): string[] =>
  caFile === undefined && !insecure
    ? []
    : [`        verify=${insecure || caFile === undefined ? 'False' : text(caFile)},`];

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

function setUp(task: Task, script: Script): string[] {
  if (task.kind === 'refuse') return [`raise Exception(${write(task.reason, script)})`];
  const { step } = task;
  const { invented } = step;
  const line =
    invented === undefined
      ? call(step, script)
      : `${invented.variable} = ${call(step, script)}${accessor(invented.path)}`;
  switch (task.kind) {
    case 'make-key':
      return [
        line,
        `if ${call(task.look, script)}["KeyMetadata"].get("Description") != ${write(String(step.input['Description']), script)}:`,
        `    raise Exception(${write(`${task.made.what} is left alone: it is not described as this script described it`, script)})`,
        keeping(task.made, script),
      ];
    case 'make':
      return task.mayFail
        ? ['try:', `    ${line}`, `    ${keeping(task.made, script)}`, 'except ClientError:', '    pass']
        : [line, keeping(task.made, script), ...waiting(step, script)];
    case 'remove':
      return [line, `made.pop(${write(task.what, script)}, None)`];
    case 'do':
      return [line, ...waiting(step, script)];
  }
}

const keeping = ({ what, removal }: Made, script: Script): string =>
  `made[${write(what, script)}] = lambda: ${call(removal, script)}`;

function waiting({ awaited, caller }: Step, script: Script): string[] {
  if (awaited === undefined) return [];
  return [
    'for _ in range(100):',
    `    if ${call(describe(caller, awaited), script)}["DBClusterSnapshots"][0]["Status"] == "available":`,
    '        break',
    '    time.sleep(1)',
    'else:',
    `    raise Exception(${write(`snapshot ${awaited} is still not available`, script)})`,
  ];
}

function testing(script: Script): string[] {
  const { test } = script;
  const lines = [
    'try:',
    `    answer = ${test.kind === 'call' ? call(test.step, script) : 'neptune.copy_db_cluster_snapshot()'}`,
    '    print(answer)',
    ...owning(script).map(indented),
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

/** The copy is the script's own if the answer names it. AWS folds names. */
function owning(script: Script): string[] {
  const { copy } = script;
  const asked = copy === undefined ? 'the copy' : copy.what;
  const leave = `print("left alone:", named, "is what the answer names instead of", ${write(asked, script)}, file=sys.stderr)`;
  return [
    'named = answer.get("DBClusterSnapshot", {}).get("DBClusterSnapshotIdentifier")',
    ...(copy === undefined
      ? ['if named is not None:', `    ${leave}`]
      : [
          `if named is not None and named.lower() == ${write(copy.name.toLowerCase(), script)}:`,
          `    ${keeping(copy, script)}`,
          'else:',
          `    ${leave}`,
        ]),
  ];
}

/** `KeyMetadata.KeyId` as Python reads it from a result. */
const accessor = (path: string): string =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `["${step}"]`))
    .join('');

const write = (value: string, { variables }: Script): string => writeText(value, variables, python);
const text = stringLiteral;
const indented = (line: string): string => (line === '' ? '' : `    ${line}`);
