/** Work that is done beside other work. */
export interface Piece<Done> {
  /** What few pieces of work may be at, at once, such as a quota of the target; undefined when nothing is scarce. */
  readonly scarce?: string;
  run(): Promise<Done>;
}

/** Most pieces of work at once that need the same scarce thing. */
const mostScarce = 4;

/**
 * Does pieces of work, so many at a time, each as soon as it may begin, and resolves to what came of each in their
 * order. Once `isOver`, none begins any more: of those nothing came. When one rejects, the others are waited for.
 */
export async function sideBySide<Done>(
  pieces: readonly Piece<Done>[],
  jobs: number,
  isOver: () => boolean = () => false,
): Promise<readonly (Done | undefined)[]> {
  const waiting = new Set(pieces.keys());
  const busy = new Map<string, number>();
  const done: (Done | undefined)[] = pieces.map(() => undefined);
  const errors: unknown[] = [];
  // Whoever finds that all that is left needs what is scarce goes home: those that have it will do the rest.
  const next = (): number | undefined =>
    [...waiting].find((index) => (busy.get(pieces[index]?.scarce ?? '') ?? 0) < mostScarce);

  const work = async (): Promise<void> => {
    for (let index = next(); index !== undefined; index = next()) {
      if (isOver() || errors.length > 0) return;
      waiting.delete(index);
      const { scarce } = pieces[index] ?? {};
      const count = (by: number): void => {
        if (scarce !== undefined) busy.set(scarce, (busy.get(scarce) ?? 0) + by);
      };
      count(1);
      try {
        done[index] = await pieces[index]?.run();
      } catch (error) {
        errors.push(error);
      } finally {
        count(-1);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, pieces.length) }, work));
  if (errors.length > 0) throw errors[0];
  return done;
}
