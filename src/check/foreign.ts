import type { Position } from '../contract/document.ts';
import { isRecord, requestMembers } from './request-shape.ts';

/** A document that is no plan, but something else that teams keep beside their plans. */
export interface Foreign extends Position {
  /** With its article, such as `a Kubernetes document`. */
  readonly what: string;
}

/** What a document is called, and the members that all of its kind have. */
const kinds: readonly (readonly [what: string, members: readonly string[]])[] = [
  ['a Kubernetes document', ['apiVersion', 'kind']],
  ['a CloudFormation template', ['AWSTemplateFormatVersion']],
  ['a CloudFormation template', ['Resources']],
  ['a compose file', ['services']],
  ['a workflow of GitHub', ['on', 'jobs']],
  ['a manifest of npm', ['name', 'version']],
  ['an OpenAPI document', ['openapi', 'info']],
  ['a policy of this tool', ['message', 'require']],
  ['a world file of this tool', ['snapshots']],
  ['a world file of this tool', ['keys']],
];

/** Members that planned copies have: a document with one of them is a plan, be it a wrong one. */
const planned = new Set([...Object.keys(requestMembers), 'request', 'copies', 'caller']);

/** What a document is that plans no copy; undefined where it may be meant to. */
export function foreignDocument(value: unknown): string | undefined {
  if (!isRecord(value) || Object.keys(value).some((member) => planned.has(member))) return undefined;
  return kinds.find(([, members]) => members.every((member) => Object.hasOwn(value, member)))?.[0];
}

/** Files that are told by their names; they are not read as YAML, which takes almost anything for a text. */
const names: readonly (readonly [what: string, file: RegExp])[] = [
  ['a Terraform configuration', /\.tf(?:vars)?$/i],
];

/** What a file is by its name; undefined where it may be a plan. */
export const foreignFile = (file: string): string | undefined =>
  names.find(([, pattern]) => pattern.test(file))?.[0];

/** Texts that are no plain YAML, by what stands in them. */
const texts: readonly (readonly [what: string, has: readonly RegExp[]])[] = [
  ['a CloudFormation template', [/^Resources\s*:/m, /!(?:[A-Z]\w+)|Fn::\w+/]],
  ['a Helm template', [/^(?:apiVersion|kind)\s*:/m, /\{\{-?\s/]],
  ['a Helm template', [/\{\{-?\s*(?:define|if|range|include|with)\s/]],
];

/** What a text is that cannot be read as a plan; undefined where that is a mistake. */
export const foreignText = (text: string): string | undefined =>
  texts.find(([, patterns]) => patterns.every((pattern) => pattern.test(text)))?.[0];
