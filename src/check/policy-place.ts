import type { Position } from '../contract/document.ts';
import type { Violation } from './condition.ts';
import type { PlannedCopy } from './plan.ts';

/** Where in the plan a violation is: the member of the request that the broken part of the context comes from. */
export function placeOfViolation(
  { path }: Pick<Violation, 'path'>,
  { request, locate, locateCaller }: PlannedCopy,
): Position {
  const [part, member, ...rest] = path;
  switch (part) {
    case 'request':
      return locate(member === undefined ? [] : [member, ...rest.map(asStep)]);
    case 'caller':
      return locateCaller();
    case 'key':
      return request.KmsKeyId === undefined ? locate([]) : locate(['KmsKeyId']);
    case 'copy':
      if (member === 'tags') return placeOfTag(rest[0], { request, locate });
      return member === 'account' || member === 'region'
        ? locateCaller()
        : locate(['TargetDBClusterSnapshotIdentifier']);
    case 'source':
    case 'crossRegion':
    case 'crossAccount':
      return locate(['SourceDBClusterSnapshotIdentifier']);
    default:
      return locate([]);
  }
}

function placeOfTag(
  key: string | undefined,
  { request, locate }: Pick<PlannedCopy, 'request' | 'locate'>,
): Position {
  const index = request.Tags?.findIndex(({ Key }) => Key === key) ?? -1;
  if (index >= 0) return locate(['Tags', index, 'Value']);
  return request.Tags === undefined && request.CopyTags === true ? locate(['CopyTags']) : locate(['Tags']);
}

const asStep = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step);
