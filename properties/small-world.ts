import fc from 'fast-check';
import type { CopyInput } from '../src/testing/arbitraries/index.ts';
import { fillRequest, placeOf, plainSetting, realise } from '../src/model/index.ts';
import type { RequestTemplate, SnapshotDocument, WorldDocument } from '../src/contract/generated/types.ts';

/** Everything that may differ between two small worlds, and every value of it. */
const worldChoices = {
  owner: ['self', 'other'],
  region: ['here', 'elsewhere'],
  status: ['available', 'creating', 'copying', 'deleting', 'failed'],
  encryption: ['none', 'own', 'foreign', 'disabled'],
  shared: [false, true],
  name: ['free', 'taken'],
  quotas: [
    { manualSnapshotsLeft: 1, crossRegionCopyQuota: 1 },
    { manualSnapshotsLeft: 0, crossRegionCopyQuota: 0 },
  ],
} as const;

/** Everything that may differ between two requests, and every value of it. */
const requestChoices = {
  source: ['{source}', '{source.arn}'],
  key: [undefined, '{own.id}', '{foreign.arn}', '{disabled.id}'],
  tags: [undefined, 'copied', 'given'],
} as const;

type Choices = Readonly<Record<string, readonly unknown[]>>;
type Choice<C extends Choices> = { readonly [Name in keyof C]: C[Name][number] };

const sizeOf = (choices: Choices): number =>
  Object.values(choices).reduce((size, values) => size * values.length, 1);

/** How many inputs there are. */
export const smallScope = sizeOf(worldChoices) * sizeOf(requestChoices);

/** Every combination of one value each. */
function* combinations<C extends Choices>(choices: C): Generator<Choice<C>> {
  const names = Object.keys(choices);
  for (let index = 0; index < sizeOf(choices); index += 1) {
    let rest = index;
    const chosen: Record<string, unknown> = {};
    for (const name of names) {
      const values = choices[name] ?? [];
      chosen[name] = values[rest % values.length];
      rest = Math.floor(rest / values.length);
    }
    yield chosen as Choice<C>;
  }
}

type WorldChoice = Choice<typeof worldChoices>;

/**
 * Keys of the caller's place, which requests name, and of the source's place, which encrypt the source. A foreign
 * one is of the other account and lets everybody in.
 */
function keysOf({ owner, region }: WorldChoice): NonNullable<WorldDocument['keys']> {
  const usableBy: readonly string[] = ['self', 'other'];
  const neighbour = owner === 'self' ? 'other' : 'self';
  return {
    own: {},
    foreign: { account: 'other', usableBy },
    disabled: { state: 'Disabled' },
    'source-own': { account: owner, region, usableBy },
    'source-foreign': { account: neighbour, region, usableBy },
    'source-disabled': { account: owner, region, usableBy, state: 'Disabled' },
  };
}

function worldOf(choice: WorldChoice): WorldDocument {
  const { owner, region, status, encryption, shared, name, quotas } = choice;
  const source: SnapshotDocument = {
    account: owner,
    region,
    status,
    tags: [{ Key: 'Of', Value: 'source' }, { Key: 'bare' }],
    ...(encryption !== 'none' && { encryptedWith: `source-${encryption}` }),
    ...(shared && { sharedWith: [owner === 'self' ? 'other' : 'self'] }),
  };
  return {
    keys: keysOf(choice),
    snapshots: { source, ...(name === 'taken' && { copy: {} }) },
    places: [quotas],
  };
}

function requestOf({ source, key, tags }: Choice<typeof requestChoices>): RequestTemplate {
  return {
    SourceDBClusterSnapshotIdentifier: source,
    TargetDBClusterSnapshotIdentifier: 'COPY',
    ...(key !== undefined && { KmsKeyId: key }),
    ...(tags !== undefined && { CopyTags: true }),
    ...(tags === 'given' && {
      Tags: [
        { Key: 'First', Value: '1' },
        { Key: 'second', Value: '2' },
      ],
    }),
  };
}

/**
 * Every small world with every request: two accounts, two Regions, the statuses, each way to be encrypted, shared
 * or not, the name free or taken, the quotas free or full. The caller is always the same; the source moves.
 */
export function* smallCopyInputs(): Generator<CopyInput> {
  const caller = placeOf({}, plainSetting);
  const templates = [...combinations(requestChoices)].map(requestOf);
  for (const choice of combinations(worldChoices)) {
    const { world, bindings } = realise(worldOf(choice), plainSetting);
    for (const template of templates) {
      const copyInput: CopyInput = { world, caller, request: fillRequest(template, bindings) };
      yield Object.defineProperty(copyInput, fc.toStringMethod, {
        value: () => fc.stringify({ choice, template }),
      });
    }
  }
}
