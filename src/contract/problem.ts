/** A place in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a file, where it is wrong. */
export interface DocumentProblem extends Position {
  readonly file: string;
  readonly message: string;
}
