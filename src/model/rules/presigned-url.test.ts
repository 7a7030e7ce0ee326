import { describe, expect, it } from 'vitest';
import { emptyWorld } from '../world/world.ts';
import { gatherFacts } from './facts.ts';
import { judge } from './judge.ts';
import { isOfSdk } from './presigned-url.ts';

const caller = { account: '111111111111', region: 'us-east-1' };
const there = 'arn:aws:rds:eu-west-1:111111111111:cluster-snapshot:a';

interface Parts {
  readonly host?: string;
  readonly Action?: string;
  readonly SourceDBClusterSnapshotIdentifier?: string;
  readonly DestinationRegion?: string;
}

/** A URL as SDKs make it, but for the parts that are told. */
function url({ host = 'rds.eu-west-1.amazonaws.com', ...parts }: Parts = {}): string {
  const query = new URLSearchParams({
    Action: 'CopyDBClusterSnapshot',
    Version: '2014-10-31',
    SourceDBClusterSnapshotIdentifier: there,
    DestinationRegion: 'us-east-1',
    'X-Amz-Signature': '0'.repeat(64),
    ...parts,
  });
  return `https://${host}/?${query.toString()}`;
}

const factsOf = (PreSignedUrl: string, source = there) =>
  gatherFacts(emptyWorld(), caller, {
    SourceDBClusterSnapshotIdentifier: source,
    TargetDBClusterSnapshotIdentifier: 'b',
    PreSignedUrl,
  });

describe('a PreSignedUrl', () => {
  it.each<[name: string, text: string, isSo: boolean]>([
    ['as an SDK makes it', url(), true],
    ['with the port of an endpoint', url({ host: 'rds.eu-west-1.amazonaws.com:5000' }), true],
    ['of another part of AWS', url({ host: 'rds.eu-west-1.amazonaws.com.cn' }), true],
    ['of the called Region', url({ host: 'rds.us-east-1.amazonaws.com' }), false],
    ['of a host that only begins so', url({ host: 'rds.eu-west-11.amazonaws.com' }), false],
    ['of another operation', url({ Action: 'CopyDBSnapshot' }), false],
    ['of another source', url({ SourceDBClusterSnapshotIdentifier: `${there}-2` }), false],
    ['to another Region', url({ DestinationRegion: 'us-west-2' }), false],
    ['that nobody signed', url().replace(/&X-Amz-Signature=0+/, ''), false],
    ['without TLS', url().replace('https:', 'http:'), false],
    ['that is no URL', 'not a url', false],
    ['that is empty', '', false],
  ])('%s is one of an SDK: %s', (_, text, isSo) => {
    expect(isOfSdk(factsOf(text))).toBe(isSo);
  });

  it('is none of an SDK where the source is in the called Region, or is named by its name', () => {
    const here = there.replace('eu-west-1', 'us-east-1');
    const ofHere = url({ host: 'rds.us-east-1.amazonaws.com', SourceDBClusterSnapshotIdentifier: here });
    expect(isOfSdk(factsOf(ofHere, here))).toBe(false);
    expect(isOfSdk(factsOf(url({ SourceDBClusterSnapshotIdentifier: 'a' }), 'a'))).toBe(false);
  });

  it('decides nothing, unless no SDK makes it: then a refusal is as good as a copy', () => {
    const verdictOf = (PreSignedUrl?: string) => judge(emptyWorld(), caller, { PreSignedUrl });
    expect(verdictOf().unspecified).toEqual([]);
    expect(verdictOf('x')).toMatchObject({
      broken: verdictOf().broken,
      unspecified: ['presigned-url-of-sdk'],
      rejections: expect.arrayContaining(['InvalidParameterValue', 'InvalidParameterCombination']) as unknown,
    });
  });
});
