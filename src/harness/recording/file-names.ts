/** Readable names for the files of a recording: always the same one for the same piece of work. */
export class FileNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** Whether a piece of work has a path. */
  has(key: string): boolean {
    return this.#names.has(key);
  }

  /** The path of a piece of work within the recording: by what it is called, and a number where that is taken. */
  of(key: string, folder: string, called: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const stem = `${folder}/${called.replaceAll(/[^\w+./-]+/g, '-').replace(/-$/, '')}`;
    let path = `${stem}.json`;
    // Some file systems do not tell capitals from small letters.
    for (let number = 2; this.#taken.has(path.toLowerCase()); number += 1) path = `${stem}-${number}.json`;
    this.#names.set(key, path);
    this.#taken.add(path.toLowerCase());
    return path;
  }
}
