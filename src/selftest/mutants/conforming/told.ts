import { isFirstBroken, copying, refuse } from '../mutant.ts';
import type { Variant } from '../endpoint.ts';

/** Endpoints that differ where a rule is known too badly to fail a run: the report tells of it, and the run does not fail. */
export const told: readonly Variant[] = [
  {
    name: 'a copy has a time of its own, as one of CopyDBSnapshot',
    told: ['copy-create-time'],
    tries: ['copy-create-time', 'copy-inherits', 'copy-described'],
    ...copying((copy, { world }) => ({
      ...copy,
      shape: { ...copy.shape, SnapshotCreateTime: new Date(world.clock).toISOString() },
    })),
  },
  {
    name: 'members without a value are empty elements, wherever a snapshot is told of',
    told: ['wire-absent-members'],
    tries: ['wire-absent-members', 'copy-unencrypted-stays', 'copy-source-arn', 'copy-described'],
    rewrite: (answer) => ({
      ...answer,
      body: answer.body.replaceAll(
        /<DBClusterSnapshot>(.*?)<\/DBClusterSnapshot>/gs,
        (snapshot, members: string) =>
          snapshot.replace(
            members,
            ['KmsKeyId', 'MasterUsername', 'SourceDBClusterSnapshotArn']
              .filter((member) => !members.includes(`<${member}>`))
              .reduce((all, member) => `${all}<${member}/>`, members),
          ),
      ),
    }),
  },
  {
    name: 'a snapshot that is not shared is refused with a fault of its own',
    told: ['source-visible'],
    tries: ['source-visible', 'source-exists'],
    copy: (facts, call) =>
      isFirstBroken('source-visible', facts) ? refuse(call, 'InvalidParameterValue') : undefined,
  },
];
