import fc from 'fast-check';
import { copyInputs, swapCase, type CopyInput } from '../../src/testing/arbitraries/index.ts';
import type { CopyRequest } from '../../src/model/rules/facts.ts';
import { copyThat } from '../bugs.ts';
import { expect } from '../expect.ts';
import { family, law, model } from '../law.ts';

const everyLetter = (1n << 64n) - 1n;
const inputs = fc.record({ copyInput: copyInputs(), mask: fc.bigInt({ min: 0n, max: everyLetter }) });
const ofCopyInput = (copyInput: CopyInput) => ({ copyInput, mask: everyLetter });

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

export const letterCase = family('The case of an identifier means nothing', [
  law({
    states: 'Requests that differ in the case of identifiers only have the same verdict.',
    inputs,
    ofCopyInput,
    holds({ judge }, { copyInput: { world, caller, request }, mask }) {
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
    ofCopyInput,
    holds({ copy }, { copyInput: { world, caller, request }, mask }) {
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
