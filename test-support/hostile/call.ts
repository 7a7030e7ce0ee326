import { parseArn, parseSnapshotArn } from '../../src/model/world/arn.ts';
import { resolveKey } from '../../src/model/world/kms.ts';
import { placeKey, type Caller } from '../../src/model/world/place.ts';
import type { World } from '../../src/model/world/world.ts';
import { headerOf, type HttpRequest } from '../../src/protocol/http.ts';
import { scopeOf } from '../../src/server/credentials.ts';

/** A call as it came in. */
export interface Call {
  readonly service: 'neptune' | 'kms' | 'sts';
  readonly action: string;
  readonly caller: Caller;
  /** Members of the input; a form's lists are spread over `Name.element.N`. */
  readonly input: Readonly<Record<string, string>>;
  readonly request: HttpRequest;
  /** How many calls came before. */
  readonly index: number;
}

const nobody: Caller = { account: '', region: '' };

/** Reads a call, leniently: what cannot be read is empty. */
export function readCall(request: HttpRequest, index: number): Call {
  const target = headerOf(request, 'x-amz-target');
  const text = Buffer.from(request.body).toString('utf8');
  const query = request.path.split('?')[1] ?? '';
  const input = target === undefined ? readForm(`${query}&${text}`) : readMembers(text);
  const scope = scopeOf(request, new Map(Object.entries(input)), '111111111111');
  const caller = 'caller' in scope ? scope.caller : nobody;
  if (target !== undefined) {
    return {
      service: 'kms',
      action: target.split('.')[1] ?? '',
      caller,
      input,
      request,
      index,
    };
  }
  const service = 'service' in scope && scope.service === 'sts' ? 'sts' : 'neptune';
  return { service, action: input['Action'] ?? '', caller, input, request, index };
}

const readForm = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

function readMembers(text: string): Record<string, string> {
  try {
    const members = JSON.parse(text) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

/** The request with parameters of its form set, or with undefined removed. */
export function withForm(
  request: HttpRequest,
  different: Readonly<Record<string, string | undefined>>,
): HttpRequest {
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
  for (const [name, value] of Object.entries(different)) {
    if (value === undefined) form.delete(name);
    else form.set(name, value);
  }
  return { ...request, body: Buffer.from(form.toString()) };
}

/** What a call would alter or remove, as an inventory names it; undefined for calls that only look or make. */
export function alteredBy({ action, caller, input }: Call, world: World): string | undefined {
  const here = placeKey(caller);
  switch (action) {
    case 'DeleteDBClusterSnapshot':
    case 'ModifyDBClusterSnapshotAttribute':
      return snapshot(input['DBClusterSnapshotIdentifier'] ?? '', here);
    case 'DeleteDBCluster':
      return `cluster ${here} ${(input['DBClusterIdentifier'] ?? '').toLowerCase()}`;
    case 'AddTagsToResource':
    case 'RemoveTagsFromResource':
      return tagged(input['ResourceName'] ?? '', here);
    case 'DeleteAlias':
      return `alias ${here} ${input['AliasName'] ?? ''}`;
    case 'CreateAlias':
      return key(world, caller, input['TargetKeyId'] ?? '');
    case 'ScheduleKeyDeletion':
    case 'CancelKeyDeletion':
    case 'DisableKey':
    case 'EnableKey':
    case 'PutKeyPolicy':
    case 'ReplicateKey':
      return key(world, caller, input['KeyId'] ?? '');
    default:
      return undefined;
  }
}

function snapshot(reference: string, here: string): string {
  const arn = parseSnapshotArn(reference);
  return arn === undefined
    ? `snapshot ${here} ${reference.toLowerCase()}`
    : `snapshot ${placeKey(arn)} ${arn.name}`;
}

function tagged(reference: string, here: string): string {
  const arn = parseArn(reference);
  if (arn?.resource.startsWith('cluster:') !== true) return snapshot(reference, here);
  return `cluster ${placeKey(arn)} ${arn.resource.slice('cluster:'.length)}`;
}

function key(world: World, caller: Caller, reference: string): string | undefined {
  const found = resolveKey(world, caller, reference);
  return found.kind === 'found' ? `key ${placeKey(found.key.place)} ${found.key.id}` : undefined;
}
