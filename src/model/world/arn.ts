import { partitionOf } from './partitions.ts';
import { isAccount, isRegion, type Place } from './place.ts';

/** An ARN taken apart. The resource may hold colons and slashes of its own. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Takes an ARN apart; undefined when the text is none. */
export function parseArn(text: string): Arn | undefined {
  const [arn, partition, service, region, account, ...resource] = text.split(':');
  if (arn !== 'arn' || !partition || !service || region === undefined || account === undefined)
    return undefined;
  if (resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}

/** Whether the text is meant as an ARN, well formed or not. */
export const looksLikeArn = (text: string): boolean => text.startsWith('arn:');

/** Where a DB cluster snapshot lives and what it is called. */
export interface SnapshotAddress extends Place {
  readonly partition: string;
  /** Folded to lower case. */
  readonly name: string;
}

/**
 * Reads `arn:<partition>:rds:<region>:<account>:cluster-snapshot:<name>`; undefined for any other form.
 * Names of automated snapshots and of those of AWS Backup hold a colon (`rds:…`, `awsbackup:…`).
 */
export function parseSnapshotArn(text: string): SnapshotAddress | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 'rds' || !isAccount(arn.account) || !isRegion(arn.region)) return undefined;
  const name = /^cluster-snapshot:(.+)/s.exec(arn.resource)?.[1];
  if (name === undefined || !isSnapshotName(name)) return undefined;
  return { partition: arn.partition, region: arn.region, account: arn.account, name: name.toLowerCase() };
}

/** ARN of the snapshot of that (folded) name. */
export const snapshotArn = (place: Place, name: string): string => rdsArn(place, 'cluster-snapshot', name);

/** ARN of the cluster of that (folded) name. */
export const clusterArn = (place: Place, name: string): string => rdsArn(place, 'cluster', name);

/** ARN of a DB instance. */
export const instanceArn = (place: Place, name: string): string => rdsArn(place, 'db', name);

function rdsArn(place: Place, type: string, name: string): string {
  return `arn:${partitionOf(place.region)}:rds:${place.region}:${place.account}:${type}:${name}`;
}

/** 1 to 63 ASCII letters, digits and hyphens; a letter first; no hyphen last, no two in a row. */
export function isIdentifier(text: string): boolean {
  return text.length <= 63 && identifierPattern.test(text);
}

const identifierPattern = /^[A-Za-z](?:-?[A-Za-z0-9])*$/;

/** The name of a snapshot as it may be looked up: of any length, those that AWS made with `rds:` or `awsbackup:` in front. */
export const isSnapshotName = (text: string): boolean => snapshotNamePattern.test(text);

const snapshotNamePattern = /^(?:(?:rds|awsbackup):)?[A-Za-z](?:-?[A-Za-z0-9])*$/i;
