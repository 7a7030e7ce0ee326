import { mapTexts } from '../../protocol/map-texts.ts';
import type { Setting } from '../../model/index.ts';

/** Whose recording it is, and when it was made: none of it is kept as it was. */
export interface Origin extends Pick<Setting, 'accounts'> {
  readonly startedAt: Date;
  /** Host and port of the endpoint, where there is one. */
  readonly host?: string;
}

/** Who plays the roles in a recording. */
export const anonymousAccounts: Setting['accounts'] = { self: '111111111111', other: '222222222222' };

/** Accounts that are nobody's: those of documentation, and those that emulators make up. */
const nobodys = ['000000000000', '123456789012', '111122223333', '444455556666'];

/** What stands for the host of an endpoint. */
const anonymousHost = 'target.invalid';

const hex = (number: number, length: number): string => number.toString(16).padStart(length, '0');

/** Ids of which each is unique: what tells them, and what stands for the one with a number. */
const kinds: readonly (readonly [RegExp, (number: number) => string])[] = [
  [/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, (number) => `abcdef00-0000-4000-8000-${hex(number, 12)}`],
  [/\bmrk-[\da-f]{32}/gi, (number) => `mrk-abcdef${hex(number, 26)}`],
  [/\b(?:vpc|sg|subnet|eni)-[\da-f]{8,17}\b/gi, (number) => `vpc-abcdef${hex(number, 11)}`],
  [/\bcluster-[A-Z\d]{26}\b/gi, (number) => `cluster-ABCDEF${hex(number, 20).toUpperCase()}`],
];

/** When every recording began. */
const beginning = Date.UTC(2000, 0, 1);

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Puts placeholders in the place of accounts, ids and the endpoint's host, and tells times from the same day on, each
 * text alike wherever it stands: what refers to another still does. What the contract itself has written stays.
 */
export class Anonymiser {
  readonly #host: string | undefined;
  readonly #roles: ReadonlyMap<string, string>;
  readonly #accountLike: RegExp;
  readonly #strangers = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  /** Whole seconds, so that what is written without fractions is still the same time as what has them. */
  readonly #shift: number;
  /** Days that a run may see, as they stand in names and in what is signed, and what stands for them. */
  readonly #days: readonly (readonly [day: string, placeholder: string])[];

  constructor({ accounts, startedAt, host }: Origin) {
    this.#host = host;
    this.#roles = new Map([
      [accounts.other, anonymousAccounts.other],
      [accounts.self, anonymousAccounts.self],
    ]);
    // Those of the run are told wherever they stand, also within a longer number.
    this.#accountLike = new RegExp(`${accounts.self}|${accounts.other}|(?<![\\d.-])\\d{12}(?!\\d)`, 'g');
    this.#shift = beginning - Math.floor(startedAt.getTime() / 1000) * 1000;
    this.#days = [0, oneDay].flatMap((later) => {
      const day = dayOf(startedAt.getTime() + later);
      const placeholder = dayOf(beginning + later);
      return [[day, placeholder] as const, [compact(day), compact(placeholder)] as const];
    });
  }

  /** A value with all its texts changed, but for what also stands in `own`, the contract's part of it. */
  apply<T>(value: T, own?: unknown): T {
    const kept = JSON.stringify(own ?? '').toLowerCase();
    const unlessKept = (found: string, change: () => string): string =>
      kept.includes(found.toLowerCase()) ? found : change();
    return mapTexts(value, (text) => this.#changed(text, unlessKept));
  }

  #changed(text: string, unlessKept: (found: string, change: () => string) => string): string {
    let result = this.#host === undefined ? text : text.replaceAll(this.#host, anonymousHost);
    for (const [shape, placeholder] of kinds)
      result = result.replace(shape, (id) => unlessKept(id, () => this.#id(id, placeholder)));
    result = result.replace(this.#accountLike, (account) =>
      unlessKept(account, () => this.#account(account)),
    );
    for (const [shape, write] of times)
      result = result.replace(shape, (written) =>
        unlessKept(written, () => write(new Date(Date.parse(written) + this.#shift), written)),
      );
    for (const [day, placeholder] of this.#days)
      result = result.replaceAll(day, () => unlessKept(day, () => placeholder));
    return result;
  }

  /** The same id in capitals gets the same placeholder in capitals: a target that changes its case is seen to. */
  #id(id: string, placeholder: (number: number) => string): string {
    const key = id.toLowerCase();
    const known = this.#ids.get(key) ?? placeholder(this.#ids.size + 1);
    this.#ids.set(key, known);
    if (id === key) return known.toLowerCase();
    return id === id.toUpperCase() ? known.toUpperCase() : known;
  }

  #account(account: string): string {
    const role = this.#roles.get(account);
    if (role !== undefined) return role;
    if (nobodys.includes(account)) return account;
    const known = this.#strangers.get(account) ?? String(333_333_333_331 + this.#strangers.size);
    this.#strangers.set(account, known);
    return known;
  }
}

/** How times are written, and how another is written in the same way. */
const times: readonly (readonly [RegExp, (time: Date, like: string) => string])[] = [
  [
    /\b\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?Z/g,
    (time, like) =>
      isTime(time) ? `${time.toISOString().slice(0, 19)}${/\.\d+/.exec(like)?.[0] ?? ''}Z` : like,
  ],
  [
    /\b\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\b/g,
    (time, like) => (isTime(time) ? time.toUTCString() : like),
  ],
];

const isTime = (time: Date): boolean => !Number.isNaN(time.getTime());

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

const compact = (day: string): string => day.replaceAll('-', '');
