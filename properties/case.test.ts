import fc from 'fast-check';
import { expect } from 'vitest';
import { situations, swapCase, toScene } from '../src/arbitraries/index.ts';
import type { CopyRequest } from '../src/model/facts.ts';
import { copyThat } from './bugs.ts';
import { law, model, testLaws } from './law.ts';

const inputs = fc.record({ situation: situations(), mask: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }) });

/** The request with the case of both identifiers changed; of an ARN, only the snapshot's name is one. */
function inOtherCase(request: CopyRequest, mask: bigint): CopyRequest {
  const { SourceDBClusterSnapshotIdentifier: source, TargetDBClusterSnapshotIdentifier: target } = request;
  return {
    ...request,
    ...(source !== undefined && { SourceDBClusterSnapshotIdentifier: sourceInOtherCase(source, mask) }),
    ...(target !== undefined && { TargetDBClusterSnapshotIdentifier: swapCase(target, mask) }),
  };
}

function sourceInOtherCase(source: string, mask: bigint): string {
  const arn = /^(arn:.*:cluster-snapshot:)(.*)$/s.exec(source);
  if (arn !== null) return (arn[1] ?? '') + swapCase(arn[2] ?? '', mask);
  return /^arn:/i.test(source) ? source : swapCase(source, mask);
}

testLaws('The case of an identifier means nothing', [
  law({
    states: 'Requests that differ in the case of identifiers only have the same verdict.',
    inputs,
    holds({ judge }, { situation, mask }) {
      const { world, caller, request } = toScene(situation);
      expect(judge(world, caller, inOtherCase(request, mask))).toEqual(judge(world, caller, request));
    },
    bugs: {
      'names that are unique only as they are written': {
        judge(world, caller, request) {
          const verdict = model.judge(world, caller, request);
          const target = request.TargetDBClusterSnapshotIdentifier ?? '';
          if (target === target.toLowerCase()) return verdict;
          return { ...verdict, broken: verdict.broken.filter((id) => id !== 'target-unique') };
        },
      },
    },
  }),
  law({
    states: 'Requests that differ in the case of identifiers only have the same outcome.',
    inputs,
    holds({ copy }, { situation, mask }) {
      const { world, caller, request } = toScene(situation);
      const [, outcome] = copy(world, caller, request);
      const [, other] = copy(world, caller, inOtherCase(request, mask));
      if (outcome.kind === 'copied') expect(other).toEqual(outcome);
      else expect(other).toMatchObject({ rule: outcome.rule, fault: { shape: outcome.fault.shape } });
    },
    bugs: {
      'the name as it was written': copyThat((snapshot, request) => ({
        ...snapshot,
        name: request.TargetDBClusterSnapshotIdentifier ?? '',
      })),
    },
  }),
]);
