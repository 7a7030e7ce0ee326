import type { CopyDBClusterSnapshotCommandInput } from '@aws-sdk/client-neptune';
import type { Caller } from '../../../model/index.ts';
import type { HttpEdits } from '../../../contract/generated/types.ts';
import { readAnswer } from '../../../protocol/answer.ts';
import type { Line, RawCopy } from '../endpoint/connection.ts';
import type { CallFault, CallResult, Claim, Step, WireEdits } from '../exchange.ts';
import { effectOf, type Effect } from './effects.ts';
import type { Ledger } from './ledger.ts';
import { OwnNames } from './own-names.ts';
import { descriptionOf, isNotFound, lookFor, originsOf, type Look } from './look.ts';
import { describeResource, resourceKey, type Resource } from './resource.ts';

/** A copy that was answered, or why it was not sent. */
export type GuardedCopy = (RawCopy & { readonly claim?: Claim }) | { readonly notSent: string };

type Input = Readonly<Record<string, unknown>>;
type ChangingEffect = Exclude<Effect, { does: 'reads' }>;

/**
 * The one way to a target. It lets every look through; it lets a run make what nobody has under that name; and it
 * lets a run alter or remove only what the ledger knows to be the run's own. All else is refused here, whoever asks
 * and wherever the name came from.
 */
export class Guard {
  readonly ledger: Ledger;
  readonly #connection: Line;
  readonly #names: OwnNames;
  #cleaner: Guard | undefined;
  /** Looks at names that are being asked for right now: who asks for the same name at once shares the look. */
  readonly #looks = new Map<string, { readonly look: Promise<Look>; users: number }>();

  constructor(connection: Line, ledger: Ledger) {
    this.#connection = connection;
    this.ledger = ledger;
    this.#names = new OwnNames(connection, ledger);
  }

  /** The same way for calls that clean up, which may be made for a while after the end of a run. */
  get cleaner(): Guard {
    return (this.#cleaner ??= new Guard(this.#connection.cleaner, this.ledger));
  }

  /** Calls any operation of Neptune or KMS by its name. What must not be done is answered with a fault that says so. */
  async call(service: Step['service'], operation: string, caller: Caller, input: Input): Promise<CallResult> {
    const send = (): Promise<CallResult> => this.#connection.call(service, operation, caller, input);
    const effect = effectOf(service, operation, caller, input);
    if (effect === undefined) return refusal(`${operation} is nothing that a run needs`);
    if (effect.does === 'reads') return send();
    if (effect.does === 'makes') {
      return operation === 'CreateKey' ? this.#makeKey(caller, input, send) : this.#make(effect, send);
    }
    const { resource } = effect;
    if (resource === undefined) return refusal(`${operation} names nothing of this run`);
    if (effect.does === 'restores') return this.#restore(resource, send);
    const problem = await this.#notOurs(resource);
    if (problem !== undefined) return refusal(`${operation}: ${problem}`);
    const result = await send();
    if (effect.does === 'removes' && (result.ok || isNotFound(result.fault)))
      await this.ledger.removed(resource);
    return result;
  }

  /** CopyDBClusterSnapshot with the raw exchange under it. `target` is the name that arrives, edits included. */
  async copy(
    caller: Caller,
    input: CopyDBClusterSnapshotCommandInput,
    target: string | undefined,
    wire: WireEdits = {},
    http?: HttpEdits,
  ): Promise<GuardedCopy> {
    const send = (): Promise<RawCopy> => this.#connection.copy(caller, input, wire, http);
    // Where no name is asked for, some targets make something of an empty one.
    const resource: Resource = { kind: 'snapshot', place: caller, name: target ?? '' };
    if (this.ledger.owns(resource)) return send();
    const look = await this.#lookAt(resource);
    try {
      if (look.kind !== 'free') return { notSent: inWords(resource, look) };
      await this.ledger.asks(resource);
      const copy = await send();
      const { result } = copy;
      const answered = result.ok
        ? result.output.DBClusterSnapshot?.DBClusterSnapshotIdentifier
        : nameInSuccess(copy);
      if (!result.ok && answered === undefined) {
        await this.#noteFailure(resource, result.fault);
        return copy;
      }
      return { ...copy, claim: await this.#claimed(resource, answered) };
    } finally {
      this.#lookedAt(resource);
    }
  }

  /** Closes all connections. */
  close(): void {
    this.#connection.close();
  }

  async #make(
    { resource, from, answered }: ChangingEffect,
    send: () => Promise<CallResult>,
  ): Promise<CallResult> {
    if (resource === undefined) return refusal('what has no name cannot be found again');
    if (from !== undefined && !this.ledger.owns(from))
      return refusal(`this run did not make the ${describeResource(from)}`);
    if (this.ledger.owns(resource)) return send();
    const look = await this.#lookAt(resource);
    try {
      if (look.kind !== 'free') return refusal(inWords(resource, look));
      await this.ledger.asks(resource);
      const result = await send();
      if (!result.ok) {
        await this.#noteFailure(resource, result.fault);
        return result;
      }
      const [object = '', member = ''] = answered ?? [];
      const name = (result.output[object] as Input | undefined)?.[member];
      const claim = await this.#claimed(resource, typeof name === 'string' ? name : undefined);
      return claim.kind === 'ours' ? { ...result, made: resource } : result;
    } finally {
      this.#lookedAt(resource);
    }
  }

  /** A key's id is made up by the target: the key is ours only when it bears the description that was asked for. */
  async #makeKey(place: Caller, input: Input, send: () => Promise<CallResult>): Promise<CallResult> {
    const { Description: description } = input;
    if (typeof description !== 'string' || !this.ledger.carriesRun(description))
      return refusal('a key that does not tell its run cannot be told from others');
    await this.ledger.asks({ kind: 'key', place, name: description });
    const result = await send();
    const id = result.ok ? (result.output['KeyMetadata'] as Input | undefined)?.['KeyId'] : undefined;
    const asked: Resource = { kind: 'key', place, name: description };
    if (typeof id !== 'string') {
      if (!result.ok) await this.#noteFailure(asked, result.fault);
      return result;
    }
    const resource: Resource = { kind: 'key', place, name: id };
    // Whose it is has to be known also when the run has ended meanwhile: what is not known to be ours stays.
    if ((await descriptionOf(this.#connection.cleaner, place, id)) !== description) {
      this.ledger.stray(
        `${describeResource(resource)}: CreateKey answered it, but it does not bear the description of this run`,
      );
      return result;
    }
    await this.ledger.made(resource);
    // It has its own name now; nothing bears the one under which it was asked for.
    await this.ledger.refused(asked);
    return { ok: true, output: result.ok ? result.output : {}, made: resource };
  }

  async #restore(resource: Resource, send: () => Promise<CallResult>): Promise<CallResult> {
    if (!this.ledger.hasRemoved(resource))
      return refusal(`this run did not remove the ${describeResource(resource)}`);
    const result = await send();
    if (result.ok) await this.ledger.made(resource);
    return result;
  }

  /** What a success says of the name that was asked for. An answer without a name contradicts nothing. */
  async #claimed(asked: Resource, answered: string | undefined): Promise<Claim> {
    if (answered === undefined || answered.toLowerCase() === asked.name.toLowerCase()) {
      await this.ledger.made(asked);
      return { kind: 'ours' };
    }
    await this.ledger.refused(asked);
    this.ledger.stray(
      `${describeResource({ ...asked, name: answered })}: answered as made when \`${asked.name}\` was asked for, and left alone`,
    );
    return { kind: 'another', name: answered };
  }

  async #noteFailure(resource: Resource, { status = 0, retried }: CallFault): Promise<void> {
    // Whatever failed otherwise may have been done all the same, also by an attempt before the one that was refused: the
    // journal then says no more than "asked".
    if (status >= 400 && status < 500 && retried !== true) await this.ledger.refused(resource);
  }

  /** Why something must not be touched; undefined when it is this run's. */
  async #notOurs(resource: Resource): Promise<string | undefined> {
    const what = describeResource(resource);
    // Ids of keys are made up by the target: none is like this, and the question harms nobody.
    if (resource.kind === 'key' && this.ledger.carriesRun(resource.name)) return undefined;
    if (!this.ledger.owns(resource)) return `this run did not make the ${what}`;
    if (resource.kind !== 'snapshot' || this.ledger.carriesRun(resource.name)) return undefined;
    // A name that anybody may have: a target that was wrong twice must not lead to somebody else's snapshot.
    const origins = await originsOf(this.#connection, resource.place, resource.name);
    if (origins.some((origin) => this.ledger.carriesRun(origin))) return undefined;
    const problem = `the ${what} does not tell that it comes from this run`;
    this.ledger.stray(`${what}: it does not tell that it comes from this run, and was left alone`);
    return problem;
  }

  #lookAt(resource: Resource): Promise<Look> {
    const key = resourceKey(resource);
    const known = this.#looks.get(key);
    if (known !== undefined) {
      known.users += 1;
      return known.look;
    }
    const look = this.#look(resource);
    this.#looks.set(key, { look, users: 1 });
    return look;
  }

  async #look(resource: Resource): Promise<Look> {
    return (await this.#names.areFree(resource)) ? { kind: 'free' } : lookFor(this.#connection, resource);
  }

  #lookedAt(resource: Resource): void {
    const key = resourceKey(resource);
    const entry = this.#looks.get(key);
    if (entry === undefined) return;
    entry.users -= 1;
    if (entry.users === 0) this.#looks.delete(key);
  }
}

/** Characters of an answer beyond which it is not looked at as a copy. */
const longestCopy = 65_536;

/** The name of the copy in a success that the SDK cannot read, because of a time in another form, say. */
function nameInSuccess({ http }: RawCopy): string | undefined {
  if (http === undefined || http.response.status >= 300) return undefined;
  // A copy takes two thousand characters: of what somebody writes without end, no tree is made here.
  if (http.response.body.length > longestCopy) return undefined;
  const answer = readAnswer(http.response);
  return answer.kind === 'copied' ? answer.snapshot.DBClusterSnapshotIdentifier : undefined;
}

/** An answer of our own, in the place of the target's. */
const refusal = (message: string): CallResult => ({
  ok: false,
  fault: { name: 'NotSent', message, refused: true },
});

const inWords = ({ name }: Resource, look: Look): string =>
  look.kind === 'unknown'
    ? `whether \`${name}\` is taken at the target cannot be told: ${look.reason}`
    : `\`${name}\` is taken at the target`;
