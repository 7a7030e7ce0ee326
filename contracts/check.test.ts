import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlan } from '../src/check/index.ts';
import { readSource } from '../src/contract/source-text.ts';
import { schemas } from '../src/contract/generated/schemas.ts';
import type { CheckReport, WorldDocument } from '../src/contract/generated/types.ts';
import { createValidator } from '../src/contract/validate.ts';
import { check, here, lines } from '../test-support/check-plans.ts';
import { runCli } from '../test-support/process.ts';

const arn = 'arn:aws:rds:us-east-1:111111111111:cluster-snapshot';
const plain = 'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n';

describe('how a plan is written', () => {
  const validator = createValidator(schemas);
  const documents: { name: string; given: string; names: string[]; callers?: (string | undefined)[] }[] = [
    { name: 'a request', given: plain, names: ['b'], callers: ['us-east-1'] },
    {
      name: 'a request in JSON',
      given: '{"SourceDBClusterSnapshotIdentifier": "a", "TargetDBClusterSnapshotIdentifier": "b"}',
      names: ['b'],
    },
    {
      name: 'a stream, with an empty document',
      given: `${plain}---\n---\n${plain}`,
      names: ['b', 'b (2)'],
    },
    {
      name: 'names that would be alike',
      given: `${plain}---\nname: b (2)\nrequest: { ${plain.trim().replace('\n', ', ')} }\n---\n${plain}`,
      names: ['b', 'b (2)', 'b (3)'],
    },
    {
      name: 'a request and its caller',
      given:
        'name: nightly\ncaller: { region: eu-west-1 }\nrequest: { SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: b }',
      names: ['nightly'],
      callers: ['eu-west-1'],
    },
    {
      name: 'schemas for editors',
      given:
        '$schema: neptune-copy-contract:plan\ncopies:\n  - { $schema: x, request: { SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: b } }',
      names: ['b'],
    },
    {
      name: 'a list',
      given:
        '- { SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: b }\n- request: { SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: c }',
      names: ['b', 'c'],
    },
    {
      name: 'copies that share a caller, which one of them overrides',
      given:
        'caller: { region: eu-west-1 }\ncopies:\n  - { SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: b }\n  - { caller: { region: eu-north-1 }, request: { SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: c } }',
      names: ['b', 'c'],
      callers: ['eu-west-1', 'eu-north-1'],
    },
  ];

  it.each(documents)('$name', ({ given, names, callers }) => {
    const read = readPlan(given, 'plan.yaml', here);
    const copies = [...read.copies];
    expect(copies.map(({ name }) => name)).toEqual(names);
    expect(copies.flatMap(({ problems }) => problems)).toEqual([]);
    expect(copies.map(({ caller }) => caller.account)).toEqual(names.map(() => here.account));
    if (callers !== undefined) expect(copies.map(({ caller }) => caller.region)).toEqual(callers);
  });

  const wrong: { name: string; given: string; expected: string; says: string }[] = [
    {
      name: 'a misspelt member',
      given: `${plain}KmsKeyID: alias/x\n`,
      expected: '3:1 error plan/unknown-member',
      says: 'A request has no member "KmsKeyID"; did you mean "KmsKeyId"?',
    },
    {
      name: 'a member that is like no other',
      given: `${plain}colour: red\n`,
      expected: '3:1 error plan/unknown-member',
      says: 'A request has no member "colour"',
    },
    {
      name: 'a misspelt member of a tag',
      given: `${plain}Tags:\n  - { key: a }\n`,
      expected: '4:7 error plan/unknown-member',
      says: 'A tag has no member "key"; did you mean "Key"?',
    },
    {
      name: 'a number for a text',
      given: `${plain}Tags:\n  - { Key: a, Value: 35 }\n`,
      expected: '4:22 error plan/wrong-type',
      says: 'Value must be text, not the number 35; put it in quotes',
    },
    {
      name: 'a text for a boolean',
      given: `${plain}CopyTags: 'true'\n`,
      expected: '3:11 error plan/wrong-type',
      says: 'CopyTags must be true or false, not the text "true"; take the quotes away',
    },
    {
      name: 'nothing for a text',
      given: `${plain}KmsKeyId:\n`,
      expected: '3:1 error plan/wrong-type',
      says: 'KmsKeyId must be text, not nothing; leave the member out',
    },
    {
      name: 'members for a list',
      given: `${plain}Tags: { a: b }\n`,
      expected: '3:7 error plan/wrong-type',
      says: 'Tags must be a list, not something with members',
    },
    {
      name: 'a text for a request',
      given: '- nightly\n',
      expected: '1:3 error plan/wrong-type',
      says: 'A request is made of members, not the text "nightly"',
    },
    {
      name: 'a text for a wrapped request',
      given: 'request: nightly\n',
      expected: '1:10 error plan/wrong-type',
      says: 'request must be made of members, not the text "nightly"',
    },
    {
      name: 'a list in a list',
      given: '- [1]\n',
      expected: '1:3 error plan/wrong-type',
      says: 'A request is made of members, not a list',
    },
    {
      name: 'an account that is a number',
      given: `caller: { account: 111111111111 }\nrequest:\n  ${plain.replace('\n', '\n  ')}`,
      expected: '1:20 error plan/wrong-type',
      says: 'account must be text, not the number 111111111111; put it in quotes',
    },
    {
      name: 'an account that is none',
      given: `caller: { account: me }\nrequest:\n  ${plain.replace('\n', '\n  ')}`,
      expected: '1:20 error plan/wrong-type',
      says: 'An account has twelve digits',
    },
    {
      name: 'a Region that is none',
      given: `caller: { region: Ireland }\ncopies: []\n`,
      expected: '1:19 error plan/wrong-type',
      says: '"Ireland" is not the name of a Region, such as us-east-1',
    },
    {
      name: 'a misspelt member beside a request',
      given: `callr: {}\nrequest:\n  ${plain.replace('\n', '\n  ')}`,
      expected: '1:1 error plan/unknown-member',
      says: 'A planned copy has no member "callr"; did you mean "caller"?',
    },
    {
      name: 'a misspelt member beside copies',
      given: `callers: {}\ncopies: []\n`,
      expected: '1:1 error plan/unknown-member',
      says: 'A list of copies has no member "callers"; did you mean "caller"?',
    },
  ];

  it.each(wrong)('not so: $name', ({ given, expected, says }) => {
    const report = check(given);
    expect(lines(report)).toEqual([expected]);
    expect(report.findings[0]?.message).toBe(says);
    expect(report.summary.exitCode).toBe(1);
    expect(report.notChecked.map(({ reason }) => reason)).toEqual([
      'how they are written must be put right first',
    ]);
  });

  it('what the schema for editors says is the same', () => {
    const accepts = (text: string): boolean => {
      const [document] = text.split(/^---$/m);
      return validator.problems('neptune-copy-contract:plan', parse(document ?? '')).length === 0;
    };
    expect(documents.filter(({ given }) => !accepts(given)).map(({ name }) => name)).toEqual([]);
    expect(wrong.filter(({ given }) => accepts(given)).map(({ name }) => name)).toEqual([]);
  });

  it('a file without a copy is a warning', () => {
    expect(lines(check('# nothing\n'))).toEqual(['1:1 warning plan/empty']);
  });
});

describe('without a world', () => {
  const request = (members: string): string => `SourceDBClusterSnapshotIdentifier: a\n${members}`;

  it.each<readonly [string, string, string[]]>([
    ['nothing is said of what may be', plain, []],
    [
      'a source in another Region, without a key',
      `SourceDBClusterSnapshotIdentifier: arn:aws:rds:eu-west-1:111111111111:cluster-snapshot:a\nTargetDBClusterSnapshotIdentifier: b`,
      [],
    ],
    ['no target', 'SourceDBClusterSnapshotIdentifier: a', ['1:1 error target-required']],
    [
      'a target that is no name',
      request('TargetDBClusterSnapshotIdentifier: b--c'),
      ['2:36 error target-identifier-syntax'],
    ],
    [
      'a malformed ARN',
      'SourceDBClusterSnapshotIdentifier: arn:aws:rds:x\nTargetDBClusterSnapshotIdentifier: b',
      ['1:36 error source-arn-form'],
    ],
    [
      'another partition',
      'SourceDBClusterSnapshotIdentifier: arn:aws-cn:rds:cn-north-1:111111111111:cluster-snapshot:a\nTargetDBClusterSnapshotIdentifier: b',
      ['1:36 error source-partition'],
    ],
    [
      'a reserved tag',
      `${plain}Tags:\n- { Key: ok, Value: v }\n- { Key: "aws:x", Value: v }`,
      ['5:10 error tag-key-reserved-prefix'],
    ],
    [
      'a tag twice',
      `${plain}Tags:\n- { Key: a, Value: v }\n- { Key: b, Value: v }\n- { Key: a, Value: w }`,
      ['6:10 error tag-key-unique'],
    ],
    [
      'a character that no tag value has',
      `${plain}Tags:\n- { Key: a, Value: "v?" }`,
      ['4:20 error tag-charset'],
    ],
    [
      'a tag without a value, which AWS documents in two ways',
      `${plain}Tags:\n- { Key: a }`,
      ['4:3 note tag-value-length'],
    ],
    [
      'a key of another Region',
      `${plain}KmsKeyId: arn:aws:kms:eu-west-1:111111111111:key/x`,
      ['3:11 error kms-key-region'],
    ],
    ['an ARN that is no key', `${plain}KmsKeyId: arn:aws:s3:::bucket`, ['3:11 error kms-key-accessible']],
    [
      'an ARN of another service',
      `${plain}KmsKeyId: arn:aws:rds:us-east-1:111111111111:key/x`,
      ['3:11 error kms-key-accessible'],
    ],
    [
      'a tag too many',
      `${plain}Tags:\n${Array.from({ length: 51 }, (_, i) => `- { Key: k${i}, Value: v }\n`).join('')}`,
      ['54:3 error tag-count'],
    ],
    ['a key that may be there', `${plain}KmsKeyId: alias/x`, []],
    ['a key ARN that may be there', `${plain}KmsKeyId: arn:aws:kms:us-east-1:222222222222:alias/x`, []],
    ['a copy of itself', request('TargetDBClusterSnapshotIdentifier: A'), ['2:36 error target-unique']],
    [
      'a copy of itself by its ARN',
      `SourceDBClusterSnapshotIdentifier: ${arn}:a\nTargetDBClusterSnapshotIdentifier: a`,
      ['2:36 error target-unique'],
    ],
    [
      'two boundaries at once',
      'SourceDBClusterSnapshotIdentifier: arn:aws:rds:eu-west-1:222222222222:cluster-snapshot:a\nTargetDBClusterSnapshotIdentifier: b',
      ['1:36 note source-one-step'],
    ],
    ['one name twice', `${plain}---\n${plain.replace(': b', ': B')}`, ['5:36 error target-unique']],
    [
      'one name twice, in two Regions',
      `${plain}---\ncaller: { region: eu-west-1 }\nrequest:\n  ${plain.replace('\n', '\n  ')}`,
      [],
    ],
  ])('%s', (_, given, expected) => {
    expect(lines(check(given))).toEqual(expected);
  });

  it('tells where the name was taken', () => {
    expect(check(`${plain}---\n${plain}`).findings[0]?.message).toContain('"b" in plan.yaml:1:1 makes it');
  });

  it('tells what was not checked', () => {
    const [world, ...others] = check(plain).notChecked;
    expect(others).toEqual([]);
    expect(world).toMatchObject({ reason: 'no world is given (--world)', copies: 1 });
    expect(world?.rules).toEqual(expect.arrayContaining(['source-exists', 'kms-cross-region-requires-key']));
    expect(world?.rules).not.toContain('tag-count');
    const unknown = check(`${plain}---\n${plain}KmsKeyId: arn:aws:kms:eu-west-1:111111111111:key/x`, {
      caller: {},
    });
    // Who calls is not known: it may be two callers, and the key may be in the Region.
    expect(lines(unknown)).toEqual(['6:11 undecided kms-key-region', '5:36 undecided target-unique']);
    expect(unknown.notChecked.slice(1)).toEqual([
      {
        reason: 'the called Region is not told (--region)',
        copies: 2,
        rules: ['source-partition', 'presigned-url-of-sdk', 'kms-key-region'],
      },
      {
        reason: 'the caller is not told (--account and --region)',
        copies: 2,
        rules: ['source-one-step'],
      },
    ]);
  });
});

describe('in a world', () => {
  const world: WorldDocument = {
    keys: { k: { id: 'the-key' }, far: { region: 'elsewhere', id: 'far-key' } },
    snapshots: {
      a: {},
      enc: { encryptedWith: 'k', region: 'here' },
      theirs: { account: 'other' },
    },
    places: [{ manualSnapshotsLeft: 2 }],
  };
  const copy = (source: string, target: string, more = ''): string =>
    `SourceDBClusterSnapshotIdentifier: ${source}\nTargetDBClusterSnapshotIdentifier: ${target}\n${more}`;
  const away = (request: string): string =>
    `caller: { region: eu-west-1 }\nrequest:\n  ${request.trim().replaceAll('\n', '\n  ')}\n`;

  it.each<readonly [string, string, string[]]>([
    ['accepted', copy('a', 'b'), []],
    ['not there', copy('nobody', 'b'), ['1:36 error source-exists']],
    ['taken', copy('a', 'enc'), ['2:36 error target-unique']],
    [
      'a key for what is not encrypted',
      copy('a', 'b', 'KmsKeyId: the-key'),
      ['3:11 error kms-unencrypted-source'],
    ],
    ['away without a key', away(copy(`${arn}:enc`, 'b')), ['3:38 error kms-cross-region-requires-key']],
    [
      'two rules at once',
      copy('nobody', 'b', 'KmsKeyId: nobody'),
      ['1:36 error source-exists', '3:11 error kms-key-accessible'],
    ],
    [
      'a hidden source',
      copy('arn:aws:rds:us-east-1:222222222222:cluster-snapshot:theirs', 'b'),
      ['1:36 error source-visible'],
    ],
    ['unspecified', copy('a', 'b', "KmsKeyId: ''"), ['3:11 note kms-key-accessible']],
  ])('%s', (_, given, expected) => {
    const report = check(given, { world });
    expect(lines(report)).toEqual(expected);
    expect(report.notChecked).toEqual([]);
  });

  it('what one copy makes is there for the next', () => {
    const chain = [copy('a', 'b'), copy('b', 'c')].join('---\n');
    expect(lines(check(chain, { world }))).toEqual([]);
    const backwards = [copy('b', 'c'), copy('a', 'b')].join('---\n');
    expect(lines(check(backwards, { world }))).toEqual(['1:36 error source-exists']);
  });

  it('a name is taken by the copy before', () => {
    const report = check([copy('a', 'b'), copy('enc', 'B')].join('---\n'), { world });
    expect(lines(report)).toEqual(['5:36 error target-unique']);
    expect(report.findings[0]?.message).toBe(
      'Cannot create the cluster snapshot because one with the identifier B already exists. "b" in plan.yaml:1:1 makes it. (AWS answers DBClusterSnapshotAlreadyExistsFault)',
    );
  });

  it('a copy that is refused has not taken the name', () => {
    const twice = [copy('a', 'enc'), copy('a', 'enc')].join('---\n');
    const { findings } = check(twice, { world });
    expect(findings.map(({ rule }) => rule)).toEqual(['target-unique', 'target-unique']);
    expect(findings[1]?.message).not.toContain('makes it');
  });

  it('a refused copy makes nothing, and a badly written one neither', () => {
    const refused = [copy('nobody', 'b'), copy('a', 'b')].join('---\n');
    expect(lines(check(refused, { world }))).toEqual(['1:36 error source-exists']);
    const misspelt = [copy('a', 'b', 'CopyTag: true\n'), copy('a', 'b')].join('---\n');
    expect(lines(check(misspelt, { world }))).toEqual(['3:1 error plan/unknown-member']);
  });

  it('copies use up the quota', () => {
    const three = ['b', 'c', 'd'].map((name) => copy('a', name)).join('---\n');
    expect(lines(check(three, { world }))).toEqual(['8:36 error manual-snapshot-quota']);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-check-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const good = file('plans/b/good.yaml', plain);
  file(
    'plans/a.json',
    '{"SourceDBClusterSnapshotIdentifier": "x", "TargetDBClusterSnapshotIdentifier": "b"}',
  );
  file('plans/notes.txt', 'no plan');
  file('none/notes.txt', 'no policy');
  file('plans/.hidden/x.yaml', 'a: [');
  const bad = file('bad.yaml', `${plain}KmsKeyID: x\n`);
  const noted = file('noted.yaml', `${plain}Tags: [{ Key: a }]\n`);
  const broken = file('broken.yaml', 'a: 1\nb: [\n');
  const policy = file('policy.yaml', 'id: p\nmessage: m\nrequire: { proprties: {} }\n');
  const fine = file('fine.yaml', 'id: p\nmessage: m\nrequire: { required: [caller] }\n');
  const empty = file('empty.yaml', '# nothing\n');
  const world = file('world.yaml', 'snapshots: { a: {} }\n');
  const loose = file('loose.yaml', 'snapshots:\n  a: { copyOf: b }\n');

  it('takes folders, and files in the order of their names', async () => {
    const { code, stdout } = await runCli(
      'check',
      join(folder, 'plans'),
      '--report',
      'json',
      '--account',
      here.account,
      '--region',
      here.region,
    );
    const report = JSON.parse(stdout) as {
      subjects: { file: string }[];
      findings: { rule: string; file: string }[];
    };
    expect(report.subjects.map(({ file: name }) => name.slice(folder.length + 1))).toEqual([
      'plans/a.json',
      'plans/b/good.yaml',
    ]);
    expect(report.findings).toMatchObject([{ rule: 'target-unique', file: good }]);
    expect(code).toBe(1);
  });

  it.each<readonly [string, string[], number]>([
    ['nothing found', [good], 0],
    ['an error', [good, bad], 1],
    ['a note, which passes', [noted], 0],
    ['a note, when that is asked for', [noted, '--fail-on', 'note'], 1],
    ['in a world that has it', [good, '--world', world], 0],
    ['in a world that has it elsewhere', [good, '--world', world, '--region', 'eu-west-1'], 1],
  ])('exit code: %s', async (_, args, code) => {
    expect(await runCli('check', ...args)).toMatchObject({ code, stderr: '' });
  });

  const saying = (says: string | RegExp): RegExp =>
    typeof says === 'string' ? new RegExp(says.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')) : says;

  it.each<readonly [string, string[], string | RegExp]>([
    ['a plan that cannot be read', [good, broken], `${broken}:3:1: `],
    ['a plan that is not there', [join(folder, 'none.yaml')], /cannot read .*none\.yaml: ENOENT/],
    ['a plan without copies', [empty], 'no copy is planned'],
    [
      'a policy that makes no sense',
      [good, '--policy', policy],
      `${policy}:3:23: require: "proprties" is no keyword`,
    ],
    [
      'a policy twice',
      [good, '--policy', fine, '--policy', file('again.yaml', 'id: p\nmessage: m\nrequire: {}\n')],
      /again\.yaml:1:5: the policy p is also in .*fine\.yaml/,
    ],
    ['a policy that is not there', [good, '--policy', join(folder, 'none.yaml')], 'cannot read'],
    ['a folder without policies', [good, '--policy', join(folder, 'none')], 'no policy is in '],
    [
      'a world that makes no sense',
      [good, '--world', loose],
      `${loose}:2:16: no snapshot before this one is called b`,
    ],
  ])('exit code 2, and the report tells it, too: %s', async (_, args, says) => {
    const { code, stdout, stderr } = await runCli('check', ...args, '--report', 'json');
    expect(code).toBe(2);
    expect(stderr).toMatch(saying(says));
    expect(stderr.trim().split('\n')).toHaveLength(1);
    const { summary, findings } = JSON.parse(stdout) as CheckReport;
    expect(summary.exitCode).toBe(2);
    const [told, ...others] = findings.filter(({ rule }) => rule === 'input/unreadable');
    expect(others).toEqual([]);
    expect(`${told?.file}:${told?.line}:${told?.column}: ${told?.message}`).toMatch(saying(says));
  });

  it.each<readonly [string, string[], string | RegExp]>([
    ['no plan', [], 'no file is given'],
    [
      'an unknown format',
      [good, '--report', 'xml'],
      'There is no format "xml"; there are text, json, junit, sarif, github.',
    ],
    ['an account that is none', [good, '--account', '12'], 'Not an account of twelve digits'],
    ['a Region that is none', [good, '--region', 'Ireland'], 'Not the name of a Region'],
    ['a date that is none', [good, '--now', '2026-02-30'], 'Not a date such as 2026-11-22'],
    ['an unknown severity', [good, '--fail-on', 'fatal'], 'Allowed choices are error, warning, note'],
    ['tests without policies', ['--test-policies'], '--test-policies needs --policy'],
    ['tests and files', [good, '--test-policies', '--policy', fine], '--test-policies takes no files'],
  ])('exit code 2, and nothing else: %s', async (_, args, says) => {
    const { code, stdout, stderr } = await runCli('check', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(saying(says));
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('writes several reports at once', async () => {
    const [text, sarif] = [join(folder, 'out.txt'), join(folder, 'out.sarif')];
    const { code, stdout } = await runCli(
      'check',
      bad,
      '--report',
      `text=${text}`,
      '--report',
      `sarif=${sarif}`,
      '--report',
      'github',
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=.*bad\.yaml,line=3,col=1,title=plan\/unknown-member::/);
    expect(readFileSync(text, 'utf8')).toMatch(/bad\.yaml:3:1: error: .* {2}plan\/unknown-member\n/);
    expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({ version: '2.1.0' });
  });
});

/** The value of a document that is known to be read. */
function parse(text: string): unknown {
  const read = readSource(text, 'plan.yaml');
  return read.ok ? read.documents[0]?.value : undefined;
}
