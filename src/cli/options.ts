import { InvalidArgumentError, Option, type Command } from 'commander';
import type { AccountProfile } from '../harness/target/endpoint/profiles.ts';
import { requirementSets, rules, type RuleId } from '../contract/generated/catalogue.ts';
import { formatsOf, type Format, type Subject } from '../reporters/index.ts';
import { suggestion } from '../contract/nearest.ts';
import { leftOutNames, type LeftOutName } from '../contract/capabilities.ts';
import { usual } from '../contract/usual.ts';
import { completing } from './completions.ts';
import type { MinMeasured, Shard } from '../contract/generated/types.ts';
import { problemOfUrl } from '../harness/target/endpoint/endpoint-url.ts';
import { withoutUser } from '../harness/target/endpoint/redact.ts';

/** Where a report goes: a file, or standard output. */
export interface ReportSink<F extends string = Format> {
  readonly format: F;
  readonly file?: string;
}

/** Reads `FORMAT[=FILE]` of these formats; an unknown one is refused. */
export const sinkParser =
  <F extends string>(formats: readonly F[]) =>
  (text: string, before: readonly ReportSink<F>[] = []): ReportSink<F>[] => {
    const [name = '', ...rest] = text.split('=');
    const format = formats.find((each) => each === name);
    if (format === undefined) {
      throw new InvalidArgumentError(`There is no format "${name}"; there are ${formats.join(', ')}.`);
    }
    const file = rest.join('=');
    if (rest.length > 0 && file === '')
      throw new InvalidArgumentError(`No file is named after "${format}=".`);
    return [...before, { format, ...(file !== '' && { file }) }];
  };

/** The formats of a report. */
export const reportFormats = formatsOf('run');

/** Reads where a report goes. */
export const parseReport = sinkParser(reportFormats);

/** The flag `--report` of a command that reports on such a subject. */
export function reportOption(subject: Subject, description: string): Option {
  const formats = formatsOf(subject);
  const option = new Option('--report <format[=file]>', description).argParser(sinkParser(formats));
  return completing(option, () => formats);
}

/** Reads the id of a rule. */
export function parseOneRule(text: string): RuleId {
  const rule = rules.find(({ id }) => id === text);
  if (rule === undefined) {
    const ids = rules.map(({ id }) => id);
    throw new InvalidArgumentError(
      `There is no rule "${text}"${suggestion(text, ids) || '; `explain` lists them.'}`,
    );
  }
  return rule.id;
}

/** Reads the id of one more rule. */
export const parseRule = (text: string, before: readonly RuleId[] = []): RuleId[] => [
  ...before,
  parseOneRule(text),
];

/** Reads the name of a requirement set. */
export function parseRequirements(text: string): string {
  const names = requirementSets.map(({ name }) => name);
  if (names.includes(text)) return text;
  throw new InvalidArgumentError(`There is no requirement set "${text}"; there are ${names.join(', ')}.`);
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

/** Adds the flags about the certificate of an https endpoint. */
export const withTrust = (command: Command): Command =>
  command
    .option('--ca <file>', 'certificates (PEM) to trust at an https endpoint, in the place of the usual ones')
    .option('--insecure', 'do not check the certificate of an https endpoint');

/** Adds one more text. */
export const more = (text: string, before: readonly string[] = []): string[] => [...before, text];

/** Adds the flags about how an endpoint is reached, and how the run may be known there. */
export const withWay = (command: Command): Command =>
  command
    .option('--kms-endpoint <url>', 'where its KMS is, if elsewhere', parseUrl)
    .option(
      '--account <id=profile>',
      'an account by a profile of the AWS configuration; the first calls, a second is the other one',
      parseAccount,
    )
    .option('--region <region>', 'the called Region', parseRegion, usual.region)
    .option('--journal <file>', 'where to tell what is made at the endpoint; the state folder unless given')
    .option('--timeout <seconds>', 'how long to wait for an answer', integer(1, 3600), usual.timeout / 1000);

/** Flags that bound a run, in seconds. */
export interface BoundFlags {
  readonly deadline: number;
  readonly copyTimeout: number;
}

/** Adds the flags that bound a run, with what they are unless given. */
export const withBounds = (
  command: Command,
  { deadline, copyTimeout }: BoundFlags = { deadline: 600, copyTimeout: 60 },
): Command =>
  command
    .option(
      '--deadline <seconds>',
      'time after which the run cleans up and reports what it has',
      integer(1, 86_400),
      deadline,
    )
    .option(
      '--copy-timeout <seconds>',
      'how long to wait for a copy to become available; after two in vain, the rest is told from them',
      integer(1, 3600),
      copyTimeout,
    );

/** Reads names of what is to be left out, with commas between them. */
export function parseWithout(text: string, before: readonly LeftOutName[] = []): LeftOutName[] {
  const names = text.split(',').map((name) => {
    const known = leftOutNames.find((each) => each === name.trim());
    if (known !== undefined) return known;
    throw new InvalidArgumentError(
      `There is no "${name.trim()}" to leave out; there are ${leftOutNames.join(', ')}.`,
    );
  });
  return [...new Set([...before, ...names])];
}

/** Reads a number of rules such as 40, or a share of them such as 75% or 75 %. */
export function parseMinMeasured(text: string): MinMeasured {
  const [, number = '', sign = ''] = /^(\d{1,3}(?:\.\d+)?) ?(%?)$/.exec(text.trim()) ?? [];
  const value = Number(number);
  if (number === '' || (sign === '' ? !Number.isInteger(value) : value > 100)) {
    throw new InvalidArgumentError('Neither a number of rules such as 40 nor a share of them such as 75%.');
  }
  return sign === '' ? { unit: 'rules', value } : { unit: 'share', value: value / 100 };
}

/** Reads `INDEX/COUNT`, such as 3/16. */
export function parseShard(text: string): Shard {
  const [index, count] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).slice(1).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new InvalidArgumentError('Not a part of a run such as 3/16, from 1/16 to 16/16.');
  }
  return { index, count };
}

/** Reads an http or https URL, with a path but nothing behind it. User and password are not sent, and not kept. */
export function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError('Not an http or https URL.');
  }
  const problem = problemOfUrl(text);
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return withoutUser(text).replace(/\/$/, '');
}

/** Reads the name of a Region. */
export function parseRegion(text: string): string {
  // Not the model's own test: `--help` loads nothing of the model.
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
