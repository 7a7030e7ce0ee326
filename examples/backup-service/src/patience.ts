/** How often to ask, and for how long. */
export interface Patience {
  readonly everySeconds: number;
  readonly forSeconds: number;
}

/** Nothing came while there was patience; `cause` is what stood in the way, if that was told. */
export class OutOfPatience extends Error {
  override readonly name = 'OutOfPatience';
}

/** What an attempt came to: done with a value, or not yet, because of something. */
export type Attempt<T> = { readonly done: T } | { readonly notYet: string; readonly cause?: unknown };

/** Tries again and again until it is done. Throws OutOfPatience with the last reason, and whatever an attempt throws. */
export async function persist<T>(
  attempt: () => Promise<Attempt<T>>,
  { everySeconds, forSeconds }: Patience,
): Promise<T> {
  const end = Date.now() + forSeconds * 1000;
  for (;;) {
    const came = await attempt();
    if ('done' in came) return came.done;
    if (Date.now() >= end)
      throw new OutOfPatience(`${came.notYet}, after ${forSeconds} s`, { cause: came.cause });
    await new Promise((resolve) => setTimeout(resolve, everySeconds * 1000));
  }
}
