import type { Access } from '../target/endpoint/accounts.ts';
import type { Step } from '../target/target.ts';
import { clientOf, clientsOf, credentialsFor, type ScriptClient } from './clients.ts';
import { encodedToo } from './raw-curl.ts';
import type { Made, Task } from './ownership.ts';
import type { Scenario } from './scenario.ts';
import { callsOf, describe, scriptOf, type Copy, type Script } from './script.ts';
import { runVariable, stringLiteral, writeText, writeValue, type Notation } from './text.ts';

const javascript: Notation = {
  literal: stringLiteral,
  variable: (name) => name,
  upper: (name) => `${name}.toUpperCase()`,
  joiner: ' + ',
  yes: 'true',
  no: 'false',
  key: (name) => name,
};

/**
 * An ESM script with the AWS SDK for JavaScript, version 3. What the SDK would not send is put in its place before it
 * is signed. It makes names of its own, stops at the first failed step, and removes what it has made.
 */
export function javascriptScript(scenario: Scenario): string {
  const script = scriptOf(scenario);
  const { stage, after, look, beside, copy } = script;
  const variables = [...script.variables.values()];
  return [
    ...script.title.map((line) => `// ${line}`),
    ...imports(script),
    '',
    `const ${runVariable} = "ncc-" + randomBytes(3).toString("hex");`,
    'const made = new Map(); // what this script has made, and how to remove it',
    'const interrupt = new AbortController();',
    'for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interrupt.abort());',
    'const options = { abortSignal: interrupt.signal };',
    '',
    `const settings = { maxAttempts: 1, requestHandler: { requestTimeout: 60000, throwOnRequestTimeout: true${trust(script)} } };`,
    ...[...script.access].map(([account, way]) => credentials(account, way, script)),
    ...clientsOf(script).map((client) => `const ${client.name} = ${clientCall(client, script)};`),
    '',
    ...showAnswer,
    '',
    ...(variables.length === 0 ? [] : [`let ${variables.join(', ')};`]),
    ...(copy === undefined ? [] : looking(copy, script)),
    'try {',
    ...(copy === undefined
      ? []
      : [
          `  if (await isThere()) throw new Error(${write(`${copy.what} is there already and not of this script: nothing was done`, script)});`,
        ]),
    ...stage.flatMap((task) => setUp(task, script)).map(indented),
    '',
    '  // The call under test:',
    ...testing(script).map(indented),
    ...(copy === undefined
      ? []
      : [
          `  if (!made.has(${write(copy.what, script)}) && (await isThere().catch(() => true)))`,
          `    console.error("left alone:", ${write(copy.what, script)}, "may be there, but no answer says that this script made it");`,
        ]),
    ...(after.length === 0 ? [] : ['', '  // What came after it:']),
    ...after.flatMap((task) => setUp(task, script)).map(indented),
    ...look.map((step) => `  console.dir(${call(step, script)}, { depth: null });`),
    ...beside.map((text) => `  console.error(${write(text, script)});`),
    '} catch (error) {',
    '  console.error(`stopped: ${error.message}`);',
    '  process.exitCode = 2;',
    '} finally {',
    '  for (const [what, remove] of [...made].reverse())',
    '    await remove().catch((error) => console.error("left behind:", what, error.message));',
    '}',
    '',
  ].join('\n');
}

function imports(script: Script): string[] {
  const operations = (service: Step['service'], ...others: string[]): string[] => [
    ...new Set([
      ...others,
      ...callsOf(script)
        .filter((step) => step.service === service)
        .map((step) => step.operation),
    ]),
  ];
  const line = (client: string, module: string, names: readonly string[]): string =>
    `import { ${[client, ...names.map((name) => `${name}Command`)].join(', ')} } from "@aws-sdk/client-${module}";`;
  const kms = operations('kms');
  const roles = [...script.access.values()].some(({ kind }) => kind === 'assumed-role');
  return [
    'import { randomBytes } from "node:crypto";',
    ...(script.tls?.caFile === undefined ? [] : ['import { readFileSync } from "node:fs";']),
    line('NeptuneClient', 'neptune', operations('neptune', 'CopyDBClusterSnapshot')),
    ...(kms.length === 0 ? [] : [line('KMSClient', 'kms', kms)]),
    ...(roles ? [line('STSClient', 'sts', ['AssumeRole'])] : []),
  ];
}

/** Further members of the settings of the HTTP handler. */
function trust({ tls: { caFile, insecure = false } = {} }: Script): string {
  if (caFile === undefined && !insecure) return '';
  const parts = [
    ...(caFile === undefined ? [] : [`ca: readFileSync(${text(caFile)})`]),
    ...(insecure ? ['rejectUnauthorized: false'] : []),
  ];
  return `, httpsAgent: { keepAlive: true, ${parts.join(', ')} }`;
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
  const sts = `new STSClient({ endpoint: ${text(endpoint)}, region: ${text(caller.region)}, credentials: account${home}, ...settings })`;
  return [
    `const role${account} = await ${sts}.send(new AssumeRoleCommand(${json({ RoleArn: way.roleArn, RoleSessionName: 'reproduction' })}));`,
    `const ${name} = { accessKeyId: role${account}.Credentials.AccessKeyId, secretAccessKey: role${account}.Credentials.SecretAccessKey, sessionToken: role${account}.Credentials.SessionToken };`,
  ].join('\n');
}

function clientCall({ service, caller }: ScriptClient, script: Script): string {
  const endpoint = service === 'kms' ? (script.kmsEndpoint ?? script.endpoint) : script.endpoint;
  const name = service === 'kms' ? 'KMSClient' : 'NeptuneClient';
  return `new ${name}({ endpoint: ${text(endpoint)}, region: ${text(caller.region)}, credentials: account${credentialsFor(caller, script)}, ...settings })`;
}

/** A step as a command that is sent; one that is to be stopped by a signal takes options. */
const sending = (step: Step, script: Script, options: string): string =>
  `${clientOf(step, script).name}.send(new ${step.operation}Command(${writeValue(step.input, script.variables, javascript)})${options})`;

/** A step as an awaited command. */
const call = (step: Step, script: Script): string => `await ${sending(step, script, ', options')}`;

/** Whether a snapshot has the name of the copy. An answer that has further pages tells nothing. */
const looking = ({ name, look }: Copy, script: Script): string[] => [
  'const isThere = async () => {',
  `  const seen = ${call(look, script)}.catch((error) => {`,
  '    if (!error.name.startsWith("DBClusterSnapshotNotFound")) throw error;',
  '    return { DBClusterSnapshots: [] };',
  '  });',
  '  if (seen.Marker || !seen.DBClusterSnapshots) throw new Error("no look tells whether the name is taken");',
  `  return seen.DBClusterSnapshots.some((each) => each.DBClusterSnapshotIdentifier?.toLowerCase() === ${write(name.toLowerCase(), script)});`,
  '};',
];

function setUp(task: Task, script: Script): string[] {
  if (task.kind === 'refuse') return [`throw new Error(${write(task.reason, script)});`];
  const { step } = task;
  const { invented } = step;
  const line =
    invented === undefined
      ? `${call(step, script)};`
      : `${invented.variable} = (${call(step, script)}).${invented.path};`;
  switch (task.kind) {
    case 'make-key':
      return [
        line,
        `if ((${call(task.look, script)}).KeyMetadata.Description !== ${write(String(step.input['Description']), script)})`,
        `  throw new Error(${write(`${task.made.what} is left alone: it is not described as this script described it`, script)});`,
        keeping(task.made, script),
      ];
    case 'make':
      return task.mayFail
        ? [`${call(step, script)}.then(() => ${keeping(task.made, script).slice(0, -1)}, () => {});`]
        : [line, keeping(task.made, script), ...waiting(step, script)];
    case 'remove':
      return [line, `made.delete(${write(task.what, script)});`];
    case 'do':
      return [line, ...waiting(step, script)];
  }
}

const keeping = ({ what, removal }: Made, script: Script): string =>
  `made.set(${write(what, script)}, () => ${sending(removal, script, '')});`;

function waiting({ awaited, caller }: Step, script: Script): string[] {
  if (awaited === undefined) return [];
  return [
    'for (let i = 0; ; i += 1) {',
    `  if ((${call(describe(caller, awaited), script)}).DBClusterSnapshots[0].Status === "available") break;`,
    `  if (i === 100) throw new Error(${write(`snapshot ${awaited} is still not available`, script)});`,
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
    'await neptune.send(copy, options).then(',
    '  (output) => {',
    '    console.dir(output, { depth: null });',
    ...owning(script).map((line) => `    ${line}`),
    '  },',
    '  (error) => console.log(`${error.name}: ${error.message}`),',
    ');',
  ];
}

/** The copy is the script's own if the answer names it. AWS folds names. */
function owning(script: Script): string[] {
  const { copy } = script;
  const asked = copy === undefined ? 'the copy' : copy.what;
  const leave = `console.error("left alone:", named, "is what the answer names instead of", ${write(asked, script)});`;
  return [
    'const named = output.DBClusterSnapshot?.DBClusterSnapshotIdentifier;',
    ...(copy === undefined
      ? [`if (named !== undefined) ${leave}`]
      : [
          `if (named?.toLowerCase() === ${write(copy.name.toLowerCase(), script)}) ${keeping(copy, script)}`,
          `else ${leave}`,
        ]),
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
const write = (value: string, { variables }: Script): string => writeText(value, variables, javascript);
const text = stringLiteral;
const indented = (line: string): string => (line === '' ? '' : `  ${line}`);
