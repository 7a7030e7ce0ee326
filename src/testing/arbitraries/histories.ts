import fc, { type Arbitrary } from 'fast-check';
import type { CallerRole } from '../../contract/case.ts';
import type { WorldDocument } from '../../contract/generated/types.ts';
import { callers, recipes, writeRequest, type Recipe, type WrittenRequest } from './requests.ts';
import { worlds } from './worlds.ts';

/** One thing that happens to a world. */
export type Step =
  | { readonly kind: 'copy'; readonly caller: CallerRole; readonly written: WrittenRequest }
  /** So many milliseconds pass. */
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** The snapshot of that name, in the caller's place, goes away, if there is one. */
  | { readonly kind: 'delete'; readonly caller: CallerRole; readonly name: string };

/** A world and what happens to it. */
export interface History {
  readonly given: WorldDocument;
  /** How long a copy takes, in milliseconds; 0 makes it available at once. */
  readonly copyDuration: number;
  readonly steps: readonly Step[];
}

/** Names under which copies of a history are made, few enough to meet again. */
const copyNames = ['copy-1', 'copy-2', 'Copy-3', 'copy-4'] as const;

/** Histories of up to so many steps: copies, also of copies, time that passes, snapshots deleted. */
export function histories(maxSteps = 12): Arbitrary<History> {
  return fc
    .record({
      given: worlds(),
      copyDuration: fc.constantFrom(0, 1, 1000, 60_000),
      drafts: fc.array(drafts(), { maxLength: maxSteps, size: 'max' }),
    })
    .map(({ given, copyDuration, drafts }) => ({
      given,
      copyDuration,
      steps: drafts.map((draft) => (draft.kind === 'copy' ? writeCopy(draft, given) : draft)),
    }));
}

/** A copy that is not written down for a world yet. */
interface CopyDraft {
  readonly kind: 'copy';
  readonly caller: CallerRole;
  readonly recipe: Recipe;
  readonly target: string;
  /** A copy to be copied, instead of a snapshot that was there from the start. */
  readonly source: string | undefined;
}

function drafts(): Arbitrary<Exclude<Step, { kind: 'copy' }> | CopyDraft> {
  const copies = fc.record({
    kind: fc.constant('copy' as const),
    caller: callers(),
    recipe: recipes(),
    target: fc.constantFrom(...copyNames),
    source: fc.option(fc.constantFrom(...copyNames), { nil: undefined }),
  });
  const waits = fc.record({
    kind: fc.constant('wait' as const),
    milliseconds: fc.constantFrom(0, 1, 500, 999, 30_000, 60_000),
  });
  const deletions = fc.record({
    kind: fc.constant('delete' as const),
    caller: callers(),
    name: fc.constantFrom('copy-1', 'copy-2', 'copy-3', 'alpha', 'nowhere'),
  });
  return fc.oneof(
    { weight: 5, arbitrary: copies },
    { weight: 2, arbitrary: waits },
    { weight: 1, arbitrary: deletions },
  );
}

function writeCopy({ caller, recipe, target, source }: CopyDraft, given: WorldDocument): Step {
  const { request, wire } = writeRequest(recipe, given, caller);
  const written = {
    ...request,
    TargetDBClusterSnapshotIdentifier: target,
    ...(source !== undefined && { SourceDBClusterSnapshotIdentifier: source }),
  };
  return { kind: 'copy', caller, written: { request: written, wire } };
}
