import type { Finding } from '../../contract/generated/types.ts';

/** How a kind of failure is seen again. */
export type Attempt =
  | { readonly ok: true; readonly findings: readonly Finding[]; readonly leftBehind: readonly string[] }
  | { readonly ok: false; readonly reason: string; readonly leftBehind: readonly string[] };

/** What a replay needs besides the target. */
export interface ReplayOptions {
  readonly signal?: AbortSignal;
}
