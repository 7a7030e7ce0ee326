import { execFileSync } from 'node:child_process';
import { actualValue, wanted } from '../../../test-support/said.ts';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPython } from '../../../test-support/python.ts';
import { wellFormed } from '../../protocol/text.ts';
import { reproductions, type Scenario } from './index.ts';
import { quote, shellText } from './shell.ts';
import { commentLines, stringLiteral, writeText } from './text.ts';

const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const python = findPython();

/** Texts with what ends lines, comments and literals, or is obeyed by a terminal. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '\n',
        '\r',
        '\r\n',
        '\u001b[31m',
        '\u0007',
        '\u007f',
        '\u0085',
        '\u2028',
        '\u2029',
        '\u202e',
      ),
      fc.constantFrom(
        '`touch pwned`',
        '$(touch pwned)',
        "'",
        '"',
        '\\',
        '*/',
        '"""',
        "'''",
        '${run}',
        '-->',
        '{run}',
      ),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => wellFormed(pieces.join('')).replaceAll('\0', ''));
const texts = fc.sample(nasty, 300);

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'texts-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string, file: string, ...args: string[]): string =>
  execFileSync(command, [...args, join(folder, file)], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });

describe('a text that hides something', () => {
  it('is what it was, as a word of bash', () => {
    writeFileSync(join(folder, 'words.sh'), texts.map((text) => `printf '%s\\0' ${quote(text)}`).join('\n'));
    expect(run('bash', 'words.sh').split('\0').slice(0, -1)).toEqual(texts);
    expect(texts.map(quote).filter((word) => hidden.test(word))).toEqual([]);
    expect(readdirSync(folder)).not.toContain('pwned');
  });

  it('is what it was, as a literal of JavaScript', () => {
    const literals = texts.map(stringLiteral);
    expect(runInNewContext(`[${literals.join(',')}]`)).toEqual(texts);
    expect(literals.filter((literal) => hidden.test(literal))).toEqual([]);
  });

  it.skipIf(python === undefined)('is what it was, as a literal of Python', () => {
    writeFileSync(
      join(folder, 'literals.py'),
      `import json\nprint(json.dumps([\n${texts.map(stringLiteral).join(',\n')}\n]))`,
    );
    expect(JSON.parse(run(python?.program('python') ?? '', 'literals.py'))).toEqual(texts);
  });

  it('is a comment that ends where its line ends', () => {
    const lines = texts.flatMap(commentLines);
    expect(lines.length).toBeGreaterThan(texts.length);
    expect(lines.filter((line) => hidden.test(line))).toEqual([]);
    expect(commentLines('a\r\n\u001b[31mred\u2028')).toEqual(['a\\r', '\\x1b[31mred\\u2028']);
  });
});

describe('the names of a run', () => {
  const written = (text: string): string => writeText(text, new Map(), shellText);

  it.each([
    ['a name', 'ncc-abc123-0-source', '"$run"-0-source'],
    ['in upper case', 'NCC-ABC123-U0-NEW', '"$RUN"-U0-NEW'],
    [
      'in an ARN',
      'arn:aws:rds:x:1:cluster-snapshot:ncc-abc123-0-a',
      'arn:aws:rds:x:1:cluster-snapshot:"$run"-0-a',
    ],
    ['in a form', 'A=b%3Ancc-abc123-0-a&C=ncc-abc123-u1-new', `A=b%3A"$run"'-0-a&C='"$run"-u1-new`],
    ['in a form in which all is escaped', '%6E%63%63%2D%61%62%63%31%32%33%2D%30', '"$run"%2D%30'],
    ['a name of another length', 'ncc-abc12-0-a', 'ncc-abc12-0-a'],
  ])('are new ones: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it('stay as long as they were', () => {
    const name = `ncc-abc123-u0-new`.padEnd(63, 'x');
    const script = `run=ncc-000000; printf %s ${written(name)}`;
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toHaveLength(63);
  });
});

describe('a script', () => {
  const caller = { account: '111111111111', region: 'us-east-1' };
  const scenarioWith = (text: string): Scenario => ({
    title: `# coding: utf-7 ${text}\n${text}`,
    expected: wanted(`x ${text}`),
    actual: actualValue(text),
    endpoint: 'http://user:password@127.0.0.1:1',
    access: new Map([
      [
        caller.account,
        { kind: 'access-key', credentials: { accessKeyId: caller.account, secretAccessKey: 'secret' } },
      ],
    ]),
    steps: [
      {
        service: 'kms',
        operation: 'CreateKey',
        caller,
        input: { Description: text },
        invented: { variable: 'key_own', path: 'KeyMetadata.KeyId', value: text },
      },
      { service: 'neptune', operation: 'CreateDBCluster', caller, input: { DBClusterIdentifier: text } },
    ],
    caller,
    request: { SourceDBClusterSnapshotIdentifier: text, TargetDBClusterSnapshotIdentifier: text },
    wire: {},
    look: 'description',
  });
  const checks: Readonly<Record<string, readonly [file: string, command: string, ...args: string[]]>> = {
    'aws-cli': ['script.sh', 'bash', '-n'],
    curl: ['script-curl.sh', 'bash', '-n'],
    javascript: ['script.mjs', process.execPath, '--check'],
    ...(python && { boto3: ['script.py', python.program('python'), '-m', 'py_compile'] as const }),
  };

  it.each(Object.entries(checks))(
    'in %s is well-formed and hides nothing, whatever is in it',
    (language, check) => {
      const [file, command, ...args] = check;
      for (const text of [...texts.slice(0, 6), '', texts.join('')]) {
        const script = reproductions(scenarioWith(text))[language] ?? '';
        writeFileSync(join(folder, file), script);
        expect(() => run(command, file, ...args), script).not.toThrow();
        expect(hidden.test(script.replaceAll('\n', '')), script).toBe(false);
        expect(script).not.toContain('password');
      }
    },
  );
});
