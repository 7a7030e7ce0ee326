import type { Call, CopyCall } from '../../contract/generated/types.ts';

/** Whether a sequence still shows what is being looked for. */
export type StillShows = (calls: readonly Call[]) => Promise<boolean>;

/** A call that was kept, and where it stood in the sequence that was generated. */
interface Kept {
  readonly index: number;
  readonly call: Call;
}

/** The shortest sequence found, and which calls of the original it keeps. */
export interface Reduced {
  readonly calls: readonly Call[];
  /** Indexes into the sequence that was generated, as text: with it, seed and path lead to the same calls. */
  readonly replayPath: string;
}

/**
 * Makes a failing sequence as short and as plain as it can: first whole runs of calls are left out, down to
 * single ones, until none can be spared (delta debugging); then each call is made plainer. `shows` decides, and is
 * never asked more than `budget` times.
 */
export async function deltaDebug(
  calls: readonly Call[],
  shows: StillShows,
  budget: number,
): Promise<Reduced> {
  let left = budget;
  const ask = async (kept: readonly Kept[]): Promise<boolean> => {
    if (left <= 0) return false;
    left -= 1;
    return shows(kept.map(({ call }) => call));
  };
  let kept: readonly Kept[] = calls.map((call, index) => ({ index, call }));
  kept = await leaveOut(kept, ask);
  kept = await simplify(kept, ask);
  // A plainer call may have made another one superfluous.
  kept = await leaveOut(kept, ask);
  return { calls: kept.map(({ call }) => call), replayPath: kept.map(({ index }) => index).join(',') };
}

async function leaveOut(
  all: readonly Kept[],
  shows: (kept: readonly Kept[]) => Promise<boolean>,
): Promise<readonly Kept[]> {
  let kept = all;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    // From the end, because what comes last depends on what came before.
    for (let end = kept.length; end > 0;) {
      const start = Math.max(0, end - size);
      const without = [...kept.slice(0, start), ...kept.slice(end)];
      if (without.length > 0 && (await shows(without))) kept = without;
      end = Math.min(start, kept.length);
    }
  }
  return kept;
}

async function simplify(
  all: readonly Kept[],
  shows: (kept: readonly Kept[]) => Promise<boolean>,
): Promise<readonly Kept[]> {
  let kept = all;
  for (let i = 0; i < kept.length; i += 1) {
    let entry = kept[i];
    while (entry !== undefined) {
      const plainer: Call | undefined = await firstThat(plainerCalls(entry.call, kept), (call) =>
        shows(kept.map((other, j) => (j === i ? { ...other, call } : other))),
      );
      if (plainer === undefined) break;
      entry = { ...entry, call: plainer };
      kept = kept.map((other, j) => (j === i && entry !== undefined ? entry : other));
    }
  }
  return kept;
}

async function firstThat<T>(
  candidates: readonly T[],
  holds: (candidate: T) => Promise<boolean>,
): Promise<T | undefined> {
  for (const candidate of candidates) if (await holds(candidate)) return candidate;
  return undefined;
}

/** Calls like this one with less in them, the plainest first. */
function plainerCalls(call: Call, kept: readonly Kept[]): Call[] {
  if (call.op === 'create') {
    const { key: _key, ...withoutKey } = call;
    return [...(call.key === undefined ? [] : [withoutKey]), ...fewerTags(call)];
  }
  if (call.op === 'copy') return [...fromTheStart(call, kept), ...withoutMembers(call), ...fewerTags(call)];
  return [];
}

/** The same copy, of the first snapshot that was made. */
function fromTheStart(call: CopyCall, kept: readonly Kept[]): CopyCall[] {
  const first = kept.map((other) => other.call).find((other) => other.op === 'create');
  if (first === undefined || call.sourceAt !== undefined || call.source === first.name) return [];
  return [{ ...call, source: first.name }];
}

function withoutMembers(call: CopyCall): CopyCall[] {
  const optional = ['key', 'alias', 'copyTags', 'sourceAt', 'times'] as const;
  return optional.flatMap((member) => {
    if (call[member] === undefined) return [];
    const { [member]: _left, ...rest } = call;
    return [rest];
  });
}

/** None, half as many, one less. */
function fewerTags<C extends Call & { readonly tags?: CopyCall['tags'] }>(call: C): C[] {
  const { tags, ...rest } = call;
  if (tags === undefined) return [];
  const counts = [...new Set([Math.floor(tags.length / 2), tags.length - 1])].filter(
    (count) => count > 0 && count < tags.length,
  );
  return [rest as C, ...counts.map((count) => ({ ...call, tags: tags.slice(0, count) }))];
}
