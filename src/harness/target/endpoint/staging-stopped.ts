import type { CallFault, Unseen } from '../exchange.ts';
import { describeFault, kindOf } from './fault-words.ts';

/** Staging cannot go on: because the target cannot do it, or because the harness got no usable answer. */
export class StagingStopped extends Error {
  override readonly name = 'StagingStopped';
  readonly kind: 'impossible' | 'failed';
  /** Whether it may be otherwise at another time: nothing came back, a quota was used up, or something was done too soon. */
  readonly mayPass: boolean;
  /** Whether something was done before it could be met on its way. */
  readonly tooSoon: boolean;

  constructor(kind: 'impossible' | 'failed', reason: string, mayPass = kind === 'failed', tooSoon = false) {
    super(reason);
    this.kind = kind;
    this.mayPass = mayPass;
    this.tooSoon = tooSoon;
  }
}

/** Stops staging because the target cannot do what is needed. */
export function impossible(reason: string): never {
  throw new StagingStopped('impossible', reason);
}

/** Stops staging because something was done before it could be met on its way: a busy target may be slow to answer. */
export function tooSoon(reason: string): never {
  throw new StagingStopped('impossible', reason, true, true);
}

/** Stops staging because nothing could be seen of what was made. */
export function stopUnseen(what: string, { reason, silent }: Unseen): never {
  throw new StagingStopped(silent === true ? 'failed' : 'impossible', `${what}: ${reason}`);
}

/** Why staging cannot go on after a call that was refused or not answered. */
export function stoppedBy(operation: string, fault: CallFault): StagingStopped {
  const { name, status = 0 } = fault;
  const kind = kindOf(fault);
  const mayPass = kind === 'failed' || status >= 500 || /Quota|Limit/.test(name);
  return new StagingStopped(kind, `${operation}: ${describeFault(fault)}`, mayPass);
}
