import type { Caller } from '../model/index.ts';
import type { Step } from '../targets/target.ts';
import { isOrdinary, undo, type Scene } from './scene.ts';

/** A bash script that shows the deviation again with AWS CLI (and curl for what AWS CLI would not send). */
export function awsCliScript(scene: Scene): string {
  const variables = new Map(
    scene.steps.flatMap(({ invented }) => (invented ? [[invented.value, invented.variable]] : [])),
  );
  const line = (step: Step): string => renderStep(step, scene, variables);
  const cleanUp = undo(scene.steps).map((step) => `${line(step)} >/dev/null`);
  return [
    '#!/usr/bin/env bash',
    ...scene.title.split('\n').map((text) => `# ${text}`),
    ...environment(scene),
    '',
    ...scene.steps.flatMap((step) => [stagingLine(step, line(step)), ...waiting(step, scene)]),
    ...(scene.steps.length === 0 ? [] : ['']),
    '# The call under test:',
    callLine(scene, variables),
    ...looking(scene),
    '',
    '# Clean up:',
    ...copyDeletion(scene),
    ...cleanUp,
    '',
  ].join('\n');
}

function environment({ endpoint, access, caller, steps }: Scene): string[] {
  const own = [...access.values()].find(({ kind }) => kind === 'access-key')?.credentials;
  const lines = [
    `export AWS_ENDPOINT_URL=${quote(endpoint)} AWS_DEFAULT_REGION=${caller.region} AWS_PAGER=`,
    `export AWS_ACCESS_KEY_ID=${own?.accessKeyId ?? ''} AWS_SECRET_ACCESS_KEY=${own?.secretAccessKey ?? ''}`,
  ];
  for (const [account, way] of access) {
    if (![caller, ...steps.map((step) => step.caller)].some((each) => each.account === account)) continue;
    if (way.kind === 'assumed-role') {
      lines.push(
        `read -r id secret token < <(aws sts assume-role --role-arn ${way.roleArn} --role-session-name reproduction \\`,
        `  --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)`,
        `as_${account}() { AWS_ACCESS_KEY_ID=$id AWS_SECRET_ACCESS_KEY=$secret AWS_SESSION_TOKEN=$token "$@"; }`,
      );
    } else if (way.credentials.accessKeyId !== own?.accessKeyId) {
      const { accessKeyId, secretAccessKey } = way.credentials;
      lines.push(
        `as_${account}() { AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey} "$@"; }`,
      );
    }
  }
  return lines;
}

/** Runs a command as the account, if that is not the one of the environment. */
function asAccount({ account }: Caller, { access }: Scene): string {
  const own = [...access].find(([, { kind }]) => kind === 'access-key')?.[0];
  return account === own || !access.has(account) ? '' : `as_${account} `;
}

function renderStep(step: Step, scene: Scene, variables: ReadonlyMap<string, string>): string {
  const json = withVariables(quote(JSON.stringify(step.input)), variables);
  const region = step.caller.region === scene.caller.region ? '' : ` --region ${step.caller.region}`;
  return `${asAccount(step.caller, scene)}aws ${step.service} ${commandName(step.operation)}${region} --cli-input-json ${json}`;
}

function stagingLine(step: Step, line: string): string {
  if (step.invented === undefined) return `${line} >/dev/null`;
  return `${step.invented.variable}=$(${line} --query ${step.invented.path} --output text)`;
}

function waiting({ awaited, caller }: Step, scene: Scene): string[] {
  if (awaited === undefined) return [];
  const region = caller.region === scene.caller.region ? '' : ` --region ${caller.region}`;
  const query = `--query 'DBClusterSnapshots[0].Status' --output text`;
  const describe = `${asAccount(caller, scene)}aws neptune describe-db-cluster-snapshots${region} --db-cluster-snapshot-identifier ${awaited} ${query}`;
  return [`until [ "$(${describe})" = available ]; do sleep 1; done`];
}

function callLine(scene: Scene, variables: ReadonlyMap<string, string>): string {
  const { caller, request } = scene;
  if (isOrdinary(scene)) {
    return renderStep(
      { service: 'neptune', operation: 'CopyDBClusterSnapshot', caller, input: { ...request } },
      scene,
      variables,
    );
  }
  const body = withVariables(quote(scene.http?.request.body ?? ''), variables);
  const assumed = asAccount(caller, scene);
  const credentials = '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"';
  const curl = `curl -si --aws-sigv4 aws:amz:${caller.region}:rds ${credentials} --data-raw ${body} ${quote(scene.endpoint)}`;
  return assumed === '' ? curl : `${assumed}bash -c ${quote(curl)}`;
}

function looking({ look, caller, http, request }: Scene): string[] {
  const name = request.TargetDBClusterSnapshotIdentifier ?? '';
  if (look === 'description')
    return [`aws neptune describe-db-cluster-snapshots --db-cluster-snapshot-identifier ${quote(name)}`];
  const arn = /<DBClusterSnapshotArn>([^<]*)</.exec(http?.response.body ?? '')?.[1];
  if (look === 'tags' && arn !== undefined) {
    return [`aws neptune list-tags-for-resource --region ${caller.region} --resource-name ${quote(arn)}`];
  }
  return [];
}

function copyDeletion(scene: Scene): string[] {
  const name = scene.request.TargetDBClusterSnapshotIdentifier;
  if (name === undefined || name === '') return [];
  const as = asAccount(scene.caller, scene);
  return [
    `${as}aws neptune delete-db-cluster-snapshot --db-cluster-snapshot-identifier ${quote(name)} >/dev/null 2>&1`,
  ];
}

/** AWS CLI's spelling of an operation: CreateDBCluster is create-db-cluster. */
export const commandName = (operation: string): string =>
  operation
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

/** A word for the shell, whatever is in it. */
export const quote = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** Puts shell variables in the place of what the target made up. Works inside single quotes. */
function withVariables(quoted: string, variables: ReadonlyMap<string, string>): string {
  return [...variables].reduce(
    (text, [value, variable]) => text.replaceAll(value, `'"$${variable}"'`),
    quoted,
  );
}
