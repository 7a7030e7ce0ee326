import type { Caller } from '../../model/index.ts';
import type { Credentials } from '../target/endpoint/connection.ts';
import type { TlsOptions } from '../target/endpoint/tls.ts';
import type { Script } from './script.ts';
import { shown, type Writing } from './text.ts';

/** A word for the shell, whatever is in it; what hides is written as bash's escapes. */
export function quote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (text === shown(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  return `$'${Array.from(text, escaped).join('')}'`;
}

function escaped(character: string): string {
  if (character === "'" || character === '\\') return `\\${character}`;
  if (character === shown(character) || character === '\0') return character === '\0' ? '' : character;
  return [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** How bash writes texts: quoted pieces stand beside each other. */
export const shellText: Writing = {
  literal: quote,
  variable: (name) => `"$${name}"`,
  upper: (name) => `"$${name.toUpperCase()}"`,
  joiner: '',
};

/** The head of a bash script: what it shows, and the credentials of the account that needs no mention. */
export function shellHead({ title, home, access }: Script): string[] {
  const own = access.get(home)?.credentials;
  return [
    '#!/usr/bin/env bash',
    ...title.map((line) => `# ${line}`),
    ...(own === undefined ? [] : [`export ${credentialWords(own).join(' ')}`]),
    'unset AWS_SESSION_TOKEN AWS_PROFILE',
  ];
}

/**
 * Functions that run a command as another account. `assume` prints access key id, secret and token of a role,
 * in a line.
 */
export function otherAccounts(script: Script, assume: (roleArn: string) => string): string[] {
  return [...script.access].flatMap(([account, way]) => {
    if (account === script.home) return [];
    const head = `as_${account}() {`;
    if (way.kind === 'access-key') return [`${head} ${credentialWords(way.credentials).join(' ')} "$@"; }`];
    return [
      `doing=${quote(`AssumeRole ${shown(way.roleArn)}`)}`,
      `read -r id_${account} secret_${account} token_${account} < <(${assume(way.roleArn)}) || stop failed`,
      `${head} AWS_ACCESS_KEY_ID=$id_${account} AWS_SECRET_ACCESS_KEY=$secret_${account} AWS_SESSION_TOKEN=$token_${account} "$@"; }`,
    ];
  });
}

/** Runs a command as the account, if that needs to be said. */
export const asAccount = ({ account }: Caller, { home, access }: Script): string =>
  account === home || !access.has(account) ? '' : `as_${account} `;

/**
 * A function that signs and sends any request with curl: `send SERVICE REGION ARGUMENT…`. Nothing but curl is
 * needed for it.
 */
export const sendFunction = ({ tls, userAgent }: Script): readonly string[] => [
  'send() {',
  `  curl -gsS${curlTrust(tls)}${userAgent === undefined ? '' : ` -A ${quote(userAgent)}`} -m 60 --fail-with-body --aws-sigv4 "aws:amz:$2:$1" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\`,
  '    ${AWS_SESSION_TOKEN:+-H "x-amz-security-token: $AWS_SESSION_TOKEN"} "${@:3}"',
  '}',
];

const curlTrust = ({ caFile, insecure = false }: TlsOptions = {}): string =>
  `${caFile === undefined ? '' : ` --cacert ${quote(caFile)}`}${insecure ? ' -k' : ''}`;

const credentialWords = ({ accessKeyId, secretAccessKey, sessionToken }: Credentials): string[] => [
  `AWS_ACCESS_KEY_ID=${quote(accessKeyId)}`,
  `AWS_SECRET_ACCESS_KEY=${quote(secretAccessKey)}`,
  ...(sessionToken === undefined ? [] : [`AWS_SESSION_TOKEN=${quote(sessionToken)}`]),
];
