import type { Path } from '../../contract/source-text.ts';
import type { KnownCaller } from '../plan.ts';
import { hasMembers, itemsOf, membersOf, type FoundCopy, type PlanFormat } from './format.ts';

/** Resources that are copies of cluster snapshots: Neptune's snapshots are copied by those of RDS and DocumentDB, too. */
const isCopy = (type: unknown): boolean =>
  typeof type === 'string' && /^aws_(?:rds|neptune|docdb)_cluster_snapshot_copy$/.test(type);

/** Attributes of the resource, as the request has them. */
const attributes: Readonly<Record<string, string>> = {
  source_db_cluster_snapshot_identifier: 'SourceDBClusterSnapshotIdentifier',
  target_db_cluster_snapshot_identifier: 'TargetDBClusterSnapshotIdentifier',
  kms_key_id: 'KmsKeyId',
  presigned_url: 'PreSignedUrl',
  copy_tags: 'CopyTags',
};

/** What `terraform show -json` writes of a plan: the resources that it creates, or creates again. */
export const terraform: PlanFormat = {
  name: 'terraform',
  what: 'a Terraform plan',
  is: (value) => hasMembers(value, 'resource_changes', 'format_version'),
  *copies(value, caller) {
    const plan = membersOf(value);
    const region = regionOf(plan);
    for (const [i, each] of itemsOf(plan['resource_changes']).entries()) {
      const resource = membersOf(each);
      const change = membersOf(resource['change']);
      if (isCopy(resource['type']) && itemsOf(change['actions']).includes('create'))
        yield copyOf(resource, change, ['resource_changes', i], { ...caller, ...region });
    }
  },
};

function copyOf(
  resource: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
  path: Path,
  caller: KnownCaller,
): FoundCopy {
  const after = membersOf(change['after']);
  const unknown = membersOf(change['after_unknown']);
  const request: Record<string, unknown> = {};
  const places: Record<string, Path> = {};
  const untold: { what: string; path: Path }[] = [];
  for (const [attribute, member] of Object.entries(attributes)) {
    const at = [...path, 'change', 'after', attribute];
    if (unknown[attribute] === true) untold.push({ what: member, path });
    else if (after[attribute] !== undefined && after[attribute] !== null) request[member] = after[attribute];
    places[member] = at;
  }
  const tags = after['tags_all'] === undefined ? 'tags' : 'tags_all';
  if (unknown[tags] === true) untold.push({ what: 'Tags', path });
  const entries = Object.entries(membersOf(after[tags]));
  if (entries.length > 0) request['Tags'] = entries.map(([Key, Value]) => ({ Key, Value }));
  places['Tags'] = [...path, 'change', 'after', tags];
  const { address } = resource;
  return {
    ...(typeof address === 'string' && { name: address }),
    caller: typeof after['region'] === 'string' ? { ...caller, region: after['region'] } : caller,
    request,
    path,
    places,
    untold,
  };
}

/** The Region of the provider, where it is written down as such. */
function regionOf(plan: Readonly<Record<string, unknown>>): KnownCaller {
  const configuration = membersOf(plan['configuration']);
  const provider = membersOf(membersOf(configuration['provider_config'])['aws']);
  const region = membersOf(membersOf(provider['expressions'])['region'])['constant_value'];
  return typeof region === 'string' ? { region } : {};
}
