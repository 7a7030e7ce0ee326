import type { CopyRequest } from '../../model/index.ts';
import type { Tag } from '../../contract/generated/types.ts';
import { makeRunId } from '../target/run-id.ts';

/** What the name of every copy in a real account begins with: permissions are given for it. */
export const livePrefix = 'ncc-live';

/** Key of the tag that every copy in a real account carries; its value is the run. */
export const markKey = 'neptune-copy-contract';

/** An identifier for a run in a real account, so that what it names begins as permissions want it. */
export const makeLiveRunId = (random?: () => number): string => `live${makeRunId(random)}`;

/** Whether a run is one in a real account, by its id. */
export const isLiveRun = (run: string): boolean => /^live[a-z0-9]{6}$/.test(run);

/** The tag of a run. */
export const markOf = (run: string): { readonly Key: string; readonly Value: string } => ({
  Key: markKey,
  Value: run,
});

/** Whether tags have that of a run. */
export const isMarked = (tags: readonly Partial<Tag>[], run: string): boolean =>
  tags.some(({ Key, Value }) => Key === markKey && Value === run);

/**
 * Why a request must not be sent to a real account, as it arrives there: a copy that came of it would not bear the
 * prefix or the tag of the run. Undefined when it may. One that names no copy at all may: AWS would have to make up
 * a name.
 */
export function unmarked(request: CopyRequest, run: string): string | undefined {
  const name = request.TargetDBClusterSnapshotIdentifier;
  const tags: unknown = request.Tags;
  if (name !== undefined && name !== '' && !name.toLowerCase().startsWith(`ncc-${run}-`))
    return `a copy of it would not have a name that begins with ncc-${run}-`;
  if (!Array.isArray(tags) || !isMarked(tags as readonly Partial<Tag>[], run))
    return `a copy of it would not carry the tag ${markKey} of the run, or the tag would change what is asked`;
  return undefined;
}
