import type { Access } from '../targets/endpoint/accounts.ts';
import type { Step } from '../targets/target.ts';
import { clientOf, clientsOf, credentialsFor, type ScriptClient } from './clients.ts';
import { encodedToo } from './raw-curl.ts';
import type { Scene } from './scene.ts';
import { scriptOf, type Script } from './script.ts';
import { writeText, writeValue, type Notation } from './text.ts';

const javascript: Notation = {
  literal: (text) => JSON.stringify(text),
  variable: (name) => name,
  joiner: ' + ',
  yes: 'true',
  no: 'false',
  key: (name) => name,
};

/** An ESM script with the AWS SDK for JavaScript, version 3. What the SDK would not send is put in its place before it is signed. */
export function javascriptScript(scene: Scene): string {
  const script = scriptOf(scene);
  const { stage, look, copy, cleanUp } = script;
  const removals = [...(copy === undefined ? [] : [copy]), ...cleanUp];
  const variables = [...script.variables.values()];
  return [
    ...script.title.map((line) => `// ${line}`),
    ...imports(script),
    '',
    ...[...script.access].map(([account, way]) => credentials(account, way, script)),
    ...clientsOf(script).map((client) => `const ${client.name} = ${clientCall(client, script)};`),
    '',
    ...showAnswer,
    '',
    ...(variables.length === 0 ? [] : [`let ${variables.join(', ')};`]),
    'try {',
    ...stage.flatMap((step) => staging(step, script)).map(indented),
    '',
    '  // The call under test:',
    ...testing(script).map(indented),
    ...look.map((step) => `  console.dir(${call(step, script)}, { depth: null });`),
    '} finally {',
    ...removals.map((step) => {
      const handler =
        step === copy
          ? '() => {} /* It was not made. */'
          : '(error) => console.error("clean-up:", error.message)';
      return `  ${call(step, script)}.catch(${handler});`;
    }),
    '}',
    '',
  ].join('\n');
}

function imports(script: Script): string[] {
  const { stage, look, copy, cleanUp, access } = script;
  const steps = [...stage, ...look, ...(copy ? [copy] : []), ...cleanUp];
  const operations = (service: Step['service'], ...others: string[]): string[] => [
    ...new Set([
      ...others,
      ...steps.filter((step) => step.service === service).map((step) => step.operation),
    ]),
  ];
  const line = (client: string, module: string, names: readonly string[]): string =>
    `import { ${[client, ...names.map((name) => `${name}Command`)].join(', ')} } from "@aws-sdk/client-${module}";`;
  const kms = operations('kms');
  const roles = [...access.values()].some(({ kind }) => kind === 'assumed-role');
  return [
    line('NeptuneClient', 'neptune', operations('neptune', 'CopyDBClusterSnapshot')),
    ...(kms.length === 0 ? [] : [line('KMSClient', 'kms', kms)]),
    ...(roles ? [line('STSClient', 'sts', ['AssumeRole'])] : []),
  ];
}

/** Prints the raw answer, before the SDK reads it. */
const showAnswer = [
  'const showAnswer = (next) => async (args) => {',
  '  const result = await next(args);',
  '  const chunks = [];',
  '  for await (const chunk of result.response.body) chunks.push(chunk);',
  '  const body = Buffer.concat(chunks);',
  '  console.log("HTTP", result.response.statusCode, result.response.headers);',
  '  console.log(body.toString());',
  '  result.response.body = new Blob([body]).stream();',
  '  return result;',
  '};',
];

function credentials(account: string, way: Access, { home, endpoint, caller }: Script): string {
  const { accessKeyId, secretAccessKey, sessionToken } = way.credentials;
  const name = `account${account}`;
  if (way.kind === 'access-key')
    return `const ${name} = ${json({ accessKeyId, secretAccessKey, sessionToken })};`;
  const sts = `new STSClient({ endpoint: ${text(endpoint)}, region: ${text(caller.region)}, credentials: account${home} })`;
  return [
    `const role${account} = await ${sts}.send(new AssumeRoleCommand(${json({ RoleArn: way.roleArn, RoleSessionName: 'reproduction' })}));`,
    `const ${name} = { accessKeyId: role${account}.Credentials.AccessKeyId, secretAccessKey: role${account}.Credentials.SecretAccessKey, sessionToken: role${account}.Credentials.SessionToken };`,
  ].join('\n');
}

function clientCall({ service, caller }: ScriptClient, script: Script): string {
  const endpoint = service === 'kms' ? (script.kmsEndpoint ?? script.endpoint) : script.endpoint;
  const name = service === 'kms' ? 'KMSClient' : 'NeptuneClient';
  return `new ${name}({ endpoint: ${text(endpoint)}, region: ${text(caller.region)}, credentials: account${credentialsFor(caller, script)}, maxAttempts: 1 })`;
}

/** A step as an awaited command. */
const call = (step: Step, script: Script): string =>
  `await ${clientOf(step, script).name}.send(new ${step.operation}Command(${writeValue(step.input, script.variables, javascript)}))`;

function staging(step: Step, script: Script): string[] {
  const { invented, awaited, caller } = step;
  const line =
    invented === undefined
      ? `${call(step, script)};`
      : `${invented.variable} = (${call(step, script)}).${invented.path};`;
  if (awaited === undefined) return [line];
  const input = { DBClusterSnapshotIdentifier: awaited };
  const describe: Step = { service: 'neptune', operation: 'DescribeDBClusterSnapshots', caller, input };
  return [
    line,
    'for (let i = 0; i < 100; i += 1) {',
    `  if ((${call(describe, script)}).DBClusterSnapshots[0].Status === "available") break;`,
    '  await new Promise((resolve) => setTimeout(resolve, 1000));',
    '}',
  ];
}

function testing(script: Script): string[] {
  const { test, variables } = script;
  const input = test.kind === 'call' ? writeValue(test.step.input, variables, javascript) : '{}';
  return [
    `const copy = new CopyDBClusterSnapshotCommand(${input});`,
    ...(test.kind === 'raw' ? replacing(script, test.request) : []),
    'copy.middlewareStack.add(showAnswer, { step: "deserialize", priority: "low" });',
    'await neptune.send(copy).then(',
    '  (output) => console.dir(output, { depth: null }),',
    '  (error) => console.log(`${error.name}: ${error.message}`),',
    ');',
  ];
}

function replacing(
  { variables, endpoint }: Script,
  { method, path, contentType, body }: Extract<Script['test'], { kind: 'raw' }>['request'],
): string[] {
  const encoded = encodedToo(variables);
  return [
    'const replaceRequest = (next) => (args) => {',
    `  const url = new URL(${writeText(new URL(path, endpoint).href, encoded, javascript)});`,
    '  const query = Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]));',
    `  const body = ${writeText(body, encoded, javascript)};`,
    `  Object.assign(args.request, { method: ${text(method)}, path: url.pathname, query, body });`,
    `  args.request.headers["content-type"] = ${text(contentType)};`,
    '  args.request.headers["content-length"] = String(Buffer.byteLength(body));',
    '  return next(args);',
    '};',
    'copy.middlewareStack.add(replaceRequest, { step: "build", priority: "high" });',
  ];
}

const json = (value: object): string => writeValue(value, new Map(), javascript);
const text = (value: string): string => JSON.stringify(value);
const indented = (line: string): string => (line === '' ? '' : `  ${line}`);
