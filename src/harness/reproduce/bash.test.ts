import { execFileSync } from 'node:child_process';
import { actualValue, wanted } from '../../../test-support/said.ts';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caller } from '../../../test-support/fakes.ts';
import type { Access } from '../target/endpoint/accounts.ts';
import type { HttpExchange, Step } from '../target/target.ts';
import { reproductions, type Scenario } from './index.ts';

/*
 * Scripts are run by bash, with programs in the place of aws and curl that write down how they were called and
 * answer with what their kind of call would print.
 */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reproduce-'));
  for (const program of ['aws', 'curl']) {
    const file = join(folder, program);
    writeFileSync(file, double(program));
    chmodSync(file, 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const double = (program: string): string => String.raw`#!/bin/bash
{ printf '%s\0' ${program} "$AWS_ACCESS_KEY_ID" "$AWS_SESSION_TOKEN" "$@"; printf '\1'; } >> "$CALLS"
member() { grep -oE "\"$1\":\"([^\"\\]|\\.)*\"" <<<"$2" | head -n 1 | sed -E 's/^[^:]*:"(.*)"$/\1/'; }
case "$*" in
  *" create-key "*) member Description "$*" > "$CALLS.description"; echo new-key-id ;;
  *" describe-key "*) cat "$CALLS.description" ;;
  *CreateKey*) member Description "$*" > "$CALLS.description"; echo '{"KeyMetadata": {"KeyId": "new-key-id"}}' ;;
  *DescribeKey*) echo "{\"Description\": \"$(<"$CALLS.description")\"}" ;;
  *assume-role*) echo 'ASIAROLE secret token' ;;
  *AssumeRole*) echo '<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>' ;;
  *Status*) echo available ;;
  *" describe-db-cluster-snapshots "*) echo '{"DBClusterSnapshots": []}' ;;
  *Action=DescribeDBClusterSnapshots*) echo '<DBClusterSnapshots/>' ;;
  *" copy-db-cluster-snapshot "*)
    printf '{\n    "DBClusterSnapshot": {\n        "DBClusterSnapshotIdentifier": "%s",\n' "$(member TargetDBClusterSnapshotIdentifier "$*")" ;;
  *Action=CopyDBClusterSnapshot*)
    name=$(grep -oE 'TargetDBClusterSnapshotIdentifier=[^& ]*' <<<"$*" | cut -d= -f2-)
    printf 'HTTP/1.1 200 OK\r\n\r\n<DBClusterSnapshotIdentifier>%s</DBClusterSnapshotIdentifier>' "$name" ;;
esac
`;

/** A call that a script made. */
interface Call {
  readonly program: string;
  readonly key: string;
  readonly token: string;
  readonly words: readonly string[];
}

/** Runs a script. Its look at whether the name of the copy is taken is not among the calls. */
function play(script: string): readonly Call[] {
  const calls = allCalls(script);
  const look = calls.findIndex(({ words }) =>
    words.some((word) => /DescribeDBClusterSnapshots$|^--no-paginate$/.test(word)),
  );
  const [test] = [...calls.keys()].filter((i) => /copy-db|Action=Copy/.test(calls[i]?.words.join(' ') ?? ''));
  return calls.filter((_, i) => i !== look || i > (test ?? 0));
}

function allCalls(script: string): readonly Call[] {
  const calls = join(folder, 'calls');
  writeFileSync(calls, '');
  execFileSync('bash', ['-eu', '-c', script], {
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, CALLS: calls, AWS_SESSION_TOKEN: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return readFileSync(calls, 'utf8')
    .split('\u0001')
    .slice(0, -1)
    .map((record) => {
      const [program = '', key = '', token = '', ...all] = record.split('\0').slice(0, -1);
      if (program !== 'aws') return { program, key, token, words: all };
      // Version 1 of AWS CLI ignores AWS_ENDPOINT_URL for Neptune in us-east-1, and would call AWS.
      const [option, endpoint, ...words] = all;
      expect([option, endpoint]).toEqual(['--endpoint-url', 'http://127.0.0.1:1']);
      return { program, key, token, words };
    });
}

/** The same without `set -eu`, as somebody pastes it. */
const script = (scenario: Scenario, language = 'aws-cli'): string => reproductions(scenario)[language] ?? '';

const key = (account: string): Access => ({
  kind: 'access-key',
  credentials: { accessKeyId: account, secretAccessKey: 'secret' },
});
const role: Access = {
  kind: 'assumed-role',
  credentials: { accessKeyId: 'OLD', secretAccessKey: 'old', sessionToken: 'old' },
  roleArn: 'arn:aws:iam::222222222222:role/x',
};
const other = { account: '222222222222', region: 'us-east-1' };
const own = ['111111111111', key('111111111111')] as const;

const scenario = (different: Partial<Scenario> = {}): Scenario => ({
  title: 'copy-arn (a case)',
  expected: wanted('x z'),
  actual: actualValue('y'),
  endpoint: 'http://127.0.0.1:1',
  access: new Map([own, [other.account, key(other.account)]]),
  steps: [],
  caller,
  request: { SourceDBClusterSnapshotIdentifier: 'source', TargetDBClusterSnapshotIdentifier: 'new' },
  wire: {},
  look: 'answer',
  ...different,
});

const step = (operation: string, input: Step['input'], different: Partial<Step> = {}): Step => ({
  service: 'neptune',
  operation,
  caller,
  input,
  ...different,
});

const createKey = step(
  'CreateKey',
  { Description: 'd' },
  {
    service: 'kms',
    invented: { variable: 'key_own', path: 'KeyMetadata.KeyId', value: 'old-key-id' },
  },
);

/** The input of a call of AWS CLI. */
function inputOf({ words }: Call): unknown {
  return JSON.parse(words[words.indexOf('--cli-input-json') + 1] ?? 'null');
}
const inShort = (call: Call): string => `${call.key} ${call.words[1] ?? ''} ${JSON.stringify(inputOf(call))}`;

describe('with AWS CLI', () => {
  it('makes an ordinary call, and removes the copy', () => {
    expect(play(script(scenario())).map(inShort)).toEqual([
      '111111111111 copy-db-cluster-snapshot {"SourceDBClusterSnapshotIdentifier":"source","TargetDBClusterSnapshotIdentifier":"new"}',
      '111111111111 delete-db-cluster-snapshot {"DBClusterSnapshotIdentifier":"new"}',
    ]);
  });

  it('stages first, puts what was made up in its place, and undoes everything in reverse order', () => {
    const arn = 'arn:aws:kms:us-east-1:111111111111:key/old-key-id';
    const calls = play(
      script(
        scenario({
          steps: [
            createKey,
            step('CreateAlias', { AliasName: 'alias/a', TargetKeyId: 'old-key-id' }, { service: 'kms' }),
            step('CreateDBCluster', { DBClusterIdentifier: 'c', KmsKeyId: arn }),
            step(
              'CreateDBClusterSnapshot',
              { DBClusterIdentifier: 'c', DBClusterSnapshotIdentifier: 'source' },
              { awaited: 'source' },
            ),
          ],
          request: {
            SourceDBClusterSnapshotIdentifier: 'source',
            TargetDBClusterSnapshotIdentifier: 'new',
            KmsKeyId: arn,
          },
        }),
      ),
    );
    const newArn = arn.replace('old', 'new');
    expect(calls.map(({ words }) => words.slice(0, 2).join(' '))).toEqual([
      'kms create-key',
      'kms describe-key',
      'kms create-alias',
      'neptune create-db-cluster',
      'neptune create-db-cluster-snapshot',
      'neptune describe-db-cluster-snapshots',
      'neptune copy-db-cluster-snapshot',
      'neptune delete-db-cluster-snapshot',
      'neptune delete-db-cluster-snapshot',
      'neptune delete-db-cluster',
      'kms delete-alias',
      'kms schedule-key-deletion',
    ]);
    const inputs = calls.map((call) => inputOf(call) as Record<string, unknown>);
    expect([inputs[2]?.['TargetKeyId'], inputs[3]?.['KmsKeyId'], inputs[6]?.['KmsKeyId']]).toEqual([
      'new-key-id',
      newArn,
      newArn,
    ]);
    expect(inputs.slice(7)).toEqual([
      { DBClusterSnapshotIdentifier: 'new' },
      { DBClusterSnapshotIdentifier: 'source' },
      { DBClusterIdentifier: 'c', SkipFinalSnapshot: true },
      { AliasName: 'alias/a' },
      { KeyId: 'new-key-id', PendingWindowInDays: 7 },
    ]);
  });

  it('calls as another account by its access key', () => {
    const steps = [step('CreateDBCluster', { DBClusterIdentifier: 'c' }, { caller: other })];
    expect(play(script(scenario({ steps }))).map((call) => `${call.key} ${call.words[1] ?? ''}`)).toEqual([
      '222222222222 create-db-cluster',
      '111111111111 copy-db-cluster-snapshot',
      '111111111111 delete-db-cluster-snapshot',
      '222222222222 delete-db-cluster',
    ]);
  });

  it('calls as another account by assuming a role', () => {
    const access = new Map([own, [other.account, role]]);
    const calls = play(script(scenario({ access, caller: other, look: 'description' })));
    expect(calls.map((call) => `${call.key} ${call.token} ${call.words[1] ?? ''}`)).toEqual([
      '111111111111  assume-role',
      'ASIAROLE token copy-db-cluster-snapshot',
      'ASIAROLE token describe-db-cluster-snapshots',
      'ASIAROLE token delete-db-cluster-snapshot',
    ]);
  });

  it('calls in another Region where a step was made there', () => {
    const elsewhere = { ...caller, region: 'eu-west-1' };
    const steps = [step('CreateDBCluster', { DBClusterIdentifier: 'c' }, { caller: elsewhere })];
    const regions = play(script(scenario({ steps }))).map(
      ({ words }) => words[words.indexOf('--region') + 1 || words.length] ?? 'here',
    );
    expect(regions).toEqual(['eu-west-1', 'here', 'here', 'eu-west-1']);
  });

  const http = (body: string): HttpExchange => ({
    request: {
      method: 'POST',
      url: 'http://127.0.0.1:1/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    },
    response: {
      status: 200,
      headers: {},
      body: '<DBClusterSnapshotArn>arn:aws:rds:x:1:cluster-snapshot:new</DBClusterSnapshotArn>',
    },
  });

  const raw: { name: string; given: Partial<Scenario> }[] = [
    { name: 'a form that was edited', given: { wire: { CopyTags: 'maybe' } } },
    { name: 'no source', given: { request: { TargetDBClusterSnapshotIdentifier: 'new' } } },
    { name: 'no target', given: { request: { SourceDBClusterSnapshotIdentifier: 'source' } } },
  ];

  it.each(raw)('sends with curl what AWS CLI would not: $name', ({ given }) => {
    const body = "Action=CopyDBClusterSnapshot&CopyTags=maybe&Odd='%27$(touch x)";
    const curl = play(script(scenario({ ...given, http: http(body) }))).find(
      ({ program }) => program === 'curl',
    );
    expect(curl?.words).toContain(body);
    expect(curl?.words).toContain('http://127.0.0.1:1/');
    expect(curl?.words).toContain('111111111111:secret');
    expect(curl?.words.join(' ')).not.toContain('x-amz-security-token');
  });

  it('sends with curl as an assumed role, with the key that was made', () => {
    const access = new Map([own, [other.account, role]]);
    const calls = play(
      script(
        scenario({
          access,
          caller: other,
          steps: [createKey],
          wire: { CopyTags: 'maybe' },
          http: http('Action=CopyDBClusterSnapshot&KmsKeyId=old-key-id'),
        }),
      ),
    );
    const curl = calls.find(({ program }) => program === 'curl');
    expect(curl?.words).toEqual(
      expect.arrayContaining([
        'Action=CopyDBClusterSnapshot&KmsKeyId=new-key-id',
        'ASIAROLE:secret',
        'x-amz-security-token: token',
      ]),
    );
  });

  const looks: { name: string; given: Scenario['look']; expected: string[] }[] = [
    { name: 'nothing more than the answer', given: 'answer', expected: [] },
    {
      name: 'the copy',
      given: 'description',
      expected: ['describe-db-cluster-snapshots {"DBClusterSnapshotIdentifier":"new"}'],
    },
    {
      name: 'its tags',
      given: 'tags',
      expected: ['list-tags-for-resource {"ResourceName":"arn:aws:rds:x:1:cluster-snapshot:new"}'],
    },
    {
      name: 'its source',
      given: 'source',
      expected: ['describe-db-cluster-snapshots {"DBClusterSnapshotIdentifier":"source"}'],
    },
  ];

  it.each(looks)('looks at $name', ({ given, expected }) => {
    const calls = play(script(scenario({ look: given, http: http('') })));
    expect(calls.slice(1, -1).map((call) => inShort(call).replace('111111111111 ', ''))).toEqual(expected);
  });
});

describe('what is left to do', () => {
  const created = step('CreateDBClusterSnapshot', { DBClusterSnapshotIdentifier: 'source' });
  const removals = (steps: readonly Step[], different: Partial<Scenario> = {}): string[] =>
    play(script(scenario({ steps, ...different })))
      .filter(({ words }) => /^(delete|schedule)/.test(words[1] ?? ''))
      .map((call) => `${call.words[call.words.indexOf('--region') + 1] ?? ''} ${inShort(call)}`);

  it('is not what a step did already', () => {
    const deleted = step('DeleteDBClusterSnapshot', { DBClusterSnapshotIdentifier: 'source' });
    expect(removals([created, deleted]).filter((line) => line.includes('source'))).toHaveLength(1);
  });

  it('is done where a replica of a key is', () => {
    const replica = step(
      'ReplicateKey',
      { KeyId: 'old-key-id', ReplicaRegion: 'eu-west-1' },
      { service: 'kms' },
    );
    const [, there, here] = removals([createKey, replica]);
    expect(there).toMatch(/^eu-west-1 .*schedule-key-deletion {"KeyId":"new-key-id"/);
    expect(here).not.toMatch(/^eu-west-1/);
  });

  it('is nothing about a copy that no name is given to', () => {
    expect(removals([], { request: { SourceDBClusterSnapshotIdentifier: 'source' } })).toEqual([]);
  });

  it('is a copy with an empty name, which some targets make', () => {
    const request = { SourceDBClusterSnapshotIdentifier: 'source', TargetDBClusterSnapshotIdentifier: '' };
    expect(removals([], { request })).toEqual([
      'neptune 111111111111 delete-db-cluster-snapshot {"DBClusterSnapshotIdentifier":""}',
    ]);
  });

  it('is to look at the source where its ARN says it is', () => {
    const request = {
      SourceDBClusterSnapshotIdentifier: 'arn:aws:rds:us-east-1:222222222222:cluster-snapshot:source',
      TargetDBClusterSnapshotIdentifier: 'copy',
    };
    const steps = [created, { ...created, caller: other }];
    const look = play(script(scenario({ steps, request, look: 'source' }))).find(({ words }) =>
      words[1]?.startsWith('describe'),
    );
    expect(look?.key).toBe('222222222222');
  });

  it('is to look at the source as whoever made it', () => {
    const steps = [{ ...created, caller: other }];
    const look = play(script(scenario({ steps, look: 'source' }))).find(({ words }) =>
      words[1]?.startsWith('describe'),
    );
    expect(look?.key).toBe('222222222222');
  });

  it('is to put the longest of two names in its place', () => {
    const longer: Step = {
      ...createKey,
      invented: { variable: 'key_longer', path: 'KeyMetadata.KeyId', value: 'old-key-id-2' },
    };
    const request = {
      SourceDBClusterSnapshotIdentifier: 'old-key-id-2',
      TargetDBClusterSnapshotIdentifier: 'new',
    };
    const calls = play(script(scenario({ steps: [createKey, longer], request })));
    expect(inputOf(calls[4] as Call)).toMatchObject({ SourceDBClusterSnapshotIdentifier: 'new-key-id' });
  });
});

describe('the PreSignedUrl that the SDK for JavaScript adds', () => {
  const body = 'Action=CopyDBClusterSnapshot&PreSignedUrl=https%3A%2F%2Fx&CopyTags=maybe';
  const http: HttpExchange = {
    request: { method: 'POST', url: 'http://127.0.0.1:1/', headers: {}, body },
    response: { status: 200, headers: {}, body: '' },
  };
  const sent = (different: Partial<Scenario>): readonly string[] =>
    play(script(scenario({ wire: { CopyTags: 'maybe' }, http, ...different })))[0]?.words ?? [];

  it('is left out, unless it was asked for', () => {
    const request = { ...scenario().request, PreSignedUrl: 'https://x' };
    expect(sent({})).toContain('Action=CopyDBClusterSnapshot&CopyTags=maybe');
    expect(sent({ request })).toContain(body);
    expect(sent({ wire: { PreSignedUrl: 'https://x' } })).toContain(body);
  });
});

describe('hostile texts', () => {
  const texts = [
    `it's`,
    `'; touch pwned; '`,
    '$(touch pwned) `touch pwned` ${HOME} $HOME',
    '"double" \\ back\\\\slash \\n',
    'two\nlines\tand a tab',
    '-starts-with-a-dash',
    '--help',
    'file:///etc/passwd',
    'http://127.0.0.1:1/x',
    '*?[a]{b,c}~!#&|;<>()',
    '',
    ' ',
    'ünï ☃ 𝕏',
    '\u0000\u0007\u007f',
    '\ud800 alone',
  ];
  /** What can be encoded at all. */
  const encodable = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

  it.each(texts)('%j reach AWS CLI as they are', (text) => {
    const request = {
      SourceDBClusterSnapshotIdentifier: text,
      TargetDBClusterSnapshotIdentifier: text,
      Tags: [{ Key: text, Value: text }],
    };
    const steps = [step('CreateDBCluster', { DBClusterIdentifier: text }), createKey];
    const calls = play(script(scenario({ title: `a title\n${text}`, request, steps, look: 'description' })));
    const at = encodable(text);
    expect(inputOf(calls[0] as Call)).toEqual({ DBClusterIdentifier: at });
    expect(calls.find(({ words }) => words[1] === 'copy-db-cluster-snapshot')?.words.at(-1)).toBe(
      JSON.stringify({
        SourceDBClusterSnapshotIdentifier: at,
        TargetDBClusterSnapshotIdentifier: at,
        Tags: [{ Key: at, Value: at }],
      }),
    );
    expect(calls.every(({ program }) => program === 'aws')).toBe(true);
  });

  it.each(texts)('%j reach curl as they are', (text) => {
    const request = { SourceDBClusterSnapshotIdentifier: text, TargetDBClusterSnapshotIdentifier: 'new' };
    const calls = play(script(scenario({ title: `a title\n${text}`, request }), 'curl'));
    const form = new URLSearchParams(
      (calls[0]?.words ?? []).filter((_, i, words) => words[i - 1] === '-d').join('&'),
    );
    expect(form.get('SourceDBClusterSnapshotIdentifier')).toBe(encodable(text));
    expect(calls.every(({ program }) => program === 'curl')).toBe(true);
  });
});

describe('with curl alone', () => {
  it('stages, calls and undoes in the same order, with the key that was made', () => {
    const calls = play(
      script(
        scenario({
          steps: [createKey, step('CreateDBCluster', { DBClusterIdentifier: 'c', KmsKeyId: 'old-key-id' })],
        }),
        'curl',
      ),
    );
    expect(calls.map(({ words }) => /(?:TrentService\.|Action=)(\w+)/.exec(words.join(' '))?.[1])).toEqual([
      'CreateKey',
      'DescribeKey',
      'CreateDBCluster',
      'CopyDBClusterSnapshot',
      'DeleteDBClusterSnapshot',
      'DeleteDBCluster',
      'ScheduleKeyDeletion',
    ]);
    expect(calls[2]?.words).toContain('KmsKeyId=new-key-id');
    expect(calls[6]?.words).toContain('{"KeyId":"new-key-id","PendingWindowInDays":7}');
  });

  it('signs as the account that calls', () => {
    const access = new Map([own, [other.account, role]]);
    const [assume, ...calls] = play(script(scenario({ access, caller: other }), 'curl'));
    expect(assume?.words).toContain('111111111111:secret');
    for (const { words } of calls) {
      expect(words).toEqual(expect.arrayContaining(['ASIAROLE:secret', 'x-amz-security-token: token']));
    }
    expect(calls).toHaveLength(2);
  });
});
