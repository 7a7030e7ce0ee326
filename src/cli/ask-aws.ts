import { DescribeKeyCommand, KMSClient, paginateListAliases } from '@aws-sdk/client-kms';
import {
  DescribeDBClusterSnapshotAttributesCommand,
  ListTagsForResourceCommand,
  NeptuneClient,
  paginateDescribeDBClusterSnapshots,
} from '@aws-sdk/client-neptune';

/** Whom to ask, as the SDK finds credentials and endpoints by itself. */
export interface Asked {
  readonly profile: string;
  readonly region: string;
}

/**
 * Asks for what a world is made of, and changes nothing: the answers, as outputs of AWS CLI by what they would be called
 * as files. Throws what the SDK throws, such as that an action is not allowed.
 */
export async function askAws({ profile, region }: Asked): Promise<Readonly<Record<string, string>>> {
  const [neptune, kms] = [new NeptuneClient({ profile, region }), new KMSClient({ profile, region })];
  const outputs: Record<string, string> = {};
  const tell = (of: string, output: object): void => {
    outputs[`${profile}/${region}/${of}.json`] = JSON.stringify(output);
  };
  try {
    const keys = new Set<string>();
    for await (const page of paginateDescribeDBClusterSnapshots({ client: neptune }, {})) {
      const { DBClusterSnapshots = [], Marker = 'first' } = page;
      tell(`snapshots-${Marker}`, { DBClusterSnapshots });
      for (const {
        DBClusterSnapshotIdentifier: name = '',
        DBClusterSnapshotArn: ResourceName = '',
        SnapshotType,
        KmsKeyId,
      } of DBClusterSnapshots) {
        const { TagList = [] } = await neptune.send(new ListTagsForResourceCommand({ ResourceName }));
        tell(`tags-${name}`, { ResourceName, TagList });
        if (KmsKeyId !== undefined) keys.add(KmsKeyId);
        if (SnapshotType !== 'manual') continue;
        const ask = new DescribeDBClusterSnapshotAttributesCommand({ DBClusterSnapshotIdentifier: name });
        const { DBClusterSnapshotAttributesResult = {} } = await neptune.send(ask);
        tell(`attributes-${name}`, { DBClusterSnapshotAttributesResult });
      }
    }
    for await (const { Aliases = [], NextMarker = 'last' } of paginateListAliases({ client: kms }, {})) {
      tell(`aliases-${NextMarker}`, { Aliases });
      for (const { TargetKeyId, AliasName = '' } of Aliases)
        if (TargetKeyId !== undefined && !AliasName.startsWith('alias/aws/')) keys.add(TargetKeyId);
    }
    for (const KeyId of keys) {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      tell(`key-${KeyId}`, { KeyMetadata });
    }
    return outputs;
  } finally {
    neptune.destroy();
    kms.destroy();
  }
}
