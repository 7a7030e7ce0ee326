import type { RuleId } from '../contract/generated/catalogue.ts';
import type { SnapshotDocument } from '../contract/generated/types.ts';
import { sends } from '../harness/run/needs.ts';
import type { Measured } from '../harness/run/unit.ts';

/** What calls can have in common that a target may stumble over. */
export interface Feature {
  /** As in "calls with …". */
  readonly name: string;
  /** The rules that a deviation of all such calls is about, the best first. */
  readonly rules?: readonly RuleId[];
  /**
   * The rule that all else about such calls stands on, where there is one: what is held against it (other than that it
   * answers with another code) explains whatever is wrong with them. Of a wall, the rule that refuses what is beyond.
   */
  readonly basis?: RuleId;
  /** Whether a call has it. */
  readonly has: (call: Call) => boolean;
  /** As in "calls with …", of those that do not have it, where that may matter as well. */
  readonly otherwise?: string;
}

/** What is looked at of a call. */
export type Call = Pick<Measured, 'unit' | 'given'>;

/** From the widest to the narrowest, where several fit. */
const told: readonly Feature[] = [
  { name: 'any call', rules: ['copy-plain'], has: () => true },
  {
    name: 'a source named by its ARN',
    rules: ['source-exists', 'source-arn-form', 'source-cross-region-by-arn'],
    otherwise: 'a source named without its ARN',
    has: (call) => /^arn:|\.arn\b/.test(sourceText(call)),
  },
  {
    name: 'an encrypted source',
    otherwise: 'an unencrypted source',
    has: (call) => sourceOf(call)?.encryptedWith !== undefined,
  },
  { name: 'a KmsKeyId', otherwise: 'no KmsKeyId', has: ({ unit }) => sends(unit, /^KmsKeyId$/) },
  { name: 'CopyTags', otherwise: 'no CopyTags', has: ({ unit }) => sends(unit, /^CopyTags$/) },
  {
    name: 'CopyTags=false',
    rules: ['copy-tags-boolean', 'copy-no-tags-by-default'],
    has: ({ unit }) => unit.request.CopyTags === false,
  },
  { name: 'Tags', otherwise: 'no Tags', has: ({ unit }) => sends(unit, /^Tags\b/) },
  {
    name: 'an empty list of tags',
    rules: ['wire-request-lists'],
    has: ({ unit }) => isNoTags(unit.wire['Tags'] ?? unit.request.Tags),
  },
  {
    name: 'a source of another account',
    rules: ['source-shared-by-arn'],
    has: (call) => (sourceOf(call)?.account ?? 'self') !== call.unit.caller.account,
  },
  {
    name: 'a source of another Region',
    rules: ['source-cross-region-by-arn'],
    otherwise: 'a source of the called Region',
    has: (call) => (sourceOf(call)?.region ?? 'here') !== call.unit.caller.region,
  },
  { name: 'two accounts', basis: 'source-shared-by-arn', has: (call) => mentions(call, 'other') },
  { name: 'two Regions', basis: 'source-cross-region-by-arn', has: (call) => mentions(call, 'elsewhere') },
  { name: 'another account as the caller', has: ({ unit }) => unit.caller.account === 'other' },
  { name: 'another Region than the first', has: ({ unit }) => unit.caller.region === 'elsewhere' },
  {
    name: 'characters beyond ASCII',
    rules: ['wire-request-form'],
    has: ({ unit }) => /[^\x00-\x7f]|%[89a-f][0-9a-f]/i.test(JSON.stringify([unit.request, unit.wire])),
  },
  {
    name: 'characters beyond ASCII in the key of a tag',
    rules: ['tag-charset'],
    has: ({ unit }) => /"Key":"[^"]*[^\x00-\x7f]/.test(JSON.stringify(unit.request.Tags ?? [])),
  },
  {
    name: 'a space in a tag',
    rules: ['tag-charset'],
    has: ({ unit }) => JSON.stringify(unit.request.Tags ?? []).includes(' '),
  },
  {
    name: 'a name in capitals',
    basis: 'copy-identifier-lowercase',
    has: (call) => isInCapitals(sourceText(call) + targetText(call)),
  },
  {
    name: 'a target in capitals',
    rules: ['target-identifier-syntax', 'copy-identifier-lowercase'],
    has: (call) => isInCapitals(targetText(call)),
  },
  {
    name: 'a source in capitals',
    rules: ['source-case-insensitive'],
    has: (call) => isInCapitals(sourceText(call)),
  },
  {
    name: 'an automated source',
    rules: ['copy-of-automated'],
    has: (call) => sourceOf(call)?.type === 'automated',
  },
  {
    name: 'a source whose cluster is gone',
    rules: ['copy-of-orphan'],
    has: (call) => sourceOf(call)?.cluster?.deleted === true,
  },
  {
    name: 'a source that is a copy',
    rules: ['copy-source-arn'],
    has: (call) => sourceOf(call)?.copyOf !== undefined,
  },
  { name: 'a KmsKeyId that is an alias', has: ({ unit }) => /alias/i.test(unit.request.KmsKeyId ?? '') },
  {
    name: 'a PreSignedUrl',
    rules: ['presigned-url-of-sdk'],
    has: (call) =>
      sends(call.unit, /^PreSignedUrl$/) ? call.unit.wire['PreSignedUrl'] !== null : isPresigned(call),
  },
];

/** What calls have, and what they lack, that a target may stumble over; from the widest to the narrowest. */
export const features: readonly Feature[] = told.flatMap((feature): Feature[] => {
  const { otherwise, has } = feature;
  return otherwise === undefined ? [feature] : [feature, { name: otherwise, has: (call) => !has(call) }];
});

/** Whether a role has to do with a call: in its world, by who calls, or in what is asked for. */
const mentions = ({ unit, given }: Call, role: 'other' | 'elsewhere'): boolean =>
  new RegExp(`"${role}"|\\.${role}\\b`).test(JSON.stringify([given, unit.caller, unit.request]));

/** `Tags=` on the wire is what an SDK makes of an empty list. */
const isNoTags = (tags: unknown): boolean => tags === '' || (Array.isArray(tags) && tags.length === 0);

const isInCapitals = (name: string): boolean => /:upper|[A-Z]/.test(name);

/** Whether the SDK adds a URL by itself: the source is an ARN of another Region. */
const isPresigned = (call: Call): boolean =>
  /\.arn\b/.test(sourceText(call)) && (sourceOf(call)?.region ?? 'here') !== call.unit.caller.region;

/** How the source of a call is named, with abstract names. */
export const sourceText = ({ unit }: Call): string => unit.request.SourceDBClusterSnapshotIdentifier ?? '';

const targetText = ({ unit }: Call): string => unit.request.TargetDBClusterSnapshotIdentifier ?? '';

/** The snapshot of the world that the source is a template of. */
function sourceOf(call: Call): SnapshotDocument | undefined {
  const handle = /\{([a-z][a-zA-Z0-9-]*)/.exec(sourceText(call))?.[1];
  return handle === undefined ? undefined : call.given.snapshots?.[handle];
}
