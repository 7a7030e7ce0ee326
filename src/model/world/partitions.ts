/** A part of AWS with walls around it. */
interface Partition {
  readonly id: string;
  /** What its Regions are called, those to come among them. */
  readonly pattern: RegExp;
  /** Its Regions, the ones that are used for tests first. */
  readonly regions: readonly string[];
}

/** As partitions.json of botocore 1.44.8 lists them. */
const partitions: readonly [Partition, ...Partition[]] = [
  {
    id: 'aws',
    pattern: /^(?:us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    regions: [
      ...['eu-west-1', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'ca-west-1'],
      ...['eu-west-2', 'eu-west-3', 'eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2'],
      ...['ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1'],
      ...['ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4'],
      ...['ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7', 'me-central-1', 'me-south-1', 'me-west-1'],
      ...['sa-east-1', 'sa-west-1', 'af-south-1', 'il-central-1', 'mx-central-1'],
    ],
  },
  { id: 'aws-cn', pattern: /^cn-\w+-\d+$/, regions: ['cn-northwest-1', 'cn-north-1'] },
  { id: 'aws-us-gov', pattern: /^us-gov-\w+-\d+$/, regions: ['us-gov-east-1', 'us-gov-west-1'] },
  { id: 'aws-eusc', pattern: /^eusc-de-\w+-\d+$/, regions: ['eusc-de-east-1'] },
  { id: 'aws-iso', pattern: /^us-iso-\w+-\d+$/, regions: ['us-iso-east-1', 'us-iso-west-1'] },
  { id: 'aws-iso-b', pattern: /^us-isob-\w+-\d+$/, regions: ['us-isob-east-1', 'us-isob-west-1'] },
  { id: 'aws-iso-e', pattern: /^eu-isoe-\w+-\d+$/, regions: ['eu-isoe-west-1'] },
  { id: 'aws-iso-f', pattern: /^us-isof-\w+-\d+$/, regions: ['us-isof-east-1', 'us-isof-south-1'] },
];

const ofRegion = (region: string): Partition | undefined =>
  partitions.find(({ pattern }) => pattern.test(region));

/** Partition of a Region; undefined where its name is that of none. */
export const knownPartitionOf = (region: string): string | undefined => ofRegion(region)?.id;

/** Partition of a Region; that of most where its name is that of none, as SDKs have it. */
export const partitionOf = (region: string): string => knownPartitionOf(region) ?? partitions[0].id;

/** Whether there is such a Region, as far as the list goes. */
export const isKnownRegion = (region: string): boolean => ofRegion(region)?.regions.includes(region) === true;

/** Another Region of the same partition: one of its list or, where that has no other, one that may come. */
export function anotherRegion(region: string): string {
  const { regions } = ofRegion(region) ?? partitions[0];
  return (
    regions.find((each) => each !== region) ?? region.replace(/\d+$/, (number) => String(Number(number) + 1))
  );
}
