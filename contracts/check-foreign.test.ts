/** What is no plan stops no plan: it is recognised, or told as what cannot be read, and the rest is judged. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPlan, readPlan } from '../src/check/index.ts';
import type { CheckReport } from '../src/contract/generated/types.ts';
import { readSource } from '../src/contract/source-text.ts';
import { lines, ordinaryChecks } from '../test-support/check-plans.ts';
import { runCli } from '../test-support/process.ts';

const plain = 'SourceDBClusterSnapshotIdentifier: a\nTargetDBClusterSnapshotIdentifier: b\n';
const template = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties: { BucketName: !Sub '\${AWS::StackName}-x', Tags: [!Ref Tag] }
`;
const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\n';
const check = (files: Readonly<Record<string, string>>): CheckReport =>
  checkPlan(
    Object.entries(files).map(([file, text]) => readPlan(text, file)),
    ordinaryChecks,
  );

describe('a document of another kind', () => {
  it.each<readonly [string, string, string]>([
    ['a CloudFormation template', 'a.yaml', template],
    ['a CloudFormation template', 'a.json', '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}'],
    ['a Kubernetes document', 'a.yaml', manifest],
    ['a Helm template', 'a.yaml', 'apiVersion: v1\nkind: X\n{{- if .Values.x }}\na: b\n{{- end }}\n'],
    ['a Terraform configuration', 'main.tf', 'resource "aws_neptune_cluster" "a" {\n}\n'],
    ['a Terraform configuration', 'notes.tf', 'text'],
    ['a compose file', 'a.yaml', 'services: { db: { image: x } }\n'],
    ['a workflow of GitHub', 'a.yaml', 'on: push\njobs: {}\n'],
    ['a manifest of npm', 'package.json', '{"name": "a", "version": "1.0.0"}'],
    ['an OpenAPI document', 'a.yaml', 'openapi: 3.1.0\ninfo: {}\n'],
    ['a policy of this tool', 'a.yaml', 'id: p\nmessage: m\nrequire: {}\n'],
    ['a world file of this tool', 'a.yaml', 'snapshots: {}\n'],
    ['a world file of this tool', 'a.yaml', 'keys: {}\n'],
  ])('%s is no planned copy: %s', (what, file, text) => {
    const report = check({ [file]: text, 'plan.yaml': plain });
    expect(report.findings).toMatchObject([
      {
        rule: 'plan/foreign',
        severity: 'note',
        message: `This is ${what}: no planned copy here.`,
        file,
        line: 1,
      },
    ]);
    expect(report.summary).toMatchObject({ subjects: 1, exitCode: 0 });
  });

  it('is told once for each kind', () => {
    const report = check({ 'a.yaml': manifest, 'b.yaml': `${manifest}---\n${manifest}`, 'c.yaml': template });
    expect(report.findings.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'a.yaml: This is a Kubernetes document: no planned copy here (and 2 more like it).',
      'c.yaml: This is a CloudFormation template: no planned copy here.',
    ]);
  });

  it('may stand beside a plan in one file', () => {
    const report = check({ 'a.yaml': `${plain}---\n${manifest}` });
    expect(lines(report)).toEqual(['4:1 note plan/foreign']);
    expect(report.summary.subjects).toBe(1);
  });

  it.each([
    ['with a member of a request', `kind: x\napiVersion: y\n${plain}`],
    ['of a kind that is not known', 'colour: red\n'],
  ])('is taken for a plan that is wrong: %s', (_, text) => {
    expect(check({ 'a.yaml': text }).findings.every(({ rule }) => rule === 'plan/unknown-member')).toBe(true);
    expect(check({ 'a.yaml': text }).summary.exitCode).toBe(1);
  });
});

describe('JSON', () => {
  it.each<readonly [string, string, string]>([
    ['a comment', '// x\n{}', '1:1: this is no JSON: InvalidCommentToken'],
    ['a comma too many', '{"a": 1,}', '1:9: this is no JSON: PropertyNameExpected'],
    ['YAML', 'a: 1', '1:1: this is no JSON: InvalidSymbol'],
    ['a member twice', '{"a": {"b": 1,\n "b": 2}}', '2:2: the member "b" is there twice'],
    ['something behind it', '{}\n{}', '2:1: this is no JSON: EndOfFileExpected'],
    ['what breaks off', '{"a": [1', '1:9: this is no JSON: CloseBracketExpected'],
    ['brackets without end', '['.repeat(100_000), '1:101: nesting exceeded 100 levels'],
    ['more values than fit', `[${'1,'.repeat(4_100_000)}1]`, 'begin more values than can be read at once'],
  ])('is read strictly: %s', (_, text, says) => {
    const read = readSource(text, 'a.json');
    const [problem] = read.ok ? [] : read.problems;
    expect(`${problem?.line}:${problem?.column}: ${problem?.message}`).toContain(says);
  });

  it('has places, large lists and escaped names included', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ 'a\n': [i, { b: `${i},{` }] }));
    const read = readSource(`\ufeff${JSON.stringify(many, null, 1)}`, 'a.json');
    const [document] = read.ok ? read.documents : [];
    expect(document?.value).toEqual(many);
    // Each item takes eight lines, after the first bracket.
    expect(document?.locate([30, 'a\n', 1, 'b'])).toEqual({ line: 30 * 8 + 6, column: 10 });
    expect(document?.locateKey([30, 'a\n', 1, 'b'])).toEqual({ line: 30 * 8 + 6, column: 5 });
    expect(document?.locate([30, 'a\n', 1, 'none', 'x'])).toEqual({ line: 30 * 8 + 5, column: 4 });
    expect(document?.locate([])).toEqual({ line: 1, column: 2 });
  });

  it('may be a line for each copy', () => {
    const copy = (target: string): string =>
      `{"SourceDBClusterSnapshotIdentifier": "a", "TargetDBClusterSnapshotIdentifier": "${target}"}`;
    const text = `${copy('b')}\n\n${copy('b--c')}\n`;
    expect(lines(check({ 'plan.jsonl': text }))).toEqual(['3:81 error target-identifier-syntax']);
    expect(lines(check({ 'plan.ndjson': `${copy('b')}\n{` }))).toEqual(['2:2 error input/unreadable']);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ncc-foreign-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  file('repository/deploy.yaml', manifest);
  file('repository/main.tf', 'resource "a" "b" {}\n');
  file('repository/stack.yaml', template);
  file('repository/copies.jsonl', `${JSON.stringify({ SourceDBClusterSnapshotIdentifier: 'a' })}\n`);
  file('broken/a.yaml', 'a: [');
  file('broken/b.yaml', plain.replace(': b', ': b--c'));

  it('judges what is among other files', async () => {
    const { code, stdout } = await runCli('check', join(folder, 'repository'), '--report', 'json');
    const report = JSON.parse(stdout) as CheckReport;
    expect(code).toBe(1);
    expect(report.findings.map(({ rule }) => rule)).toEqual([
      'plan/foreign',
      'plan/foreign',
      'plan/foreign',
      'target-required',
    ]);
  });

  it('writes its reports, and judges the rest, when a file cannot be read', async () => {
    const out = join(folder, 'out.sarif');
    const { code, stdout, stderr } = await runCli(
      'check',
      join(folder, 'broken'),
      '--report',
      'text',
      '--report',
      `sarif=${out}`,
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.yaml:1:5: /);
    expect(stdout).toMatch(/input\/unreadable\n.*b\.yaml:2:36: error: .*target-identifier-syntax\n/);
    expect(stdout).toMatch(/\nfailed: 1 copy in 2 files, 2 errors/);
    expect(readFileSync(out, 'utf8')).toContain('target-identifier-syntax');
  });
});
