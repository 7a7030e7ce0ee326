import { isDeepStrictEqual } from 'node:util';
import { expect as vitestExpect, type Assertion } from 'vitest';

/**
 * vitest's `expect` for laws that are tried hundreds of thousands of times: what holds at first sight is let pass,
 * at a hundredth of the cost; everything else vitest judges, and words.
 */
export const expect = <T>(value: T, message?: string): Expectation<T> => new Expectation(value, message);

class Expectation<T> {
  private readonly value: T;
  private readonly message: string | undefined;

  constructor(value: T, message?: string) {
    this.value = value;
    this.message = message;
  }

  /** All of vitest's matchers. */
  get slowly(): Assertion<T> {
    return vitestExpect(this.value, this.message);
  }

  toBe(expected: unknown): void {
    if (!Object.is(this.value, expected)) this.slowly.toBe(expected);
  }

  toEqual(expected: unknown): void {
    if (!isDeepStrictEqual(this.value, expected)) this.slowly.toEqual(expected);
  }

  toContain(expected: unknown): void {
    if (!Array.isArray(this.value) || !this.value.includes(expected)) this.slowly.toContain(expected);
  }

  toHaveLength(expected: number): void {
    if (!Array.isArray(this.value) || this.value.length !== expected) this.slowly.toHaveLength(expected);
  }

  toMatch(expected: RegExp): void {
    if (typeof this.value !== 'string' || !expected.test(this.value)) this.slowly.toMatch(expected);
  }

  toMatchObject(expected: object): void {
    const { value } = this;
    const holds =
      typeof value === 'object' &&
      value !== null &&
      Object.entries(expected).every(([name, part]) =>
        isDeepStrictEqual((value as Record<string, unknown>)[name], part),
      );
    if (!holds) this.slowly.toMatchObject(expected);
  }
}
