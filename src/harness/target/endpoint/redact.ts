import { mapTexts } from '../../../protocol/map-texts.ts';
import type { Redact } from '../target.ts';
import type { Credentials } from './connection.ts';

/** Stands for what is not told. The same in every run, so that reports compare. */
export const redacted = '[redacted]';

/** A shorter secret is an ordinary word as well (emulators take `secret`, `test`): it is taken out only where a credential stands. */
const shortest = 8;

/** So much of the start of a secret gives it away: a text may be cut in the middle of one. */
const telling = 12;

/** A secret is compared so far; what follows without a break belongs to it. */
const longest = 64;

/**
 * Takes out of a value whatever must not be kept: these secrets however they are written, and what is secret by
 * where it stands: signatures, tokens, key ids of credentials, headers and members that hold them, user and
 * password of a URL. Twelve digits are the account, not a secret. Judging needs the value as it came.
 */
export function redactor(secrets: readonly string[]): Redact {
  const literals = new Set(
    secrets.filter((secret) => secret.length >= shortest).flatMap((secret) => [secret, ...inBase64(secret)]),
  );
  const patterns = [...literals].sort((a, b) => b.length - a.length).map(literalPattern);
  const change = (text: string): string =>
    patterns.reduce((result, pattern) => result.replace(pattern, redacted), withoutCredentials(text));
  return (value) => mapTexts(value, (text, path) => change(hidden(text, path.at(-1)?.toLowerCase())));
}

/** The secrets of credentials and addresses. An access key id is one where it looks like one of AWS. */
export function secretsOf(credentials: readonly Credentials[], urls: readonly string[]): string[] {
  const ofAccounts = credentials.flatMap(({ accessKeyId, secretAccessKey, sessionToken }) => [
    ...(/^(?=.*[A-Z])[A-Z0-9]{16,128}$/.test(accessKeyId) ? [accessKeyId] : []),
    secretAccessKey,
    ...(sessionToken === undefined ? [] : [sessionToken]),
  ]);
  const ofUrls = urls.flatMap((url) => /:\/\/([^/?#\\]*)@/.exec(url)?.[1]?.split(':') ?? []);
  return [...ofAccounts, ...ofUrls, ...ofUrls.map(decoded)];
}

/** An address without user and password: the SDK does not send them. */
export const withoutUser = (url: string): string => url.replace(/^([a-z]+:\/\/)[^/?#\\]*@/i, '$1');

/** Headers and members of which nothing is kept. */
const hiddenMembers = new Set([
  'cookie',
  'set-cookie',
  'proxy-authorization',
  'x-amz-security-token',
  'secretaccesskey',
  'sessiontoken',
]);

/** A header or member whose value is secret, without that; of an authorization, the scheme remains. */
function hidden(text: string, member: string | undefined): string {
  if (member === undefined || text === '') return text;
  if (hiddenMembers.has(member)) return redacted;
  return member === 'authorization' && !text.startsWith('AWS4-') ? withoutValue(text) : text;
}

const withoutValue = (authorization: string): string => `${authorization.split(' ', 1)[0] ?? ''} ${redacted}`;

// In forms, XML and JSON, also where one is written within another. Runs are bounded, or hostile texts take long.
const separator = String.raw`(?:[^\w%&\\<]|%(?:25)*(?:3d|3a|22|27|20)|&(?:amp;)*(?:quot|apos|gt|#\d{2,3}|#x[\da-f]{2});|\\{1,4}["'/nrt]|\\{1,4}u00[\da-f]{2}){1,12}`;
// Letters, digits and what else base64 has, each of which may be escaped.
const escapedDigits = String.raw`(?:2[bdef]|3[\dd]|[46][1-9a-f]|[57][\da]|5f|7e)`;
const tokenCharacter = String.raw`(?:[\w+/=.~-]|%(?:25)*${escapedDigits}|\\{1,4}(?:/|u00${escapedDigits})|&(?:amp;)*#(?:\d{2,3}|x[\da-f]{2});)`;
const slash = String.raw`(?:\\{0,4}/|%(?:25)*2f|\\{1,4}u002f|&(?:amp;)*#(?:47|x2f);)`;

const unlessDone = String.raw`(?!redacted\])`;

const everywhere = (source: string): RegExp => new RegExp(source, 'gi');

const signature = everywhere(`(signature${separator})[\\da-f]{16,}`);
const token = everywhere(
  `((?:security|session)[-_]?token${separator})${unlessDone}${tokenCharacter}{${shortest},}`,
);
const secretKey = everywhere(
  `(secret[-_]?(?:access[-_]?)?key${separator})${unlessDone}${tokenCharacter}{${shortest},}`,
);
const keyId = everywhere(`(credential${separator})([\\w.~-]{1,128})(?=${slash}\\d{8})`);
const scheme = everywhere(
  `(authorization${separator}(?:basic|bearer)(?:[ +]|%(?:25)*20)+)${tokenCharacter}{4,}`,
);
const userInfo = /(:\\{0,4}\/\\{0,4}\/)[^\s/?#"'<>\\]+@/g;

/** Without one of these there is none of the patterns below in a text: most texts have none. */
const telltale = /signature|security|session|secret|authorization|credential|:\\{0,4}\/\\{0,4}\//i;

const withoutCredentials = (text: string): string => (telltale.test(text) ? withoutThose(text) : text);

const withoutThose = (text: string): string =>
  text
    .replace(signature, `$1${redacted}`)
    .replace(token, `$1${redacted}`)
    .replace(secretKey, `$1${redacted}`)
    .replace(scheme, `$1${redacted}`)
    .replace(keyId, (all: string, before: string, id: string) =>
      /^\d{12}$/.test(id) ? all : `${before}${redacted}`,
    )
    .replace(userInfo, `$1${redacted}@`);

/** Matches a text however its characters are written, from the part of it on that gives it away. */
function literalPattern(text: string): RegExp {
  const characters = Array.from(text.slice(0, longest), written);
  const start = characters.slice(0, telling).join('');
  const rest = characters.slice(telling).reduceRight((inner, next) => `(?:${next}${inner})?`, '');
  const tail = text.length > longest ? `${tokenCharacter}*` : '';
  return everywhere(`${start}${rest}${tail}`);
}

const named: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** The ways in which a character may be written: as it is, escaped as in a URL, in XML or in JSON. */
function written(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const bytes = [...Buffer.from(character)].map((byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`);
  const name = named[character];
  // The longest first: what follows is optional, so that nothing brings the others back.
  const ways = [
    ...(name === undefined ? [] : [`&(?:amp;)*${name};`]),
    `&(?:amp;)*#(?:${code}|x0*${hex});`,
    bytes.join(''),
    ...(code > 0xffff ? [] : [String.raw`\\{1,4}u${hex.padStart(4, '0')}`]),
    ...('"/\\\''.includes(character) ? [String.raw`\\{1,4}${literal(character)}`] : []),
    ...(character === ' ' ? [String.raw`\+`] : []),
    literal(character),
  ];
  return `(?:${ways.join('|')})`;
}

const literal = (character: string): string => character.replace(/[.*+?^${}()|[\]\\/-]/, String.raw`\$&`);

/** What of a text's base64 is the same whatever stands before and after it, for each of the three ways to be aligned. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    const own = encoded.slice([0, 2, 3][before], whole);
    return own.length < shortest ? [] : [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
