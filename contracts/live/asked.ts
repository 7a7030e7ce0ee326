import type { IncomingMessage } from 'node:http';
import {
  findSnapshot,
  isSnapshotName,
  parseSnapshotArn,
  resolveKey,
  snapshotArn,
  type Caller,
  type World,
} from '../../src/model/index.ts';
import type { Tag } from '../../src/contract/generated/types.ts';
import type { IamRequest } from './iam.ts';

/** A request as a stand-in reads it. */
export interface Asked {
  readonly service: 'neptune' | 'kms';
  readonly action: string;
  readonly caller: Caller;
  /** Name of the snapshot that it names, if any. */
  readonly target: string;
  /** What IAM is asked: what it does to what, with which tags. */
  readonly iam: (world: World) => readonly IamRequest[];
}

/** Reads who asks for what. */
export function requestOf(incoming: IncomingMessage, body: string): Asked {
  const [account = '', , region = ''] =
    /Credential=([^,]*)/.exec(incoming.headers.authorization ?? '')?.[1]?.split('/') ?? [];
  const caller = { account, region };
  const target = incoming.headers['x-amz-target'];
  if (typeof target === 'string') {
    const action = target.split('.').at(-1) ?? '';
    const { KeyId = '' } = JSON.parse(body) as { KeyId?: string };
    const iam = (world: World): readonly IamRequest[] => [
      { action: `kms:${action}`, resources: keyOf(world, caller, KeyId), context: {} },
    ];
    return { service: 'kms', action, caller, target: KeyId, iam };
  }
  const form = new URLSearchParams(body);
  const action = form.get('Action') ?? '';
  const name = form.get('TargetDBClusterSnapshotIdentifier') ?? form.get('DBClusterSnapshotIdentifier') ?? '';
  // AWS's names are in lower case, however they are written.
  const arnOf = (text: string): string =>
    text.startsWith('arn:') ? text.toLowerCase() : snapshotArn(caller, text.toLowerCase());
  const source = form.get('SourceDBClusterSnapshotIdentifier') ?? '';
  const named = form.get('ResourceName') ?? (name === '' ? undefined : arnOf(name));
  // A source that is no name of anything is refused for that.
  const isSource = parseSnapshotArn(source) !== undefined || isSnapshotName(source);
  const resources = [...(isSource ? [arnOf(source)] : []), ...(named === undefined ? [] : [named])];
  const tags = requestTags(form);
  return {
    service: 'neptune',
    action,
    caller,
    target: name,
    iam(world) {
      const own = findSnapshot(world, caller, name.toLowerCase())?.tags ?? [];
      const context = { ...tags, ...resourceTags(own) };
      const granting = {
        'kms:GrantIsForAWSResource': 'true',
        'kms:ViaService': `rds.${region}.amazonaws.com`,
      };
      const marking = named === undefined || Object.keys(tags).length === 0 ? [] : [named];
      return [
        { action: `rds:${action}`, resources, context },
        { action: 'rds:AddTagsToResource', resources: marking, context },
        {
          action: 'kms:CreateGrant',
          resources: keyOf(world, caller, form.get('KmsKeyId') ?? ''),
          context: granting,
        },
      ];
    },
  };
}

/** The usable key that is named, as IAM asks for it; of none there is nothing to be asked. */
function keyOf(world: World, caller: Caller, reference: string): readonly string[] {
  const found = resolveKey(world, caller, reference);
  return found.kind === 'found' ? [found.key.arn] : [];
}

function requestTags(form: URLSearchParams): Record<string, string> {
  const keys = [...form].filter(([name]) => /^Tags\.Tag\.\d+\.Key$/.test(name));
  return Object.fromEntries(
    keys.map(([name, key]) => [`aws:RequestTag/${key}`, form.get(name.replace(/Key$/, 'Value')) ?? '']),
  );
}

const resourceTags = (tags: readonly Tag[]): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key, Value = '' }) => [`aws:ResourceTag/${Key}`, Value]));
