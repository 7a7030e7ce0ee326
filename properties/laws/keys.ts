import {
  formOf,
  keyCast,
  keyReferences,
  situations,
  toCopyInput,
  type KeyName,
} from '../../src/testing/arbitraries/index.ts';
import fc from 'fast-check';
import { isSymmetric, isUsable, keyByArn, resolveKey } from '../../src/model/world/kms.ts';
import type { CopyRequest } from '../../src/model/rules/facts.ts';
import { copyThat, copyThatSees } from '../bugs.ts';
import { expect } from '../expect.ts';
import { family, law, model, copyLaw } from '../law.ts';

const names = Object.keys(keyCast) as KeyName[];

/** An input whose KmsKeyId is that template. */
const withKey = fc
  .record({ situation: situations(), KmsKeyId: keyReferences() })
  .map(({ situation, KmsKeyId }) =>
    toCopyInput({ ...situation, request: { ...situation.request, KmsKeyId } }),
  );

/** The same key, named in any two of its forms. */
const twoForms = fc
  .record({
    situation: situations(),
    name: fc.constantFrom(...names),
    a: fc.nat({ max: 3 }),
    b: fc.nat({ max: 3 }),
  })
  .map(({ situation, name, a, b }) =>
    [a, b].map((form) =>
      toCopyInput({ ...situation, request: { ...situation.request, KmsKeyId: formOf(name, form) } }),
    ),
  );

export const keys = family('A copy is encrypted with a key that its caller may use', [
  law({
    states:
      'The key of an encrypted copy is enabled, symmetric, open to the caller, and in the called Region.',
    inputs: withKey,
    ofCopyInput: (copyInput) => copyInput,
    holds({ copy }, { world, caller, request }) {
      const [, outcome] = copy(world, caller, request);
      if (outcome.kind === 'rejected' || !request.KmsKeyId) return;
      const key = keyByArn(world, outcome.snapshot.shape.KmsKeyId ?? '');
      expect(key).slowly.toBeDefined();
      if (key === undefined) return;
      expect(isUsable(key, caller.account)).toBe(true);
      expect(isSymmetric(key)).toBe(true);
      expect(key.place.region).toBe(caller.region);
    },
    bugs: {
      'disabled keys work': copyThatSees((world, caller, request) => {
        const enable = world.places.map((state) => ({
          ...state,
          keys: state.keys.map((key) => ({ ...key, state: 'Enabled' as const })),
        }));
        return [{ ...world, places: enable }, caller, request];
      }),
      'the reference as it was written': copyThat((snapshot, { KmsKeyId }) => ({
        ...snapshot,
        shape: { ...snapshot.shape, ...(KmsKeyId !== undefined && { KmsKeyId }) },
      })),
    },
  }),
  law({
    states: 'An ARN whose resource is neither key/ID nor alias/NAME names no key.',
    inputs: withKey,
    holds({ judge }, { world, caller, request }) {
      const { KmsKeyId = '' } = request;
      if (!KmsKeyId.startsWith('arn:')) return;
      if (/^arn:[^:]+:kms:[^:]+:\d{12}:(key\/[0-9a-zA-Z-]+|alias\/[a-zA-Z0-9/_-]+)$/.test(KmsKeyId)) return;
      const { broken } = judge(world, caller, request);
      expect(broken.some((id) => id === 'kms-key-accessible' || id === 'kms-key-region')).toBe(true);
    },
    bugs: {
      'a key id without its type': {
        judge: (world, caller, request) =>
          model.judge(world, caller, withType(request, world.places.size > 0 ? 'key/' : '')),
      },
    },
  }),
  law({
    states: 'A key of the own account and Region is the same by id, ARN, alias and alias ARN.',
    inputs: twoForms,
    holds({ judge }, pair) {
      const verdicts = pair.flatMap(({ world, caller, request }) => {
        const reference = resolveKey(world, caller, request.KmsKeyId ?? '');
        const own = reference.kind === 'found' && reference.key.place.account === caller.account;
        return own ? [judge(world, caller, request)] : [];
      });
      if (verdicts.length === 2) expect(verdicts[0]).toEqual(verdicts[1]);
    },
    bugs: {
      'aliases are not looked up': {
        judge: (world, caller, request) =>
          model.judge(world, caller, {
            ...request,
            KmsKeyId: request.KmsKeyId?.replace('alias/', 'alias/no-'),
          }),
      },
    },
  }),
  copyLaw({
    states: 'An unencrypted snapshot is never copied with a key.',
    holds({ copy }, { world, caller, request }) {
      const [, outcome] = copy(world, caller, request);
      if (outcome.kind === 'copied' && !outcome.snapshot.shape.StorageEncrypted) {
        expect(request.KmsKeyId ?? '').toBe('');
      }
    },
    bugs: {
      'the key is dropped in silence': copyThatSees((world, caller, request) => [
        world,
        caller,
        { ...request, KmsKeyId: undefined },
      ]),
    },
  }),
]);

/** The request with the type put in front of a bare id in a key ARN. */
function withType(request: CopyRequest, type: string): CopyRequest {
  const KmsKeyId = request.KmsKeyId?.replace(/^(arn:.*:)([0-9a-f-]{36})$/, `$1${type}$2`);
  return { ...request, KmsKeyId };
}
