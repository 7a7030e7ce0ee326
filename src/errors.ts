/** The harness could not do its work: what was asked, what happened, what to do. Exit code 2. */
export class HarnessError extends Error {
  override readonly name: string = 'HarnessError';
}

/** A flag or a file of the user's is wrong. */
export class UsageError extends HarnessError {
  override readonly name = 'UsageError';
}

/** The target cannot be reached, or is nothing that could be judged. */
export class TargetError extends HarnessError {
  override readonly name = 'TargetError';
}
