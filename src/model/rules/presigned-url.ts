import type { Facts } from './facts.ts';

/**
 * Whether a PreSignedUrl is as SDKs make one by themselves: the same copy, asked of the source's Region, which is
 * another one, and signed. Whether the signature is right is not looked at.
 */
export function isOfSdk({ request, sourceName, caller }: Facts): boolean {
  const { PreSignedUrl: text = '', SourceDBClusterSnapshotIdentifier: source } = request;
  if (sourceName.kind !== 'arn' || sourceName.address.region === caller.region) return false;
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, searchParams } = new URL(text);
  return (
    protocol === 'https:' &&
    hostname.startsWith(`rds.${sourceName.address.region}.`) &&
    searchParams.get('Action') === 'CopyDBClusterSnapshot' &&
    searchParams.get('SourceDBClusterSnapshotIdentifier') === source &&
    searchParams.get('DestinationRegion') === caller.region &&
    searchParams.has('X-Amz-Signature')
  );
}
