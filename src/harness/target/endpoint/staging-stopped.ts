import type { Unseen } from '../exchange.ts';

/** Staging cannot go on: because the target cannot do it, or because the harness got no usable answer. */
export class StagingStopped extends Error {
  override readonly name = 'StagingStopped';
  readonly kind: 'impossible' | 'failed';

  constructor(kind: 'impossible' | 'failed', reason: string) {
    super(reason);
    this.kind = kind;
  }
}

/** Stops staging because the target cannot do what is needed. */
export function impossible(reason: string): never {
  throw new StagingStopped('impossible', reason);
}

/** Stops staging because nothing could be seen of what was made. */
export function stopUnseen(what: string, { reason, silent }: Unseen): never {
  throw new StagingStopped(silent === true ? 'failed' : 'impossible', `${what}: ${reason}`);
}
