import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Resource } from './resource.ts';

/** How an account is reached, without anything secret: by its id, a profile's name, or the ARN of a role. */
export interface JournaledAccount {
  readonly id: string;
  readonly by: 'access-key' | 'profile' | 'role';
  readonly name?: string;
}

/** The first line of a journal: which run this is, and where. */
export interface RunEntry {
  readonly event: 'run';
  readonly format: 1;
  readonly run: string;
  readonly endpoint: string;
  readonly kmsEndpoint?: string;
  /** Set in a real account, or what stands in for one: only what carries the run's tag is removed there. */
  readonly live?: true;
  readonly startedAt: string;
  /** Process that writes it: while it lives, the run is not over. */
  readonly pid: number;
}

/** How the accounts are reached, once that is known. Others are reached by access keys that are their ids. */
export interface AccountsEntry {
  readonly event: 'accounts';
  readonly accounts: readonly JournaledAccount[];
}

/** What happened to a resource. */
export interface ResourceEntry extends Resource {
  readonly event: 'asked' | 'made' | 'refused' | 'removed' | 'still-there';
}

/** A line of a journal. */
export type JournalEntry = RunEntry | AccountsEntry | ResourceEntry | { readonly event: 'end' };

/**
 * An account of everything that a run asks a target to make, one JSON object a line. What is asked for is on disk
 * before the request leaves, so that a run that was killed at any moment has told all that may be left.
 */
export class Journal {
  readonly file: string;
  readonly #handle: FileHandle;
  /** Lines are written one after another, whoever asks. */
  #last: Promise<void> = Promise.resolve();

  private constructor(file: string, handle: FileHandle) {
    this.file = file;
    this.#handle = handle;
  }

  /** Begins a journal in a file of its own, or at the end of one. Rejects with the error of the file system. */
  static async begin(file: string, entry: RunEntry): Promise<Journal> {
    const journal = await Journal.goOn(file);
    await journal.write(entry);
    return journal;
  }

  /** Goes on with the journal of a run that did not remove everything. */
  static async goOn(file: string): Promise<Journal> {
    return new Journal(file, await open(file, 'a', 0o600));
  }

  /** Appends a line; what is asked for is on disk when this resolves. */
  write(entry: JournalEntry): Promise<void> {
    const synced = entry.event !== 'made' && entry.event !== 'refused';
    this.#last = this.#last.then(async () => {
      await this.#handle.appendFile(`${JSON.stringify(entry)}\n`);
      if (synced) await this.#handle.datasync();
    });
    return this.#last;
  }

  /** Closes the file, after a last line; or removes it where it has nothing more to tell anybody. */
  async end(forget: boolean): Promise<void> {
    await this.write({ event: 'end' });
    await this.#handle.close();
    if (forget) await rm(this.file, { force: true });
  }
}
