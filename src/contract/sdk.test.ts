import * as neptune from '@aws-sdk/client-neptune';
import { describe, expect, it } from 'vitest';
import { faults } from './generated/catalogue.ts';
import { schemas } from './generated/schemas.ts';

/** A schema as the SDK carries it at run time: for a fault, its traits; for a structure, the names of its members. */
function sdkSchema(shape: string): readonly unknown[] {
  const schema = (neptune as unknown as Record<string, unknown>)[`${shape}$`];
  if (!Array.isArray(schema)) throw new Error(`the SDK has no schema of ${shape}`);
  return schema;
}

function ourMembers(id: string): string[] {
  const schema = schemas.find((each) => '$id' in each && each.$id === `neptune-copy-contract:shapes/${id}`);
  return Object.keys((schema as { properties: object } | undefined)?.properties ?? {});
}

describe('the contract agrees with the AWS SDK', () => {
  const declared = faults.filter((fault) => fault.declared);

  it('on how many faults are declared', () => {
    expect(declared).toHaveLength(6);
  });

  it.each(declared.map((fault) => [fault.shape, fault] as const))(
    'on code, status and sender of %s',
    (shape, fault) => {
      expect(sdkSchema(shape)[3]).toMatchObject({
        awsQueryError: [fault.code, fault.status],
        httpError: fault.status,
        error: fault.type === 'Sender' ? 'client' : 'server',
      });
    },
  );

  it('on the members of DBClusterSnapshot', () => {
    expect(ourMembers('db-cluster-snapshot')).toEqual(sdkSchema('DBClusterSnapshot')[4]);
  });

  it('on the members of the request, but for SourceRegion, which never reaches the wire', () => {
    const ours = ourMembers('copy-db-cluster-snapshot-message').filter((member) => member !== 'SourceRegion');
    expect(ours).toEqual(sdkSchema('CopyDBClusterSnapshotMessage')[4]);
  });
});
