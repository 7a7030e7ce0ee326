import fc, { type Arbitrary } from 'fast-check';
import type { CallerRole } from '../../contract/case.ts';
import type { RequestTemplate, TagTemplate, WorldDocument } from '../../contract/generated/types.ts';
import { identifiers } from './identifiers.ts';
import { formOf, keyOf } from './keys.ts';
import { validTags } from './tags.ts';
import { requestMutations } from './request-mutations.ts';
import { snapshotNames, type SnapshotName } from './worlds.ts';
import type { WrittenRequest } from './written-request.ts';

export type { WrittenRequest } from './written-request.ts';

/**
 * What a request is to be like, whatever the world: so that a counterexample's world and its request shrink
 * apart from one another.
 */
export interface Recipe {
  /** The snapshot to copy, or the next one of the cast that the world has. */
  readonly source: SnapshotName;
  readonly named: 'by name' | 'in upper case' | 'by ARN';
  readonly target: string;
  /** In which form the key is named, and whether it is where it need not be. */
  readonly keyForm: number;
  readonly keyAnyway: boolean;
  readonly copyTags: boolean | undefined;
  readonly tags: readonly TagTemplate[] | undefined;
  /** What is done to the request once it is sensible. */
  readonly requestMutations: readonly WrittenRequest[];
}

/** Who calls: mostly the account and Region around which the world is built. */
export function callers(): Arbitrary<CallerRole> {
  return fc.record({
    account: fc.constantFrom('self', 'self', 'self', 'self', 'other'),
    region: fc.constantFrom('here', 'here', 'here', 'here', 'elsewhere'),
  });
}

/** Requests that a careful caller would send, with nothing, one thing or two things done to them. */
export function recipes(): Arbitrary<Recipe> {
  return fc.record({
    source: fc.constantFrom(...snapshotNames, 'alpha', 'beta', 'nightly', 'remote', 'shared', 'open'),
    named: fc.constantFrom('by name', 'in upper case', 'by ARN'),
    target: fc.oneof(fc.constantFrom('{new}', '{new:upper}', '{new:63}'), identifiers()),
    keyForm: fc.nat({ max: 3 }),
    keyAnyway: fc.boolean(),
    copyTags: fc.option(fc.boolean(), { nil: undefined }),
    tags: fc.option(validTags(), { nil: undefined }),
    requestMutations: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 5, arbitrary: requestMutations().map((mutation) => [mutation]) },
      { weight: 2, arbitrary: fc.array(requestMutations(), { maxLength: 2 }) },
    ),
  });
}

/** Writes the request down for a caller in a world. */
export function writeRequest(recipe: Recipe, world: WorldDocument, caller: CallerRole): WrittenRequest {
  const start = { request: sensibleRequest(recipe, world, caller), wire: {} };
  const { request, wire } = recipe.requestMutations.reduce(merge, start);
  return { request: withoutAbsent(request, world), wire };
}

function sensibleRequest(recipe: Recipe, world: WorldDocument, caller: CallerRole): RequestTemplate {
  const { named, copyTags, tags } = recipe;
  const name = presentName(recipe.source, world);
  const { account = 'self', region = 'here', encryptedWith } = world.snapshots?.[name] ?? {};
  const nearby = account === caller.account && region === caller.region;
  const text = { 'by name': `{${name}}`, 'in upper case': `{${name}:upper}`, 'by ARN': `{${name}.arn}` };
  const needsKey = encryptedWith !== undefined && (!nearby || recipe.keyAnyway);
  return {
    SourceDBClusterSnapshotIdentifier: text[nearby ? named : 'by ARN'],
    TargetDBClusterSnapshotIdentifier: recipe.target,
    ...(needsKey && { KmsKeyId: formOf(keyOf(caller), recipe.keyForm) }),
    ...(copyTags !== undefined && { CopyTags: copyTags }),
    ...(tags !== undefined && { Tags: tags }),
  };
}

function presentName(wanted: SnapshotName, world: WorldDocument): SnapshotName {
  const at = snapshotNames.indexOf(wanted);
  const inTurn = [...snapshotNames.slice(at), ...snapshotNames.slice(0, at)];
  return inTurn.find((name) => world.snapshots?.[name] !== undefined) ?? wanted;
}

const merge = (a: WrittenRequest, b: WrittenRequest): WrittenRequest => ({
  request: { ...a.request, ...b.request },
  wire: { ...a.wire, ...b.wire },
});

/** Templates of snapshots that this world lacks lead to an unknown name instead. */
function withoutAbsent(request: RequestTemplate, world: WorldDocument): RequestTemplate {
  const absent = snapshotNames.filter((name) => world.snapshots?.[name] === undefined);
  const pattern = new RegExp(`\\{(${absent.join('|')})(\\.arn|:upper)?\\}`, 'g');
  const fill = <T>(value: T): T | string =>
    typeof value === 'string' && absent.length > 0 ? value.replace(pattern, '{unknown}') : value;
  return Object.fromEntries(Object.entries(request).map(([member, value]) => [member, fill(value)]));
}
