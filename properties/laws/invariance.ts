import fc, { type Arbitrary } from 'fast-check';
import { copyInputs, type CopyInput } from '../../src/testing/arbitraries/index.ts';
import {
  keyArn,
  placeState,
  putSnapshot,
  snapshotArn,
  withPlace,
  type Caller,
  type Verdict,
} from '../../src/model/index.ts';
import type { Snapshot } from '../../src/model/world/world.ts';
import { editPlace } from '../bugs.ts';
import { expect } from '../expect.ts';
import { family, law, model } from '../law.ts';

const places: Arbitrary<Caller> = fc.record({
  account: fc.constantFrom('111111111111', '222222222222', '333333333333'),
  region: fc.constantFrom('us-east-1', 'eu-west-1', 'cn-north-1'),
});
const inputs = fc.record({ copyInput: copyInputs(), place: places });
const ofCopyInput = (copyInput: CopyInput) => ({ copyInput, place: copyInput.caller });

/** An automated snapshot that no request speaks of. */
function bystander(place: Caller): Snapshot {
  const name = 'rds:bystander';
  return {
    place,
    name,
    shape: {
      DBClusterSnapshotIdentifier: name,
      DBClusterSnapshotArn: snapshotArn(place, name),
      SnapshotType: 'automated',
      Status: 'creating',
      PercentProgress: 0,
      StorageEncrypted: false,
    },
    tags: [],
    sharedWith: ['all'],
  };
}

/** A key that no request speaks of. */
const idleKey = (place: Caller) => ({
  place,
  id: 'idle',
  arn: keyArn(place, 'idle'),
  state: 'Disabled' as const,
  spec: 'HMAC_256',
  manager: 'CUSTOMER' as const,
  multiRegion: false,
  usableBy: [],
});

/** A judge that looks at a changed input. */
const judgeThatSees = (look: (copyInput: CopyInput) => CopyInput) => ({
  judge: (...[world, caller, request]: Parameters<typeof model.judge>): Verdict => {
    const seen = look({ world, caller, request });
    return model.judge(seen.world, seen.caller, seen.request);
  },
});

export const invariance = family(
  'Invariance: what has nothing to do with a request does not sway its verdict',
  [
    law({
      states: 'Another snapshot, automated and of another name, changes no verdict, wherever it is.',
      inputs,
      ofCopyInput,
      holds({ judge }, { copyInput: { world, caller, request }, place }) {
        const fuller = putSnapshot(world, bystander(place));
        expect(judge(fuller, caller, request)).toEqual(judge(world, caller, request));
      },
      bugs: {
        'automated snapshots in the quota': judgeThatSees(({ world, caller, request }) => ({
          world: editPlace(world, caller, ({ snapshots }) => ({ manualCount: snapshots.size })),
          caller,
          request,
        })),
      },
    }),
    law({
      states: 'A key that neither the request nor the source names changes no verdict.',
      inputs,
      ofCopyInput,
      holds({ judge }, { copyInput: { world, caller, request }, place }) {
        const more = editPlace(world, place, ({ keys }) => ({ keys: keys.set('idle', idleKey(place)) }));
        expect(judge(more, caller, request)).toEqual(judge(world, caller, request));
      },
      bugs: {
        'any disabled key in the place': judgeThatSees(({ world, caller, request }) => ({
          world,
          caller,
          request: placeState(world, caller).keys.has('idle') ? { ...request, KmsKeyId: 'idle' } : request,
        })),
      },
    }),
    law({
      states:
        'Another account that shares nothing changes no verdict, even if it has things of the same names.',
      inputs,
      ofCopyInput,
      holds({ judge }, { copyInput: { world, caller, request } }) {
        const stranger = { account: '333333333333', region: caller.region };
        const { snapshots, keys, ...state } = placeState(world, caller);
        const control = withPlace(world, stranger, {
          ...state,
          keys: keys.map((key) => ({ ...key, place: stranger, usableBy: [] })),
          snapshots: snapshots.map((snapshot) => ({ ...snapshot, place: stranger, sharedWith: [] })),
          quotas: { manualSnapshots: 0, crossRegionCopies: 0 },
        });
        expect(judge(control, caller, request)).toEqual(judge(world, caller, request));
      },
      bugs: {
        'the lowest quota of all': judgeThatSees(({ world, caller, request }) => {
          const lowest = Math.min(...[...world.places.values()].map(({ quotas }) => quotas.manualSnapshots));
          const quotas = { ...placeState(world, caller).quotas, manualSnapshots: lowest };
          return { world: editPlace(world, caller, () => ({ quotas })), caller, request };
        }),
      },
    }),
    law({
      states: 'The time of day and the duration of copies change no verdict.',
      inputs,
      ofCopyInput,
      holds({ judge }, { copyInput: { world, caller, request } }) {
        const later = { ...world, clock: world.clock + 1e9, copyDuration: 1000, serial: world.serial + 1 };
        expect(judge(later, caller, request)).toEqual(judge(world, caller, request));
      },
      bugs: {
        'no copies while copies take time': judgeThatSees(({ world, caller, request }) => ({
          world: world.copyDuration > 0 ? { ...world, places: world.places.clear() } : world,
          caller,
          request,
        })),
      },
    }),
    law({
      states: 'PreSignedUrl changes no copy, and what is refused without it.',
      inputs,
      ofCopyInput,
      holds({ judge }, { copyInput: { world, caller, request } }) {
        const signed = {
          ...request,
          PreSignedUrl: 'https://rds.eu-west-1.amazonaws.com/?Action=CopyDBClusterSnapshot',
        };
        const [given, without] = [judge(world, caller, signed), judge(world, caller, request)];
        expect(given.copied).toEqual(without.copied);
        expect(given.broken).toEqual(without.broken);
      },
      bugs: {
        'the URL is taken for the source': judgeThatSees(({ world, caller, request }) => ({
          world,
          caller,
          request: { ...request, SourceDBClusterSnapshotIdentifier: request.PreSignedUrl },
        })),
      },
    }),
    law({
      states: 'The order of tags means nothing.',
      inputs,
      ofCopyInput,
      holds({ judge }, { copyInput: { world, caller, request } }) {
        if (request.Tags === undefined) return;
        const there = judge(world, caller, request);
        const back = judge(world, caller, { ...request, Tags: [...request.Tags].reverse() });
        expect({ ...back, copied: undefined }).toEqual({ ...there, copied: undefined });
        expect(back.copied?.members).toEqual(there.copied?.members);
        expect(new Set(back.copied?.tags.required)).toEqual(new Set(there.copied?.tags.required));
      },
      bugs: {
        'only the first tag is looked at': judgeThatSees(({ world, caller, request }) => ({
          world,
          caller,
          request: { ...request, Tags: request.Tags?.slice(0, 1) },
        })),
      },
    }),
  ],
);
