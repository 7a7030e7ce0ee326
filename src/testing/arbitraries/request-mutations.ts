import fc, { type Arbitrary } from 'fast-check';
import type { RawTag } from '../../model/world/tags.ts';
import type { RequestTemplate, TagTemplate } from '../../contract/generated/types.ts';
import { arnsAcrossPartitions, brokenArns, wrongArns } from './arns.ts';
import { malformedIdentifiers, otherCase } from './identifiers.ts';
import { keyReferences } from './keys.ts';
import type { WrittenRequest } from './written-request.ts';
import { oddTagLists, oddTags } from './tags.ts';
import { snapshotNames } from './worlds.ts';

/** One thing done to a request. It may break a rule, leave one unspecified, or turn out harmless. */
export function requestMutations(): Arbitrary<WrittenRequest> {
  return fc.oneof(
    { weight: 3, arbitrary: targets().map((it) => change({ TargetDBClusterSnapshotIdentifier: it })) },
    { weight: 5, arbitrary: sources().map((it) => change({ SourceDBClusterSnapshotIdentifier: it })) },
    { weight: 4, arbitrary: keyReferences().map((it) => change({ KmsKeyId: it })) },
    {
      weight: 4,
      arbitrary: fc.oneof(oddTags(), oddTagLists()).map((it) => change({ Tags: it.map(asTemplate) })),
    },
    { weight: 3, arbitrary: missing().map((member) => change({ [member]: null })) },
    { weight: 1, arbitrary: copyTagsTexts().map((text) => ({ request: {}, wire: { CopyTags: text } })) },
    { weight: 1, arbitrary: fc.constantFrom('https://x/', '').map((url) => change({ PreSignedUrl: url })) },
  );
}

function targets(): Arbitrary<string> {
  return fc.oneof(
    malformedIdentifiers(),
    fc.constantFrom('', '{new:64}', '{alpha}', '{beta:upper}'),
    fc.constantFrom('alpha', 'beta').chain(otherCase),
  );
}

function sources(): Arbitrary<string> {
  const name = fc.constantFrom('nowhere', ...snapshotNames);
  return fc.oneof(
    // By its bare name, wherever it is.
    fc.constantFrom(...snapshotNames).map((handle) => `{${handle}}`),
    fc.constantFrom('', 'rds:', 'alpha', 'rds:alpha', '{unknown}'),
    fc.constantFrom('{private.arn}', '{far.arn}', '{china.arn}', '{shared.arn}'),
    malformedIdentifiers(),
    name.chain(wrongArns),
    name.chain(brokenArns),
    arnsAcrossPartitions(),
  );
}

const missing = (): Arbitrary<keyof RequestTemplate> =>
  fc.constantFrom(
    'SourceDBClusterSnapshotIdentifier',
    'TargetDBClusterSnapshotIdentifier',
    'KmsKeyId',
    'KmsKeyId',
  );

const copyTagsTexts = (): Arbitrary<string> => fc.constantFrom('yes', '', 'TRUE', '1');

const change = (request: RequestTemplate): WrittenRequest => ({ request, wire: {} });

/** Without members that are undefined: a template has none. */
const asTemplate = ({ Key, Value }: RawTag): TagTemplate => ({
  ...(Key !== undefined && { Key }),
  ...(Value !== undefined && { Value }),
});
