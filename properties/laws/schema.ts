import { histories, copyInputs } from '../../src/testing/arbitraries/index.ts';
import type { Verdict } from '../../src/model/rules/judge.ts';
import type { PreconditionId } from '../../src/contract/generated/catalogue.ts';
import { schemas } from '../../src/contract/generated/schemas.ts';
import { createValidator } from '../../src/contract/validate.ts';
import { copyThat } from '../bugs.ts';
import { expect } from '../expect.ts';
import { play } from '../history.ts';
import { family, law, model } from '../law.ts';

const validator = createValidator(schemas);
const problems = (shape: string, value: unknown) =>
  validator.problems(`neptune-copy-contract:shapes/${shape}`, value);

/** Rules about the form of a request that the schema of the request states as well. */
const inSchema = [
  'source-required',
  'target-required',
  'source-not-blank',
  'target-not-blank',
  'target-identifier-syntax',
  'source-identifier-form',
  'copy-tags-boolean',
  'tag-key-required',
  'tag-key-length',
  'tag-value-length',
  'tag-key-reserved-prefix',
  'tag-charset',
  'tag-count',
] as const satisfies readonly PreconditionId[];

/** Rules about form of which the schema says less: it has no list of Regions and knows of no caller. */
const beyondSchema = ['source-arn-form', 'source-partition'] as const satisfies readonly PreconditionId[];

/** A judge that has forgotten a rule. */
const without = (rule: PreconditionId) => ({
  judge: (...given: Parameters<typeof model.judge>): Verdict => {
    const { broken, unspecified, ...rest } = model.judge(...given);
    const others = (ids: readonly PreconditionId[]) => ids.filter((id) => id !== rule);
    return { ...rest, broken: others(broken), unspecified: others(unspecified) };
  },
});

export const schema = family('The rules and the schemas say the same', [
  law({
    states: 'A request against the schema breaks a rule about its form, or leaves one unspecified.',
    inputs: copyInputs(),
    holds({ judge }, { world, caller, request }) {
      const found = problems('copy-db-cluster-snapshot-message', request);
      if (found.length === 0) return;
      const { broken, unspecified } = judge(world, caller, request);
      const form: readonly string[] = [...inSchema, ...beyondSchema];
      const answered = [...broken, ...unspecified].filter((id) => form.includes(id));
      expect(answered, JSON.stringify(found)).slowly.not.toEqual([]);
    },
    bugs: {
      'tags of any characters': without('tag-charset'),
      'targets of any form': without('target-identifier-syntax'),
      'any number of tags': without('tag-count'),
    },
  }),
  law({
    states:
      'A request that breaks a rule about its form is against the schema, as far as the schema can tell.',
    inputs: copyInputs(),
    holds({ judge }, { world, caller, request }) {
      const broken: readonly string[] = judge(world, caller, request).broken;
      const answered = inSchema.filter((id) => broken.includes(id));
      if (answered.length === 0) return;
      expect(problems('copy-db-cluster-snapshot-message', request), answered.join()).slowly.not.toEqual([]);
    },
    bugs: {
      'names of at most 62 characters': {
        judge(world, caller, request) {
          const verdict = model.judge(world, caller, request);
          const long = request.TargetDBClusterSnapshotIdentifier?.length === 63;
          return long ? { ...verdict, broken: [...verdict.broken, 'target-identifier-syntax'] } : verdict;
        },
      },
    },
  }),
  law({
    states: 'A request that breaks no rule and leaves none unspecified satisfies the schema.',
    inputs: copyInputs(),
    holds({ judge }, { world, caller, request }) {
      const { broken, unspecified } = judge(world, caller, request);
      if (broken.length + unspecified.length > 0) return;
      expect(problems('copy-db-cluster-snapshot-message', request)).toEqual([]);
    },
    bugs: { 'tags without a key': without('tag-key-required') },
  }),
  law({
    states: 'Every copy, at every stage of its way, is as the schema of a snapshot says.',
    inputs: histories(8),
    holds(subject, history) {
      for (const { after, outcome } of play(subject, history)) {
        if (outcome?.kind === 'copied')
          expect(problems('db-cluster-snapshot', outcome.snapshot.shape)).toEqual([]);
        for (const { snapshots } of after.places.values()) {
          for (const { shape, progress } of snapshots.values()) {
            if (progress !== undefined) expect(problems('db-cluster-snapshot', shape)).toEqual([]);
          }
        }
      }
    },
    bugs: {
      'tags inside the snapshot': copyThat((snapshot) => ({
        ...snapshot,
        shape: Object.assign({}, snapshot.shape, { TagList: snapshot.tags }),
      })),
      'null for nothing': copyThat((snapshot) => ({
        ...snapshot,
        shape: Object.assign({ KmsKeyId: null }, snapshot.shape),
      })),
    },
  }),
]);
