/**
 * Plans and policies that somebody wrote to do harm, or that are something else altogether: `check` ends with 0, 1 or
 * 2, says where, and tells next to nothing of what the files hold.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { run } from '../src/cli/program.ts';
import { formatsOf } from '../src/reporters/index.ts';

/** What no message may hold more than forty of. */
const secret = 'Ж';
const long = secret.repeat(300);
const told = (text: string): boolean => text.includes(secret.repeat(41));

const folder = mkdtempSync(join(tmpdir(), 'ncc-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
function file(content: string | Uint8Array, suffix = '.yaml'): string {
  files += 1;
  const path = join(folder, `${files}${suffix}`);
  writeFileSync(path, content);
  return path;
}

/** Runs the command in this process. What it throws is a failure of the test. */
async function check(...args: readonly string[]): Promise<{ code: unknown; output: string }> {
  let output = '';
  const write = (text: string | Uint8Array): boolean => {
    output += String(text);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(write),
  );
  const before = process.exitCode;
  try {
    await run(['node', 'neptune-copy-contract', 'check', ...args]);
    return { code: process.exitCode, output: output.replaceAll(folder, '.') };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}

const plain = 'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n';
const laughs = (levels: number): string =>
  `l0: &l0 [${long}]\n${Array.from({ length: levels }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(10)}]\n`).join('')}`;

interface Hostile {
  readonly name: string;
  readonly given: string;
  readonly code: number;
  readonly says: string | RegExp;
}

const plans: readonly Hostile[] = [
  {
    name: 'brackets without end',
    given: '['.repeat(100_000),
    code: 2,
    says: /\.yaml:1:100: nesting exceeded maxDepth/,
  },
  { name: 'hyphens without end', given: '- '.repeat(100_000), code: 2, says: /:1:\d+: nesting exceeded/ },
  { name: 'members without end', given: '{a: '.repeat(100_000), code: 2, says: /:1:\d+: nesting exceeded/ },
  {
    name: 'a billion laughs',
    given: laughs(9),
    code: 2,
    says: /:7:\d+: the aliases stand for more than 1000000 values/,
  },
  {
    name: 'an alias of what it is in',
    given: 'a: &a [*a]\n',
    code: 2,
    says: ':1:8: the alias *a stands for what it is a part of',
  },
  {
    name: 'an alias that nobody knows',
    given: `a: *${long}\n`,
    code: 2,
    says: `:1:4: the alias *${secret.repeat(39)}… has no anchor`,
  },
  { name: 'a tag that nobody knows', given: `a: !<${long}> 1\n`, code: 2, says: /:1:\d+: / },
  {
    name: 'more values than fit',
    given: `a: [${'1,'.repeat(4_100_000)}]`,
    code: 2,
    says: /:1:\d+: here begin more values than can be read at once/,
  },
  {
    name: 'a shadow file',
    given: `root:$6$${long}:19000:0:99999:7:::\ndaemon:*:19000:0:99999:7:::\n`,
    code: 1,
    says: `no member "root:$6$${secret.repeat(31)}…"`,
  },
  {
    name: 'a private key',
    given: `-----BEGIN PRIVATE KEY-----\n${long}\n-----END PRIVATE KEY-----\n`,
    code: 1,
    says: 'the text "-----BEGIN PRIVATE KEY----- ЖЖЖЖЖЖЖЖЖЖЖ…"',
  },
  {
    name: 'credentials',
    given: `[default]\naws_secret_access_key = ${long}\n`,
    code: 2,
    says: /:2:1: /,
  },
  { name: 'JSON that breaks off', given: `{"password": "${long}`, code: 2, says: /:1:\d+: unexpected end/ },
  { name: 'JSON with a word too many', given: `{"password": "x"} ${long}`, code: 2, says: /:1:19: / },
  { name: 'no text', given: '\0\x01\x02ELF', code: 2, says: /:1:1: / },
  {
    name: 'a member with a name that is long',
    given: `${plain}${long}: 1\n`,
    code: 1,
    says: `no member "${secret.repeat(39)}…"`,
  },
  {
    name: 'a value that is no boolean',
    given: `${plain}CopyTags: ${long}\n`,
    code: 1,
    says: `must be true or false, not the text "${secret.repeat(39)}…"`,
  },
  {
    name: 'a name that is long',
    given: plain.replace(': b', `: ${long}`),
    code: 1,
    says: 'target-identifier-syntax',
  },
  {
    name: 'a source that is none',
    given: plain.replace(': a', `: ${long}`),
    code: 1,
    says: 'source-identifier-form',
  },
  {
    name: 'a key that is none',
    given: `${plain}KmsKeyId: arn:${long}\n`,
    code: 1,
    says: 'kms-key-accessible',
  },
  {
    name: 'a Region that is none',
    given: `caller: { region: ${long} }\nrequest: { ${plain.trim().replace('\n', ', ')} }\n`,
    code: 1,
    says: `"${secret.repeat(39)}…" is not the name of a Region`,
  },
  {
    name: 'a value that moves the cursor',
    given: `${plain}CopyTags: "\\e[2J\\e]0;x\\a\\u202e"\n`,
    code: 1,
    says: String.raw`"\u001b[2J\u001b]0;x\u0007\u{202e}"`,
  },
  {
    name: 'a million tags',
    given: `${plain}Tags: [${'{Key: k},'.repeat(200_000)}]\n`,
    code: 1,
    says: 'Tags must be a list of at most 1000 tags to be looked at, not of 200000',
  },
  {
    name: 'a name of megabytes',
    given: plain.replace(': b', `: ${'b'.repeat(5_000_000)}`),
    code: 1,
    says: 'target-identifier-syntax',
  },
  {
    name: 'an ARN of megabytes',
    given: plain.replace(': a', `: arn:aws:rds:${'us-'.repeat(1_000_000)}`),
    code: 1,
    says: 'source-arn-form',
  },
  {
    name: 'the members of an object',
    given: `${plain}__proto__: { caller: { account: x } }\nconstructor: 1\n`,
    code: 1,
    says: 'A request has no member "__proto__"',
  },
];

describe('a hostile plan', () => {
  it.each(plans)('$name', async ({ given, code, says }) => {
    const ended = await check(file(given), '--account', '123456789012', '--region', 'us-east-1');
    expect(ended.output).toMatch(says);
    expect({ code: ended.code, told: told(ended.output) }).toEqual({ code, told: false });
    expect(ended.output).not.toContain('    at ');
  });

  it.each(formatsOf('check'))('tells no more as %s', async (format) => {
    const given = [
      `${plain}${long}: 1\nCopyTags: ${long}\n`,
      plain.replace(': b', `: ${long}`),
      `name: ${long}\nrequest: { SourceDBClusterSnapshotIdentifier: ${long} }\n`,
    ];
    const policy = `id: p\nmessage: m\nrequire: { properties: { request: { properties: { TargetDBClusterSnapshotIdentifier: { const: ${long}, enum: [${long}1], pattern: '^${long}$' } } } } }\nexceptions: [{ reason: ${long}, expires: '2020-01-01', when: {} }]\n`;
    const ended = await check(file(given.join('---\n')), '--policy', file(policy), '--report', format);
    expect(ended.code).toBe(1);
    expect(ended.output).toContain(`${secret.repeat(39)}…`);
    expect(told(ended.output)).toBe(false);
  });
});

const policyOf = (schema: string): string => `id: p\nmessage: m\nrequire:\n  ${schema}\n`;
const doubling = Array.from(
  { length: 30 },
  (_, i) => `d${i}: { allOf: [{ $ref: '#/$defs/d${i + 1}' }, { $ref: '#/$defs/d${i + 1}' }] }`,
).join(', ');
const chain = Array.from({ length: 5000 }, (_, i) => `c${i}: { $ref: '#/$defs/c${i + 1}' }`).join(', ');

const policies: readonly (Hostile & { readonly plan?: string })[] = [
  {
    name: 'a reference to itself',
    given: policyOf(`$ref: '#'`),
    code: 2,
    says: ':4:9: require: "#" leads back to where it came from',
  },
  {
    name: 'references in a circle',
    given: policyOf(`{ $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }`),
    code: 2,
    says: ':4:70: require: "#/$defs/a" leads back to where it came from',
  },
  {
    name: 'a reference to what it is in',
    given: policyOf(`properties: { key: { allOf: [{ $ref: '#/properties/key' }] } }`),
    code: 2,
    says: /:4:40: require: "#\/properties\/key" leads back/,
  },
  {
    name: 'a reference that is found when it is followed',
    given: policyOf(`$dynamicRef: '#'`),
    code: 2,
    says: ':4:16: require: "$dynamicRef" is not for policies',
  },
  {
    name: 'an anchor',
    given: policyOf(`$dynamicAnchor: x`),
    code: 2,
    says: ':4:19: require: "$dynamicAnchor" is',
  },
  {
    name: 'a name of its own',
    given: policyOf(`$id: 'neptune-copy-contract:policy'`),
    code: 2,
    says: ':4:8: require: "$id" is not for policies',
  },
  {
    name: 'a schema of elsewhere',
    given: policyOf(`$ref: 'http://127.0.0.1:9/${long}'`),
    code: 2,
    says: ':4:9: require: "http://127.0.0.1:9/ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ…" leads nowhere',
  },
  {
    name: 'a schema in a file',
    given: policyOf(`$ref: 'file:///etc/passwd'`),
    code: 2,
    says: ':4:9: require: "file:///etc/passwd" leads nowhere',
  },
  {
    name: 'half a percent sign',
    given: policyOf(`$ref: '#/%E0%A4%A'`),
    code: 2,
    says: ':4:9: require: "#/%E0%A4%A" leads',
  },
  {
    name: 'an inherited member',
    given: policyOf(`$ref: '#/__proto__'`),
    code: 2,
    says: ':4:9: require: "#/__proto__" leads',
  },
  { name: 'no pointer', given: policyOf(`$ref: '#x'`), code: 2, says: ':4:9: require: "#x" leads nowhere' },
  {
    name: 'references that double thirty times',
    given: policyOf(`{ $ref: '#/$defs/d0', $defs: { ${doubling}, d30: {} } }`),
    code: 2,
    says: 'require: the schema is more than 5000 schemas once its references are followed',
  },
  {
    name: 'a long chain of references',
    given: policyOf(`{ $ref: '#/$defs/c0', $defs: { ${chain}, c5000: {} } }`),
    code: 2,
    says: /:4:\d+: require: "#\/\$defs\/c50" is behind 50 other references/,
  },
  {
    name: 'another language',
    given: policyOf(`$schema: 'http://127.0.0.1:9/${long}'`),
    code: 2,
    says: ':4:12: require: policies are JSON Schema 2020-12, not "http://127.0.0.1:9/',
  },
  {
    name: 'another language farther down',
    given: policyOf(`not: { $schema: 5 }`),
    code: 2,
    says: ':4:19: require: policies are JSON Schema 2020-12, not 5',
  },
  {
    name: 'a look ahead',
    given: policyOf(`properties: { key: { properties: { alias: { pattern: '^(?=.*a)' } } } }`),
    code: 2,
    says: ':4:56: require: patterns run in linear time (RE2), without look-around',
  },
  {
    name: 'a back-reference among names',
    given: policyOf(
      `properties: { copy: { properties: { tags: { patternProperties: { '(a)\\1': {} } } } } }`,
    ),
    code: 2,
    says: /:4:\d+: require: patterns run in linear time \(RE2\), without back-references/,
  },
  {
    name: 'a pattern of names that is none',
    given: policyOf(`propertyNames: { pattern: '(${long}' }`),
    code: 2,
    says: ':4:29: require: invalid regular expression: Unterminated group',
  },
  {
    name: 'a pattern of great length',
    given: policyOf(`pattern: ${'a'.repeat(1001)}`),
    code: 2,
    says: ':4:12: require: a pattern has at most',
  },
  {
    name: 'an unknown keyword',
    given: policyOf(`${long}: 1`),
    code: 2,
    says: `require: "${secret.repeat(39)}…" is no keyword`,
  },
  {
    name: 'an unknown member',
    given: policyOf(`required: [${long}]`),
    code: 2,
    says: 'the decision context has no member',
  },
  {
    name: 'an unknown format',
    given: policyOf(`format: ${long}`),
    code: 2,
    says: 'require: no format is called "Ж',
  },
  {
    name: 'brackets without end',
    given: policyOf('['.repeat(100_000)),
    code: 2,
    says: /:4:\d+: here begin more values/,
  },
  {
    name: 'schemas without end',
    given: policyOf('{not: '.repeat(10_000)),
    code: 2,
    says: /:4:\d+: nesting exceeded/,
  },
  {
    name: 'a billion laughs',
    given: `${laughs(9)}id: p\n`,
    code: 2,
    says: /:5:\d+: the aliases stand for more than 10000 values/,
  },
  {
    name: 'a text of megabytes',
    given: policyOf(`const: ${'x'.repeat(2_000_000)}`),
    code: 2,
    says: '.yaml:1:1: a policy has at most 1 MiB',
  },
  {
    name: 'very many values',
    given: policyOf(`enum: [${'1,'.repeat(200_000)}]`),
    code: 2,
    says: /:4:\d+: here begin more/,
  },
  {
    name: 'a shadow file',
    given: `root:$6$${long}:19000:0:99999:7:::\n`,
    code: 2,
    says: ':1:1: the member "id" is missing',
  },
  {
    name: 'a member of another file',
    given: `${long}: ${long}\n`,
    code: 2,
    says: `unknown member "${secret.repeat(39)}…"`,
  },
  {
    name: 'a pattern that would try for ever',
    given: policyOf(
      `properties: { request: { properties: { TargetDBClusterSnapshotIdentifier: { pattern: '^(a+)+$' } } } }`,
    ),
    plan: plain.replace(': b', `: ${'a'.repeat(100_000)}!`),
    code: 1,
    says: 'must match pattern "^(a+)+$"',
  },
  {
    name: 'a pattern of names that would try for ever',
    given: policyOf(
      `properties: { copy: { properties: { tags: { patternProperties: { '^(a|aa)+$': false }, propertyNames: { pattern: '^(a|aa)+$' } } } } }`,
    ),
    plan: `${plain}Tags: [{ Key: ${'a'.repeat(100_000)}!, Value: v }]\n`,
    code: 1,
    says: 'has a member with the wrong name',
  },
];

describe('a hostile policy', () => {
  it.each(policies)('$name', async ({ given, plan = plain, code, says }) => {
    const ended = await check(file(plan), '--policy', file(given));
    expect(ended.output).toMatch(says);
    expect({ code: ended.code, told: told(ended.output) }).toEqual({ code, told: false });
    expect(ended.output).not.toContain('    at ');
  });

  it('has a message that does nothing to a terminal', async () => {
    const given = policyOf('required: [key]').replace('message: m', 'message: "\\e[2J\\u202ex"');
    const ended = await check(file(plain), '--policy', file(given));
    expect(ended).toMatchObject({ code: 1, output: expect.stringContaining('\\x1b[2J\\u202ex') as string });
    expect(ended.output).not.toContain('\u001b');
  });

  it('asks nobody for the schemas that it names', async () => {
    let asked = 0;
    const server = createServer((socket) => {
      asked += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${port}/schema.json`;
    for (const keyword of ['$ref', '$schema', '$id', '$dynamicRef', '$vocabulary'])
      expect((await check(file(plain), '--policy', file(policyOf(`${keyword}: '${url}'`)))).code).toBe(2);
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toBe(0);
  });
});

describe('a hostile world', () => {
  it.each<readonly [string, string, string | RegExp]>([
    ['brackets without end', '['.repeat(100_000), /:1:100: nesting exceeded/],
    ['a billion laughs', laughs(9), /:6:\d+: the aliases stand for more than 100000 values/],
    ['a shadow file', `root:${long}\n`, ':1:1: must be object'],
    ['a key that is not there', `snapshots: { a: { encryptedWith: ${long} } }`, 'no key is called ЖЖ'],
  ])('%s', async (_, given, says) => {
    const ended = await check(file(plain), '--world', file(given));
    expect(ended.output).toMatch(says);
    expect({ code: ended.code, told: told(ended.output) }).toEqual({ code: 2, told: false });
  });
});

describe('what is no file', () => {
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'below'), { recursive: true });
  const outside = file(plain.replace(': b', ': outside'));
  writeFileSync(join(tree, 'below', 'a.yaml'), plain);
  /** Makes a folder with one entry beside a plan. */
  const beside = (name: string, make: (path: string) => void): string => {
    const path = mkdtempSync(join(folder, 'beside-'));
    writeFileSync(join(path, 'a.yaml'), plain);
    make(join(path, name));
    return path;
  };
  const pipe = (path: string): void => void execFileSync('mkfifo', [path]);

  it.each<readonly [string, () => string, RegExp]>([
    ['a pipe in a folder', () => beside('p.yaml', pipe), /cannot read .*p\.yaml: it is a pipe/],
    [
      'a pipe that is named',
      () => join(beside('p', pipe), 'p'),
      /cannot read .*: it is a pipe \(for standard input, give -\)/,
    ],
    ['zeros without end', () => '/dev/zero', /cannot read \/dev\/zero: it is a device/],
    [
      'a link to zeros',
      () => beside('z.yaml', (path) => symlinkSync('/dev/zero', path)),
      /z\.yaml: this link leads out of the folder/,
    ],
    ['what the kernel answers', () => '/proc/self/environ', /environ: it is a file of \/proc/],
    [
      'a link out of the folder',
      () => beside('l.yaml', (path) => symlinkSync(outside, path)),
      /l\.yaml: this link leads out of the folder that was named/,
    ],
    [
      'a folder linked from elsewhere',
      () => beside('l', (path) => symlinkSync(tree, path)),
      /\/l: this link leads out of the folder that was named/,
    ],
    [
      'a link to a folder whose name begins alike',
      () => {
        const path = beside('l.yaml', (link) => symlinkSync(`${join(link, '..')}-more/a.yaml`, link));
        mkdirSync(`${path}-more`);
        writeFileSync(join(`${path}-more`, 'a.yaml'), plain);
        return path;
      },
      /l\.yaml: this link leads out of the folder/,
    ],
    [
      'a link to nowhere',
      () => beside('l.yaml', (path) => symlinkSync('nowhere', path)),
      /cannot read .*l\.yaml: ENOENT/,
    ],
  ])('%s is refused', async (_, make, says) => {
    const path = make();
    for (const args of [[path], [file(plain), '--policy', path]]) {
      const ended = await check(...args);
      expect(ended.output).toMatch(says);
      expect(ended.code).toBe(2);
    }
    const world = await check(file(plain), '--world', path);
    expect(world.code).toBe(2);
  });

  it('a socket is refused', async () => {
    const path = join(folder, 's.yaml');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const ended = await check(path);
    await new Promise((resolve) => server.close(resolve));
    expect(ended).toMatchObject({ code: 2, output: expect.stringContaining('it is a socket') as string });
  });

  it('links that stay inside are followed, each file once', async () => {
    const inside = beside('z.yaml', (path) => symlinkSync('a.yaml', path));
    symlinkSync('.', join(inside, 'again'));
    const ended = await check(inside, join(inside, 'a.yaml'));
    expect(ended.output).toContain('1 copy in 1 file');
    expect(ended.code).toBe(0);
  });

  it('a link that is named is followed', async () => {
    const link = join(folder, 'named.yaml');
    symlinkSync(outside, link);
    expect((await check(link)).code).toBe(0);
    const away = join(folder, 'named');
    symlinkSync(tree, away);
    expect(await check(away)).toMatchObject({ code: 0, output: expect.stringContaining('1 copy') as string });
  });

  it('input without end comes to one', async () => {
    const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
    const zeros = openSync('/dev/zero', 'r');
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'check', '-'], {
      stdio: [zeros, 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'neptune-copy-contract: <stdin>:1:1: a plan has at most 64 MiB; split it\n',
    });
  });
});

describe('whatever the files hold', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'id',
      'message',
      'require',
      'when',
      'tests',
      'exceptions',
      'request',
      'caller',
      'copies',
      'name',
    ),
    fc.constantFrom(
      'SourceDBClusterSnapshotIdentifier',
      'TargetDBClusterSnapshotIdentifier',
      'KmsKeyId',
      'Tags',
    ),
    fc.constantFrom(
      'properties',
      'required',
      'const',
      'enum',
      'pattern',
      '$ref',
      '$schema',
      '$defs',
      'not',
      'allOf',
    ),
    fc.constantFrom('__proto__', '<<', '?', '*a', '&a', '!x', long, `"${long}`),
  );
  const scalar = fc.oneof(
    fc.constantFrom(
      'p',
      'm',
      '1',
      'true',
      '~',
      '""',
      "'",
      '*a',
      '&a x',
      '&a [',
      '#',
      "'#'",
      '|',
      '>',
      '(?=a)',
      '}',
    ),
    fc.constantFrom(
      long,
      `"${long}"`,
      `'${long}`,
      `*${long}`,
      `!${long} x`,
      `[${long}]`,
      `{ ${long}: ${long} }`,
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const line = fc
    .tuple(
      fc.nat(3),
      fc.constantFrom('', '- ', '? ', '--- '),
      name,
      fc.constantFrom(': ', ':', ' ', ':\n'),
      scalar,
    )
    .map(([indent, mark, key, colon, value]) => `${'  '.repeat(indent)}${mark}${key}${colon}${value}\n`);
  const lines = fc.array(line, { maxLength: 8 }).map((all) => all.join(''));
  const like = fc.oneof(
    lines,
    lines.map((text) => `${plain}${text}`),
    // The message of a policy is a text for its readers, and told in full.
    lines.map((text) => `id: p\nmessage: m\nrequire:\n  ${text.replaceAll('message', 'not')}`),
    fc.json({ maxDepth: 3 }).map((text) => text.replaceAll(/[a-z]{2,}/g, long)),
  );
  const documents = fc.oneof<fc.Arbitrary<string | Uint8Array>[]>(like, fc.uint8Array({ maxLength: 200 }));
  const messages = /^\s*"?message"?\s*:.*Ж/m;

  it('check ends with 0, 1 or 2, and tells at most forty characters', async () => {
    const codes = new Map<unknown, number>();
    await fc.assert(
      fc.asyncProperty(
        documents,
        documents,
        fc.constantFrom(...formatsOf('check')),
        async (plan, policy, format) => {
          fc.pre(typeof policy !== 'string' || !messages.test(policy));
          for (const args of [[], ['--policy', file(policy)]]) {
            const { code, output } = await check(file(plan), '--report', format, ...args);
            codes.set(code, (codes.get(code) ?? 0) + 1);
            expect([0, 1, 2]).toContain(code);
            expect(told(output)).toBe(false);
            expect(output).not.toContain('    at ');
          }
        },
      ),
      { seed: 20261124, numRuns: 300 },
    );
    expect([...codes.keys()].sort()).toEqual([0, 1, 2]);
  });
});
