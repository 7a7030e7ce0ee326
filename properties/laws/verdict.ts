import { meets, meetsTags, type SnapshotMember } from '../../src/model/rules/expectation.ts';
import { copyThat } from '../bugs.ts';
import { expect } from '../expect.ts';
import { family, model, copyLaw } from '../law.ts';

export const verdict = family('The outcome of a copy lies inside the verdict', [
  copyLaw({
    states: 'A rejection carries one of the faults that the verdict allows.',
    holds({ judge, copy }, { world, caller, request }) {
      const [, outcome] = copy(world, caller, request);
      if (outcome.kind === 'copied') return;
      expect(judge(world, caller, request).rejections).toContain(outcome.fault.shape);
    },
    bugs: {
      'a fault that no rule accepts': {
        copy(world, caller, request) {
          const [next, outcome] = model.copy(world, caller, request);
          if (outcome.kind === 'copied') return [next, outcome];
          return [next, { ...outcome, fault: { ...outcome.fault, shape: 'InvalidDBClusterStateFault' } }];
        },
      },
    },
  }),
  copyLaw({
    states: 'A copy is made exactly if no rule is broken, unspecified ones counting as kept.',
    holds({ judge, copy }, { world, caller, request }) {
      const verdict = judge(world, caller, request);
      const [, outcome] = copy(world, caller, request);
      expect(outcome.kind).toBe(verdict.broken.length === 0 ? 'copied' : 'rejected');
      expect(verdict.copied === undefined).toBe(verdict.broken.length > 0);
    },
    bugs: {
      'copies that nobody limits': {
        copy: (world, caller, request) => {
          const places = world.places.map((state) => ({ ...state, manualCount: 0 }));
          return model.copy({ ...world, places }, caller, request);
        },
      },
    },
  }),
  copyLaw({
    states: 'A verdict leaves at least one outcome: a copy, a fault, or both if something is unspecified.',
    holds({ judge }, { world, caller, request }) {
      const { broken, unspecified, copied, rejections } = judge(world, caller, request);
      expect(rejections.length > 0).toBe(broken.length + unspecified.length > 0);
      expect(copied !== undefined || rejections.length > 0).toBe(true);
    },
    bugs: {
      'faults forgotten': {
        judge: (world, caller, request) => ({ ...model.judge(world, caller, request), rejections: [] }),
      },
    },
  }),
  copyLaw({
    states: 'An accepted copy is what the verdict says it must be, member by member and tag by tag.',
    holds({ judge, copy }, { world, caller, request }) {
      const [, outcome] = copy(world, caller, request);
      const { copied } = judge(world, caller, request);
      if (outcome.kind === 'rejected' || copied === undefined) return;
      const { shape, tags } = outcome.snapshot;
      for (const member of Object.keys(copied.members) as SnapshotMember[]) {
        const expected = copied.members[member];
        const met = expected === undefined || meets(member, expected.expect, shape[member]);
        expect(met, `${member} is ${JSON.stringify(shape[member])}`).toBe(true);
      }
      expect(meetsTags(copied.tags, tags), JSON.stringify({ tags, expected: copied.tags })).toBe(true);
    },
    bugs: {
      'the name as it was written': copyThat((snapshot, request) => ({
        ...snapshot,
        shape: {
          ...snapshot.shape,
          DBClusterSnapshotIdentifier: request.TargetDBClusterSnapshotIdentifier ?? '',
        },
      })),
      'an alias where the key ARN belongs': copyThat((snapshot, { KmsKeyId }) => ({
        ...snapshot,
        shape: { ...snapshot.shape, ...(KmsKeyId && { KmsKeyId }) },
      })),
      'a copy that stays automated': copyThat((snapshot) => ({
        ...snapshot,
        shape: { ...snapshot.shape, SnapshotType: 'automated' },
      })),
      'tags forgotten': copyThat((snapshot) => ({ ...snapshot, tags: [] })),
    },
  }),
]);
