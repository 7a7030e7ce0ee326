import type { LiveDocument, LiveKey } from '../contract/generated/types.ts';
import { livePrefix, markKey } from '../harness/live/mark.ts';
import { accountsOf, placesOf, settingOf } from '../harness/live/setting.ts';
import {
  keyArn,
  partitionOf,
  placeOf,
  samePlace,
  snapshotArn,
  type Caller,
  type Setting,
} from '../model/index.ts';

/** A policy of IAM. */
export interface IamPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly IamStatement[];
}

/** What a policy allows: none of these denies. */
export interface IamStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The policies that a run needs, by the account whose callers need them. */
export type IamPolicies = Readonly<Record<string, IamPolicy>>;

/**
 * The least that a run needs, for each account that the file names: it copies from what the file names to names with our
 * prefix and our tag, deletes what carries both, and looks. Keys are used through RDS only.
 */
export function policiesOf(live: LiveDocument): IamPolicies {
  return Object.fromEntries(accountsOf(live).map(({ id }) => [id, policyOf(live, id)]));
}

function policyOf(live: LiveDocument, account: string): IamPolicy {
  const setting = settingOf(live);
  const own = placesOf(live).filter((place) => place.account === account);
  const copies = own.map((place) => snapshotArn(place, `${livePrefix}*`));
  const snapshots = Object.values(live.snapshots ?? {}).map((entry) => ({
    ...entry,
    place: placeOf(entry, setting),
  }));
  const arnOf = ({ place, identifier }: { place: Caller; identifier: string }): string =>
    snapshotArn(place, identifier);
  const isOwn = ({ place }: { readonly place: Caller }): boolean =>
    own.some((each) => samePlace(each, place));
  const ownSnapshots = snapshots.filter(isOwn).map(arnOf);
  const shared = snapshots.filter((entry) => isOwn(entry) && (entry.sharedWith ?? []).length > 0).map(arnOf);
  const keys = Object.values(live.keys ?? {}).flatMap((key) => {
    const users = [
      placeOf(key, setting),
      ...(key.usableBy ?? []).map((role) => placeOf({ account: role }, setting)),
    ];
    return users.some((user) => user.account === account) ? arnsOf(key, setting) : [];
  });
  const marked = { StringLike: { [`aws:RequestTag/${markKey}`]: 'live*' } };
  const statements: readonly IamStatement[] = [
    allow(
      'See',
      ['rds:DescribeDBClusterSnapshots'],
      own.map((place) => snapshotArn(place, '*')),
    ),
    allow('SeeTags', ['rds:ListTagsForResource'], [...ownSnapshots, ...copies]),
    allow('SeeShares', ['rds:DescribeDBClusterSnapshotAttributes'], shared),
    allow('Copy', ['rds:CopyDBClusterSnapshot'], [...snapshots.map(arnOf), ...copies], marked),
    allow('Mark', ['rds:AddTagsToResource'], copies, marked),
    allow('RemoveOwn', ['rds:DeleteDBClusterSnapshot'], copies, {
      StringLike: { [`aws:ResourceTag/${markKey}`]: 'live*' },
    }),
    allow('SeeKeys', ['kms:DescribeKey'], keys),
    // Also those that are not usable: else AWS would refuse them for the lack of this.
    allow('UseKeys', ['kms:CreateGrant'], keys, {
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
      StringLike: { 'kms:ViaService': `rds.*.${dnsOf(live)}` },
    }),
  ];
  return { Version: '2012-10-17', Statement: statements.filter(({ Resource }) => Resource.length > 0) };
}

const allow = (
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
  Condition?: IamStatement['Condition'],
): IamStatement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource: [...new Set(Resource)],
  ...(Condition && { Condition }),
});

/** A key and its replicas. */
function arnsOf(key: LiveKey, setting: Setting): readonly string[] {
  const { account, region } = placeOf(key, setting);
  const replicas = (key.replicas ?? []).map((role) => placeOf({ account, region: role }, setting));
  return [{ account, region }, ...replicas].map((place) => keyArn(place, key.id));
}

/** The domain of the services in the partition of a file. */
const dnsOf = ({ regions }: LiveDocument): string =>
  partitionOf(regions.here) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
