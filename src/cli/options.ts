import { InvalidArgumentError } from 'commander';
import type { AccountProfile } from '../targets/endpoint/profiles.ts';
import { rules, type RuleId } from '../spec/generated/catalogue.ts';
import { reporters } from '../reporters/index.ts';

/** Where a report goes: a file, or standard output. */
export interface ReportSink {
  readonly format: string;
  readonly file?: string;
}

/** Reads `FORMAT[=FILE]`; an unknown format is refused. */
export function parseReport(text: string, before: readonly ReportSink[] = []): ReportSink[] {
  const [format = '', ...rest] = text.split('=');
  if (!Object.hasOwn(reporters, format)) {
    throw new InvalidArgumentError(
      `There is no format "${format}"; there are ${Object.keys(reporters).join(', ')}.`,
    );
  }
  const file = rest.join('=');
  if (rest.length > 0 && file === '') throw new InvalidArgumentError(`No file is named after "${format}=".`);
  return [...before, { format, ...(file !== '' && { file }) }];
}

/** Reads the id of a rule. */
export function parseRule(text: string, before: readonly RuleId[] = []): RuleId[] {
  const rule = rules.find(({ id }) => id === text);
  if (rule === undefined)
    throw new InvalidArgumentError(`There is no rule "${text}"; spec/rules.yaml lists them all.`);
  return [...before, rule.id];
}

/** Reads a whole number from `low` to `high`. */
export const integer =
  (low: number, high = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(
        `Not a whole number from ${low}${high === Number.MAX_SAFE_INTEGER ? '' : ` to ${high}`}.`,
      );
    }
    return value;
  };

/** Reads an http or https URL. */
export function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError('Not an http or https URL.');
  }
  return text.replace(/\/$/, '');
}

/** Reads the name of a Region. */
export function parseRegion(text: string): string {
  if (!/^[a-z]{2}(-[a-z]+)+-\d+$/.test(text))
    throw new InvalidArgumentError('Not the name of a Region, such as us-east-1.');
  return text;
}

/** Reads `ID=PROFILE`: twelve digits and the name of a profile. At most two accounts play a role. */
export function parseAccount(text: string, before: readonly AccountProfile[] = []): AccountProfile[] {
  const [, id, profile] = /^(\d{12})=(.+)$/.exec(text) ?? [];
  if (id === undefined || profile === undefined) {
    throw new InvalidArgumentError('Not of the form ID=PROFILE with an account of twelve digits.');
  }
  if (before.length === 2) throw new InvalidArgumentError('Two accounts are enough.');
  return [...before, { id, profile }];
}
