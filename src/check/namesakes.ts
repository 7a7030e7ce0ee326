import type { Position } from '../contract/document.ts';
import type { KnownCaller, PlannedCopy } from './plan.ts';

/** Who a planned copy is, and where it starts. */
export interface Taker extends Position {
  readonly name: string;
  readonly file: string;
}

/** What is kept of a planned copy once it was judged, so that copies of its name may be told of it. */
export interface Namesake extends Taker {
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Whether it makes that name in a place that is known. */
  readonly makes: boolean;
}

/** The copies of each name, of each caller the first and the first that makes it. */
export interface Namesakes {
  /** Those of that (folded) name, in order. */
  readonly of: (target: string) => readonly Namesake[];
  readonly add: (target: string, copy: PlannedCopy, makes: boolean) => void;
}

/** Starts to remember copies: a few members of each, because there may be hundreds of thousands. */
export function createNamesakes(): Namesakes {
  const known = new Map<string, Namesake[]>();
  const none: readonly Namesake[] = [];
  return {
    of: (target) => known.get(target) ?? none,
    add(target, { name, file, at: { line, column }, caller: { account, region } }, makes) {
      const before = known.get(target);
      const own = { name, file, line, column, account, region, makes };
      if (before === undefined) known.set(target, [own]);
      else if (makes || !before.some((each) => isSameCaller(each, own))) before.push(own);
    },
  };
}

/** Who calls; what is not told may be undefined. */
export type Told = { readonly [Part in keyof KnownCaller]?: string | undefined };

/** Whether all that is told of two callers is the same. */
export const isSameCaller = (one: Told, other: Told): boolean =>
  one.account === other.account && one.region === other.region;
