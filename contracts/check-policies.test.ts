import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPolicyReader, readPlan, testPolicies } from '../src/check/index.ts';
import { contextOf } from '../src/check/context.ts';
import { judgeAlone } from '../src/check/judge-alone.ts';
import { judgeInWorld } from '../src/check/judge-in-world.ts';
import { runFacts } from '../src/check/run-facts.ts';
import { plainSetting } from '../src/model/world/bindings.ts';
import { realise } from '../src/model/world/fixture.ts';
import { formatProblem } from '../src/contract/document.ts';
import { schemas } from '../src/contract/generated/schemas.ts';
import type { WorldDocument } from '../src/contract/generated/types.ts';
import { createValidator } from '../src/contract/validate.ts';
import { check, here, lines, readPolicyText } from '../test-support/check-plans.ts';
import { runCli } from '../test-support/process.ts';

const examples = 'examples/gated-plans/policies/members';
const options = { failOn: 'error', allowUndecided: false, version: '0' } as const;

const owned = `id: owned
message: A copy has an owner.
require:
  required: [copy]
  properties:
    copy:
      required: [tags]
      properties:
        tags: { required: [owner] }
`;
const request = 'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n';
const tagged = `${request}Tags: [{ Key: owner, Value: me }]\n`;

describe('a policy', () => {
  it('denies with its message, where the plan breaks it', () => {
    const report = check(request, { policies: [owned] });
    expect(lines(report)).toEqual(['1:1 error policy/owned']);
    expect(report.findings[0]?.message).toBe('A copy has an owner. (copy.tags.owner is missing)');
    expect(report.policies).toMatchObject([{ id: 'owned', applied: 1, denied: 1 }]);
    expect(report.rules).toMatchObject([
      { id: 'policy/owned', statement: 'A copy has an owner.', help: 'Policy: policy-0.yaml.' },
    ]);
    expect(lines(check(tagged, { policies: [owned] }))).toEqual([]);
  });

  it.each<readonly [string, string, string, string]>([
    ['the request', 'request: { properties: { KmsKeyId: { const: x } } }', 'KmsKeyId: y', '3:11'],
    ['a member that is missing', 'request: { required: [KmsKeyId] }', '', '1:1'],
    [
      'a tag of the request',
      'request: { properties: { Tags: { items: { properties: { Value: { const: x } } } } } }',
      'Tags:\n- { Key: a, Value: x }\n- { Key: a1, Value: y }',
      '5:21',
    ],
    ['the key', 'key: { properties: { alias: { const: alias/x } } }', 'KmsKeyId: alias/y', '3:11'],
    [
      'a tag of the copy',
      'copy: { properties: { tags: { properties: { a: { const: x } } } } }',
      'Tags: [{ Key: a, Value: y }]',
      '3:25',
    ],
    [
      'a tag that the copy lacks',
      'copy: { properties: { tags: { required: [b] } } }',
      'Tags: [{ Key: a, Value: y }]',
      '3:7',
    ],
    [
      'the name of the copy',
      'copy: { properties: { DBClusterSnapshotIdentifier: { const: x } } }',
      '',
      '2:36',
    ],
    ['the source', 'source: { properties: { DBClusterSnapshotIdentifier: { const: x } } }', '', '1:36'],
    ['what follows from the source', 'crossRegion: { const: true }', '', '1:36'],
    ['the caller, told by a flag', 'caller: { properties: { account: { const: x } } }', '', '1:1'],
  ])('points to %s', (_, properties, more, place) => {
    const policy = `id: p\nmessage: m\nrequire: { properties: { ${properties} } }\n`;
    expect(lines(check(`${request}${more}`, { policies: [policy] }))).toEqual([`${place} error policy/p`]);
  });

  it.each(['copy', 'caller'])('points to the caller where a plan tells it: %s.account', (part) => {
    const policy = `id: p\nmessage: m\nrequire: { properties: { ${part}: { properties: { account: { const: x } } } } }\n`;
    const plan = `request: { SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: b }\ncaller: { account: '222222222222' }\n`;
    expect(lines(check(plan, { policies: [policy] }))).toEqual(['2:9 error policy/p']);
  });

  it('has a severity of its own', () => {
    const mild = `${owned}severity: warning\n`;
    expect(check(request, { policies: [mild] }).summary).toMatchObject({ warning: 1, exitCode: 0 });
    expect(check(request, { policies: [mild], failOn: 'warning' }).summary.exitCode).toBe(1);
  });

  it('says nothing of copies that it does not apply to', () => {
    const away = `${owned}when: { properties: { crossRegion: { const: true } } }\n`;
    const report = check(request, { policies: [away] });
    expect(report.findings).toEqual([]);
    expect(report.policies).toMatchObject([{ applied: 0, denied: 0, undecided: 0 }]);
  });

  it('stays undecided where it depends on what is not known', () => {
    const copyTags = `${request}CopyTags: true\n`;
    const alone = check(copyTags, { policies: [owned] });
    expect(lines(alone)).toEqual(['3:11 undecided policy/owned']);
    expect(alone.policies).toMatchObject([{ applied: 0, undecided: 1, unknown: ['copy.tags'] }]);
    const world = { snapshots: { a: { tags: [{ Key: 'owner', Value: 'me' }] } } };
    expect(check(copyTags, { policies: [owned], world }).policies).toMatchObject([{ applied: 1, denied: 0 }]);
    const untagged = check(copyTags, { policies: [owned], world: { snapshots: { a: {} } } });
    expect(lines(untagged)).toEqual(['3:11 error policy/owned']);
  });
});

describe('a policy of which it is not known whether it applies', () => {
  const policy = `${owned}when: { properties: { source: { properties: { Status: { const: failed } } } } }\n`;

  it('does not deny', () => {
    expect(check(request, { policies: [policy] })).toMatchObject({
      findings: [{ standing: 'undecided', reason: 'source.Status not known; give --world' }],
      policies: [{ applied: 0, undecided: 1, unknown: ['source.Status'] }],
    });
  });

  it('is content with what keeps it anyway', () => {
    expect(check(tagged, { policies: [policy] }).policies).toMatchObject([{ applied: 1, undecided: 0 }]);
  });
});

describe('an exception', () => {
  const exception = (expires: string, target = 'b'): string =>
    `${owned}exceptions:
  - reason: BCK-1
    expires: '${expires}'
    when:
      properties: { copy: { properties: { DBClusterSnapshotIdentifier: { const: ${target} } } } }
`;

  it('excuses until its day is over', () => {
    const at = (today: string): string[] =>
      lines(check(request, { policies: [exception('2026-11-22')], today }));
    expect(at('2026-11-22')).toEqual(['1:1 excused policy/owned']);
    expect(at('2026-11-23')).toEqual(['1:1 error policy/owned', '11:5 warning exception/expired']);
    const report = check(request, { policies: [exception('2026-11-22')] });
    expect(report.policies).toMatchObject([{ applied: 1, denied: 0, excepted: 1 }]);
  });

  it('that matches nothing is a warning, and so is one that is not needed', () => {
    const unused = '11:5 warning exception/unused';
    expect(lines(check(request, { policies: [exception('2027-01-01', 'other')] }))).toEqual([
      '1:1 error policy/owned',
      unused,
    ]);
    expect(lines(check(tagged, { policies: [exception('2027-01-01')] }))).toEqual([unused]);
  });

  it('is not called unused when not everything could be judged', () => {
    const misspelt = check(`${request}KmsKeyID: x\n`, { policies: [exception('2027-01-01')] });
    expect(lines(misspelt)).toEqual(['3:1 error plan/unknown-member']);
    const undecided = check(`${request}CopyTags: true\n`, { policies: [exception('2027-01-01')] });
    expect(lines(undecided)).toEqual(['3:11 undecided policy/owned']);
  });

  it('that depends on what is not known leaves the copy undecided', () => {
    const policy = exception('2027-01-01').replace(
      'copy: { properties: { DBClusterSnapshotIdentifier: { const: b } } }',
      'source: { properties: { Status: { const: available } } }',
    );
    expect(check(request, { policies: [policy] })).toMatchObject({
      findings: [{ standing: 'undecided' }],
      policies: [{ undecided: 1, unknown: ['source.Status'] }],
    });
  });
});

describe('a policy that makes no sense', () => {
  const head = 'id: p\nmessage: m\n';
  it.each<readonly [string, string, string]>([
    ['no YAML', 'id: [', 'p.yaml:1:6: '],
    ['two documents', `${head}require: {}\n---\n${head}`, 'p.yaml:5:1: the policy asks nothing'],
    ['no message', 'id: p\nrequire: {}\n', 'p.yaml:1:1: the member "message" is missing'],
    [
      'an unknown member',
      `${head}require: {}\nrequires: {}\n`,
      'p.yaml:4:11: requires: unknown member "requires"',
    ],
    [
      'a misspelt keyword',
      `${head}require:\n  propertes: {}\n`,
      'p.yaml:4:14: require: "propertes" is no keyword of JSON Schema; did you mean "properties"?',
    ],
    [
      'a misspelt member of the context',
      `${head}require: {}\nwhen: { required: [crossregion] }\n`,
      'p.yaml:4:20: when: the decision context has no member "crossregion"; did you mean "crossRegion"?',
    ],
    [
      'a misspelt member in an exception',
      `${head}require: {}\nexceptions:\n  - reason: r\n    expires: '2027-01-01'\n    when: { required: [sorce] }\n`,
      'p.yaml:7:24: exceptions.0.when: the decision context has no member "sorce"; did you mean "source"?',
    ],
    [
      'a day that is none',
      `${head}require: {}\nexceptions: [{ reason: r, expires: soon, when: {} }]\n`,
      'p.yaml:4:36: exceptions[0].expires: must match format "date"',
    ],
    [
      'a schema that is none',
      `${head}require: { type: 3 }\n`,
      'p.yaml:3:18: require: must be equal to one of the allowed values',
    ],
  ])('%s', (_, text, expected) => {
    const problems = createPolicyReader()(text, 'p.yaml').problems.map(formatProblem);
    expect(problems[0]).toContain(expected);
  });
});

describe('the tests of a policy', () => {
  const withTests = (allowed: string, denied: string): string =>
    `${owned}tests:\n  allowed:\n    - ${allowed}\n  denied:\n    - ${denied}\n`;
  const names = 'SourceDBClusterSnapshotIdentifier: a, TargetDBClusterSnapshotIdentifier: b';
  const good = `{ name: g, request: { ${names}, Tags: [{ Key: owner }] } }`;
  const bad = `{ name: b, request: { ${names} } }`;
  const run = (allowed: string, denied: string): string[] =>
    testPolicies([readPolicyText(withTests(allowed, denied))], options).findings.map(
      ({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`,
    );

  it.each<readonly [string, string, string, string[]]>([
    ['as they should be', good, bad, []],
    [
      'the wrong way round',
      bad,
      good,
      [
        '12:7 error The test "b" should be allowed, but is denied: copy.tags.owner is missing.',
        '14:7 error The test "g" should be denied, but is allowed: its `require` is met.',
      ],
    ],
    [
      'undecided',
      `{ name: c, request: { ${names}, CopyTags: true } }`,
      bad,
      ['12:7 error The test "c" cannot be decided: copy.tags not known. Give it a caller or a world.'],
    ],
    [
      'misspelt',
      `{ name: m, request: { ${names}, Tag: [] } }`,
      bad,
      ['12:110 error The test "m" cannot be run: A request has no member "Tag"; did you mean "Tags"?'],
    ],
    [
      'in a world with a loose end',
      `{ name: w, request: { ${names} }, world: { snapshots: { a: { copyOf: z } } } }`,
      bad,
      [
        '12:114 error The test "w" cannot be run: the world has no snapshot called z before a, which copies it',
      ],
    ],
  ])('%s', (_, allowed, denied, expected) => {
    expect(run(allowed, denied)).toEqual(expected);
  });

  it('are asked for', () => {
    const report = testPolicies([readPolicyText(owned)], options);
    expect(report.findings).toMatchObject([{ severity: 'warning', line: 1, column: 5 }]);
    expect(report.summary.exitCode).toBe(0);
  });

  it('tell when `when` keeps a policy from what it should deny', () => {
    const never = withTests(good, bad).replace(
      'require:',
      'when: { properties: { crossRegion: { const: true } } }\nrequire:',
    );
    const { findings } = testPolicies([readPolicyText(never)], options);
    expect(findings.map(({ message }) => message)).toEqual([
      'The test "b" should be denied, but is allowed: its `when` does not apply.',
    ]);
  });

  it('know nothing of exceptions', () => {
    const excused = `${withTests(good, bad)}exceptions: [{ reason: r, expires: '2030-01-01', when: {} }]\n`;
    expect(testPolicies([readPolicyText(excused)], options).findings).toEqual([]);
  });
});

describe('the example policies', () => {
  const files = readdirSync(examples).map((name) => join(examples, name));

  it.each(files)('%s passes its tests', (file) => {
    const policy = readPolicyText(readFileSync(file, 'utf8'), file);
    const report = testPolicies([policy], options);
    expect(report.findings).toEqual([]);
    expect(report.policies[0]?.denied).toBe(policy.document.tests?.denied.length);
    expect(report.summary.subjects).toBeGreaterThan(2);
  });

  it.each(files)('%s has tests that its requirement could fail', (file) => {
    const text = readFileSync(file, 'utf8');
    // The requirement is all that a policy is: without it, every denied example must complain.
    const lax = readPolicyText(text.replace(/^require:\n(?: .*\n)+/m, 'require: {}\n'), file);
    const { findings } = testPolicies([lax], options);
    expect(findings).toHaveLength(lax.document.tests?.denied.length ?? 0);
  });

  it('are run by the command', async () => {
    const { code, stdout } = await runCli('check', '--test-policies', '--policy', examples);
    expect(stdout).toMatch(/^passed: \d+ policy tests in 3 files, 0 errors, 0 warnings, 0 notes$/m);
    expect(code).toBe(0);
  });
});

describe('the decision context', () => {
  const validator = createValidator(schemas);
  const world: WorldDocument = {
    keys: { k: { id: 'the-key', alias: true } },
    snapshots: {
      a: {
        encryptedWith: 'k',
        tags: [
          { Key: 't', Value: 'v' },
          { Key: 'aws:x', Value: 'y' },
        ],
      },
    },
  };
  const arn = 'arn:aws:rds:eu-west-1:222222222222:cluster-snapshot:a';
  const of = (text: string, inWorld: boolean, caller: object = here) => {
    const plan = readPlan(text, 'p.yaml', caller);
    const [copy] = plan.copies;
    if (copy === undefined) throw new Error('no copy');
    const setting = inWorld ? { world: realise(world, plainSetting).world, caller: here } : undefined;
    const judge = setting === undefined ? judgeAlone() : judgeInWorld(setting.world, here);
    const context = contextOf(copy, judge(copy), runFacts([plan], '2026-11-22T00:00:00Z', setting));
    expect(validator.problems('neptune-copy-contract:decision-context', context.value)).toEqual([]);
    return context;
  };

  it('has all there is in a world', () => {
    const { value, unknown } = of(`${request}KmsKeyId: alias/k\nCopyTags: true\n`, true);
    expect(unknown).toEqual([]);
    expect(value).toMatchObject({
      caller: here,
      source: { ...here, DBClusterSnapshotIdentifier: 'a', StorageEncrypted: true, Status: 'available' },
      key: { ...here, alias: 'alias/k', KeyId: 'the-key', KeyState: 'Enabled' },
      copy: { ...here, DBClusterSnapshotIdentifier: 'b', tags: { t: 'v' } },
      crossRegion: false,
      crossAccount: false,
    });
    // AWS's own tags stay behind.
    expect(value.copy.tags).toEqual({ t: 'v' });
  });

  it.each<readonly [string, string, object, string[]]>([
    ['a name', request, here, []],
    [
      'a name, and no caller',
      request,
      {},
      ['caller/account', 'caller/region', 'source/account', 'source/region', 'copy/account', 'copy/region'],
    ],
    ['an ARN', request.replace(': a', `: ${arn}`), here, []],
    [
      'an ARN, and no caller',
      request.replace(': a', `: ${arn}`),
      {},
      ['caller/account', 'caller/region', 'copy/account', 'copy/region', 'crossRegion', 'crossAccount'],
    ],
    [
      'an ARN, and a Region',
      request.replace(': a', `: ${arn}`),
      { region: 'eu-west-1' },
      ['caller/account', 'copy/account', 'crossAccount'],
    ],
    ['CopyTags', `${request}CopyTags: true`, here, ['copy/tags']],
    ['CopyTags with tags', `${tagged}CopyTags: true`, here, []],
    ['a key id', `${request}KmsKeyId: x`, here, ['key/KeyState', 'key/KeyManager', 'key/MultiRegion']],
    [
      'an alias',
      `${request}KmsKeyId: alias/x`,
      here,
      ['key/KeyId', 'key/Arn', 'key/KeyState', 'key/KeyManager', 'key/MultiRegion'],
    ],
    ['no source', 'TargetDBClusterSnapshotIdentifier: b', here, ['crossRegion', 'crossAccount', 'source']],
  ])('knows without a world what follows from %s', (_, text, caller, expected) => {
    const ofSource = /^source\/(?!account|region)/;
    const { unknown } = of(text, false, caller);
    const besides = unknown.filter((path) => !ofSource.test(path) && !path.startsWith('plan/'));
    expect(besides.sort()).toEqual([...expected].sort());
    expect(unknown.filter((path) => ofSource.test(path))).toHaveLength(expected.includes('source') ? 0 : 12);
  });

  it('knows of a source that is not in the world no more than without one', () => {
    expect(of(request.replace(': a', ': c'), true).unknown).toContain('source/Status');
  });
});
