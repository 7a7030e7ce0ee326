import fc, { type Arbitrary } from 'fast-check';
import type { CopyRequest } from '../../model/rules/facts.ts';
import { faults } from '../../contract/generated/catalogue.ts';
import type { SnapshotShape } from '../../model/world/world.ts';

/** What means something to XML, JSON, YAML, a form or HTTP, and what none of them can carry. */
const pieces = [
  ...['<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '-->', '<?x', '&amp;', '&#65;', '&x;', '<Code>'],
  ...[
    '%',
    '%2',
    '%zz',
    '+',
    '=',
    '&Action=',
    ';',
    '#',
    '?',
    '/',
    ':',
    '\\',
    '\\u0000',
    '{',
    '}',
    '{new}',
    '[',
    ',',
  ],
  ...['\r', '\n', '\r\n', '\t', ' ', '\u00a0', '\u0085', '\u2028', '\ufeff'],
  ...['\0', '\x01', '\x0b', '\x1f', '\x7f', '\ufffe', '\uffff', '\ufffd'],
  ...['\ud800', '\udc00', '\udc00\ud800', '\ud83d\ude00', '\u{10ffff}', 'é', 'e\u0301', '中'],
  ...['null', 'true', '1', '-0', '~', '__proto__', 'constructor', 'a'],
];

/** Texts that somebody may forget to escape, or to refuse. */
export const hostileTexts = (): Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );

/** Requests of any texts at all, or of those that the given arbitrary makes. */
export function textRequests(texts = hostileTexts()): Arbitrary<CopyRequest> {
  const tag = fc
    .tuple(texts, fc.option(texts, { nil: undefined }))
    .map(([Key, Value]) => (Value === undefined ? { Key } : { Key, Value }));
  return fc.record(
    {
      SourceDBClusterSnapshotIdentifier: texts,
      TargetDBClusterSnapshotIdentifier: texts,
      KmsKeyId: texts,
      PreSignedUrl: texts,
      CopyTags: fc.boolean(),
      Tags: fc.array(tag, { maxLength: 12 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
}

/** Snapshots of any texts at all, with any of the members that may be absent. */
export function textSnapshots(texts = hostileTexts()): Arbitrary<SnapshotShape> {
  const whole = fc.integer({ min: -1, max: 2 ** 31 - 1 });
  const instant = fc
    .date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString());
  return fc.record(
    {
      AvailabilityZones: fc.array(texts, { maxLength: 3 }),
      DBClusterSnapshotIdentifier: texts,
      DBClusterIdentifier: texts,
      SnapshotCreateTime: instant,
      Engine: texts,
      AllocatedStorage: whole,
      Status: texts,
      Port: whole,
      VpcId: texts,
      ClusterCreateTime: instant,
      MasterUsername: texts,
      EngineVersion: texts,
      LicenseModel: texts,
      SnapshotType: texts,
      PercentProgress: fc.integer({ min: 0, max: 100 }),
      StorageEncrypted: fc.boolean(),
      KmsKeyId: texts,
      DBClusterSnapshotArn: texts,
      SourceDBClusterSnapshotArn: texts,
      IAMDatabaseAuthenticationEnabled: fc.boolean(),
      StorageType: texts,
    },
    {
      requiredKeys: [
        'DBClusterSnapshotIdentifier',
        'DBClusterSnapshotArn',
        'SnapshotType',
        'Status',
        'PercentProgress',
        'StorageEncrypted',
      ],
      noNullPrototype: true,
    },
  );
}

/** Faults of the catalogue with any message at all. */
export const textFaults = (
  texts = hostileTexts(),
): Arbitrary<(typeof faults)[number] & { readonly message: string }> =>
  fc.tuple(fc.constantFrom(...faults), texts).map(([fault, message]) => ({ ...fault, message }));
