import fc, { type Arbitrary } from 'fast-check';

/** The parts of a snapshot's ARN, as they may be written down, right or wrong. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly type: string;
  readonly name: string;
}

/** The parts of an ARN that leads to this name; templates of `spec/cases` are fine as values. */
export const arnPartsOf = (name: string): ArnParts => ({
  partition: '{partition}',
  service: 'rds',
  region: '{region.here}',
  account: '{account.self}',
  type: 'cluster-snapshot',
  name,
});

/** An ARN from its parts. */
export const arnText = ({ partition, service, region, account, type, name }: ArnParts): string =>
  `arn:${partition}:${service}:${region}:${account}:${type}:${name}`;

/** Wrong values for each part; `{…}` as in the templates of `spec/cases`. */
const wrong: Readonly<Record<keyof ArnParts, readonly string[]>> = {
  partition: ['', 'AWS', 'aws-', 'aws-cn', 'aws-us-gov', 'amazon'],
  service: ['', 'neptune', 'RDS', 'neptune-db', 'kms'],
  region: ['', 'nowhere', 'US-EAST-1', '{region.here}a', 'us-east', 'cn-north-1'],
  account: ['', '1234', '{account.self}0', '12345678901a', '{account.self} '],
  type: ['', 'snapshot', 'cluster', 'Cluster-Snapshot', 'cluster-snapshot:rds'],
  name: ['', '-', '1a', 'a b', 'a/b', 'a:b', 'a\n', 'rds:', 'a--b', '\u212a'],
};

/** ARNs with one part wrong. Some are well formed all the same and lead nowhere, or out of the partition. */
export function wrongArns(name: string): Arbitrary<string> {
  const right = arnPartsOf(name);
  const parts = Object.keys(wrong) as (keyof ArnParts)[];
  return fc
    .constantFrom(...parts)
    .chain((part) => fc.constantFrom(...wrong[part]).map((value) => arnText({ ...right, [part]: value })));
}

/** Texts that start like an ARN and stop short or are otherwise none. */
export function brokenArns(name: string): Arbitrary<string> {
  const whole = arnText(arnPartsOf(name));
  return fc.oneof(
    fc.constantFrom('arn:', 'arn:aws', 'arn:::::', 'arn:aws:rds', 'ARN:aws:rds:us-east-1:1:x', 'arn'),
    fc.constantFrom(` ${whole}`, `${whole} `, `${whole}\n`, `${whole}:`, whole.replace('arn:', 'arn::')),
    fc.nat({ max: whole.length - 1 }).map((length) => whole.slice(0, Math.max(length, 4))),
  );
}

/** ARNs that lead out of the partition, openly or in disguise; a generated world may have a snapshot there. */
export const arnsAcrossPartitions = (): Arbitrary<string> =>
  fc.constantFrom(
    'arn:aws-cn:rds:cn-north-1:{account.self}:cluster-snapshot:china',
    'arn:{partition}:rds:cn-north-1:{account.self}:cluster-snapshot:china',
    'arn:aws-cn:rds:{region.here}:{account.self}:cluster-snapshot:alpha',
  );
