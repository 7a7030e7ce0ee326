import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { formatsOf, render as renderAs, type Format } from '../src/reporters/index.ts';
import { schemas } from '../src/contract/generated/schemas.ts';
import type { CheckFinding, CheckReport } from '../src/contract/generated/types.ts';
import { isDateTime } from '../src/contract/date-time.ts';
import { createValidator } from '../src/contract/validate.ts';
import { check } from '../test-support/check-plans.ts';

/** The official schema, from a package of the company that wrote the standard. It is of JSON Schema's draft 4. */
const {
  $schema: _,
  id: _id,
  ...sarifSchema
} = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<
  string,
  unknown
>;
const sarifValidator = (() => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text: string) => /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/.test(text));
  ajv.addFormat('date-time', isDateTime);
  return ajv.compile(sarifSchema);
})();
const validator = createValidator(schemas);

const render = (format: Format<'check'>, report: CheckReport, color = false): Promise<string> =>
  renderAs('check', format, report, { color });

const plan = `SourceDBClusterSnapshotIdentifier: a
TargetDBClusterSnapshotIdentifier: b
---
SourceDBClusterSnapshotIdentifier: a
TargetDBClusterSnapshotIdentifier: b
Tags: [{ Key: owner }]
---
SourceDBClusterSnapshotIdentifier: a
TargetDBClusterSnapshotIdentifier: c
KmsKeyID: x
`;
const policy = `id: owned
message: A copy has an owner.
description: Somebody must know.
url: https://example.com/owned
severity: warning
require: { properties: { copy: { properties: { tags: { required: [owner] } } } } }
exceptions: [{ reason: old, expires: '2020-01-01', when: {} }]
`;
/** An error, a note and a warning of copies, and a warning of a policy. */
const report = check(plan, { policies: [policy] });

const odd = 'a<b>&"\'%,:\r\n::]]>\u0000\u001b\ufffe\ud800é';
const finding = (different: Partial<CheckFinding> = {}): CheckFinding => ({
  rule: 'policy/owned',
  severity: 'error',
  message: 'm',
  file: 'plan.yaml',
  line: 1,
  column: 1,
  subject: 0,
  ...different,
});

describe('every format', () => {
  it('has something to render', () => {
    expect(report.findings.map(({ rule, severity, subject }) => [rule, severity, subject])).toEqual([
      ['policy/owned', 'warning', 0],
      ['target-unique', 'error', 1],
      ['tag-value-length', 'note', 1],
      ['plan/unknown-member', 'error', 2],
      ['exception/expired', 'warning', undefined],
    ]);
  });

  it.each(formatsOf('check'))('%s leaves the report alone and says the same twice', async (format) => {
    const before = structuredClone(report);
    const [first, second] = [await render(format, report), await render(format, report)];
    expect(second).toBe(first);
    expect(report).toEqual(before);
    expect(first).toMatch(/\n$/);
  });

  it.each(formatsOf('check'))('%s names each finding and its place', async (format) => {
    const text = await render(format, report);
    for (const { rule, line } of report.findings) {
      expect(text).toContain(rule);
      expect(text).toMatch(new RegExp(`\\b${line}\\b`));
    }
  });
});

describe('text', () => {
  it('is lines that editors jump to, and what they rest on', async () => {
    const text = await render('text', report);
    expect(text.split('\n\n')[0]?.split('\n')).toEqual([
      'plan.yaml:1:1: warning: A copy has an owner. (copy.tags.owner is missing)  policy/owned',
      'plan.yaml:5:36: error: Cannot create the cluster snapshot because one with the identifier b already exists. "b" in plan.yaml:1:1 makes it. (AWS answers DBClusterSnapshotAlreadyExistsFault)  target-unique',
      'plan.yaml:6:8: note: It is not known what AWS does here. A tag value has at most 256 characters. (Where it refuses: InvalidParameterValue)  tag-value-length',
      'plan.yaml:10:1: error: A request has no member "KmsKeyID"; did you mean "KmsKeyId"?  plan/unknown-member',
      'policy-0.yaml:7:14: warning: The exception "old" expired on 2020-01-01 and no longer applies.  exception/expired',
    ]);
    expect(text).toContain(
      '  policy/owned\n    A copy has an owner.\n    Somebody must know. Policy: policy-0.yaml.\n    https://example.com/owned\n',
    );
    expect(text).toContain('Policies\n  owned: applied to 2, 1 denied\n');
    expect(text).toContain(
      '  of 1 copy, because how they are written must be put right first: everything else\n',
    );
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      'failed: 3 copies in 1 file, 2 errors, 2 warnings, 1 note',
    );
  });

  it('says of what passes that not everything was checked', async () => {
    const [first = ''] = plan.split('---\n');
    expect(await render('text', check(first))).toMatch(
      /\npassed, as far as it could be checked: 1 copy in 1 file, 0 errors, 0 warnings, 0 notes\n$/,
    );
    const whole = check(first, { world: { snapshots: { a: {} } } });
    expect(await render('text', whole)).toBe('passed: 1 copy in 1 file, 0 errors, 0 warnings, 0 notes\n');
  });

  it('says of a policy that it matched nothing', async () => {
    const never =
      'id: never\nmessage: m\nwhen: { properties: { crossRegion: { const: true } } }\nrequire: {}\n';
    expect(await render('text', check(plan, { policies: [never] }))).toContain(
      '  never: matched no planned copy\n',
    );
  });

  it('has colours only when asked', async () => {
    expect(await render('text', report)).not.toContain('\u001b');
    expect(await render('text', report, true)).toContain('\u001b[31merror');
  });
});

describe('json', () => {
  it('is as its schema says', async () => {
    const document: unknown = JSON.parse(await render('json', report));
    expect(validator.problems('neptune-copy-contract:check', document)).toEqual([]);
    expect(document).toEqual(report);
  });
});

describe('junit', () => {
  /** Elements as `name attributes`, and the texts in them. Throws where it is not well-formed. */
  const elements = (xml: string): { name: string; attributes: Record<string, string>; text: string }[] => {
    const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
    const open: typeof found = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      const element = { name, attributes: attributes as Record<string, string>, text: '' };
      found.push(element);
      open.push(element);
    });
    parser.on('text', (text) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += text;
    });
    parser.on('closetag', () => void open.pop());
    parser.write(xml).close();
    return found;
  };
  const counts = { failures: '2', errors: '0' };

  it('has a suite for each file and a case for each copy', async () => {
    const found = elements(await render('junit', report));
    expect(found.map(({ name, attributes }) => [name, attributes])).toMatchObject([
      ['testsuites', { name: 'neptune-copy-contract check', tests: '4', ...counts }],
      ['testsuite', { name: 'plan.yaml', tests: '3', ...counts }],
      ['testcase', { classname: 'plan.yaml', name: 'b' }],
      ['system-out', {}],
      ['testcase', { name: 'b (2)' }],
      ['failure', { type: 'target-unique' }],
      ['system-out', {}],
      ['testcase', { name: 'c' }],
      ['failure', { type: 'plan/unknown-member' }],
      ['testsuite', { name: 'policy-0.yaml', tests: '1', failures: '0' }],
      ['testcase', { name: 'the file as a whole' }],
      ['system-out', {}],
    ]);
    expect(found[5]?.text).toMatch(/^plan\.yaml:5:36: error: Cannot create .* \[target-unique\]$/);
    expect(found[6]?.text).toMatch(/^plan\.yaml:6:8: note: /);
  });

  it('has one case for all that is about a file as a whole', async () => {
    const twice = policy.replace(
      'exceptions: [',
      "exceptions: [{ reason: older, expires: '2019-01-01', when: {} }, ",
    );
    const found = elements(await render('junit', check(plan, { policies: [twice] })));
    expect(found.filter(({ attributes }) => attributes['name'] === 'the file as a whole')).toHaveLength(1);
    expect(found.at(-1)?.text.split('\n')).toHaveLength(2);
  });

  it('fails where the run does', async () => {
    const strict = check(plan, { policies: [policy], failOn: 'warning' });
    const found = elements(await render('junit', strict));
    expect(
      found.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes['type']),
    ).toEqual(['policy/owned', 'target-unique', 'plan/unknown-member', 'exception/expired']);
  });

  it('is well-formed whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (any, other) => {
        const text = `${odd}${any}`;
        const hostile: CheckReport = {
          ...report,
          subjects: [{ name: text, file: other, line: 1, column: 1 }],
          findings: [
            finding({ message: text, rule: text, file: other }),
            finding({ message: other, severity: 'note' }),
          ],
        };
        expect(elements(await render('junit', hostile))).toHaveLength(5);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sarif', () => {
  it('is as the official schema says', async () => {
    const log: unknown = JSON.parse(await render('sarif', report));
    expect(sarifValidator(log) ? [] : sarifValidator.errors).toEqual([]);
    expect(sarifValidator({ ...(log as object), version: '2.2' })).toBe(false);
  });

  it('has a rule with help for each id, and levels and places', async () => {
    const log = JSON.parse(await render('sarif', report)) as Log;
    const [run] = log.runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual([
      'exception/expired',
      'plan/unknown-member',
      'policy/owned',
      'tag-value-length',
      'target-unique',
    ]);
    expect(rules.every(({ help, shortDescription }) => help?.text && shortDescription?.text)).toBe(true);
    expect(rules[2]?.helpUri).toBe('https://example.com/owned');
    expect(rules[4]?.helpUri).toMatch(/^https:/);
    const [first, second] = run?.results ?? [];
    expect(second).toMatchObject({ ruleId: 'target-unique', ruleIndex: 4, level: 'error' });
    expect(first).toMatchObject({ level: 'warning' });
    expect(second?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'plan.yaml' },
      region: { startLine: 5, startColumn: 36 },
    });
  });

  it.each([
    ['./plans/a b.yaml', 'plans/a%20b.yaml'],
    ['/tmp/ä#.yaml', 'file:///tmp/%C3%A4%23.yaml'],
    ['<stdin>', '%3Cstdin%3E'],
    ['\ud800.yaml', '%EF%BF%BD.yaml'],
  ])('names the file %j by a URI', async (file, uri) => {
    const log = await render('sarif', { ...report, findings: [finding({ file, message: odd })] });
    expect(sarifValidator(JSON.parse(log)) ? [] : sarifValidator.errors).toEqual([]);
    expect(log).toContain(`"uri": "${uri}"`);
  });
});

describe('github', () => {
  it('is an annotation for each finding', async () => {
    expect((await render('github', report)).split('\n').map((line) => line.slice(0, 78))).toEqual(
      [
        '::warning file=plan.yaml,line=1,col=1,title=policy/owned::A copy has an owner. (',
        '::error file=plan.yaml,line=5,col=36,title=target-unique::Cannot create the clust',
        '::notice file=plan.yaml,line=6,col=8,title=tag-value-length::It is not known what',
        '::error file=plan.yaml,line=10,col=1,title=plan/unknown-member::A request has no ',
        '::warning file=policy-0.yaml,line=7,col=14,title=exception/expired::The exception',
        '::notice title=neptune-copy-contract check::3 copies: 2 errors, 2 warnings, 1 not',
        '',
      ].map((line) => line.slice(0, 78)),
    );
  });

  it('escapes what would end a property or the line', async () => {
    const hostile = {
      ...report,
      findings: [finding({ file: 'a,b:c%.yaml', message: '100%\r\n::error::x, y: z' })],
    };
    expect((await render('github', hostile)).split('\n')[0]).toBe(
      '::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=policy/owned::100%25\\r%0A\\x3a:error::x, y: z',
    );
  });
});
