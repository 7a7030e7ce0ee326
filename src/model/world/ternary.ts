/** What a rule says of a request: kept, broken, or unspecified by everything that is known. */
export type Ternary = 'kept' | 'broken' | 'unspecified';

/** Broken when the condition holds. */
export const brokenIf = (condition: boolean): Ternary => (condition ? 'broken' : 'kept');

/** The worst of many: one broken breaks the whole; one unspecified leaves it unspecified. */
export function worst<T>(items: readonly T[], rule: (item: T) => Ternary): Ternary {
  let result: Ternary = 'kept';
  for (const item of items) {
    const verdict = rule(item);
    if (verdict === 'broken') return 'broken';
    if (verdict === 'unspecified') result = 'unspecified';
  }
  return result;
}
