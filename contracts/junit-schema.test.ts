import { describe, expect, it } from 'vitest';
import { renderJunit as renderCheck } from '../src/reporters/check/junit.ts';
import { renderJunit } from '../src/reporters/run/junit.ts';
import { check } from '../test-support/check-plans.ts';
import { madeHostile } from '../test-support/hostile-texts.ts';
import { readElements, type XmlElement } from '../test-support/read-elements.ts';
import { sampleReport } from '../test-support/sample-report.ts';

/** What an element may hold, and in which order; text only where it says so. */
interface Allowed {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
  readonly text: boolean;
}

/**
 * What the schemas of JUnit's XML that Jenkins has published have in common: junit-4.xsd, which other projects keep as
 * jenkins-junit.xsd, and junit-10.xsd of its xunit plugin. GitLab reads a subset of it: name, classname, time, and one
 * of failure, error and skipped, in suites in one testsuites.
 */
const schema: Readonly<Record<string, Allowed>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
    text: false,
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['time', 'skipped', 'timestamp', 'hostname', 'id', 'package'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
    text: false,
  },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    text: false,
  },
  properties: { required: [], optional: [], children: ['property'], text: false },
  property: { required: ['name', 'value'], optional: [], children: [], text: false },
  skipped: { required: [], optional: [], children: [], text: true },
  error: { required: [], optional: ['type', 'message'], children: [], text: true },
  failure: { required: [], optional: ['type', 'message'], children: [], text: true },
  'system-out': { required: [], optional: [], children: [], text: true },
  'system-err': { required: [], optional: [], children: [], text: true },
};

/** Attributes whose values have a form. */
const forms: Readonly<Record<string, RegExp>> = {
  tests: /^\d+$/,
  failures: /^\d+$/,
  errors: /^\d+$/,
  skipped: /^\d+$/,
  time: /^\d+\.\d{3}$/,
  timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
};

/** What is wrong with an element and those inside of it. */
function problems({ name, attributes, children, text }: XmlElement): string[] {
  const allowed = schema[name];
  if (allowed === undefined) return [`there is no ${name}`];
  const given = Object.keys(attributes);
  const places = children.map((child) => allowed.children.indexOf(child.name));
  return [
    ...allowed.required.filter((each) => !given.includes(each)).map((each) => `${name} lacks ${each}`),
    ...given
      .filter((each) => ![...allowed.required, ...allowed.optional].includes(each))
      .map((each) => `${name} has ${each}`),
    ...given
      .filter((each) => forms[each]?.test(attributes[each] ?? '') === false)
      .map((each) => `${name} has ${each} ${attributes[each] ?? ''}`),
    ...(allowed.text || text.trim() === '' ? [] : [`${name} has text`]),
    ...(places.includes(-1) ? [`${name} holds ${children.map((child) => child.name).join(', ')}`] : []),
    ...(places.includes(-1) || places.every((place, i) => place >= (places[i - 1] ?? 0))
      ? []
      : [`${name} is out of order`]),
    ...children.flatMap(problems),
  ];
}

const valid = (xml: string): string[] => {
  const root = readElements(xml);
  return root.name === 'testsuites' ? problems(root) : [`${root.name} is no testsuites`];
};

describe('the JUnit report of `check` is of the schemas of Jenkins', () => {
  const copy = 'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n';
  const away = `${copy}KmsKeyId: arn:aws:kms:eu-west-1:111111111111:key/x\n`;

  it.each([
    ['failure', check(`${copy}---\n${copy}`)],
    ['error', check(away, { caller: {} })],
    ['skipped', check(away, { caller: {}, allowUndecided: true })],
    ['system-out', check(`${copy}Tags: [{ Key: a }]\n`)],
    ['testcase', check('# nothing')],
  ])('with %s', (name, report) => {
    const xml = renderCheck(report);
    expect(xml).toContain(`<${name}`);
    expect(valid(xml)).toEqual([]);
    expect(valid(renderCheck(madeHostile(report)))).toEqual([]);
  });
});

describe('the JUnit report of a run is of the schemas of Jenkins', () => {
  it('whatever the texts hold', () => {
    for (const report of [sampleReport(), madeHostile(sampleReport())]) {
      expect(valid(renderJunit(report))).toEqual([]);
    }
  });

  it.each([0, 1, 2] as const)('where it ends with %i', (exitCode) => {
    const summary = { ...sampleReport().summary, exitCode };
    expect(valid(renderJunit(sampleReport({ summary })))).toEqual([]);
  });

  it.each([
    ['<a/>', 'a is no testsuites'],
    ['<testsuites skipped="1"/>', 'testsuites has skipped'],
    ['<testsuites time="1,5 s"/>', 'testsuites has time 1,5 s'],
    ['<testsuites><testcase name="a"/></testsuites>', 'testsuites holds testcase'],
    ['<testsuites>a</testsuites>', 'testsuites has text'],
    ['<testsuites><testsuite tests="0" failures="0" errors="0"/></testsuites>', 'testsuite lacks name'],
    [
      '<testsuites><testsuite name="a" tests="1" failures="0" errors="0"><testcase name="a"/><properties/></testsuite></testsuites>',
      'testsuite is out of order',
    ],
    [
      '<testsuites><testsuite name="a" tests="1" failures="0" errors="0"><testcase name="a"><skipped message="why"/></testcase></testsuite></testsuites>',
      'skipped has message',
    ],
  ])('and would not be: %s', (xml, problem) => {
    expect(valid(xml)).toEqual([problem]);
  });
});
